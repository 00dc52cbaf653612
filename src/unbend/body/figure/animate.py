"""A movement as one looping SVG picture: every outline runs through its shapes, in one order of painting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from unbend.body.figure.draw import MARGIN, ground_level, svg
from unbend.body.figure.ground import floor
from unbend.body.figure.ink import Ink
from unbend.body.figure.scene import paint
from unbend.body.figure.shape import Box, Kind, Outline, Pair, Shape, box_of, is_seen, path
from unbend.body.figure.view import View
from unbend.body.frame import Frame

# Metres that an outline may leave its way between two written stages; light and shade show less than lines do.
TOLERANCE, SOFT_TOLERANCE = 0.006, 0.012


@dataclass(frozen=True, slots=True)
class Clock:
    """How long a loop takes, and at which shares of it the frames stand."""

    seconds: float
    shares: tuple[float, ...]

    def loop(self, kept: Sequence[int], values: Sequence[str]) -> str:
        """The element that runs a path through `values`, at the times of the frames `kept`."""
        times = ";".join(f"{self.shares[i]:.3g}".removeprefix("0") or "0" for i in kept)
        return (
            f'<animate attributeName="d" dur="{self.seconds:g}s" repeatCount="indefinite" keyTimes="{times}" '
            f'values="{";".join(values)}"/>'
        )


def animate(
    frames: Sequence[Frame],
    *,
    times: Sequence[float],
    seconds: float,
    view: View,
    ink: Ink,
    title: str,
    description: str,
    worked: Sequence[str] = (),
    box: Box | None = None,
    mirrored: bool = False,
) -> str:
    """A picture that loops in `seconds`; `times` are the frames' seconds from its start, the last one `seconds`.
    Readers who want less motion see the first frame, still."""
    painted = paint(frames, view, worked)
    shown = box or _around(painted)
    ground = list(floor(shown, view, ground_level(frames[0], view)))
    flip = -1 if mirrored else 1
    stages = [[*ground, *shapes] for shapes in painted]
    clock = Clock(seconds, tuple(time / seconds for time in times))
    own = ink.of(frames[0].build.name)
    moving = "".join(_moving(stages, clock=clock, ink=own, flip=flip))
    quiet = "".join(_moving(stages[:1], clock=clock, ink=own, flip=flip))
    content = f'{ink.switch}<g class="moving">{moving}</g><g class="still">{quiet}</g>'
    return svg(content, classes=own.classes, box=shown, flip=flip, title=title, description=description)


def _around(painted: Sequence[Sequence[Shape]]) -> Box:
    boxes = [box_of(shapes) for shapes in painted]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
    return left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN


def _moving(painted: Sequence[Sequence[Shape]], *, clock: Clock, ink: Ink, flip: int) -> Iterator[str]:
    for stages in zip(*painted, strict=True):
        every = zip(*(stage.outlines for stage in stages), strict=True)
        ways = [_untwisted(outlines) for outlines in every if any(is_seen(outline) for outline in outlines)]
        if not ways:
            continue
        look = ink.round(stages[0].role) if stages[0].edge else ink.area(stages[0].role)
        kept = _needed(ways, clock.shares, SOFT_TOLERANCE if stages[0].role.endswith("lit") else TOLERANCE)
        values = ["".join(path(way[i], flip=flip) for way in ways) for i in kept]
        if len(set(values)) == 1:
            yield f'<path {look} d="{values[0]}"/>'
        else:
            yield f'<path {look} d="{values[0]}">{clock.loop(kept, values)}</path>'


def _needed(ways: Sequence[Sequence[Outline]], shares: Sequence[float], tolerance: float) -> list[int]:
    """The stages that a straight way between their neighbours would not show well enough; first and last always."""
    rows = [[number for way in ways for point in way[i].points for number in point] for i in range(len(ways[0]))]
    kept, open_spans = {0, len(rows) - 1}, [(0, len(rows) - 1)]
    while open_spans:
        a, b = open_spans.pop()
        worst, at = max(((_off(rows, shares, a, i, b), i) for i in range(a + 1, b)), default=(0.0, 0))
        if worst > tolerance:
            kept.add(at)
            open_spans += [(a, at), (at, b)]
    return sorted(kept)


def _off(rows: Sequence[Sequence[float]], shares: Sequence[float], a: int, i: int, b: int) -> float:
    """How far stage i is at most from the straight way between the stages a and b; metres."""
    share = (shares[i] - shares[a]) / (shares[b] - shares[a])
    both = zip(rows[a], rows[i], rows[b], strict=True)
    return max([abs(first + (last - first) * share - mid) for first, mid, last in both], default=0.0)


def _untwisted(outlines: Sequence[Outline]) -> list[Outline]:
    """The stages of one outline, each begun at the point that lies nearest to where the stage before began."""
    found = [outlines[0]]
    for outline in outlines[1:]:
        found.append(_begun_near(outline, found[-1]) if outline.kind is Kind.ROUND else outline)
    return found


def _begun_near(outline: Outline, before: Outline) -> Outline:
    points, past = outline.points, before.points
    twice, (x, y) = points + points, past[0]
    best, nearest = 0, inf
    for shift, (a, b) in enumerate(points):
        if (x - a) * (x - a) + (y - b) * (y - b) >= nearest:
            continue  # the first of them alone is too far, as most are
        far = _apart(twice[shift : shift + len(points)], past, nearest)
        if far < nearest:
            best, nearest = shift, far
    return replace(outline, points=twice[best : best + len(points)]) if best else outline


def _apart(points: Sequence[Pair], past: Sequence[Pair], most: float) -> float:
    """The squared ways between points, two by two, added up; only until they are `most` or more."""
    total = 0.0
    for (a, b), (x, y) in zip(points, past, strict=True):
        total += (x - a) * (x - a) + (y - b) * (y - b)
        if total >= most:
            break
    return total
