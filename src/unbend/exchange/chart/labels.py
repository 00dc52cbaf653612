"""Labels at the ends of lines, moved apart so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from unbend.exchange.chart.ink import Ink, part
from unbend.exchange.markup import Html

LETTER = 8.2
"""The width of a letter, rather too much than too little."""
STRONG_LETTER = 8.8
LINE = 15.0
_LETTERS = 12


@dataclass(frozen=True)
class Label:
    """A text, its look, and the height at which it would like to stand."""

    text: str
    look: str
    at: float

    @property
    def lines(self) -> list[str]:
        """The text in lines of a few letters."""
        return wrap(self.text, _LETTERS, break_long_words=False) or [""]

    @property
    def height(self) -> float:
        """How much room it takes."""
        return LINE * len(self.lines)

    @property
    def width(self) -> float:
        """How wide its longest line is."""
        return STRONG_LETTER * max(map(len, self.lines))


def width_of(labels: Sequence[Label]) -> float:
    """The room that these labels take beside the plot; none for no labels."""
    return max((label.width for label in labels), default=0.0)


def draw_labels(ink: Ink, labels: Sequence[Label], *, x: float, top: float, bottom: float) -> list[Html]:
    """The labels in a column, each as near to its height as the others let it."""
    ordered = sorted(labels, key=lambda label: label.at)
    tops = _apart(ordered, top, bottom)
    return [
        part(ink, "text", label.look, line, x=x, y=y + LINE * (number + 0.75))
        for label, y in zip(ordered, tops, strict=True)
        for number, line in enumerate(label.lines)
    ]


def _apart(ordered: Sequence[Label], top: float, bottom: float) -> list[float]:
    """The upper edges: pushed down where they would meet, then up again from the bottom."""
    tops: list[float] = []
    edge = top
    for label in ordered:
        tops.append(max(edge, label.at - label.height / 2))
        edge = tops[-1] + label.height
    edge = bottom
    for number in range(len(ordered) - 1, -1, -1):
        tops[number] = min(tops[number], edge - ordered[number].height)
        edge = tops[number]
    return tops
