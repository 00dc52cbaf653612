"""The floor under a figure, and the shadow where the body comes near it."""

from collections.abc import Iterator

from unbend.body.angles import Side
from unbend.body.figure.shape import Box, Outline, Shape, collapsed
from unbend.body.figure.solid import COARSE, Camera, hull, in_room
from unbend.body.figure.view import View
from unbend.body.skeleton import LINK
from unbend.body.vector import Vector

NEAR = 0.14  # metres of air under a part, beyond which it throws no shadow
_SIDED = (("foot", 0.04, "toes", 0.035), ("thigh", 0.085, "shank", 0.055), ("shank", 0.05, "foot", 0.04),
          ("upper arm", 0.05, "forearm", 0.04), ("forearm", 0.04, "fingers", 0.03))  # fmt: skip
_PAIRS = (
    *((f"{side.value} {a}", p, f"{side.value} {b}", q) for side in Side for a, p, b, q in _SIDED),
    ("pelvis", 0.12, "lumbar 3", 0.10), ("lumbar 3", 0.10, "thoracic 3", 0.12), ("neck", 0.06, "head", 0.09),
)  # fmt: skip


def shadow(camera: Camera) -> Shape:
    """Soft dark under every part that lies or stands on the floor."""
    origins = camera.frame.placed.origins
    outlines = tuple(
        _under(camera.view, (origins[LINK[a]], p), (origins[LINK[b]], q)) for a, p, b, q in _PAIRS
    )  # fmt: skip
    return Shape("shadow", outlines)


def _under(view: View, first: tuple[Vector, float], second: tuple[Vector, float]) -> Outline:
    closeness = [min(max(1.0 - (at[1] - radius) / NEAR, 0.0), 1.0) for at, radius in (first, second)]
    ellipses = [
        in_room(view, (at[0] + 0.015, 0.0, at[2]), (radius * 1.15, 0.0005, radius * 1.15))
        for at, radius in (first, second)
    ]
    return collapsed(hull(ellipses, directions=COARSE), min(1.0, max(closeness) * 1.4) if max(closeness) > 0 else 0.0)


def floor(box: Box, view: View, height: float) -> Iterator[Shape]:
    """A quiet oval of floor as wide as the picture; `height` is where the middle of the room lies in it."""
    left, _, right, _ = box
    wide, middle = (right - left) / 2 * 0.97, (left + right) / 2
    deep = min(wide * max(abs(view.down[0]), abs(view.down[2]), 0.12), wide)
    if deep < wide * 0.6:
        yield Shape("floor", (hull([(middle, height, wide * wide, 0.0, deep * deep)], along=0.0),))
