"""When it is looked: after fixed numbers of mornings, so that looking every day finds no more than chance allows."""

from collections.abc import Sequence
from datetime import timedelta

from unbend.progress.helps.mornings import Morning

FIRST = (28, 56, 84)
AFTER = 56
"""Mornings from one look to the next, after the first ones."""

_CHANCE = {28: 0.005, 56: 0.01, 84: 0.02}
_CHANCE_AFTER = 0.015

REACHES = timedelta(days=182)
"""What is longer ago than half a year says little about now."""


def chance_of(look: int) -> float:
    """How often this look may say anything at all where nothing makes a difference. The first four looks, 140 mornings,
    come to 5 %; each later one is 1.5 %. The first has little to go by, and gets little."""
    return _CHANCE.get(look, _CHANCE_AFTER)


def look_of(count: int) -> int | None:
    """How many mornings the last look took in; None where there was none yet."""
    passed = [number for number in FIRST if number <= count]
    return count - (count - FIRST[-1]) % AFTER if len(passed) == len(FIRST) else max(passed, default=None)


def next_look(count: int) -> int:
    """With how many mornings it is looked again."""
    last = look_of(count)
    return next((number for number in FIRST if number > count), (last or 0) + AFTER)


def seen(rows: Sequence[Morning]) -> tuple[Morning, ...]:
    """The mornings that the last look takes in: between two looks they stay the same."""
    rows = rows[: look_of(len(rows)) or 0]
    return tuple(row for row in rows if rows[-1].day - row.day <= REACHES)
