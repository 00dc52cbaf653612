"""What a week's plans asked of a person: on which days there were workouts, and since when."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from unbend.record.course import MOST_WEEKS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class PlannedWeek:
    """The days that the last plan of a week had workouts on; when the first one of it was given, and the entry of the
    last. `exercises` are those that any plan of the week held."""

    days: tuple[date, ...]
    since: datetime
    entry: str
    exercises: tuple[str, ...] = ()

    def asked(self, zone: tzinfo | None) -> tuple[date, ...]:
        """The days without those that were over before there was a plan: they were asked of nobody."""
        first = self.since.astimezone(zone).date()
        return tuple(day for day in self.days if day >= first)


def planned_week(monday: date, plan: Any, at: datetime, entry: str) -> PlannedWeek:
    """What a plan that is written as ours are asks for. Raises KeyError, TypeError, ValueError or OverflowError for
    anything else."""
    days = (monday + timedelta(days=WEEKDAYS.index(session["day"])) for session in plan["sessions"])
    exercises = tuple(sorted({str(item["exercise"]) for session in plan["sessions"] for item in session["items"]}))
    return PlannedWeek(tuple(days), at, entry, exercises)


def with_planned(kept: Mapping[date, PlannedWeek], monday: date, new: PlannedWeek) -> Mapping[date, PlannedWeek]:
    """The weeks with a later plan of one of them; the last weeks only."""
    if (before := kept.get(monday)) is not None:
        new = replace(new, since=before.since, exercises=tuple(sorted({*before.exercises, *new.exercises})))
    return dict(sorted({**kept, monday: new}.items())[-MOST_WEEKS:])
