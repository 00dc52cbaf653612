"""Ticks on an axis of days: weeks, months or years, as many as have room."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from unbend.exchange.chart.words import Words


@dataclass(frozen=True)
class DayTick:
    """A day on the axis and what is written under it."""

    day: date
    label: str


_Maker = Callable[[date, date, int, Words], Iterator[DayTick]]


def _weeks(first: date, last: date, step: int, words: Words) -> Iterator[DayTick]:
    day = first
    while day <= last:
        yield DayTick(day, words.day_in_short(day))
        day += timedelta(weeks=step)


def _months(first: date, last: date, step: int, words: Words) -> Iterator[DayTick]:
    """The first of every so many months; January says the year."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = date(number // 12, number % 12 + 1, 1)
        if first <= day <= last and (day.month - 1) % step == 0:
            yield DayTick(day, str(day.year) if day.month == 1 else words.months[day.month - 1])


def _years(first: date, last: date, step: int, words: Words) -> Iterator[DayTick]:  # noqa: ARG001
    for year in range(first.year, last.year + 1):
        if year % step == 0 and first <= date(year, 1, 1) <= last:
            yield DayTick(date(year, 1, 1), str(year))


_STEPS: tuple[tuple[_Maker, int], ...] = (
    *((_weeks, step) for step in (1, 2, 4)),
    *((_months, step) for step in (1, 2, 3, 6)),
    *((_years, step) for step in (1, 2, 5, 10, 20)),
)


def day_ticks(first: date, last: date, *, most: int, words: Words) -> tuple[DayTick, ...]:
    """The finest ticks of which there are at most so many, and at least one."""
    for maker, step in _STEPS:
        found = tuple(islice(maker(first, last, step, words), most + 1))
        if 0 < len(found) <= most:
            return found
    return (DayTick(first, words.day(first)),)
