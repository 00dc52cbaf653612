"""The marks of values: a shape for each line, so that colour is never all that tells them apart."""

from unbend.exchange.chart.ink import Ink, part
from unbend.exchange.markup import Html, element

LOOKS = ("chart-first", "chart-second")
"""A circle, filled; a square, open, and large enough that a circle in the same place is seen in it."""


def draw_mark(ink: Ink, number: int, x: float, y: float, title: str, *, radius: float = 4) -> Html:
    """The mark of the line with this number. Its title is shown when it is pointed at."""
    look = f"chart-mark {LOOKS[number % 2]}"
    said = element("title", title)
    if number % 2 == 0:
        return part(ink, "circle", look, said, cx=x, cy=y, r=radius)
    side = 2 * radius
    return part(ink, "rect", look, said, x=x - side / 2, y=y - side / 2, width=side, height=side)
