"""One bar a week, with a small line where something was planned."""

from collections.abc import Iterator

from unbend.exchange.chart.frame import Frame, room_for_values
from unbend.exchange.chart.ink import Ink, drawing, part
from unbend.exchange.chart.model import Bar, BarChart
from unbend.exchange.chart.scale import rounded_up, ticks
from unbend.exchange.chart.words import Words
from unbend.exchange.markup import Html, element

_ROOM_FOR_A_PLAN = 3.0
"""A bar narrower than this has no room for the small line of what was planned."""
_BESIDE = 50.0
"""What the values of the axis and the edges take of the width."""


def draw_bars(chart: BarChart, words: Words, *, width: int, height: int = 150, ink: Ink = Ink.SCREEN) -> Html:
    """The chart as SVG of this size; it grows with the page."""
    thick = _thickness(len(chart.bars), width)
    frame = _frame(chart, words, (width, height), ink, thick)
    parts = [*frame.draw(), *(piece for bar in chart.bars for piece in _bar(chart, bar, frame, thick))]
    if not any(bar.value for bar in chart.bars):
        place = {"x": (frame.left + frame.right) / 2, "y": (frame.top + frame.bottom) / 2}
        parts.append(part(ink, "text", "chart-nothing", words.nothing, text_anchor="middle", **place))
    identity = f"{chart.id}-{width}"
    return drawing(ink, identity, chart.title, chart.description, *parts, width=width, height=height)


def _thickness(bars: int, width: float) -> float:
    """As thick as there is room for, with some air between bars where that can be seen."""
    room = (width - _BESIDE) / max(bars, 4)
    return min(room * 0.7, 26.0) if room > _ROOM_FOR_A_PLAN else room


def _frame(chart: BarChart, words: Words, size: tuple[int, int], ink: Ink, thick: float) -> Frame:
    amounts = [value for bar in chart.bars for value in (bar.value, bar.planned) if value]
    high = rounded_up(max(amounts, default=1), most=4, whole=True)
    values = ticks(0, high, most=4, whole=True)
    return Frame(
        ink=ink,
        words=words,
        width=size[0],
        height=size[1],
        left=room_for_values(values, words),
        right=size[0] - 4,
        first=chart.bars[0].day,
        last=chart.bars[-1].day,
        values=values,
        unit=chart.unit,
        low=0,
        high=high,
        gap=thick / 2 + 3,
    )


def _bar(chart: BarChart, bar: Bar, frame: Frame, thick: float) -> Iterator[Html]:
    x = frame.at(bar.day) - thick / 2
    if bar.value:
        y = frame.y(bar.value)
        title = element("title", _title(chart, bar, frame.words))
        yield part(frame.ink, "rect", "chart-bar", title, x=x, y=y, width=thick, height=frame.bottom - y)
    if bar.planned and thick >= _ROOM_FOR_A_PLAN:
        y = frame.y(bar.planned)
        yield part(frame.ink, "line", "chart-planned", x1=x - 1, x2=x + thick + 1, y1=y, y2=y)


def _title(chart: BarChart, bar: Bar, words: Words) -> str:
    value = words.missing if bar.value is None else words.number(bar.value, chart.unit)
    return words.point.format(what=chart.heading, day=words.day(bar.day), value=value)
