"""The formulas of the measures, as flat as they get: a measure is asked for in every frame.

Coordinates are the camera's: x to the right, y down, z away. Each function takes the body, landmark indices and,
where it matters, +1 for the right side and -1 for the left.
"""

from collections.abc import Callable, Sequence
from math import acos, atan2, degrees, hypot, pi, sqrt

from unbend.motion.body_seen import UNSEEN, BodySeen

# A measure's value (None where a landmark was not seen) and how sure it is, 0 to 1.
Reading = tuple[float | None, float]
NOT_SEEN: Reading = (None, 0.0)
DEGREE = 180.0 / pi
# Below this, in the unit of the points, a direction means nothing.
TINY = 1e-9
# The body's own left-to-right line, as a share of its trunk, below which flat points do not say what is sideways; and
# the share of that line that must go in depth to say which way the body faces. By judgement.
ACROSS, FACING = 0.15, 0.3
# Angles of flexion lie between these; what is beyond the first is deep flexion. By judgement.
EXTENSION = -100.0


def bound(of: Callable[..., Reading], at: Sequence[int], side: str | None) -> Callable[[BodySeen], Reading]:
    """A formula with its landmarks (and the sign of its side) filled in."""
    sign = {"right": 1.0, "left": -1.0, None: 0.0}[side]
    fixed = tuple(at)
    return lambda body: of(body, sign, *fixed)


def bend(body: BodySeen, _: float, a: int, b: int, c: int) -> Reading:
    """How far a joint is bent: 0 when the three landmarks are in line."""
    p = body.points
    ax, ay, az, av = p[a]
    bx, by, bz, bv = p[b]
    cx, cy, cz, cv = p[c]
    seen = min(av, bv, cv)
    if seen < UNSEEN:
        return None, seen
    ux, uy, uz, vx, vy, vz = bx - ax, by - ay, bz - az, cx - bx, cy - by, cz - bz
    return _angle(ux, uy, uz, vx, vy, vz), seen


def flexion(body: BodySeen, _: float, shoulder: int, hip: int, knee: int) -> Reading:
    """Trunk against thigh: 0 in line, positive when the knee comes forward, negative behind the trunk's line. Flat
    points of a body that shows its front or back do not say which, and read as positive."""
    p = body.points
    sx, sy, sz, sv = p[shoulder]
    hx, hy, hz, hv = p[hip]
    kx, ky, kz, kv = p[knee]
    seen = min(sv, hv, kv)
    if seen < UNSEEN:
        return None, seen
    ux, uy, uz, vx, vy, vz = hx - sx, hy - sy, hz - sz, kx - hx, ky - hy, kz - hz
    angle = _angle(ux, uy, uz, vx, vy, vz)
    if angle is None:
        return NOT_SEEN
    rx, ry, rz = body.right
    if body.flat and abs(rz) < FACING * hypot(rx, ry, rz):
        return angle, seen
    forward = (uy * vz - uz * vy) * rx + (uz * vx - ux * vz) * ry + (ux * vy - uy * vx) * rz
    signed = angle if forward >= 0.0 else -angle
    return (signed if signed > EXTENSION else signed + 360.0), seen


def elevation(body: BodySeen, _: float, hip: int, shoulder: int, elbow: int) -> Reading:
    """Upper arm against trunk: 0 hanging, 90 straight out to any side, 180 overhead."""
    value, seen = bend(body, 0.0, hip, shoulder, elbow)
    return (None if value is None else 180.0 - value), seen


def opening(body: BodySeen, side: float, shoulder: int, elbow: int) -> Reading:
    """Upper arm against the line of the shoulders: 0 straight out, 90 ahead, more across the chest."""
    s, e = body.points[shoulder], body.points[elbow]
    seen = min(s[3], e[3])
    if seen < UNSEEN:
        return None, seen
    rx, ry, rz = body.right
    if body.flat:
        if hypot(rx, ry) < ACROSS * body.trunk:
            return None, seen
        rz = 0.0
    return _angle(rx * side, ry * side, rz * side, e[0] - s[0], e[1] - s[1], e[2] - s[2]), seen


def abduction(body: BodySeen, side: float, hip: int, knee: int) -> Reading:
    """The thigh to the side, against the trunk: 0 in line with it, positive outwards."""
    h, k = body.points[hip], body.points[knee]
    seen = min(h[3], k[3], body.shoulders[3])
    out = _sideways(body)
    if seen < UNSEEN or out is None:
        return None, seen
    x, y, z = k[0] - h[0], k[1] - h[1], k[2] - h[2]
    ux, uy, uz = body.up
    down = -(x * ux + y * uy + z * uz) / body.trunk
    across = (x * out[0] + y * out[1] + z * out[2]) * side
    if body.flat:
        return atan2(across, down) * DEGREE, seen
    # In space the thigh may point forwards; what counts is how far it leaves the plane that divides left and right.
    return atan2(across, sqrt(max(x * x + y * y + z * z - across * across, 0.0))) * DEGREE, seen


