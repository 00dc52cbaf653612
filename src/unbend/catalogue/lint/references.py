"""Ids that nothing has, ids given twice, and ids that are no ids."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from unbend.catalogue.kinds import KINDS
from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.lines import KeyPath
from unbend.catalogue.lint.reading import Item, Reading

# For each kind of file: where its items name other things (`*` is any index), and what they name.
_REFERENCES: Mapping[str, Mapping[str, str]] = {
    "exercises": {
        "needs": "need",
        "muscles.primary": "muscle",
        "muscles.secondary": "muscle",
        "equipment": "equipment",
        "household": "household thing",
        "restrictions": "restriction",
        "easier": "exercise",
        "harder": "exercise",
    },
    "gate": {"id": "finding", "again": "finding"},
    "safety": {"restrictions": "restriction", "lessons": "lesson"},
    "causes": {"raises": "need", "lessons": "lesson"},
    "tests": {
        "raises": "need",
        "restrictions": "restriction",
        "household": "household thing",
        "norms.*.source": "source",
        "shown_by": "exercise",
        "camera.exercise": "exercise",
    },
    "measures": {"important.source": "source"},
    "programme": {"sets.avoid_first_hour": "restriction"},
    "directions": {"prefers": "restriction", "avoids": "restriction"},
}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def reference_faults(reading: Reading) -> Iterator[Fault]:
    """Names that nothing has, wherever an item may name something."""
    known = _known(reading)
    for item in reading.facts:
        places = {**_REFERENCES.get(item.kind.name, {}), "sources": "source"}
        for place, what in places.items():
            for path, name in named(item.raw, place):
                if name not in known[what]:
                    yield item.fault(unknown(what, name, known[what]), *path)


def id_faults(reading: Reading) -> Iterator[Fault]:
    """Ids not in kebab-case, or given twice. Findings and audit items share one set: conditions name both."""
    for kinds in (("findings", "audit"), *((kind,) for kind in KINDS.keys() - {"findings", "audit"})):
        seen: dict[str, Item] = {}
        for item in (item for kind in kinds for item in reading.of(kind)):
            if not _ID.fullmatch(item.id):
                yield item.fault("an id is small letters and numbers with single hyphens between", "id")
            if item.id in seen:
                yield item.fault(f"this id is taken already, in {seen[item.id].file.name}", "id")
            seen.setdefault(item.id, item)


def coverage_faults(reading: Reading) -> Iterator[Fault]:
    """A covered row that names no document, or a departure from a row that the item does not cover."""
    sources = reading.ids("sources")
    for item in reading.facts:
        covers = [row for _, row in named(item.raw, "covers")]
        for index, row in enumerate(covers):
            if row.partition(".")[0] not in sources or not row.partition(".")[2]:
                yield item.fault(f"'{row}' is no row: write <source>.<row>", "covers", index)
        for _, row in named(item.raw, "departs"):
            if row not in covers:
                yield item.fault(unknown("row of covers", row, covers), "departs", row)


def named(raw: Any, place: str) -> Iterator[tuple[KeyPath, str]]:
    """The names at a dotted place: of a list its elements, of a table its keys, of a text the text itself."""
    for path, value in _at(raw, place.split(".")):
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, list):
            yield from (((*path, index), name) for index, name in enumerate(value) if isinstance(name, str))
        elif isinstance(value, dict):
            yield from (((*path, name), name) for name in value)


def _at(raw: Any, parts: list[str]) -> Iterator[tuple[KeyPath, Any]]:
    if not parts:
        yield (), raw
    elif parts[0] == "*" and isinstance(raw, list):
        for index, element in enumerate(raw):
            yield from (((index, *path), value) for path, value in _at(element, parts[1:]))
    elif isinstance(raw, Mapping) and parts[0] in raw:
        yield from (((parts[0], *path), value) for path, value in _at(raw[parts[0]], parts[1:]))


def _known(reading: Reading) -> Mapping[str, set[str]]:
    household = {item.id for item in reading.of("vocabulary") if item.raw.get("household") is True}
    return {
        "need": set(reading.ids("needs")),
        "muscle": set(reading.plain("vocabulary", "muscles")),
        "restriction": set(reading.plain("vocabulary", "restrictions")),
        "household thing": household,
        "equipment": set(reading.ids("vocabulary")) - household,
        "exercise": set(reading.ids("exercises")),
        "lesson": set(reading.ids("lessons")),
        "finding": set(reading.ids("findings")),
        "source": set(reading.ids("sources")),
    }
