"""A month of days, and what was done on each."""

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unbend.progress.observed import Observed

MONDAY = 0


class What(StrEnum):
    """What a day shows."""

    WORKOUT = "workout"
    WALK = "walk"
    TEST = "test"
    MOVED = "moved"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Day:
    """One day of the grid. `outside`: it belongs to the month before or after; `ahead`: it has not come yet."""

    day: date
    what: tuple[What, ...]
    outside: bool
    ahead: bool


def month_of(seen: Observed, month: date, *, today: date, first_weekday: int = MONDAY) -> tuple[tuple[Day, ...], ...]:
    """The weeks of the month that `month` lies in. A day with nothing says so and no more."""
    marks = _marks(seen)
    weeks = Calendar(first_weekday).monthdatescalendar(month.year, month.month)
    return tuple(tuple(_day(day, marks, month, today) for day in week) for week in weeks)


def _day(day: date, marks: Mapping[What, set[date]], month: date, today: date) -> Day:
    what = tuple(kind for kind in What if day in marks.get(kind, ()))
    outside = (day.year, day.month) != (month.year, month.month)
    return Day(day, what or (What.NOTHING,), outside=outside, ahead=day > today)


def _marks(seen: Observed) -> Mapping[What, set[date]]:
    return {
        What.WORKOUT: {workout.day for workout in seen.workouts},
        What.WALK: {walk.day for walk in seen.walks},
        What.TEST: {result.day for results in seen.results.values() for result in results},
        What.MOVED: {move.taken_from for move in seen.moves},
    }
