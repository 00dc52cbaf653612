"""How far along a person is: the week of their programme, and since when they know each exercise.

Weeks count only as far as they were used: who was away for a season does not come back to a season's harder doses.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from unbend.record.course import Practice
from unbend.record.planned import PlannedWeek
from unbend.record.state import State

LATELY = timedelta(weeks=3)
"""What was not done in the last three weeks of workouts was given up, where no plan tells."""


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


def in_use_now(state: State, today: date, *, week: int) -> Mapping[str, int]:
    """For each exercise of the last plans, those of this week if there are any yet, the week since which the workouts
    have held it: no more weeks ago than times it was done well. Where no plan is in the log, these are the exercises
    done lately."""
    planned = {day: weekly for day, weekly in state.planned.items() if weekly.exercises}
    if not planned:
        return _done_lately(state, today, week=week)
    monday, known = monday_of(today), known_now(state, today, week=week)
    last = max((day for day in planned if day <= monday), default=None)
    now = () if last is None else sorted(planned[last].exercises)
    since = {key: week - (monday - _since(key, planned, until=monday)).days // 7 for key in now}
    return {key: max(known.get(key, week), since[key]) for key in since}


def _since(exercise: str, planned: Mapping[date, PlannedWeek], *, until: date) -> date:
    """The Monday of the first of the planned weeks in a row, up to now, that held the exercise."""
    first = until
    for day in sorted((day for day in planned if day < until), reverse=True):
        if exercise not in planned[day].exercises:
            break
        first = day
    return first


def _done_lately(state: State, today: date, *, week: int) -> Mapping[str, int]:
    last, known = state.last_workout, known_now(state, today, week=week)
    return {
        key: known[key]
        for key, practice in state.practised.items()
        if last is not None and last.at - practice.last_at < LATELY
    }


def _weeks_known(practice: Practice, today: date) -> int:
    return max(0, min(_weeks_between(practice.first_at.date(), today), practice.times))


def _weeks_between(earlier: date, later: date) -> int:
    return (monday_of(later) - monday_of(earlier)).days // 7
