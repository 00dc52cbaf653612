"""A table of mornings: the pain, the pain of the morning before, and what lay between the two."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo

from unbend.record.entry import Entry
from unbend.record.fold import counted
from unbend.record.kinds.next_day import NextDay
from unbend.record.kinds.practised import Practised
from unbend.record.kinds.walked import Walked

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Morning:
    """One morning: pain from 0 to 10 then and on the morning before; the night between them; and how the day before
    was: how much of it was sat, the minutes of walks and the exercises of workouts that were written down.
    None was not said."""

    day: date
    pain: float
    before: float
    slept: str | None = None
    sat: str | None = None
    walked: int = 0
    workout: bool = False
    exercises: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mornings:
    """Those that count, in order, and on how many days in all the pain of the morning was told."""

    rows: tuple[Morning, ...]
    told: int


@dataclass
class _Day:
    pain: int | None = None
    slept: str | None = None
    sat: str | None = None
    walked: int = 0
    workout: bool = False
    exercises: set[str] = field(default_factory=set)


def mornings_of(entries: Iterable[Entry], *, until: date, zone: tzinfo | None = None) -> Mornings:
    """The mornings up to a day whose pain and whose day before are known: a morning counts when the one before it was
    told as well. Of several answers on a day the worst pain and the last word about night and sitting count. Days are
    those of `zone`, or else of the zone that each entry was written in."""
    days: dict[date, _Day] = {}
    for entry in counted(entries):
        day = (entry.happened_at if zone is None else entry.happened_at.astimezone(zone)).date()
        if day <= until:
            _take_in(days.setdefault(day, _Day()), entry.data)
    rows = (_row(day, days) for day in sorted(days))
    return Mornings(tuple(row for row in rows if row is not None), sum(day.pain is not None for day in days.values()))


def _take_in(day: _Day, data: object) -> None:
    match data:
        case NextDay():
            day.pain = data.pain if day.pain is None else max(day.pain, data.pain)
            day.slept, day.sat = data.slept or day.slept, data.sat or day.sat
        case Walked():
            day.walked += data.minutes
        case Practised():
            done = {one.exercise for one in data.did}
            day.workout, day.exercises = day.workout or bool(done), day.exercises | done


def _row(day: date, days: dict[date, _Day]) -> Morning | None:
    this, before = days[day], days.get(day - _DAY)
    if before is None or this.pain is None or before.pain is None:
        return None
    return Morning(
        day=day,
        pain=this.pain,
        before=before.pain,
        slept=this.slept,
        sat=this.sat,
        walked=before.walked,
        workout=before.workout,
        exercises=frozenset(before.exercises),
    )
