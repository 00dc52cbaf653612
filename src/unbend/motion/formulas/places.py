"""Parts against the picture's vertical, and distances in trunk lengths."""

from math import atan2, sqrt

from unbend.motion.body_seen import UNSEEN, BodySeen
from unbend.motion.formulas.common import DEGREE, TINY, Reading, shows_its_width
from unbend.motion.pose import LANDMARK

RIGHT_ANKLE, LEFT_ANKLE = LANDMARK["right ankle"], LANDMARK["left ankle"]


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
    if seen < UNSEEN or not shows_its_width(body):
        return None, seen
    return atan2((q[0] - p[0]) * (side if x > 0 else -side), q[1] - p[1]) * DEGREE, seen


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
    seen = min(body.hips[3], max(p[LEFT_ANKLE][3], p[RIGHT_ANKLE][3]))
    if seen < UNSEEN or body.trunk < TINY:
        return None, seen
    return ((p[LEFT_ANKLE][1] + p[RIGHT_ANKLE][1]) / 2 - body.hips[1]) / body.trunk, seen


def hips_beside_ankles(body: BodySeen) -> Reading:
    """How far the hips are to the body's right of the middle between the ankles, in trunk lengths."""
    p = body.points
    seen = min(body.hips[3], p[LEFT_ANKLE][3], p[RIGHT_ANKLE][3])
    x = body.right[0]
    if seen < UNSEEN or not shows_its_width(body):
        return None, seen
    off = (body.hips[0] - (p[LEFT_ANKLE][0] + p[RIGHT_ANKLE][0]) / 2) / body.trunk
    return (off if x > 0 else -off), seen
