"""Angles between the parts of the body at a joint."""

from math import atan2, hypot, sqrt

from unbend.motion.body_seen import UNSEEN, BodySeen
from unbend.motion.formulas.common import ACROSS, DEGREE, TINY, Reading, between, shows_its_side, sideways

# Flexion lies above this; what reads lower is bent so deep that it went round. By judgement.
EXTENSION = -100.0


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
    return between(ux, uy, uz, vx, vy, vz), seen


def flexion(body: BodySeen, _: float, shoulder: int, hip: int, knee: int) -> Reading:
    """Trunk against thigh in the plane that divides left and right: 0 in line, positive when the knee comes forward,
    negative behind the trunk's line. Flat points of a body that shows its front or back do not say which, and read as
    positive."""
    p = body.points
    sx, sy, sz, sv = p[shoulder]
    hx, hy, hz, hv = p[hip]
    kx, ky, kz, kv = p[knee]
    seen = min(sv, hv, kv)
    if seen < UNSEEN:
        return None, seen
    ux, uy, uz, vx, vy, vz = hx - sx, hy - sy, hz - sz, kx - hx, ky - hy, kz - hz
    rx, ry, rz = (0.0, 0.0, body.right[2]) if body.flat else body.right
    size = sqrt(rx * rx + ry * ry + rz * rz)
    if size < TINY or body.trunk < TINY:
        return None, seen
    rx, ry, rz = rx / size, ry / size, rz / size
    # What goes sideways is left out, so that the angle goes through zero without a jump.
    along = ux * vx + uy * vy + uz * vz - (ux * rx + uy * ry + uz * rz) * (vx * rx + vy * ry + vz * rz)
    forward = (uy * vz - uz * vy) * rx + (uz * vx - ux * vz) * ry + (ux * vy - uy * vx) * rz
    value = atan2(forward, along) * DEGREE
    if not shows_its_side(body):
        return abs(value), seen
    return (value if value > EXTENSION else value + 360.0), seen


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
    return between(rx * side, ry * side, rz * side, e[0] - s[0], e[1] - s[1], e[2] - s[2]), seen


def abduction(body: BodySeen, side: float, hip: int, knee: int) -> Reading:
    """The thigh to the side, against the trunk: 0 in line with it, positive outwards."""
    h, k = body.points[hip], body.points[knee]
    seen = min(h[3], k[3], body.shoulders[3])
    out = sideways(body)
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
    out = sideways(body)
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
    angle = between(k[0] - a[0], k[1] - a[1], k[2] - a[2], t[0] - h[0], t[1] - h[1], t[2] - h[2])
    return (None if angle is None else 90.0 - angle), seen