def thigh_rotation(body: BodySeen, side: float, hip: int, knee: int, ankle: int) -> Reading:
    """The bent knee's shank to the side: positive with the foot outwards, which is the thigh turned inwards. Flat
    points give the shank against the trunk's line."""
    p = body.points
    h, k, a = p[hip], p[knee], p[ankle]
    seen = min(h[3], k[3], a[3], body.shoulders[3])
    out = _sideways(body)
    if seen < UNSEEN or out is None:
        return None, seen
    x, y, z = a[0] - k[0], a[1] - k[1], a[2] - k[2]
    across = (x * out[0] + y * out[1] + z * out[2]) * side
    if body.flat:
        return atan2(across, -(x * body.up[0] + y * body.up[1]) / body.trunk) * DEGREE, seen
    return atan2(across, sqrt(max(x * x + y * y + z * z - across * across, 0.0))) * DEGREE, seen


def dorsiflexion(body: BodySeen, _: float, knee: int, ankle: int, heel: int, toes: int) -> Reading:
    """The foot against the shank: 0 at a right angle, positive with the toes up."""
    p = body.points
    k, a, h, t = p[knee], p[ankle], p[heel], p[toes]
    seen = min(k[3], a[3], h[3], t[3])
    if seen < UNSEEN:
        return None, seen
    angle = _angle(k[0] - a[0], k[1] - a[1], k[2] - a[2], t[0] - h[0], t[1] - h[1], t[2] - h[2])
    return (None if angle is None else 90.0 - angle), seen


def hanging(body: BodySeen, _: float, a: int, b: int) -> Reading:
    """A part against the picture's vertical: 0 hanging down, 90 level, 180 upright."""
    p, q = body.points[a], body.points[b]
    seen = min(p[3], q[3])
    if seen < UNSEEN:
        return None, seen
    x, y, z = q[0] - p[0], q[1] - p[1], q[2] - p[2]
    return atan2(sqrt(x * x + z * z), y) * DEGREE, seen


def foot_tilt(body: BodySeen, _: float, heel: int, toes: int) -> Reading:
    """The foot against the level: positive with the toes higher than the heel."""
    p, q = body.points[heel], body.points[toes]
    seen = min(p[3], q[3])
    if seen < UNSEEN:
        return None, seen
    x, y, z = q[0] - p[0], q[1] - p[1], q[2] - p[2]
    return atan2(-y, sqrt(x * x + z * z)) * DEGREE, seen


def outward_lean(body: BodySeen, side: float, a: int, b: int) -> Reading:
    """A part that hangs, swung outwards in the picture: 0 straight down, positive to its own side."""
    p, q = body.points[a], body.points[b]
    seen = min(p[3], q[3])
    x = body.right[0]
    if seen < UNSEEN or abs(x) < ACROSS * body.trunk:
        return None, seen
    return atan2((q[0] - p[0]) * (side if x > 0 else -side), q[1] - p[1]) * DEGREE, seen


def trunk_tilt(body: BodySeen) -> Reading:
    """The trunk against the picture's vertical, to any side: 0 upright, 90 lying, 180 upside down."""
    seen = min(body.hips[3], body.shoulders[3])
    if seen < UNSEEN:
        return None, seen
    x, y, z = body.up
    return atan2(sqrt(x * x + z * z), -y) * DEGREE, seen


def trunk_lean(body: BodySeen) -> Reading:
    """The trunk against the vertical, forwards positive and backwards negative. Not known to flat points of a body
    that shows its front or back."""
    tilt, seen = trunk_tilt(body)
    rx, ry, rz = body.right
    if tilt is None or (body.flat and abs(rz) < FACING * hypot(rx, ry, rz)):
        return None, seen
    ux, _, uz = body.up
    # Forwards is `up` turned about `right`; level part of (0, -1, 0) x right.
    return (tilt if ux * -rz + uz * rx >= 0.0 else -tilt), seen


def trunk_sideways(body: BodySeen) -> Reading:
    """The trunk against the vertical to its own right, as the picture shows it."""
    seen = min(body.hips[3], body.shoulders[3])
    x, y, _ = body.up
    if seen < UNSEEN or abs(body.right[0]) < ACROSS * body.trunk:
        return None, seen
    return atan2(x if body.right[0] > 0 else -x, -y) * DEGREE, seen


