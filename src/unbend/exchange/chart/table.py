"""The same numbers as rows of a table, for everybody who would rather read than look."""

from dataclasses import dataclass
from datetime import date

from unbend.exchange.chart.model import BarChart, Dot, Dumbbell, Forest, Interval, Line, LineChart
from unbend.exchange.chart.words import Words


@dataclass(frozen=True)
class Table:
    """Headings, and rows of as many cells; the first cell names the row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def line_table(chart: LineChart, words: Words) -> Table:
    """One row a day, the latest first; what is missing says so."""
    columns = [_by_day(line) for line in chart.lines]
    days = sorted({day for column in columns for day in column}, reverse=True)
    several = len(chart.lines) > 1
    headings = (words.day_heading, *(line.label if several else chart.title for line in chart.lines))
    cells = (((words.day(day)), *(_cell(column.get(day), chart.unit, words) for column in columns)) for day in days)
    return Table(headings, tuple(cells))


def _by_day(line: Line) -> dict[date, Dot]:
    return {dot.day: dot for run in line.runs for dot in run}


def _cell(dot: Dot | None, unit: str | None, words: Words) -> str:
    if dot is None:
        return words.missing
    value = words.number(dot.value, unit)
    if dot.lowest == dot.highest:
        return value
    return words.range.format(value=value, lowest=words.number(dot.lowest), highest=words.number(dot.highest))


def bar_table(chart: BarChart, words: Words) -> Table:
    """One row a week, the latest first."""
    planned = any(bar.planned is not None for bar in chart.bars)
    headings = (words.day_heading, chart.heading, *((chart.planned_heading,) if planned else ()))
    rows = []
    for bar in reversed(chart.bars):
        numbers = (bar.value, bar.planned) if planned else (bar.value,)
        rows.append((words.day(bar.day), *(_number(value, chart.unit, words) for value in numbers)))
    return Table(headings, tuple(rows))


def _number(value: float | None, unit: str | None, words: Words) -> str:
    return words.missing if value is None else words.number(value, unit)


def dumbbell_table(chart: Dumbbell, words: Words) -> Table:
    """One row a pair, with what is to be said of it."""
    headings = (words.what_heading, words.left, words.right, words.note_heading)
    rows = (
        (pair.label, words.number(pair.left, pair.unit), words.number(pair.right, pair.unit), pair.note)
        for pair in chart.pairs
    )
    return Table(headings, tuple(rows))


def forest_table(chart: Forest, words: Words) -> Table:
    """One row a difference, with its interval."""
    rows = ((row.label, interval_in_words(row, words)) for row in chart.rows)
    return Table((chart.heading, chart.value_heading), tuple(rows))


def interval_in_words(row: Interval, words: Words) -> str:
    """The difference and its interval in brackets."""
    value, lowest, highest = map(words.number, (row.value, row.low, row.high))
    return words.range.format(value=value, lowest=lowest, highest=highest)
