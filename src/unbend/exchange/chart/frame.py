"""The plot of a chart over time: its two scales, the lines across and the ticks; the unit stands on top."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from unbend.exchange.chart.dates import day_ticks
from unbend.exchange.chart.ink import Ink, part
from unbend.exchange.chart.labels import LETTER
from unbend.exchange.chart.scale import Scale, days
from unbend.exchange.chart.words import Words
from unbend.exchange.markup import Html

_TOP, _TOP_WITH_UNIT, _BOTTOM = 12.0, 30.0, 26.0
_ROOM_OF_A_DAY = 62.0


@dataclass(frozen=True)
class Frame:
    """Where things stand in a drawing of this size."""

    ink: Ink
    words: Words
    width: float
    height: float
    left: float
    right: float
    first: date
    last: date
    values: tuple[float, ...]
    unit: str | None
    low: float
    high: float
    gap: float = 8.0

    @property
    def top(self) -> float:
        """The upper edge of the plot."""
        return _TOP_WITH_UNIT if self.unit else _TOP

    @property
    def bottom(self) -> float:
        """The lower edge of the plot."""
        return self.height - _BOTTOM

    @property
    def y(self) -> Scale:
        """From values to heights."""
        return Scale(self.low, self.high, self.bottom, self.top)

    @property
    def x(self) -> Scale:
        """From the ordinals of days to places across."""
        return days(self.first, self.last, self.left + self.gap, self.right - self.gap)

    def at(self, day: date) -> float:
        """Where a day stands."""
        return self.x(day.toordinal())

    def draw(self) -> Iterator[Html]:
        """Lines across with their values, the axis of days with its ticks."""
        if self.unit:
            yield part(self.ink, "text", "chart-tick", self.unit, x=0, y=14)
        for value in self.values:
            y = self.y(value)
            look = "chart-axis" if value == self.low else "chart-grid"
            yield part(self.ink, "line", look, x1=self.left, x2=self.right, y1=y, y2=y)
            text = self.words.number(value)
            yield part(self.ink, "text", "chart-tick", text, x=self.left - 6, y=y + 4, text_anchor="end")
        most = max(int((self.right - self.left) / _ROOM_OF_A_DAY), 1)
        for tick in day_ticks(self.first, self.last, most=most, words=self.words):
            yield from self._day(self.at(tick.day), tick.label)

    def _day(self, x: float, label: str) -> Iterator[Html]:
        half = LETTER * len(label) / 2
        place = min(max(x, half), self.width - half)
        yield part(self.ink, "line", "chart-axis", x1=x, x2=x, y1=self.bottom, y2=self.bottom + 4)
        yield part(self.ink, "text", "chart-tick", label, x=place, y=self.bottom + 18, text_anchor="middle")


def room_for_values(values: tuple[float, ...], words: Words) -> float:
    """How much the values of the axis take on the left."""
    return LETTER * max(len(words.number(value)) for value in values) + 8
