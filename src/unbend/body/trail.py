"""The way that the part which moves most goes: the arrow of a picture."""

from collections.abc import Sequence
from itertools import pairwise
from math import dist

from unbend.body.figure.view import View
from unbend.body.frame import Frame
from unbend.body.performance import Performance
from unbend.body.point import points
from unbend.body.vector import Vector, between

SHORTEST = 0.05  # metres seen; less than that an arrow would be longer than its way
PLAIN = 0.2  # metres seen that an arrow is long at least
SAMPLES = 5
# Limbs' ends first: where two parts go about as far, the first in the list is told.
CANDIDATES = (
    "right grip", "left grip", "right ball", "left ball", "right knee", "left knee", "crown", "right elbow", "sacrum",
)  # fmt: skip
CLEARER = 1.25  # how much farther a later candidate must go
DETOUR = 1.7  # a way so many times longer than from end to end is a loop, and an arrow along it says nothing
# Somebody who walks has an arrow before the chest instead: from and to, in metres forward of it.
AHEAD = (0.22, 0.55)


def trail(performance: Performance, *, view: View) -> tuple[Vector, ...]:
    """The way from the first pose to the target, in metres; empty where too little moves to be seen."""
    frames = [performance.on_the_way(i / (SAMPLES - 1)) for i in range(SAMPLES)]
    if performance.movement.travels:
        chest = points(performance.build)["chest"].of(frames[0].placed)
        return tuple((chest[0] + far, chest[1], chest[2]) for far in AHEAD)
    if performance.movement.trail:
        named = [_way(frames, name) for name in performance.movement.trail]
        return _plain(max(named, key=lambda way: _seen(way, view)[0]), view)
    best: tuple[Vector, ...] = ()
    far = SHORTEST / CLEARER
    for name in CANDIDATES:
        way = _way(frames, name)
        reach, walked = _seen(way, view)
        if reach > far * CLEARER and walked < reach * DETOUR:
            best, far = way, reach
    return _plain(best, view) if best else ()


def _plain(way: Sequence[Vector], view: View) -> tuple[Vector, ...]:
    """The same way without its wiggles, and long enough to be seen: from its start by its middle to its end."""
    reach, _ = _seen(way, view)
    longer = max(1.0, PLAIN / reach) if reach > 0.01 else 1.0
    start, middle, end = way[0], way[len(way) // 2], way[-1]
    return start, between(start, middle, longer), between(start, end, longer)


def _way(frames: Sequence[Frame], name: str) -> tuple[Vector, ...]:
    point = points(frames[0].build)[name]
    return tuple(point.of(frame.placed) for frame in frames)


def _seen(way: Sequence[Vector], view: View) -> tuple[float, float]:
    """From end to end, and along the way, as seen."""
    shown = [view.project(at)[:2] for at in way]
    return dist(shown[0], shown[-1]), sum(dist(a, b) for a, b in pairwise(shown))
