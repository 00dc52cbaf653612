"""JSON Schemas of the catalogue's files, so that an editor can complete keys and mark faults while one writes."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from unbend.catalogue.kinds import KINDS, WORD_FILES, FileKind

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_WORDS = "-words"


def schema_names() -> tuple[str, ...]:
    """The files that have a schema: `exercises` for the facts, `exercises-words` for their words."""
    with_words = [kind.name for kind in KINDS.values() if kind.words is not None]
    return (*KINDS, *(name + _WORDS for name in (*with_words, *WORD_FILES)))


def json_schema(name: str) -> dict[str, Any]:
    """The schema of one file of that name. Raises KeyError when `schema_names` has no such name."""
    bare = name.removesuffix(_WORDS)
    if bare == name:
        return _facts_schema(KINDS[name])
    if bare in WORD_FILES:
        return {"$schema": _DRAFT, **TypeAdapter(WORD_FILES[bare]).json_schema()}
    kind = KINDS[bare]
    if kind.words is None:
        raise KeyError(name)
    words = kind.words if kind.file_of_words_each else dict[str, kind.words]  # type: ignore[name-defined]
    return {"$schema": _DRAFT, **TypeAdapter(words).json_schema()}


def _facts_schema(kind: FileKind) -> dict[str, Any]:
    shapes: Mapping[str, Any] = {**kind.plain, kind.key: tuple[kind.item, ...]}  # type: ignore[name-defined]
    adapters = [(key, "validation", TypeAdapter(shape)) for key, shape in shapes.items()]
    found, definitions = TypeAdapter.json_schemas(adapters)  # type: ignore[arg-type]
    return {
        "$schema": _DRAFT,
        "title": f"data/{kind.name}",
        "type": "object",
        "properties": {key: found[key, "validation"] for key in shapes},
        "required": list(shapes),
        "additionalProperties": False,
        **definitions,
    }
