"""Things a body leans on, lies on or holds: where they are, and the surfaces they offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import cos, radians, sin, sqrt

from unbend.body.vector import Vector


class Thing(Enum):
    """What stands in the room. Each has its `at` in the middle of its footprint, on the floor unless said."""

    MAT = "mat"
    WALL = "wall"
    DOOR_FRAME = "door-frame"
    CHAIR = "chair"
    TABLE = "table"
    BED = "bed"
    STAIR = "stair"
    BOX = "box"
    BAR = "pull-up-bar"
    PILLOW = "pillow"
    WEDGE = "wedge"  # a slope of pillows, high at its own -X
    ROLLER = "foam-roller"
    STRETCHER = "back-stretcher"
    CLOTH = "slippery-cloth"


class Carried(Enum):
    """What a hand holds, or a band or cloth between points."""

    BAG = "bag"
    BOTTLE = "bottle"
    WEIGHT = "hand-weight"
    BAND = "resistance-band"
    CLOTH = "long-cloth"
    STRAPS = "suspension-trainer"


# Length (along its own X), height and width in metres. A chair's height is its seat's; a bar's that of the bar.
SIZES: Mapping[Thing, Vector] = {
    Thing.MAT: (1.9, 0.0, 0.7),
    Thing.WALL: (0.1, 2.3, 1.2),
    Thing.DOOR_FRAME: (0.12, 2.1, 0.12),
    Thing.CHAIR: (0.42, 0.43, 0.44),
    Thing.TABLE: (0.6, 0.9, 1.1),
    Thing.BED: (2.0, 0.5, 0.9),
    Thing.STAIR: (0.3, 0.17, 0.8),
    Thing.BOX: (0.4, 0.3, 0.5),
    Thing.BAR: (0.03, 2.25, 1.2),
    Thing.PILLOW: (0.38, 0.1, 0.5),
    Thing.WEDGE: (0.75, 0.42, 0.6),
    Thing.ROLLER: (0.15, 0.15, 0.9),
    Thing.STRETCHER: (0.38, 0.09, 0.26),
    Thing.CLOTH: (0.3, 0.0, 0.4),
}

SEAT_THICKNESS = 0.05
CHAIR_BACK = 0.45
TABLE_THICKNESS = 0.04


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the room: `at` its middle, on the floor (Y is its underside), turned by `turn` degrees about Y to
    the left. `size` is length, height and width in metres. Where it `follows` a point of the body, `at` counts from
    below that point."""

    thing: Thing
    at: Vector
    turn: float
    size: Vector
    name: str
    follows: str | None = None

    def place(self, own: Vector) -> Vector:
        """Where a point given in the thing's own axes, from the middle of its underside, is in the room."""
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        x, y, z = own
        return self.at[0] + c * x + s * z, self.at[1] + y, self.at[2] - s * x + c * z


@dataclass(frozen=True, slots=True)
class Box:
    """A solid block: its middle, half sizes, and turn about Y in degrees."""

    middle: Vector
    half: Vector
    turn: float

    def may_touch(self, point: Vector, radius: float) -> bool:
        """Whether a ball could reach the block at all: a quick no for what is far away."""
        x, y, z = self.half
        reach = x + y + z + radius
        a, b, c = self.middle
        return abs(point[0] - a) < reach and abs(point[1] - b) < y + radius and abs(point[2] - c) < reach

    def distance(self, point: Vector) -> tuple[float, Vector]:
        """How far outside the block a point is (negative inside), and the direction out of it."""
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        x, y, z = point[0] - self.middle[0], point[1] - self.middle[1], point[2] - self.middle[2]
        size, out = _box_distance((c * x - s * z, y, s * x + c * z), self.half)
        return size, (c * out[0] + s * out[2], out[1], -s * out[0] + c * out[2])


def solids(prop: Prop) -> tuple[Box, ...]:
    """The blocks of a prop that a body cannot pass. Soft and thin things, rollers and bars have none."""
    length, height, width = prop.size
    if prop.thing is Thing.CHAIR:
        seat = _block(prop, (0.0, height - SEAT_THICKNESS / 2, 0.0), (length / 2, SEAT_THICKNESS / 2, width / 2))
        back_at = (-length / 2 - 0.02, height + CHAIR_BACK / 2 + 0.04, 0.0)
        return seat, _block(prop, back_at, (0.02, CHAIR_BACK / 2, width / 2))
    if prop.thing is Thing.TABLE:
        top = (length / 2, TABLE_THICKNESS / 2, width / 2)
        return (_block(prop, (0.0, height - TABLE_THICKNESS / 2, 0.0), top),)
    if prop.thing in {Thing.WALL, Thing.DOOR_FRAME, Thing.BED, Thing.STAIR, Thing.BOX}:
        return (_block(prop, (0.0, height / 2, 0.0), (length / 2, height / 2, width / 2)),)
    return ()


def _block(prop: Prop, middle: Vector, half: Vector) -> Box:
    return Box(prop.place(middle), half, prop.turn)


def _box_distance(p: Vector, half: Vector) -> tuple[float, Vector]:
    x, y, z = abs(p[0]) - half[0], abs(p[1]) - half[1], abs(p[2]) - half[2]
    a, b, c = 1.0 if p[0] >= 0 else -1.0, 1.0 if p[1] >= 0 else -1.0, 1.0 if p[2] >= 0 else -1.0
    if x <= 0 and y <= 0 and z <= 0:
        if x >= y and x >= z:
            return x, (a, 0.0, 0.0)
        return (y, (0.0, b, 0.0)) if y >= z else (z, (0.0, 0.0, c))
    x, y, z = max(x, 0.0), max(y, 0.0), max(z, 0.0)
    far = sqrt(x * x + y * y + z * z)
    return far, (a * x / far, b * y / far, c * z / far)
