"""From readings to the points of a line, with gaps where nothing is known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import fmean

from unbend.progress.observed import Reading
from unbend.progress.span import Span


@dataclass(frozen=True)
class Point:
    """The mean of a day, or of the week that begins on `day`, with the lowest and highest of its `count` readings."""

    day: date
    value: float
    lowest: float
    highest: float
    count: int


Run = tuple[Point, ...]
"""Points without a gap between them."""


def runs_of(readings: Iterable[Reading], span: Span, *, gap_days: int) -> tuple[Run, ...]:
    """The points within the span, parted where an answer is missing or more than `gap_days` lie between two."""
    runs: list[list[Point]] = []
    open_run = False
    for point in _points(readings, span):
        if point is None:
            open_run = False
        elif open_run and (point.day - runs[-1][-1].day).days <= gap_days:
            runs[-1].append(point)
        else:
            runs.append([point])
            open_run = True
    return tuple(map(tuple, runs))


def _points(readings: Iterable[Reading], span: Span) -> Iterator[Point | None]:
    """One for each day or week that was asked about; None where none of it was answered."""
    inside = (reading for reading in readings if reading.day in span)
    for day, group in groupby(inside, key=lambda reading: span.bucket(reading.day)):
        values = [reading.value for reading in group if reading.value is not None]
        yield _point(day, values) if values else None


def _point(day: date, values: Sequence[float]) -> Point:
    return Point(day, fmean(values), min(values), max(values), len(values))
