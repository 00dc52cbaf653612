"""Exercises done in one sitting."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.record.state import Practice, State


@dataclass(frozen=True)
class Done:
    """One exercise that was done. `felt` is easy, right or hard; None was not said."""

    exercise: str
    felt: str | None = None


@dataclass(frozen=True)
class Practised:
    """What was done together."""

    exercises: tuple[Done, ...]


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with each exercise counted once more."""
    assert isinstance(data, Practised)
    practised = dict(state.practised)
    for done in data.exercises:
        practised[done.exercise] = _once_more(practised.get(done.exercise), done, at)
    return replace(state, practised=practised)


def _once_more(before: Practice | None, done: Done, at: datetime) -> Practice:
    easy = 1 if done.felt == "easy" else 0
    if before is None:
        return Practice(times=1, easy_times=easy, first_at=at, last_at=at)
    return Practice(before.times + 1, before.easy_times + easy, before.first_at, at)
