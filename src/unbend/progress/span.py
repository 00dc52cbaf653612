"""Windows of time: which days they span, and whether a day or a week is one point."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)
_LONG = 16 * WEEK
"""A span longer than this is told in weeks."""


class Window(StrEnum):
    """How far back to look."""

    TWELVE_WEEKS = "12-weeks"
    YEAR = "year"
    ALL = "all"


_WEEKS = {Window.TWELVE_WEEKS: 12, Window.YEAR: 52}


@dataclass(frozen=True)
class Span:
    """From the first day to the last, both included. The first is a Monday. `weekly`: one point stands for a week."""

    first: date
    last: date
    weekly: bool

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def bucket(self, day: date) -> date:
        """The day that stands for this one: itself, or the Monday of its week."""
        return monday(day) if self.weekly else day

    def mondays(self) -> tuple[date, ...]:
        """The first day of each of its weeks."""
        return tuple(self.first + WEEK * n for n in range((self.last - self.first) // WEEK + 1))


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def first_day(window: Window, today: date) -> date | None:
    """The Monday on which the window up to today begins; None for all time."""
    return monday(today) - WEEK * (_WEEKS[window] - 1) if window in _WEEKS else None


def span_of(window: Window, today: date, days: Iterable[date]) -> Span:
    """The whole weeks of the window up to today; for all time, from the earliest of `days`."""
    first = first_day(window, today) or monday(min(days, default=today))
    return Span(first, today, weekly=today - first > _LONG)
