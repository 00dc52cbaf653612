"""What a picture is made of: outlines of a fixed number of points, in metres of the picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import hypot

Pair = tuple[float, float]
Box = tuple[float, float, float, float]

UNITS = 500  # per metre, so that whole numbers are fine enough


class Kind(Enum):
    """How the points of an outline are joined."""

    ROUND = "round"  # closed; drawn towards each point, and touching the middle of each side between them
    SHARP = "sharp"  # closed; straight
    OPEN = "open"  # a line: point, control point, ..., point


@dataclass(frozen=True, slots=True)
class Outline:
    """One closed or open curve."""

    kind: Kind
    points: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """Outlines of one colour. `edge` draws a line round all of them together."""

    role: str
    outlines: tuple[Outline, ...]
    edge: bool = False


def stroke(through: Sequence[Pair]) -> Outline:
    """An open curve near the given points that begins and ends at the first and last."""
    first, last = through[0], through[-1]
    inner = through[1:-1] or [((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)]
    points: list[Pair] = [first]
    for i, control in enumerate(inner):
        following = inner[i + 1] if i + 1 < len(inner) else None
        on = ((control[0] + following[0]) / 2, (control[1] + following[1]) / 2) if following else last
        points += [control, on]
    return Outline(Kind.OPEN, tuple(points))


def collapsed(outline: Outline, share: float) -> Outline:
    """The outline shrunk to `share` of its size about its own middle: 0 hides it and keeps its points."""
    if share >= 1:
        return outline
    n = len(outline.points)
    x, y = sum(p[0] for p in outline.points) / n, sum(p[1] for p in outline.points) / n
    return replace(outline, points=tuple((x + (a - x) * share, y + (b - y) * share) for a, b in outline.points))


def is_seen(outline: Outline) -> bool:
    """Whether an outline has any size."""
    return any(spread(p, outline.points[0]) > 0.5 / UNITS for p in outline.points)


def path(outline: Outline, *, flip: int = 1) -> str:
    """The data of an SVG path, in whole units, each curve relative to its start. `flip` -1 mirrors it."""
    ends = [(round(x * UNITS) * flip, round(y * UNITS)) for x, y in outline.points]
    if outline.kind is Kind.ROUND:
        return _round(ends)
    (x, y), rest = ends[0], ends[1:]
    if outline.kind is Kind.SHARP:
        return _command("M", x, y) + "".join(_steps("l", x, y, rest, every=1)) + "z"
    return _command("M", x, y) + "".join(_steps("q", x, y, rest, every=2))


def _round(corners: Sequence[tuple[int, int]]) -> str:
    """Curves from middle to middle. Only the first control point is written; the others follow from it, because each
    is the last one mirrored at the middle between. What rounding takes from one, the next gives back."""
    (a, b), (c, d) = corners[0], corners[-1]
    begin_x, begin_y = x, y = (a + c) // 2, (b + d) // 2
    parts = [_command("M", x, y), _command("q", a - x, b - y)]
    for i, (c, d) in enumerate((*corners[1:], corners[0])):
        to_x, to_y = (begin_x, begin_y) if i == len(corners) - 1 else ((a + c) // 2, (b + d) // 2)
        parts.append(_command("t" if i == 1 else "", to_x - x, to_y - y))
        a, b, x, y = 2 * to_x - a, 2 * to_y - b, to_x, to_y
    return "".join(parts) + "z"


def _steps(command: str, x: int, y: int, points: Sequence[tuple[int, int]], *, every: int) -> Iterable[str]:
    for i, (a, b) in enumerate(points):
        yield _command(command if i == 0 else "", a - x, b - y)
        if i % every == every - 1:
            x, y = a, b


def _command(letter: str, x: int, y: int) -> str:
    first = str(x) if letter or x < 0 else f" {x}"
    return f"{letter}{first}{y}" if y < 0 else f"{letter}{first} {y}"


def box_of(shapes: Iterable[Shape]) -> Box:
    """The smallest box round all points; a unit box round nothing."""
    points = [p for shape in shapes for outline in shape.outlines for p in outline.points]
    if not points:
        return 0.0, 0.0, 1.0, 1.0
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def spread(a: Pair, b: Pair) -> float:
    """How far two points are apart."""
    return hypot(a[0] - b[0], a[1] - b[1])
