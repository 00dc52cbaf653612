"""Every fault that the typed schema finds in a value, where `catalogue.load` stops at the first."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from unbend.catalogue.lint.lines import KeyPath
from unbend.catalogue.load import adapter

_MISSING = {"missing", "missing_argument", "missing_keyword_only_argument"}


def checked(shape: Any, raw: Any) -> tuple[Any, dict[KeyPath, str]]:
    """`raw` as `shape`, or None; and the messages by their path inside `raw`."""
    try:
        return adapter(shape).validate_json(json.dumps(raw, default=str), strict=True), {}
    except ValidationError as error:
        messages: dict[KeyPath, str] = {}
        for path, message in _explained(raw, error):
            messages.setdefault(path, message)
        return None, messages


def _explained(raw: Any, error: ValidationError) -> Iterator[tuple[KeyPath, str]]:
    for one in error.errors():
        path, here = _walk(raw, one["loc"])
        if one["type"] in _MISSING:
            yield (*path, one["loc"][-1]), "missing"
        elif one["type"] == "unexpected_keyword_argument":
            yield path, "unknown key"
        elif not (one["loc"][-1:] == ("str",) and isinstance(here, dict)):  # the half of a choice that was not meant
            yield path, one["msg"]


def _walk(raw: Any, location: KeyPath) -> tuple[KeyPath, Any]:
    """The part of a location that exists in the file (the rest names types), and what stands there."""
    path: list[str | int] = []
    for part in location:
        there = raw if isinstance(raw, dict) else dict(enumerate(raw)) if isinstance(raw, list) else {}
        if part in there:
            path.append(part)
            raw = there[part]
    return tuple(path), raw
