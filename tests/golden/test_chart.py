"""One chart whole, for paper: two sides over twelve weeks with a gap. Rewritten like the other golden files."""

from calendar import month_abbr
from datetime import date, timedelta
from pathlib import Path

from golden.test_golden import REWRITE
from unbend.exchange.chart import Dot, Ink, Line, LineChart, Words, draw_line

FILE = Path(__file__).parent / "chart.svg"
WORDS = Words(
    tuple(month_abbr[1:]),
    "Left", "Right", "L", "R", "Day", "Test", "Compared", "Nothing here yet",
)  # fmt: skip
FIRST = date(2025, 12, 15)


def test_the_chart_is_the_one_on_file() -> None:
    svg = draw_line(chart(), WORDS, width=680, ink=Ink.PRINT) + "\n"
    if REWRITE:
        FILE.write_text(svg, encoding="utf-8")
    assert svg == FILE.read_text(encoding="utf-8")


def chart() -> LineChart:
    """Two lines, a gap in each, and the band of the first."""
    left = (_run(0, 42, 44, 43, 47), _run(50, 52, 55, 58))
    right = (_run(0, 60, 61, 60, 62), _run(50, 61, 63, 62))
    lines = Line("Left 58", left), Line("Right 62", right)
    last = FIRST + timedelta(days=80)
    description = "Left from 42 to 58 degrees, right from 60 to 62 degrees."
    return LineChart(
        "hips", "Hip rotation", description, lines, FIRST, last, 0, 80, "degrees", (32, 52), "about the same"
    )


def _run(start: int, *values: float) -> tuple[Dot, ...]:
    return tuple(Dot(FIRST + timedelta(days=start + 7 * n), value, value, value) for n, value in enumerate(values))
