"""A person's own usual pain, and flares: days that are clearly above it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from statistics import median

from unbend.catalogue.adaptation import Adaptation
from unbend.record.course import AFTER, Reading


@dataclass(frozen=True)
class Day:
    """The worst pain told on a day, and the entry that told it."""

    day: date
    pain: float
    entry: str


@dataclass(frozen=True)
class Flare:
    """A flare that is on: when it began, what was usual before it, and the entry that showed it."""

    since: date
    usual: float
    entry: str


def days_of(readings: Iterable[Reading], *, zone: tzinfo | None, leave_out: Sequence[str] = (AFTER,)) -> list[Day]:
    """The worst pain of each day on which some was told, in order. The pain just after a workout belongs to it and not
    to the day."""
    found: dict[date, Day] = {}
    for reading in readings:
        day = reading.at.astimezone(zone).date()
        if reading.about not in leave_out and (day not in found or reading.pain > found[day].pain):
            found[day] = Day(day, reading.pain, reading.entry)
    return [found[day] for day in sorted(found)]


def usual_pain(days: Iterable[Day], numbers: Adaptation, *, until: date) -> float | None:
    """The middle of the days before `until`; None while too few were told."""
    since = until - timedelta(days=numbers.usual_days)
    known = [day.pain for day in days if since <= day.day < until]
    return median(known) if len(known) >= numbers.usual_readings else None


def flare_on(days: Sequence[Day], numbers: Adaptation, *, today: date) -> Flare | None:
    """The flare that is on today. It ends after some settled days in a row, or after its longest time."""
    flare: Flare | None = None
    settled = 0
    for day in days:
        if flare is not None and _is_over(flare, settled, day.day, numbers):
            flare, settled = None, 0
        if flare is None:
            flare = _begun(day, days, numbers)
        else:
            settled = settled + 1 if day.pain <= flare.usual + numbers.flare_settled else 0
    return None if flare is None or _is_over(flare, settled, today, numbers) else flare


def _begun(day: Day, days: Sequence[Day], numbers: Adaptation) -> Flare | None:
    usual = usual_pain(days, numbers, until=day.day)
    if usual is None or day.pain < max(usual + numbers.flare_rise, numbers.flare_pain):
        return None
    return Flare(day.day, usual, day.entry)


def _is_over(flare: Flare, settled: int, day: date, numbers: Adaptation) -> bool:
    return settled >= numbers.flare_days or (day - flare.since).days >= numbers.flare_days_most
