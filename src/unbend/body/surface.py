"""What a point can rest on: planes, edges and bars, rollers, and other points of the body."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians, sin

from unbend.body.prop import CHAIR_BACK, Box, Prop, Thing, solids
from unbend.body.vector import UP, Vector, dot, scale, subtract, unit

# What is left of a pillow's height under a body; by eye.
PILLOW_PRESSED = 0.6


@dataclass(frozen=True, slots=True)
class Plane:
    """A flat surface through `at`."""

    at: Vector
    normal: Vector

    def gaps(self, point: Vector) -> tuple[tuple[float, Vector], ...]:
        """How far a point is off, each with the direction in which that is measured."""
        return ((dot(subtract(point, self.at), self.normal), self.normal),)


@dataclass(frozen=True, slots=True)
class Edge:
    """A bar, or an edge to hold: a line through `at` along `along`."""

    at: Vector
    along: Vector

    def gaps(self, point: Vector) -> tuple[tuple[float, Vector], ...]:
        """How far a point is off, in the two directions across the line."""
        off = subtract(point, self.at)
        across = (self.along[2], 0.0, -self.along[0]) if self.along[1] < 0.5 else (1.0, 0.0, 0.0)
        second = UP if self.along[1] < 0.5 else (0.0, 0.0, 1.0)
        return ((dot(off, across), across), (dot(off, second), second))


@dataclass(frozen=True, slots=True)
class Roll:
    """A round thing lying along `along`, with its middle at `at`."""

    at: Vector
    along: Vector
    radius: float

    def gaps(self, point: Vector) -> tuple[tuple[float, Vector], ...]:
        """How far a point is off the round surface."""
        off = subtract(point, self.at)
        out = subtract(off, scale(self.along, dot(off, self.along)))
        direction = unit(out)
        return ((dot(out, direction) - self.radius, direction),)


@dataclass(frozen=True, slots=True)
class Side:
    """Any face of a block, the nearest one."""

    block: Box

    def gaps(self, point: Vector) -> tuple[tuple[float, Vector], ...]:
        """How far a point is off the block."""
        return (self.block.distance(point),)


Surface = Plane | Edge | Roll | Side

FLOOR = Plane((0.0, 0.0, 0.0), UP)


def surfaces(props: tuple[Prop, ...]) -> Mapping[str, Surface]:
    """Every surface of a room by the name a movement file gives it: `floor`, `chair`, `chair back`, `bar`, ..."""
    found: dict[str, Surface] = {"floor": FLOOR}
    for prop in props:
        found[prop.name] = _main(prop)
        if prop.thing is Thing.CHAIR:
            found[f"{prop.name} back"] = _edge(prop, back=0.02, up=prop.size[1] + CHAIR_BACK + 0.04)
            found[f"{prop.name} backrest"] = _face(prop, -prop.size[0] / 2)
        if prop.thing in {Thing.TABLE, Thing.BED}:
            found[f"{prop.name} edge"] = _edge(prop, back=0.0, up=prop.size[1])
    return found


def _main(prop: Prop) -> Surface:
    x, y, z = prop.at
    height = prop.size[1]
    if prop.thing is Thing.WALL:
        return _face(prop, prop.size[0] / 2)
    if prop.thing is Thing.DOOR_FRAME:
        return Side(solids(prop)[0])
    if prop.thing is Thing.BAR:
        return Edge((x, y + height, z), _sideways(prop))
    if prop.thing is Thing.ROLLER:
        return Roll((x, y + height / 2, z), _sideways(prop), height / 2)
    if prop.thing is Thing.PILLOW:
        return Plane((x, y + height * PILLOW_PRESSED, z), UP)
    if prop.thing is Thing.WEDGE:
        forward, length = _forwards(prop), prop.size[0]
        low = (x + forward[0] * length / 2, y, z + forward[2] * length / 2)
        return Plane(low, unit((forward[0] * height, length, forward[2] * height)))
    return Plane((x, y + height, z), UP)


def _edge(prop: Prop, *, back: float, up: float) -> Edge:
    """The edge along the side that looks to the prop's own -X."""
    forward = _forwards(prop)
    reach = -prop.size[0] / 2 - back
    x, y, z = prop.at
    return Edge((x + forward[0] * reach, y + up, z + forward[2] * reach), _sideways(prop))


def _face(prop: Prop, reach: float) -> Plane:
    forward = _forwards(prop)
    x, y, z = prop.at
    return Plane((x + forward[0] * reach, y, z + forward[2] * reach), forward)


def _forwards(prop: Prop) -> Vector:
    return cos(radians(prop.turn)), 0.0, -sin(radians(prop.turn))


def _sideways(prop: Prop) -> Vector:
    return sin(radians(prop.turn)), 0.0, cos(radians(prop.turn))
