"""Differences as marks with their intervals, beside a line where there is none."""

from collections.abc import Iterator
from textwrap import wrap

from unbend.exchange.chart.ink import Ink, drawing, part
from unbend.exchange.chart.labels import STRONG_LETTER
from unbend.exchange.chart.marks import draw_mark
from unbend.exchange.chart.model import Forest, Interval
from unbend.exchange.chart.scale import Scale, rounded_up
from unbend.exchange.chart.table import interval_in_words
from unbend.exchange.chart.words import Words
from unbend.exchange.markup import Html

_LINE, _TRACK = 18.0, 36.0


def draw_forest(chart: Forest, words: Words, *, width: int, ink: Ink = Ink.SCREEN) -> Html:
    """The chart as SVG of this width, one row a difference; it grows with the page."""
    end = rounded_up(max((abs(side) for row in chart.rows for side in (row.low, row.high)), default=1))
    scale = Scale(-end, end, 8, width - 8)
    parts: list[Html] = []
    top = 0.0
    for row in chart.rows:
        lines = wrap(row.label, int(width / STRONG_LETTER)) or [""]
        parts.extend(_row(row, lines, top, scale, words, ink))
        top += _LINE * len(lines) + _TRACK
    parts.extend(_ends(chart, scale, top, end, words, ink))
    return drawing(ink, f"{chart.id}-{width}", chart.title, chart.description, *parts, width=width, height=top + 44)


def _row(row: Interval, lines: list[str], top: float, scale: Scale, words: Words, ink: Ink) -> Iterator[Html]:
    for number, text in enumerate(lines):
        yield part(ink, "text", "chart-label", text, x=0, y=top + 14 + _LINE * number)
    y, zero = top + _LINE * len(lines) + 14, scale(0)
    yield part(ink, "line", "chart-axis", x1=zero, x2=zero, y1=y - 12, y2=y + 12)
    yield part(ink, "line", "chart-track", x1=scale.start, x2=scale.end, y1=y, y2=y)
    yield part(ink, "line", "chart-difference", x1=scale(row.low), x2=scale(row.high), y1=y, y2=y)
    yield draw_mark(ink, 0, scale(row.value), y, interval_in_words(row, words), radius=6)


def _ends(chart: Forest, scale: Scale, top: float, end: float, words: Words, ink: Ink) -> Iterator[Html]:
    """The scale below, and what its sides mean."""
    for value, anchor in ((-end, "start"), (0.0, "middle"), (end, "end")):
        x = {"start": 0.0, "middle": scale(0), "end": scale.end + 8}[anchor]
        yield part(ink, "text", "chart-tick", words.number(value), x=x, y=top + 14, text_anchor=anchor)
    yield part(ink, "text", "chart-note", chart.less, x=0, y=top + 34)
    yield part(ink, "text", "chart-note", chart.more, x=scale.end + 8, y=top + 34, text_anchor="end")
