"""Chance that is drawn before anything is decided, so that every way of dosing meets the same days."""

from functools import cached_property
from random import Random
from zlib import crc32

SLOTS = 24
"""Draws a day and purpose: enough that two exercises of a workout hardly share one."""


class Luck:
    """A person's chances: a stream of its own for each purpose, by day and name. Whatever a programme does, the draw
    for a purpose, a day and a name stays the same."""

    def __init__(self, seed: int, days: int) -> None:
        self.seed = seed
        self.days = days
        self._uniform: dict[str, list[float]] = {}
        self._normal: dict[str, list[float]] = {}

    def uniform(self, purpose: str, day: int, name: str = "") -> float:
        """A number from 0 to 1."""
        if purpose not in self._uniform:
            stream = self.stream(purpose)
            self._uniform[purpose] = [stream.random() for _ in range(self.days * SLOTS)]
        return self._uniform[purpose][day * SLOTS + _slot(name)]

    def normal(self, purpose: str, day: int, name: str = "") -> float:
        """A number of the standard normal distribution."""
        if purpose not in self._normal:
            stream = self.stream(purpose)
            self._normal[purpose] = [stream.gauss(0, 1) for _ in range(self.days * SLOTS)]
        return self._normal[purpose][day * SLOTS + _slot(name)]

    def stream(self, purpose: str) -> Random:
        """A fresh stream of this purpose, always the same."""
        return Random(f"{self.seed}/{purpose}")  # noqa: S311

    @cached_property
    def traits(self) -> Random:
        """What a person is like: drawn once, in a fixed order."""
        return self.stream("traits")


def _slot(name: str) -> int:
    return crc32(name.encode()) % SLOTS if name else 0
