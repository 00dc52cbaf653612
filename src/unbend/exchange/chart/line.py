"""Lines over time, with gaps, a band of error, and labels at their ends."""

from collections.abc import Iterator

from unbend.exchange.chart.frame import Frame, room_for_values
from unbend.exchange.chart.ink import Ink, drawing, part, short
from unbend.exchange.chart.labels import Label, draw_labels, width_of
from unbend.exchange.chart.marks import LOOKS, draw_mark
from unbend.exchange.chart.model import Dot, Line, LineChart
from unbend.exchange.chart.scale import Scale, ticks
from unbend.exchange.chart.words import Words
from unbend.exchange.markup import Html

_ROOM_OF_A_MARK = 11.0
_VERY_MANY = 200


def draw_line(chart: LineChart, words: Words, *, width: int, height: int = 200, ink: Ink = Ink.SCREEN) -> Html:
    """The chart as SVG of this size; it grows with the page."""
    frame = _frame(chart, words, width, height, ink)
    parts = [*_band(chart, frame), *frame.draw(), *_lines(chart, frame), *_labels(chart, frame)]
    identity = f"{chart.id}-{width}"
    return drawing(ink, identity, chart.title, chart.description, *parts, width=width, height=height)


def _frame(chart: LineChart, words: Words, width: int, height: int, ink: Ink) -> Frame:
    values = ticks(chart.minimum, chart.maximum)
    room = width_of(_texts(chart, Scale(0, 1, 0, 1)))
    return Frame(
        ink=ink,
        words=words,
        width=width,
        height=height,
        left=room_for_values(values, words),
        right=width - (room + 6 if room else 4),
        first=chart.first,
        last=chart.last,
        values=values,
        unit=chart.unit,
        low=chart.minimum,
        high=chart.maximum,
    )


def _band(chart: LineChart, frame: Frame) -> Iterator[Html]:
    if chart.band is not None:
        top, bottom = frame.y(chart.band[1]), frame.y(chart.band[0])
        size = {"width": frame.right - frame.left, "height": max(bottom - top, 1.0)}
        yield part(frame.ink, "rect", "chart-band", x=frame.left, y=top, **size)


def _lines(chart: LineChart, frame: Frame) -> Iterator[Html]:
    if not any(line.runs for line in chart.lines):
        x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        yield part(frame.ink, "text", "chart-nothing", frame.words.nothing, x=x, y=y, text_anchor="middle")
    for number, line in enumerate(chart.lines):
        for run in line.runs:
            yield from _run(run, number, frame, alone=len(chart.lines) == 1)
    for number, line in reversed(list(enumerate(chart.lines))):
        yield from _marks(chart, line, number, frame)


def _run(run: tuple[Dot, ...], number: int, frame: Frame, *, alone: bool) -> Iterator[Html]:
    """The line, and behind it, where it is the only one, how far its values reach."""
    if alone and any(dot.lowest != dot.highest for dot in run):
        upper = [(frame.at(dot.day), frame.y(dot.highest)) for dot in run]
        lower = [(frame.at(dot.day), frame.y(dot.lowest)) for dot in reversed(run)]
        yield part(frame.ink, "path", "chart-range", d=_path([*upper, *lower]) + "Z")
    if len(run) > 1:
        way = _path([(frame.at(dot.day), frame.y(dot.value)) for dot in run])
        yield part(frame.ink, "path", _look(len(run), number), d=way)


def _look(dots: int, number: int) -> str:
    """A line of very many dots is drawn fine."""
    return f"chart-line {LOOKS[number % 2]}" + (" chart-fine" if dots > _VERY_MANY else "")


def _path(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{short(x)} {short(y)}" for x, y in points)


def _marks(chart: LineChart, line: Line, number: int, frame: Frame) -> Iterator[Html]:
    """A mark on each value; where they would touch, only on those that no line leads to, and on the last."""
    crowded = sum(map(len, line.runs)) * _ROOM_OF_A_MARK > frame.right - frame.left
    for run in line.runs:
        for dot in run:
            if not crowded or len(run) == 1 or dot is line.last:
                title = _title(chart, line, dot, frame.words)
                radius = 2.5 if crowded and dot is not line.last else 4
                yield draw_mark(frame.ink, number, frame.at(dot.day), frame.y(dot.value), title, radius=radius)


def _title(chart: LineChart, line: Line, dot: Dot, words: Words) -> str:
    what = f"{chart.title}, {line.label}" if len(chart.lines) > 1 else chart.title
    return words.point.format(what=what, day=words.day(dot.day), value=words.number(dot.value, chart.unit))


def _labels(chart: LineChart, frame: Frame) -> list[Html]:
    place = {"x": frame.right + 6, "top": 0.0, "bottom": frame.bottom + 8}
    return draw_labels(frame.ink, _texts(chart, frame.y), **place)


def _texts(chart: LineChart, y: Scale) -> list[Label]:
    """The labels of the lines that have values, and that of the band."""
    lines = [
        Label(line.label, f"chart-label {LOOKS[number % 2]}", y(line.last.value))
        for number, line in enumerate(chart.lines)
        if line.label and line.last is not None
    ]
    if chart.band is None or not chart.band_label:
        return lines
    return [*lines, Label(chart.band_label, "chart-band-label", y(sum(chart.band) / 2))]
