"""Chance that is drawn before anything is decided, so that every way of dosing meets the same days."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from random import Random
from zlib import crc32

SLOTS = 24
"""Draws a day and purpose: enough that two exercises of a workout hardly share one."""


@dataclass
class _Draws:
    """The draws of one purpose, made in order as far as they were asked for: few people use it for half a year."""

    draw: Callable[[], float]
    drawn: list[float] = field(default_factory=list)

    def at(self, place: int) -> float:
        while len(self.drawn) <= place:
            self.drawn.append(self.draw())
        return self.drawn[place]


class Luck:
    """A person's chances: a stream of its own for each purpose, by day and name. Whatever a programme does, the draw
    for a purpose, a day and a name stays the same."""

    def __init__(self, seed: int, days: int) -> None:
        self.seed = seed
        self.days = days
        self._uniform: dict[str, _Draws] = {}
        self._normal: dict[str, _Draws] = {}

    def uniform(self, purpose: str, day: int, name: str = "") -> float:
        """A number from 0 to 1."""
        if purpose not in self._uniform:
            self._uniform[purpose] = _Draws(self.stream(purpose).random)
        return self._uniform[purpose].at(day * SLOTS + _slot(name))

    def normal(self, purpose: str, day: int, name: str = "") -> float:
        """A number of the standard normal distribution."""
        if purpose not in self._normal:
            self._normal[purpose] = _Draws(partial(self.stream(purpose).gauss, 0, 1))
        return self._normal[purpose].at(day * SLOTS + _slot(name))

    def stream(self, purpose: str) -> Random:
        """A fresh stream of this purpose, always the same."""
        return Random(f"{self.seed}/{purpose}")  # noqa: S311

    @cached_property
    def traits(self) -> Random:
        """What a person is like: drawn once, in a fixed order."""
        return self.stream("traits")


def _slot(name: str) -> int:
    return crc32(name.encode()) % SLOTS if name else 0
