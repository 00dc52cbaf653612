"""The body in one frame: its landmarks as points of one source, and the axes of the trunk, worked out once."""

from collections.abc import Sequence
from enum import Enum
from math import sqrt

from unbend.body.camera import Landmark
from unbend.motion.pose import LANDMARK


class Source(Enum):
    """Which of a frame's two sets of landmarks is measured: pixels of the picture, or metres."""

    IMAGE = "image"
    WORLD = "world"


# Less visible than this is not seen: BlazePose's visibility is the chance that a landmark is in the picture and not
# covered.
UNSEEN = 0.2
RIGHT_HIP, LEFT_HIP = LANDMARK["right hip"], LANDMARK["left hip"]
RIGHT_SHOULDER, LEFT_SHOULDER = LANDMARK["right shoulder"], LANDMARK["left shoulder"]
TRUNK = (RIGHT_HIP, LEFT_HIP, RIGHT_SHOULDER, LEFT_SHOULDER)
NOWHERE: Landmark = (0.0, 0.0, 0.0, 0.0)


class BodySeen:
    """The points of one frame, flat in the picture (z = 0) or in space, and the trunk's axes: `up` from the middle of
    the hips to the middle of the shoulders, `right` from the left side to the right one. `right` has its depth even
    when the points are flat: it says which way the body faces. `trunk` is how long `up` is, and `deep` the depth it has
    besides. Of two sides the better seen one weighs more."""

    __slots__ = ("deep", "flat", "hips", "points", "right", "shoulders", "trunk", "up")

    def __init__(
        self, points: Sequence[Landmark], right: tuple[float, float, float], *, deep: float, flat: bool
    ) -> None:
        self.points, self.right, self.deep, self.flat = points, right, deep, flat
        self.hips = middle(points[RIGHT_HIP], points[LEFT_HIP])
        self.shoulders = middle(points[RIGHT_SHOULDER], points[LEFT_SHOULDER])
        h, s = self.hips, self.shoulders
        self.up = (s[0] - h[0], s[1] - h[1], s[2] - h[2])
        self.trunk = sqrt(self.up[0] ** 2 + self.up[1] ** 2 + self.up[2] ** 2)


def middle(a: Landmark, b: Landmark) -> Landmark:
    """Between two landmarks, nearer to the one that is seen better; as visible as that one."""
    v, w = a[3] * a[3], b[3] * b[3]
    both = v + w
    if both <= 0.0:
        return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2, 0.0
    v, w = v / both, w / both
    return v * a[0] + w * b[0], v * a[1] + w * b[1], v * a[2] + w * b[2], max(a[3], b[3])


def in_the_picture(image: Sequence[Landmark], width: int, height: int) -> BodySeen:
    """The body in pixels, flat."""
    w, h = width, height
    return _flat([(x * w, y * h, 0.0, v) for x, y, _, v in image], image, width, height)


def trunk_in_the_picture(image: Sequence[Landmark], width: int, height: int) -> BodySeen:
    """The same for whom only the trunk matters: no other point is told."""
    points = [NOWHERE] * len(image)
    for i in TRUNK:
        x, y, _, v = image[i]
        points[i] = (x * width, y * height, 0.0, v)
    return _flat(points, image, width, height)


def _flat(points: Sequence[Landmark], image: Sequence[Landmark], w: int, h: int) -> BodySeen:
    a, b, c, d = image[RIGHT_HIP], image[LEFT_HIP], image[RIGHT_SHOULDER], image[LEFT_SHOULDER]
    right = (
        (a[0] - b[0] + c[0] - d[0]) * w,
        (a[1] - b[1] + c[1] - d[1]) * h,
        (a[2] - b[2] + c[2] - d[2]) * w,
    )
    return BodySeen(points, right, deep=(c[2] + d[2] - a[2] - b[2]) * w / 2, flat=True)


def in_space(world: Sequence[Landmark]) -> BodySeen:
    """The body in metres."""
    a, b, c, d = world[RIGHT_HIP], world[LEFT_HIP], world[RIGHT_SHOULDER], world[LEFT_SHOULDER]
    right = (a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1], a[2] - b[2] + c[2] - d[2])
    return BodySeen(world, right, deep=0.0, flat=False)
