"""What can be told of each thing, and where nothing can, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unbend.progress.helps.looks import chance_of, look_of, next_look, seen
from unbend.progress.helps.mornings import Morning, Mornings
from unbend.progress.helps.things import Kind, Thing, count_of, things_in
from unbend.progress.helps.with_statsmodels import Difference, NotApart, difference

SMALL = 0.5
"""A difference of less, of 10, is not worth telling."""

TOUCHES = 0.05
"""An interval that comes nearer to no difference than this would be written as touching it."""

OF_EXERCISES = 0.2
"""The share of a look's chance of being wrong that all exercises have together. The less, the more must show: they come
and go the least, and the other things are what people ask about."""

FEWEST = 28
"""Mornings on which a thing must be known: as many as the first look takes in."""


class Told(StrEnum):
    """What is said of a thing. Only the first two say anything of pain."""

    LOWER = "lower"
    HIGHER = "higher"
    NOT_YET = "not-yet"
    TOO_FEW = "too-few"
    NOT_APART = "not-apart"


@dataclass(frozen=True)
class Found:
    """A thing, what is told of it, and on how many mornings it was there and was not. `difference`: how much pain
    differed with it from without it, and the interval, in points of 10; None where nothing is told."""

    thing: Thing
    told: Told
    having: int
    lacking: int
    difference: Difference | None = None


@dataclass(frozen=True)
class Helps:
    """`told`: on how many mornings the pain was told; `count`: how many of them count; `look`: how many the last look
    took in (None: there was none yet), and `next_look` the next; the days from and to which it reached; what it found.
    """

    told: int
    count: int
    look: int | None
    next_look: int
    first: date | None
    last: date | None
    found: tuple[Found, ...]


def what_helps(mornings: Mornings) -> Helps:
    """What the last look tells. Between two looks it stays as it is. Raises ImportError without statsmodels."""
    count, rows = len(mornings.rows), seen(mornings.rows)
    look = look_of(count)
    return Helps(
        told=mornings.told,
        count=count,
        look=look,
        next_look=next_look(count),
        first=rows[0].day if rows else None,
        last=rows[-1].day if rows else None,
        found=_found(rows, look) if look else (),
    )


def _found(rows: Sequence[Morning], look: int) -> tuple[Found, ...]:
    things = things_in(rows)
    asked = [thing for thing in things if _is_asked(thing, rows)]
    held = [thing for thing in asked if thing.kind in (Kind.WALKED, Kind.WORKOUT)]
    chance = chance_of(look)
    return tuple(_of(thing, rows, held, chance * _share(thing, asked)) for thing in things)


def _share(thing: Thing, asked: Sequence[Thing]) -> float:
    """What the thing gets of the chance of being wrong, so that all of them together have it once."""
    exercises = sum(other.kind is Kind.EXERCISE for other in asked)
    others = len(asked) - exercises
    if thing.kind is Kind.EXERCISE:
        return (OF_EXERCISES if others else 1) / max(exercises, 1)
    return (1 - OF_EXERCISES if exercises else 1) / max(others, 1)


def _is_asked(thing: Thing, rows: Sequence[Morning]) -> bool:
    """Whether it was there often enough, was not there often enough, and is known often enough."""
    known = sum(thing.on(row) is not None for row in rows)
    return count_of(thing, rows).is_enough and known >= min(FEWEST, len(rows))


def _of(thing: Thing, rows: Sequence[Morning], held: Sequence[Thing], chance: float) -> Found:
    count = count_of(thing, rows)
    if not _is_asked(thing, rows):
        return Found(thing, Told.TOO_FEW, count.having, count.lacking)
    try:
        found = _difference(thing, rows, held, chance)
    except NotApart:
        return Found(thing, Told.NOT_APART, count.having, count.lacking)
    if found is None or not _is_worth_telling(found):
        return Found(thing, Told.NOT_YET, count.having, count.lacking)
    return Found(thing, Told.LOWER if found.points < 0 else Told.HIGHER, count.having, count.lacking, found)


def _is_worth_telling(found: Difference) -> bool:
    return abs(found.points) >= SMALL and (found.low >= TOUCHES or found.high <= -TOUCHES)


def _difference(thing: Thing, rows: Sequence[Morning], held: Sequence[Thing], chance: float) -> Difference | None:
    """With the pain of the morning before held still, and the walks and workouts that are not the thing itself."""
    known = [row for row in rows if thing.on(row) is not None]
    others = [[float(bool(other.on(row))) for row in known] for other in held if other != thing]
    return difference(
        [row.pain for row in known],
        [bool(thing.on(row)) for row in known],
        [[float(row.before) for row in known], *others],
        [row.day.toordinal() for row in known],
        chance=chance,
    )
