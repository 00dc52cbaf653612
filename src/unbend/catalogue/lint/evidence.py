"""Sources: everything names one, each can be found, and a number that nobody opened the source for says so."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from unbend.catalogue.lint.conditions import COMPARISONS, PLACES, clauses, conditions, parsed
from unbend.catalogue.lint.fault import Fault
from unbend.catalogue.lint.reading import Item, Reading

KINDS_OF_SOURCE = (
    "guideline", "review", "trial", "cohort", "measurement",
    "case-report", "instrument", "statement", "document", "website",
)  # fmt: skip
WAYS_OF_READING = ("full", "abstract", "summary", "memory")
WITHOUT_ADDRESS = ("document", "statement")
"""A document that came without its address, and the project's own statements, which stand nowhere else."""


def source_faults(reading: Reading) -> Iterator[Fault]:
    """Sources that cannot be found again, or whose kind or reading is none of the known ones."""
    for item in reading.of("sources"):
        if item.raw.get("kind") not in KINDS_OF_SOURCE:
            yield item.fault(f"must be one of {', '.join(KINDS_OF_SOURCE)}", "kind")
        if item.raw.get("read") not in WAYS_OF_READING:
            yield item.fault(f"must be one of {', '.join(WAYS_OF_READING)}", "read")
        if item.raw.get("kind") not in WITHOUT_ADDRESS and not any(
            item.raw.get(key) for key in ("doi", "url", "printed")
        ):
            yield item.fault("names no `doi`, `url` or `printed`, so nobody can look it up")
        if not re.fullmatch(r"10\.\d{4,9}/\S+", str(item.raw.get("doi") or "10.1000/none")):
            yield item.fault("a DOI looks like 10.1136/bmj.f7095, without an address before it", "doi")
        if not re.match(r"https?://\S+$", str(item.raw.get("url") or "https://none")):
            yield item.fault("an address begins with https://", "url")


def missing_source_faults(reading: Reading) -> Iterator[Fault]:
    """Items of a kind that must name sources, and name none."""
    for item in reading.facts:
        if item.raw.get("sources") == []:
            yield item.fault("names no source", "sources")


def unverified_faults(reading: Reading) -> Iterator[Fault]:
    """Thresholds that only rest on sources nobody opened, without `unverified` to say so."""
    remembered = {item.id for item in reading.of("sources") if item.raw.get("read") == "memory"}
    for item in reading.facts:
        if item.raw.get("unverified"):
            continue
        for path, sources in _thresholds(item):
            if sources and set(sources) <= remembered:
                yield item.fault(
                    f"a threshold from {', '.join(sources)}, read from memory only: open the source, or say so in"
                    " `unverified`",
                    *path,
                )
                break


def _thresholds(item: Item) -> Iterator[tuple[tuple[str | int, ...], list[str]]]:
    """Each number that decides something, with the sources it stands on."""
    own = [source for source in item.raw.get("sources", ()) if isinstance(source, str)]
    for place in PLACES:
        yield from ((path, own) for path, text in clauses(item.raw.get(place), (place,)) if _compares(text))
        counted = conditions(item.raw.get(place), (place,))
        yield from (((*path, "at_least"), own) for path, one in counted if "at_least" in one)
    if _has_number(item.raw.get("sets")) and item.kind.name in ("programme", "adaptation"):
        yield ("sets",), own
    if item.raw.get("error") is not None:
        yield ("error",), own
    for index, norm in enumerate(item.raw.get("norms", ()) if item.kind.name == "tests" else ()):
        yield ("norms", index), [str(norm.get("source"))] if isinstance(norm, Mapping) else []
    important = item.raw.get("important")
    if isinstance(important, Mapping) and important.get("verified") is not False:
        yield ("important",), [str(important.get("source"))]


def _compares(text: str) -> bool:
    clause = parsed(text)
    return clause is not None and clause.operator in COMPARISONS


def _has_number(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_number(one) for one in value.values())
    if isinstance(value, list):
        return any(_has_number(one) for one in value)
    return isinstance(value, int | float) and not isinstance(value, bool)
