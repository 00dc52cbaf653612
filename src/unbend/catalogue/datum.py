"""The one kind of value that the catalogue is made of: a frozen, keyword-only dataclass that refuses unknown keys."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def datum(cls: type[T]) -> type[T]:
    """Make `cls` a frozen dataclass that a catalogue file can be read into; a misspelt key is an error, not ignored."""
    # Pydantic looks for this attribute when `catalogue.load` checks a file; nothing else here needs Pydantic.
    cls.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    make: Callable[[type[T]], type[Any]] = dataclass(frozen=True, kw_only=True)
    return make(cls)
