"""How far along a person is: the week of their programme, and since when they know each exercise.

Weeks count only as far as they were used: who was away for a season does not come back to a season's harder doses.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from unbend.record.course import Practice
from unbend.record.state import State


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def week_now(state: State, today: date, *, days_a_week: int) -> int:
    """The week of the programme, from 1: at most one more than the weeks that the workouts so far would fill, of those
    that the back took well. Where pain rose, the programme waits (hard rule 5)."""
    if not state.practised:
        return 1
    begun = min(practice.first_at.date() for practice in state.practised.values())
    return 1 + max(0, min(_weeks_between(begun, today), state.taken_well // max(1, days_a_week)))


def known_now(state: State, today: date, *, week: int) -> Mapping[str, int]:
    """For each exercise in the log, the week it was learnt in: no more weeks ago than times it was done well."""
    return {key: week - _weeks_known(practice, today) for key, practice in state.practised.items()}


def _weeks_known(practice: Practice, today: date) -> int:
    return max(0, min(_weeks_between(practice.first_at.date(), today), practice.times))


def _weeks_between(earlier: date, later: date) -> int:
    return (monday_of(later) - monday_of(earlier)).days // 7
