"""What may go together with the pain of a morning, each as a yes or no of the day or night before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from statistics import median_low

from unbend.progress.helps.mornings import Morning

LEAST = 8
"""Mornings with a thing, and mornings without it, below which nothing is asked about it."""

MOST_EXERCISES = 4
"""The more is asked about, the less can be told of each."""


class Kind(StrEnum):
    """The sorts of things."""

    SLEPT_WELL = "slept-well"
    SLEPT_BADLY = "slept-badly"
    SAT_LITTLE = "sat-little"
    SAT_MUCH = "sat-much"
    WALKED = "walked"
    WORKOUT = "workout"
    EXERCISE = "exercise"


_NIGHT = {Kind.SLEPT_WELL: "well", Kind.SLEPT_BADLY: "badly"}
_SITTING = {Kind.SAT_LITTLE: "little", Kind.SAT_MUCH: "much"}


@dataclass(frozen=True)
class Thing:
    """A sort; of an exercise its id; of walks how many minutes in a day they are more than."""

    kind: Kind
    exercise: str | None = None
    minutes: int = 0

    def on(self, morning: Morning) -> bool | None:
        """Whether the day or night before this morning had it; None where that was not said."""
        match self.kind:
            case Kind.SLEPT_WELL | Kind.SLEPT_BADLY:
                return None if morning.slept is None else morning.slept == _NIGHT[self.kind]
            case Kind.SAT_LITTLE | Kind.SAT_MUCH:
                return None if morning.sat is None else morning.sat == _SITTING[self.kind]
            case Kind.WALKED:
                return morning.walked > self.minutes
            case Kind.WORKOUT:
                return morning.workout
            case Kind.EXERCISE:
                return self.exercise in morning.exercises


@dataclass(frozen=True)
class Count:
    """On how many mornings a thing is known to have been there, and not to have been. Of an exercise those without are
    mornings after other workouts."""

    having: int
    lacking: int

    @property
    def is_enough(self) -> bool:
        """Whether something can be asked about it."""
        return min(self.having, self.lacking) >= LEAST


def things_in(rows: Sequence[Morning]) -> tuple[Thing, ...]:
    """All that is asked about. No pain decides what: only how often each thing was there and was not."""
    usual = median_low([row.walked for row in rows]) if rows else 0
    night, sitting = (_evener(rows, tuple(map(Thing, kinds))) for kinds in (_NIGHT, _SITTING))
    walked = _evener(rows, (Thing(Kind.WALKED), Thing(Kind.WALKED, minutes=usual)))
    return (night, sitting, walked, Thing(Kind.WORKOUT), *_exercises(rows))


def count_of(thing: Thing, rows: Sequence[Morning]) -> Count:
    """How often it was there and was not."""
    known = [thing.on(row) for row in rows if thing.kind is not Kind.EXERCISE or row.workout]
    return Count(known.count(True), known.count(False))


def _evener(rows: Sequence[Morning], ways: Sequence[Thing]) -> Thing:
    """Of two ways to part the mornings, the one that leaves more on its smaller side."""
    return max(ways, key=lambda thing: _smaller(thing, rows))


def _smaller(thing: Thing, rows: Sequence[Morning]) -> int:
    count = count_of(thing, rows)
    return min(count.having, count.lacking)


def _exercises(rows: Sequence[Morning]) -> Iterator[Thing]:
    """Those that were in some workouts and not in others, the most evenly parted first; of exercises that always came
    together, the first by its name."""
    names = sorted(set(chain.from_iterable(row.exercises for row in rows)))
    together: dict[tuple[bool | None, ...], Thing] = {}
    for thing in (Thing(Kind.EXERCISE, name) for name in names):
        together.setdefault(tuple(thing.on(row) for row in rows), thing)
    enough = [thing for thing in together.values() if count_of(thing, rows).is_enough]
    yield from sorted(enough, key=lambda thing: -_smaller(thing, rows))[:MOST_EXERCISES]
