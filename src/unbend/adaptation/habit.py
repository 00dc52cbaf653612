"""When in the day a person moves: what they said, or else what their last workouts tell."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from unbend.adaptation.reason import Reason
from unbend.catalogue.adaptation import Adaptation
from unbend.record.course import Workout
from unbend.record.state import State

RULE = "your-time-of-day"
MIDDAY, EVENING = 12, 17
"""The hours at which midday and evening begin."""

HOURS_TELL_NOTHING = ("nights", "rotating")
"""Shifts with which the clock does not tell how long somebody has been up."""

NIGHT = timedelta(hours=5)
"""With night shifts the day goes on until five in the morning: what is done at three belongs to the evening before."""


@dataclass(frozen=True)
class TimeOfDay:
    """One of the record's times of day, None where none is usual; `why` where it was learnt and not said."""

    key: str | None
    why: Reason | None = None


def time_of_day(state: State, numbers: Adaptation, *, now: datetime) -> TimeOfDay:
    """The time that a person said; else the one at which most of their last workouts were, before this week, so that a
    week stays as it was given. Early in the morning counts as on waking (hard rule 4)."""
    said = state.wishes.time_of_day
    if said not in (None, "any") or state.wishes.shifts in HOURS_TELL_NOTHING:
        return TimeOfDay(said)
    monday = now.date() - timedelta(days=now.weekday())
    last = [one for one in state.recent if one.at.astimezone(now.tzinfo).date() < monday][-numbers.habit_workouts :]
    times = [_time(one, numbers, now) for one in last]
    usual = max(times, key=times.count, default=None)
    if usual is None or len(times) < numbers.habit_least or times.count(usual) < numbers.habit_share * len(times):
        return TimeOfDay(said)
    entries = tuple(one.entry for one, time in zip(last, times, strict=True) if time == usual)
    return TimeOfDay(usual, Reason(f"usually-{usual}", RULE, entries))


def night_of(state: State) -> timedelta:
    """By how much a person's waking day ends after midnight."""
    return NIGHT if state.wishes.shifts == "nights" else timedelta()


def _time(workout: Workout, numbers: Adaptation, now: datetime) -> str:
    hour = workout.at.astimezone(now.tzinfo).hour
    if hour < numbers.early_hour:
        return "on-waking"
    if hour < MIDDAY:
        return "morning"
    return "midday" if hour < EVENING else "evening"
