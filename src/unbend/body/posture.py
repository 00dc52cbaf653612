"""How a body is held: where the pelvis is, how it is turned, and every joint angle."""

from dataclasses import dataclass
from math import radians

from unbend.body.angles import MIRRORED
from unbend.body.build import Build
from unbend.body.skeleton import Placed, place
from unbend.body.vector import Rotation, Vector, rotation_between
from unbend.body.vector import between as point_between


@dataclass(frozen=True, slots=True)
class Posture:
    """The pelvis' place (metres) and rotation, and the joint angles in degrees, in the order of `ANGLES`."""

    at: Vector
    rotation: Rotation
    angles: tuple[float, ...]

    def placed(self, build: Build) -> Placed:
        """Where every link of a body of this build is."""
        return place(build, self.at, self.rotation, [radians(a) for a in self.angles])


def blend(a: Posture, b: Posture, share: float) -> Posture:
    """The posture at `share` (0 to 1) of the way from a to b."""
    angles = tuple(x + (y - x) * share for x, y in zip(a.angles, b.angles, strict=True))
    return Posture(point_between(a.at, b.at, share), rotation_between(a.rotation, b.rotation, share), angles)


def mirrored(posture: Posture) -> Posture:
    """The same posture with right and left exchanged, the room mirrored with it (Z turns its sign)."""
    x, y, z = posture.at
    r = posture.rotation
    angles = tuple(posture.angles[i] * sign for i, sign in MIRRORED)
    return Posture((x, y, -z), (r[0], r[1], -r[2], r[3], r[4], -r[5], -r[6], -r[7], r[8]), angles)
