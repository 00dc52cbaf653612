"""Round solids seen by a camera: ellipsoids fixed to links, and the convex outline round several of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, radians, sin, sqrt

from unbend.body.figure.shape import Kind, Outline, Pair
from unbend.body.figure.view import View
from unbend.body.frame import Frame
from unbend.body.vector import IDENTITY, Rotation, Vector, turn_back

# An ellipse of the picture: its middle, then p, q, s of the matrix whose directions give its squared half widths.
Ellipse = tuple[float, float, float, float, float]


class Directions:
    """Directions in which an outline is felt for, in degrees from its long axis, rising."""

    def __init__(self, *degrees: float) -> None:
        self.ways = tuple((cos(radians(d)), sin(radians(d))) for d in degrees)
        turned = (*self.ways[1:], self.ways[0])
        self.steps = tuple(u * n - v * m for (u, v), (m, n) in zip(self.ways, turned, strict=True))


# Dense where limbs have their long sides.
FULL = Directions(0, 40, 70, 84, 93, 112, 142, 180, 218, 248, 267, 276, 290, 320)
FAIR = Directions(0, 48, 80, 97, 132, 180, 228, 263, 280, 312)
COARSE = Directions(0, 50, 86, 130, 180, 230, 274, 310)
FINE = Directions(*range(0, 360, 20))
TINY = Directions(45, 135, 225, 315)


@dataclass(frozen=True, slots=True)
class Blob:
    """An ellipsoid fixed to a link: its middle and half axes in the link's own axes, metres."""

    link: int
    at: Vector
    semi: Vector


def ball(link: int, at: Vector, radius: float) -> Blob:
    """A round blob."""
    return Blob(link, at, (radius, radius, radius))


class Camera:
    """One frame seen from one side."""

    def __init__(self, frame: Frame, view: View) -> None:
        self.frame, self.view = frame, view
        right, down, towards = view.right, view.down, view.towards
        self._links = [
            (*view.project(origin), turn_back(r, right), turn_back(r, down), turn_back(r, towards))
            for origin, r in zip(frame.placed.origins, frame.placed.rotations, strict=True)
        ]

    def point(self, link: int, at: Vector) -> Vector:
        """A point of a link in the picture, with its depth."""
        x, y, depth, r, d, t = self._links[link]
        a, b, c = at
        return (
            x + r[0] * a + r[1] * b + r[2] * c,
            y + d[0] * a + d[1] * b + d[2] * c,
            depth + t[0] * a + t[1] * b + t[2] * c,
        )

    def flat(self, link: int, at: Vector) -> Pair:
        """A point of a link in the picture."""
        return self.point(link, at)[:2]

    def facing(self, link: int, normal: Vector) -> float:
        """How much a direction of a link looks at the camera, from 1 to -1."""
        t = self._links[link][5]
        return t[0] * normal[0] + t[1] * normal[1] + t[2] * normal[2]

    def ellipse(self, blob: Blob) -> Ellipse:
        """How a blob is seen."""
        x, y, _, r, d, _ = self._links[blob.link]
        return _ellipse(x, y, r, d, blob.at, blob.semi)

    def hull(self, *blobs: Blob, directions: Directions = FULL) -> Outline:
        """The convex outline round blobs, in order along their long axis."""
        return hull([self.ellipse(blob) for blob in blobs], directions=directions)


def in_room(view: View, middle: Vector, semi: Vector, rotation: Rotation = IDENTITY) -> Ellipse:
    """How an ellipsoid of the room is seen."""
    x, y, _ = view.project(middle)
    return _ellipse(x, y, turn_back(rotation, view.right), turn_back(rotation, view.down), (0.0, 0.0, 0.0), semi)


def _ellipse(x: float, y: float, r: Vector, d: Vector, at: Vector, semi: Vector) -> Ellipse:
    a, b, c = at
    i, j, k = semi[0] * semi[0], semi[1] * semi[1], semi[2] * semi[2]
    return (
        x + r[0] * a + r[1] * b + r[2] * c,
        y + d[0] * a + d[1] * b + d[2] * c,
        i * r[0] * r[0] + j * r[1] * r[1] + k * r[2] * r[2],
        i * r[0] * d[0] + j * r[1] * d[1] + k * r[2] * d[2],
        i * d[0] * d[0] + j * d[1] * d[1] + k * d[2] * d[2],
    )


def support(ellipse: Ellipse, u: float, v: float) -> Pair:
    """The point of an ellipse that lies farthest in the direction (u, v)."""
    x, y, p, q, s = ellipse
    a, b = p * u + q * v, q * u + s * v
    h = sqrt(max(a * u + b * v, 1e-12))
    return x + a / h, y + b / h


def hull(ellipses: Sequence[Ellipse], *, directions: Directions = FULL, along: float | None = None) -> Outline:
    """The smooth convex outline round ellipses, drawn towards the corners of the tangents across `directions`, which
    count from the axis that runs from the first ellipse to the last, or from `along` (radians)."""
    first, last = ellipses[0], ellipses[-1]
    angle = atan2(last[1] - first[1], last[0] - first[0]) if along is None else along
    c, s = cos(angle), sin(angle)
    ways = [(c * u - s * v, s * u + c * v) for u, v in directions.ways]
    far = _reach(first, ways)
    for ellipse in ellipses[1:]:  # as calls of max this would take twice as long
        far = [a if a > b else b for a, b in zip(far, _reach(ellipse, ways), strict=True)]
    points: list[Pair] = []
    u, v = ways[-1]
    h = far[-1]
    for (m, n), beyond, sine in zip(ways, far, (directions.steps[-1], *directions.steps), strict=False):
        points.append(((h * n - beyond * v) / sine, (beyond * u - h * m) / sine))
        u, v, h = m, n, beyond
    return Outline(Kind.ROUND, tuple(points))


def _reach(ellipse: Ellipse, ways: Sequence[Pair]) -> list[float]:
    """How far an ellipse goes in each of these directions."""
    x, y, p, q, r = ellipse
    return [x * u + y * v + sqrt(abs(p * u * u + 2 * q * u * v + r * v * v)) for u, v in ways]


# Light falls from above and a little from the left of the picture.
_LIGHT = (-0.15, -0.22)
_CORE = 0.72


def lit(ellipse: Ellipse, core: float = _CORE) -> Ellipse:
    """The part of a round thing that the light falls on: smaller, and moved towards the light."""
    x, y, p, q, s = ellipse
    radius = min(sqrt((p + s) / 2 + sqrt((p - s) * (p - s) / 4 + q * q)), 0.10)
    moved, k = radius * (1 - core) / (1 - _CORE), core * core
    return x + _LIGHT[0] * moved, y + _LIGHT[1] * moved, p * k, q * k, s * k
