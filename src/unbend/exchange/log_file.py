"""A person's whole log as JSON lines: a header, then every entry exactly as it was written."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from unbend.catalogue.catalogue import Catalogue
from unbend.record.errors import BadInput
from unbend.record.kinds import KINDS
from unbend.record.schema import schema
from unbend.record.schema_parts import object_of
from unbend.record.values import shown

NAME = "export"
VERSION = 1
MOST_LETTERS = 1_000_000
"""Of one line: many times what a plan takes, and no place to keep files in."""


@dataclass(frozen=True)
class Header:
    """Whose log it is, when it was written, and by which software with which catalogue."""

    person: str
    made_at: str
    software: str
    catalogue: str


def json_lines(header: Header, written: Iterable[str]) -> Iterator[str]:
    """The lines of the file, each with its end."""
    yield _header_line(header) + "\n"
    for entry in written:
        yield entry + "\n"


def header_of(line: str, *, where: str) -> Header:
    """The header in the first line of a file. Raises BadInput where it is none, or of a newer Unbend."""
    raw = json_in(line, where=where)
    if not isinstance(raw, dict) or raw.get("unbend") != NAME:
        raise BadInput(where, "this is no export of Unbend", "choose a file that an export wrote")
    version = raw.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= VERSION:
        raise BadInput(where, f"version {shown(version)} is not known", "use the newest Unbend to read it")
    return Header(*(_text(raw, key) for key in ("person", "made_at", "software", "catalogue")))


def json_in(line: str, *, where: str) -> object:
    """The JSON of one line. Raises BadInput."""
    if len(line) > MOST_LETTERS:
        raise BadInput(where, f"it has {len(line)} letters", f"a line has at most {MOST_LETTERS}")
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise BadInput(where, "this is no JSON", "leave the lines as they were written") from None


def export_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The JSON Schema of a line: the header, or an entry."""
    text = {"type": "string"}
    said = {
        "unbend": {"const": NAME},
        "version": {"const": VERSION},
        "schema": object_of({kind: {"type": "integer", "minimum": 1} for kind in KINDS}),
        **dict.fromkeys(("person", "software", "catalogue"), text),
        "made_at": {**text, "format": "date-time"},
    }
    entry = schema("entry", catalogue)
    return {
        "$schema": entry.pop("$schema"),
        "title": "Unbend export",
        "description": "one line of the file: the first is a header, each other an entry",
        "oneOf": [{"title": "header", **object_of(said, required=tuple(said))}, entry],
    }


def _header_line(header: Header) -> str:
    kinds = {name: kind.version for name, kind in KINDS.items()}
    said = {"unbend": NAME, "version": VERSION, "schema": kinds, "person": header.person, "made_at": header.made_at}
    return json.dumps({**said, "software": header.software, "catalogue": header.catalogue}, ensure_ascii=False)


def _text(raw: dict[str, object], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""
