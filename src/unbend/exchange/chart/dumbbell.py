"""Left and right as two marks on a track, the difference between them drawn."""

from collections.abc import Iterator

from unbend.exchange.chart.ink import Ink, drawing, part
from unbend.exchange.chart.labels import STRONG_LETTER
from unbend.exchange.chart.marks import LOOKS, draw_mark
from unbend.exchange.chart.model import Dumbbell, Pair
from unbend.exchange.chart.scale import Scale
from unbend.exchange.chart.words import Words
from unbend.exchange.markup import Html

_ROW, _TRACK, _NOTE = 74.0, 36.0, 58.0


def draw_dumbbell(chart: Dumbbell, words: Words, *, width: int, ink: Ink = Ink.SCREEN) -> Html:
    """The chart as SVG of this width, one row a pair; it grows with the page."""
    parts = [piece for row, pair in enumerate(chart.pairs) for piece in _pair(pair, row * _ROW, words, width, ink)]
    height = max(_ROW * len(chart.pairs), 1)
    identity = f"{chart.id}-{width}"
    return drawing(ink, identity, chart.title, chart.description, *parts, width=width, height=height)


def _pair(pair: Pair, top: float, words: Words, width: float, ink: Ink) -> Iterator[Html]:
    texts = _texts(pair, words)
    room = STRONG_LETTER * max(map(len, texts)) + 14
    scale, y = Scale(pair.minimum, pair.maximum, room, width - room), top + _TRACK
    yield part(
        ink, "text", "chart-label", words.label_with_unit.format(what=pair.label, unit=pair.unit), x=0, y=top + 16
    )
    yield part(ink, "line", "chart-track", x1=room, x2=width - room, y1=y, y2=y)
    left, right = scale(pair.left), scale(pair.right)
    yield part(ink, "line", "chart-difference", x1=left, x2=right, y1=y, y2=y)
    yield from _sides(ink, (left, right), y, texts)
    yield part(ink, "text", "chart-note", pair.note, x=0, y=top + _NOTE)


def _sides(ink: Ink, places: tuple[float, float], y: float, texts: tuple[str, str]) -> Iterator[Html]:
    """The two marks, each with its value on the outer side. Equal ones are drawn one in the other."""
    left_first = places[0] <= places[1]
    for number, x, text in ((1, places[1], texts[1]), (0, places[0], texts[0])):
        outward = -1 if left_first == (number == 0) else 1
        anchor = "end" if outward < 0 else "start"
        yield draw_mark(ink, number, x, y, text, radius=5)
        yield part(ink, "text", f"chart-value {LOOKS[number]}", text, x=x + 11 * outward, y=y + 4.5, text_anchor=anchor)


def _texts(pair: Pair, words: Words) -> tuple[str, str]:
    left, right = words.number(pair.left), words.number(pair.right)
    return f"{words.left_letter} {left}", f"{words.right_letter} {right}"
