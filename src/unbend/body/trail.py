"""The way that the part which moves most goes: the arrow of a picture."""

from collections.abc import Sequence
from math import dist

from unbend.body.figure.view import View
from unbend.body.frame import Frame
from unbend.body.performance import Performance
from unbend.body.point import points
from unbend.body.vector import Vector

SHORTEST = 0.05  # metres seen; less than that an arrow would be longer than its way
SAMPLES = 9
# Limbs' ends first: where two parts go about as far, the first in the list is told.
CANDIDATES = (
    "right grip", "left grip", "right ball", "left ball", "right knee", "left knee", "crown", "right elbow", "sacrum",
)  # fmt: skip
CLEARER = 1.25  # how much farther a later candidate must go


def trail(performance: Performance, *, view: View) -> tuple[Vector, ...]:
    """The way from the first pose to the target, in metres; empty where too little moves to be seen."""
    frames = [performance.on_the_way(i / (SAMPLES - 1)) for i in range(SAMPLES)]
    names = performance.movement.trail or CANDIDATES
    ways = [_way(frames, name) for name in names]
    best = ways[0]
    for way in ways[1:]:
        if _seen(way, view) > _seen(best, view) * CLEARER:
            best = way
    return best if _seen(best, view) >= SHORTEST else ()


def _way(frames: Sequence[Frame], name: str) -> tuple[Vector, ...]:
    point = points(frames[0].build)[name]
    return tuple(point.of(frame.placed) for frame in frames)


def _seen(way: Sequence[Vector], view: View) -> float:
    """How far the way goes from its start at most, as seen."""
    shown = [view.project(at)[:2] for at in way]
    return max(dist(shown[0], at) for at in shown)
