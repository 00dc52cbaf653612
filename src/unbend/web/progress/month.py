"""The month as its table: what was done on each day, as marks and as words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from unbend.progress import Day, What
from unbend.service.progress import MonthOfDays
from unbend.web.progress.words import Said

_MARKS = (What.WORKOUT, What.WALK, What.TEST, What.MOVED)
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Mark:
    """One thing that was done: how it looks, and in words."""

    look: str
    text: str


@dataclass(frozen=True)
class Cell:
    """One day; of a day outside the month there is no number."""

    number: int | None
    marks: tuple[Mark, ...]
    is_today: bool

    @property
    def workout(self) -> bool:
        """It had a workout."""
        return any(mark.look == What.WORKOUT for mark in self.marks)

    @property
    def small(self) -> tuple[Mark, ...]:
        """All but the workout, which the number itself shows."""
        return tuple(mark for mark in self.marks if mark.look != What.WORKOUT)

    @property
    def words(self) -> str:
        """What was done, in words."""
        return ", ".join(mark.text for mark in self.marks)


@dataclass(frozen=True)
class ShownMonth:
    """The month as the template wants it."""

    title: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[Cell, ...], ...]
    legend: tuple[Mark, ...]
    before: str | None
    before_title: str
    after: str | None
    after_title: str


def shown_month(month: MonthOfDays, today: date, said: Said) -> ShownMonth:
    """The month in words and marks; the legend names only what is there."""
    weeks = tuple(tuple(_cell(day, today, said) for day in week) for week in month.weeks)
    there = {mark.look for week in weeks for cell in week for mark in cell.marks}
    names = [said.names["day"][day] for day in _WEEK]
    return ShownMonth(
        title=_title(month.first, said),
        weekdays=tuple((name[:1], name) for name in names),
        weeks=weeks,
        legend=tuple(_mark(what, said) for what in _MARKS if what in there),
        before=_code(month.before),
        before_title=_title(month.before, said),
        after=_code(month.after),
        after_title=_title(month.after, said),
    )


def _cell(day: Day, today: date, said: Said) -> Cell:
    marks = () if day.outside else tuple(_mark(what, said) for what in _MARKS if what in day.what)
    return Cell(None if day.outside else day.day.day, marks, day.day == today)


def _mark(what: What, said: Said) -> Mark:
    return Mark(what.value, said.word(f"day-{what}"))


def _title(month: date | None, said: Said) -> str:
    if month is None:
        return ""
    return _("{month} {year}").format(month=said.month(month.month), year=month.year)


def _code(month: date | None) -> str | None:
    return None if month is None else f"{month:%Y-%m}"
