"""Two small pictures of the cohort, written as SVG by hand: nothing here needs a library."""

from collections.abc import Iterator, Sequence
from html import escape
from statistics import fmean

from bench.cohort_model.cohort import Outcome
from bench.cohort_model.numbers import NUMBERS
from bench.cohort_model.simulate import ARMS

WIDTH = 680
INK, PAPER = "#1f2933", "#ffffff"
PARTS = (("under", "#9db4c0"), ("fitting", "#2f6f5e"), ("over", "#c8553d"))
LINES = {"ours": "#2f6f5e", "fixed": "#7b8794", "selfBACK": "#8a5fa8", "always up": "#c8553d"}
LEAST_PEOPLE = 5
"""Weeks in which fewer people did something are left out of the lines."""


def dosing(found: Sequence[Outcome]) -> str:
    """For each way of dosing: how much of the main work was too little, fitting and too much."""
    pieces = [_text(12, 20, "Main exercises beside what the body could take, in percent", bold=True)]
    for row, arm in enumerate(ARMS):
        counts = [sum(getattr(one.arms[arm], name) for one in found) for name, _ in PARTS]
        pieces += list(_bar(44 + 34 * row, arm, counts))
    names = ("too little", "fitting", "too much")
    for place, (name, (_, colour)) in enumerate(zip(names, PARTS, strict=True)):
        pieces.append(f'<rect x="{110 + 120 * place}" y="186" width="12" height="12" fill="{colour}"/>')
        pieces.append(_text(128 + 120 * place, 197, name))
    return _svg("Dosing of the simulated cohort", 212, pieces)


def _bar(y: int, arm: str, counts: Sequence[int]) -> Iterator[str]:
    whole, x = sum(counts) or 1, 110.0
    yield _text(12, y + 17, arm)
    for count, (_, colour) in zip(counts, PARTS, strict=True):
        width = (WIDTH - 130) * count / whole
        yield f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="24" fill="{colour}"/>'
        if width > 40:
            yield _text(x + width / 2, y + 17, f"{100 * count / whole:.0f}", colour=PAPER, middle=True)
        x += width


def weeks(found: Sequence[Outcome]) -> str:
    """The mean load in shares of tolerance, week by week."""
    means = {arm: _means(found, arm) for arm in ARMS}
    last = max((week for run in means.values() for week in run), default=1) or 1
    high = max((value for run in means.values() for value in run.values()), default=1.0) * 1.1
    high = max(high, NUMBERS.over)

    def place(week: float, value: float) -> tuple[float, float]:
        return 44 + (WIDTH - 150) * week / last, 250 - 210 * value / high

    (_, top), (_, bottom) = place(0, NUMBERS.over), place(0, NUMBERS.under)
    right = place(last, 0)[0]
    pieces = [
        _text(12, 20, "Mean load of main exercises, in shares of what the body could take", bold=True),
        f'<rect x="44" y="{top:.1f}" width="{right - 44:.1f}" height="{bottom - top:.1f}" fill="#e3efe9"/>',
    ]
    pieces += [_text(12, place(0, value)[1] + 4, f"{value:g}") for value in (0.0, 0.5, 1.0)]
    pieces += [_text(place(week, 0)[0], 268, str(week + 1), middle=True) for week in range(0, last + 1, 5)]
    pieces.append(_text(right + 20, 268, "week"))
    ends = _apart({arm: place(0, run[max(run)])[1] for arm, run in means.items() if run})
    for arm, run in means.items():
        points = " ".join("{:.1f},{:.1f}".format(*place(week, value)) for week, value in sorted(run.items()))
        pieces.append(f'<polyline points="{points}" fill="none" stroke="{LINES[arm]}" stroke-width="2.5"/>')
        pieces.append(_text(right + 8, ends.get(arm, 0) + 4, arm, colour=LINES[arm]))
    return _svg("Load of the simulated cohort over the weeks; the band counts as fitting", 280, pieces)


def _means(found: Sequence[Outcome], arm: str) -> dict[int, float]:
    every: dict[int, list[float]] = {}
    for one in found:
        for week, share in one.arms[arm].share_by_week.items():
            every.setdefault(week, []).append(share)
    return {week: fmean(shares) for week, shares in every.items() if len(shares) >= LEAST_PEOPLE}


def _apart(ends: dict[str, float]) -> dict[str, float]:
    """The heights of the labels, moved down where two would touch."""
    placed: dict[str, float] = {}
    for arm in sorted(ends, key=lambda name: ends[name]):
        lowest = max(placed.values(), default=-100.0)
        placed[arm] = max(ends[arm], lowest + 16)
    return placed


def _text(x: float, y: float, words: str, *, bold: bool = False, middle: bool = False, colour: str = INK) -> str:
    weight = ' font-weight="600"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}"{weight}{anchor}>{escape(words)}</text>'


def _svg(title: str, height: int, pieces: Sequence[str]) -> str:
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="13">'
    )
    back = f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
    return "\n".join([start, f"<title>{escape(title)}</title>", back, *pieces, "</svg>", ""])
