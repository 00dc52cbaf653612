"""Weeks of a person's answers, day by day: mornings with their pain, workouts, and checks gone through to their end."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta

from unbend.record.course import PainSort
from unbend.record.entry import Entry
from unbend.record.fold import fold
from unbend.record.kinds.advised import CHECKED, Advice, Advised
from unbend.record.kinds.answered import Answered
from unbend.record.kinds.next_day import NextDay
from unbend.record.kinds.practised import Done, Practised
from unbend.record.state import State

NOW = datetime(2026, 6, 1, 20, tzinfo=UTC)
"""A Monday evening: whatever happened `0` days ago lies behind it."""


def at(days_ago: int, hour: int) -> datetime:
    """An hour of a day so many days ago."""
    return datetime.combine((NOW - timedelta(days=days_ago)).date(), time(hour, tzinfo=UTC))


def morning(days_ago: int, pain: int, compared: str | None = None) -> Entry:
    """How the back was after getting up."""
    return Entry(f"morning-{days_ago}", "next-day", at(days_ago, 8), NextDay(pain, compared))


def mornings(pains: Mapping[int, int]) -> list[Entry]:
    """Several of them, by how many days ago."""
    return [morning(days_ago, pain) for days_ago, pain in pains.items()]


def workout(days_ago: int, *, pain_sort: tuple[PainSort, ...] = ()) -> Entry:
    """A workout of which nothing was told, or only what sort of pain ended it."""
    done = Practised((Done("glute-bridge"),), pain_sort=pain_sort)
    return Entry(f"workout-{days_ago}", "practised", at(days_ago, 18), done)


def silent(days_ago: int) -> Entry:
    """A workout of which nothing was told."""
    return workout(days_ago)


def checked(days_ago: int, *, hour: int = 9, pain: int | None = None) -> list[Entry]:
    """A check gone through to its end, with how bad the pain was where that was told."""
    told = Answered({"where": ("low-back",), **({} if pain is None else {"severity": pain})})
    advice = Advised(Advice.SAFETY, "c", "s", {CHECKED: True})
    key = f"{days_ago}-{hour}"
    return [
        Entry(f"answers-{key}", "answered", at(days_ago, hour), told),
        Entry(f"checked-{key}", "advised", at(days_ago, hour) + timedelta(minutes=1), advice),
    ]


def state_of(entries: Iterable[Entry]) -> State:
    """What they add up to."""
    return fold(entries)
