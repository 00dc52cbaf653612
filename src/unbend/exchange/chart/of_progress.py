"""The charts of the Progress page, from what progress found and the words of a language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import fmean

from unbend.exchange.chart.model import Bar, BarChart, Dot, Dumbbell, Line, LineChart, Pair
from unbend.exchange.chart.scale import rounded_up
from unbend.exchange.chart.words import Words
from unbend.progress.points import Point
from unbend.progress.series import Series, Topic
from unbend.progress.sides import Sides
from unbend.progress.span import Span
from unbend.progress.weeks import Week

_WEEKS_SHOWN = 104


@dataclass(frozen=True)
class Named:
    """What a chart is called, what it shows in a sentence, and what its band means."""

    title: str
    description: str
    band: str = ""


def line_chart(
    identity: str, named: Named, series: Sequence[Series], labels: Sequence[str], span: Span, words: Words
) -> LineChart:
    """These series on one scale. The band is drawn where there is one series only: two would cover each other."""
    alone = series[0] if len(series) == 1 else None
    lines = tuple(_line(one, label, span, words) for one, label in zip(series, labels, strict=True))
    return LineChart(
        id=identity,
        title=named.title,
        description=named.description,
        lines=lines,
        first=span.first,
        last=span.last,
        minimum=min(0, series[0].minimum),
        maximum=_highest(series),
        unit=words.unit(series[0].unit),
        band=None if alone is None else alone.band,
        band_label=named.band,
    )


def _line(series: Series, label: str, span: Span, words: Words) -> Line:
    """The series as dots: one a point, or of more than two years one a month."""
    is_long = span.last - span.first > timedelta(weeks=_WEEKS_SHOWN)
    runs = tuple(tuple(_months(run) if is_long else map(_dot, run)) for run in series.runs)
    value = words.number(runs[-1][-1].value) if runs else ""
    return Line(f"{label} {value}".strip(), runs)


def _dot(point: Point) -> Dot:
    return Dot(point.day, point.value, point.lowest, point.highest)


def _months(run: Iterable[Point]) -> Iterator[Dot]:
    """The mean of each month's readings, and how far they reach."""
    for _, group in groupby(run, key=lambda point: (point.day.year, point.day.month)):
        points = list(group)
        mean = sum(point.value * point.count for point in points) / sum(point.count for point in points)
        yield Dot(points[0].day, mean, min(p.lowest for p in points), max(p.highest for p in points))


def _highest(series: Sequence[Series]) -> float:
    """The whole scale of an answer; of what was measured, the next round value."""
    if series[0].topic is not Topic.TEST:
        return series[0].maximum
    values = [point.highest for one in series for run in one.runs for point in run]
    bands = [one.band[1] for one in series if one.band is not None and len(series) == 1]
    return rounded_up(max((*values, *bands, 1.0)))


def workouts_chart(identity: str, named: Named, weeks: Iterable[Week], heading: str, planned: str) -> BarChart:
    """How many workouts each week, beside how many were planned."""
    bars = tuple(Bar(week.first, week.workouts, week.planned) for week in weeks)
    return BarChart(identity, named.title, named.description, _fewer(bars), heading, planned)


def _fewer(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """Of more than two years, one bar a month: what its weeks come to on average."""
    if len(bars) <= _WEEKS_SHOWN:
        return bars
    months = (list(group) for _, group in groupby(bars, key=lambda bar: (bar.day.year, bar.day.month)))
    return tuple(
        Bar(weeks[0].day, _mean(bar.value for bar in weeks), _mean(bar.planned for bar in weeks)) for weeks in months
    )


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def minutes_chart(identity: str, named: Named, amounts: Iterable[tuple[date, float | None]], heading: str) -> BarChart:
    """Minutes each week; a week without any written down has no bar."""
    bars = tuple(Bar(day, amount) for day, amount in amounts)
    return BarChart(identity, named.title, named.description, _fewer(bars), heading)


def sides_chart(
    identity: str, named: Named, sides: Iterable[Sides], labels: Iterable[tuple[str, str]], words: Words
) -> Dumbbell:
    """Left beside right for each test. `labels`: what the test is called, and what is said of its sides."""
    pairs = tuple(_pair(one, name, note, words) for one, (name, note) in zip(sides, labels, strict=True))
    return Dumbbell(identity, named.title, named.description, pairs)


def _pair(sides: Sides, name: str, note: str, words: Words) -> Pair:
    high = rounded_up(max(sides.left, sides.right, 1.0))
    unit = words.unit(sides.unit) or sides.unit
    return Pair(name, sides.left, sides.right, min(0, sides.minimum), high, unit, note)