def side_bend(body: BodySeen) -> Reading:
    """The trunk against the line of the hips: 0 at a right angle, positive to the right."""
    p = body.points
    a, b = p[24], p[23]
    seen = min(a[3], b[3], body.shoulders[3])
    x, y, z = a[0] - b[0], a[1] - b[1], a[2] - b[2]
    if seen < UNSEEN or sqrt(x * x + y * y + z * z) < ACROSS * body.trunk:
        return None, seen
    angle = _angle(x, y, z, *body.up)
    return (None if angle is None else 90.0 - angle), seen


def trunk_rotation(body: BodySeen) -> Reading:
    """The line of the shoulders against the line of the hips, about the trunk: positive to the right."""
    p = body.points
    a, b, c, d = p[24], p[23], p[12], p[11]
    seen = min(a[3], b[3], c[3], d[3])
    if seen < UNSEEN or body.trunk < TINY:
        return None, seen
    ux, uy, uz = (v / body.trunk for v in body.up)
    hx, hy, hz, sx, sy, sz = a[0] - b[0], a[1] - b[1], a[2] - b[2], c[0] - d[0], c[1] - d[1], c[2] - d[2]
    hu, su = hx * ux + hy * uy + hz * uz, sx * ux + sy * uy + sz * uz
    turned = (hy * sz - hz * sy) * ux + (hz * sx - hx * sz) * uy + (hx * sy - hy * sx) * uz
    return atan2(-turned, hx * sx + hy * sy + hz * sz - hu * su) * DEGREE, seen


def chest_facing(body: BodySeen) -> Reading:
    """Where the chest looks: 0 to the ceiling, 90 level, 180 to the floor."""
    seen = min(body.hips[3], body.shoulders[3])
    if seen < UNSEEN:
        return None, seen
    (ux, uy, uz), (rx, ry, rz) = body.up, body.right
    x, y, z = uy * rz - uz * ry, uz * rx - ux * rz, ux * ry - uy * rx
    size = sqrt(x * x + y * y + z * z)
    return (None, seen) if size < TINY else (degrees(acos(max(-1.0, min(1.0, -y / size)))), seen)


def apart(body: BodySeen, _: float, a: int, b: int) -> Reading:
    """How far two landmarks are from each other, in trunk lengths."""
    p, q = body.points[a], body.points[b]
    seen = min(p[3], q[3])
    if seen < UNSEEN or body.trunk < TINY:
        return None, seen
    x, y, z = q[0] - p[0], q[1] - p[1], q[2] - p[2]
    return sqrt(x * x + y * y + z * z) / body.trunk, seen


def height(body: BodySeen, _: float, a: int, b: int) -> Reading:
    """How much higher the first is than the second, in trunk lengths."""
    p, q = body.points[a], body.points[b]
    seen = min(p[3], q[3])
    if seen < UNSEEN or body.trunk < TINY:
        return None, seen
    return (q[1] - p[1]) / body.trunk, seen


def hips_above_ankles(body: BodySeen) -> Reading:
    """How much higher the hips are than the ankles, in trunk lengths."""
    p = body.points
    seen = min(body.hips[3], max(p[27][3], p[28][3]))
    if seen < UNSEEN or body.trunk < TINY:
        return None, seen
    return ((p[27][1] + p[28][1]) / 2 - body.hips[1]) / body.trunk, seen


def hips_beside_ankles(body: BodySeen) -> Reading:
    """How far the hips are to the body's right of the middle between the ankles, in trunk lengths."""
    p = body.points
    seen = min(body.hips[3], p[27][3], p[28][3])
    x = body.right[0]
    if seen < UNSEEN or abs(x) < ACROSS * body.trunk:
        return None, seen
    off = (body.hips[0] - (p[27][0] + p[28][0]) / 2) / body.trunk
    return (off if x > 0 else -off), seen


def _angle(ux: float, uy: float, uz: float, vx: float, vy: float, vz: float) -> float | None:
    """Between two directions, 0 to 180; None when one has no length."""
    size = sqrt((ux * ux + uy * uy + uz * uz) * (vx * vx + vy * vy + vz * vz))
    if size < TINY:
        return None
    cosine = (ux * vx + uy * vy + uz * vz) / size
    return acos(1.0 if cosine > 1.0 else -1.0 if cosine < -1.0 else cosine) * DEGREE


def _sideways(body: BodySeen) -> tuple[float, float, float] | None:
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
