"""What every formula of a measure shares.

Coordinates are the camera's: x to the right, y down, z away. A formula takes the body, +1 for the right side and -1
for the left (0 where there is none), and the indices of its landmarks. They are as flat as they get: a measure is asked
for in every frame.
"""

from collections.abc import Callable, Sequence
from math import acos, hypot, pi, sqrt

from unbend.motion.body_seen import BodySeen

# A measure's value (None where a landmark was not seen) and how sure it is, 0 to 1.
Reading = tuple[float | None, float]
NOT_SEEN: Reading = (None, 0.0)
DEGREE = 180.0 / pi
# Below this, in the unit of the points, a direction means nothing.
TINY = 1e-9
# The body's own left-to-right line, as a share of its trunk, below which flat points do not say what is sideways; and
# the share of that line that must go in depth to say which way the body faces. By judgement.
ACROSS, FACING = 0.15, 0.3


def bound(of: Callable[..., Reading], at: Sequence[int], side: str | None) -> Callable[[BodySeen], Reading]:
    """A formula with its landmarks (and the sign of its side) filled in."""
    sign = {"right": 1.0, "left": -1.0, None: 0.0}[side]
    fixed = tuple(at)
    return lambda body: of(body, sign, *fixed)


def between(ux: float, uy: float, uz: float, vx: float, vy: float, vz: float) -> float | None:
    """Between two directions, 0 to 180; None when one has no length."""
    size = sqrt((ux * ux + uy * uy + uz * uz) * (vx * vx + vy * vy + vz * vz))
    if size < TINY:
        return None
    cosine = (ux * vx + uy * vy + uz * vz) / size
    return acos(1.0 if cosine > 1.0 else -1.0 if cosine < -1.0 else cosine) * DEGREE


def sideways(body: BodySeen) -> tuple[float, float, float] | None:
    """A unit vector to the body's right, square to the trunk; None when the points are flat and it is not seen."""
    rx, ry, rz = body.right
    ux, uy, uz = body.up
    if body.flat:
        rz = 0.0
    if body.trunk < TINY:
        return None
    along = (rx * ux + ry * uy + rz * uz) / (body.trunk * body.trunk)
    x, y, z = rx - along * ux, ry - along * uy, rz - along * uz
    size = sqrt(x * x + y * y + z * z)
    if size < ACROSS * body.trunk:
        return None
    return x / size, y / size, z / size


def shows_its_side(body: BodySeen) -> bool:
    """Whether it is known which way the body faces in the picture; in space it always is."""
    x, y, z = body.right
    return not body.flat or abs(z) >= FACING * hypot(x, y, z)


def shows_its_width(body: BodySeen) -> bool:
    """Whether left and right of the body lie far enough apart across the picture to say what is sideways in it."""
    return body.trunk > TINY and abs(body.right[0]) >= ACROSS * body.trunk
