"""Where the trunk points, and how it is bent and turned."""

from math import acos, atan2, sqrt

from unbend.motion.body_seen import LEFT_HIP, LEFT_SHOULDER, RIGHT_HIP, RIGHT_SHOULDER, UNSEEN, BodySeen
from unbend.motion.formulas.common import ACROSS, DEGREE, TINY, Reading, between, shows_its_side, shows_its_width


def trunk_tilt(body: BodySeen) -> Reading:
    """The trunk against the picture's vertical, to any side: 0 upright, 90 lying, 180 upside down."""
    seen = min(body.hips[3], body.shoulders[3])
    if seen < UNSEEN:
        return None, seen
    x, y, z = body.up
    return atan2(sqrt(x * x + z * z), -y) * DEGREE, seen


def trunk_lean(body: BodySeen) -> Reading:
    """The trunk against the vertical, forwards positive and backwards negative, what goes sideways left out. Not known
    to flat points of a body that shows its front or back, nor of one that lies on its side."""
    seen = min(body.hips[3], body.shoulders[3])
    rx, rz = 0.0 if body.flat else body.right[0], body.right[2]
    size = sqrt(rx * rx + rz * rz)
    if seen < UNSEEN or body.trunk < TINY or size < ACROSS * body.trunk or not shows_its_side(body):
        return None, seen
    x, y, z = body.up
    # Forwards is the level line square to the body's left and right: up x right, with up = (0, -1, 0).
    return atan2((z * rx - x * rz) / size, -y) * DEGREE, seen


def trunk_sideways(body: BodySeen) -> Reading:
    """The trunk against the vertical to its own right, as the picture shows it."""
    seen = min(body.hips[3], body.shoulders[3])
    x, y, _ = body.up
    if seen < UNSEEN or not shows_its_width(body):
        return None, seen
    return atan2(x if body.right[0] > 0 else -x, -y) * DEGREE, seen


def side_bend(body: BodySeen) -> Reading:
    """The trunk against the line of the hips: 0 at a right angle, positive to the right."""
    p = body.points
    a, b = p[RIGHT_HIP], p[LEFT_HIP]
    seen = min(a[3], b[3], body.shoulders[3])
    x, y, z = a[0] - b[0], a[1] - b[1], a[2] - b[2]
    if seen < UNSEEN or body.trunk < TINY or sqrt(x * x + y * y + z * z) < ACROSS * body.trunk:
        return None, seen
    angle = between(x, y, z, *body.up)
    return (None if angle is None else 90.0 - angle), seen


def trunk_rotation(body: BodySeen) -> Reading:
    """The line of the shoulders against the line of the hips, about the trunk: positive to the right."""
    p = body.points
    a, b, c, d = p[RIGHT_HIP], p[LEFT_HIP], p[RIGHT_SHOULDER], p[LEFT_SHOULDER]
    seen = min(a[3], b[3], c[3], d[3])
    if seen < UNSEEN or body.trunk < TINY:
        return None, seen
    ux, uy, uz = (v / body.trunk for v in body.up)
    hx, hy, hz, sx, sy, sz = a[0] - b[0], a[1] - b[1], a[2] - b[2], c[0] - d[0], c[1] - d[1], c[2] - d[2]
    hu, su = hx * ux + hy * uy + hz * uz, sx * ux + sy * uy + sz * uz
    turned = (hy * sz - hz * sy) * ux + (hz * sx - hx * sz) * uy + (hx * sy - hy * sx) * uz
    along = hx * sx + hy * sy + hz * sz - hu * su
    # Of a line that lies along the trunk nobody can say how it is turned about it.
    if sqrt(turned * turned + along * along) < (ACROSS * body.trunk) ** 2:
        return None, seen
    return atan2(-turned, along) * DEGREE, seen


def chest_facing(body: BodySeen) -> Reading:
    """Where the chest looks: 0 to the ceiling, 90 level, 180 to the floor."""
    seen = min(body.hips[3], body.shoulders[3])
    if seen < UNSEEN:
        return None, seen
    (ux, uy, uz), (rx, ry, rz) = body.up, body.right
    x, y, z = uy * rz - uz * ry, uz * rx - ux * rz, ux * ry - uy * rx
    size = sqrt(x * x + y * y + z * z)
    if size < max(TINY, ACROSS * body.trunk * body.trunk):
        return None, seen
    return acos(max(-1.0, min(1.0, -y / size))) * DEGREE, seen
