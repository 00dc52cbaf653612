"""Every address there is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.urls import URLResolver, get_resolver, reverse

# Something for every part that an address can have.
PARTS = {
    "finding": "fever", "planned": "2026-03-20", "exercise": "glute-bridge", "mark": "0" * 16, "side": "right",
    "what": "start", "test": "side-plank", "measure": "rmdq-24", "item": "desk-hours", "lesson": "breathing",
    "format_": "jsonl", "kept": "00000000-0000-4000-8000-000000000000", "device": "1", "key": "abc",
    "pk": "1", "account": "1", "uidb64": "MQ", "token": "abc",
}  # fmt: skip


@dataclass(frozen=True)
class Address:
    """One pattern of the URL map, filled in, and its view."""

    name: str
    path: str
    view: Any


def addresses(own: Mapping[str, str] = MappingProxyType({})) -> Iterator[Address]:
    """Every pattern there is, whether it has a name or not. `own`: parts that name something of the person's."""
    for name, parts, view in patterns():
        known = {part: {**PARTS, **own}[part] for part in parts}
        yield Address(name, reverse(name, kwargs=known), view)


def patterns() -> Iterator[tuple[str, tuple[str, ...], Any]]:
    """Their names, parts and views."""
    return _below(get_resolver())


def _below(resolver: Any, space: str = "", before: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    for pattern in resolver.url_patterns:
        parts = (*before, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            yield from _below(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space, parts)
        else:
            yield f"{space}{pattern.name}", parts, pattern.callback
