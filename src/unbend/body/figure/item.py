"""A part of the picture that is painted in one go: a limb's segment, the trunk, a block of furniture."""

from collections.abc import Sequence
from dataclasses import dataclass

from unbend.body.angles import Side
from unbend.body.figure.shape import Outline, Shape
from unbend.body.figure.solid import COARSE, FAIR, FULL, Blob, Camera, Directions, hull, lit

# A place inside a part: x, y and depth in the picture, and how thick the part is there. Metres.
Sample = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a body. Samples run along it and tell what it hides and what hides it."""

    name: str
    shapes: tuple[Shape, ...]
    samples: tuple[Sample, ...]
    side: Side | None = None


def solid(camera: Camera, role: str, *groups: Sequence[Blob], directions: Directions = FULL) -> tuple[Shape, ...]:
    """A body of one colour made of convex groups: its outline and, over it, the part in the light."""
    seen = [[camera.ellipse(blob) for blob in group] for group in groups]
    whole = tuple(hull(ellipses, directions=directions) for ellipses in seen)
    return Shape(role, whole, edge=True), Shape(f"{role} lit", _lit_hulls(seen))


def plain(camera: Camera, role: str, *groups: Sequence[Blob]) -> tuple[Shape, ...]:
    """A body of one colour made of convex groups, without light and shade: hands and feet are too small for it."""
    return (Shape(role, tuple(camera.hull(*group, directions=FAIR) for group in groups), edge=True),)


def light(camera: Camera, role: str, *groups: Sequence[Blob]) -> Shape:
    """Only the part of convex groups that is in the light."""
    return Shape(f"{role} lit", _lit_hulls([[camera.ellipse(blob) for blob in group] for group in groups]))


def patch(camera: Camera, role: str, under: Sequence[Blob], light: Sequence[Sequence[Blob]]) -> tuple[Shape, ...]:
    """A piece without a line round it, to hide the lines inside a joint: `under` covers what lies underneath, and the
    light runs on through `light`."""
    whole = hull([camera.ellipse(blob) for blob in under], directions=FAIR)
    bright = _lit_hulls([[camera.ellipse(blob) for blob in blobs] for blobs in light])
    return Shape(role, (whole,)), Shape(f"{role} lit", bright)


def soft_patch(camera: Camera, role: str, blobs: Sequence[Blob]) -> tuple[Shape, ...]:
    """A piece in the light that hides the lines where a limb grows out of the trunk."""
    return (Shape(f"{role} lit", (hull([lit(camera.ellipse(blob), 0.93) for blob in blobs], directions=FAIR),)),)


def _lit_hulls(seen: Sequence[Sequence[tuple[float, float, float, float, float]]]) -> tuple[Outline, ...]:
    return tuple(hull([lit(e) for e in ellipses], directions=COARSE) for ellipses in seen)


def sample(camera: Camera, blob: Blob) -> Sample:
    """The middle of a blob as a place to compare depths at."""
    return (*camera.point(blob.link, blob.at), min(blob.semi))
