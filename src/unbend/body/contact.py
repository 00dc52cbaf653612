"""Contacts as equations: which freedoms of a body move a point, and how far each point has to go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import dist

from unbend.body.angles import ANGLES
from unbend.body.build import Build
from unbend.body.point import Flesh, Point, flesh
from unbend.body.prop import Box
from unbend.body.skeleton import Placed, Z, chain, links
from unbend.body.surface import Surface
from unbend.body.vector import UP, Vector, about_own, subtract

ROOT = 6  # the pelvis: three ways to move, three to turn
SIZE = ROOT + len(ANGLES)
# How deep flesh may be before it is pushed out, in metres.
SUNK, SUNK_AT_A_REST = 0.003, 0.007
FLOOR_BLOCK = -1
AXES: tuple[Vector, ...] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Rest:
    """A point that must touch `on`; at `place` when it is planted, anywhere on it when it is None."""

    point: Point
    on: Surface | Point
    place: Vector | None = None

    def gaps(self, placed: Placed) -> Iterator[tuple[Vector, float]]:
        """How far the point is from where it must be (metres), in each direction that matters."""
        at = self.point.of(placed)
        target = self.on.of(placed) if isinstance(self.on, Point) else self.place
        if target is not None:
            yield from zip(AXES, subtract(at, target), strict=True)
        elif not isinstance(self.on, Point):
            for gap, direction in self.on.gaps(at):
                yield direction, gap


@dataclass(frozen=True, slots=True)
class Ground:
    """What a posture is settled against: its rests, the solid blocks round it, and which angles the file told."""

    rests: tuple[Rest, ...]
    blocks: tuple[Box, ...] = ()
    told: frozenset[int] = frozenset()
    floor: bool = True


Row = tuple[Sequence[float], float]  # what each freedom changes, and how much is to be changed


def sunk(
    balls: Sequence[tuple[Flesh, float]], placed: Placed, ground: Ground, *, pressing: Mapping[tuple[int, int], None]
) -> Iterator[tuple[tuple[int, int], float, Vector]]:
    """Flesh that is too deep in the floor or a block, or was and still presses: which (ball, block), how deep
    (metres, negative when it is out) and the way out. What already presses comes first, in its order."""
    middles = [ball.at.of(placed) for ball, _ in balls]
    for key in pressing:
        distance, out = _distance(middles[key[0]], key[1], ground)
        yield key, balls[key[0]][0].radius - distance, out
    for i, ((ball, allowed), middle) in enumerate(zip(balls, middles, strict=True)):
        deep = ball.radius - allowed
        if ground.floor and middle[1] < deep and (i, FLOOR_BLOCK) not in pressing:
            yield (i, FLOOR_BLOCK), ball.radius - middle[1], UP
        for number, block in enumerate(ground.blocks):
            if block.may_touch(middle, deep) and (i, number) not in pressing:
                distance, out = block.distance(middle)
                if distance < deep:
                    yield (i, number), ball.radius - distance, out


def allowances(build: Build, ground: Ground) -> Iterator[tuple[Flesh, float]]:
    """All flesh, with how deep it may be. Where a rest already holds its surface it may be deeper: a second equation
    for the same spot would only fight the first."""
    resting = [rest.point for rest in ground.rests]
    for ball in flesh(build):
        near = (p for p in resting if p.link == ball.at.link)
        held = any(dist(p.offset, ball.at.offset) < ball.radius + 0.012 for p in near)
        yield ball, SUNK_AT_A_REST if held else SUNK


def _distance(point: Vector, block: int, ground: Ground) -> tuple[float, Vector]:
    return (point[1], UP) if block == FLOOR_BLOCK else ground.blocks[block].distance(point)


Axes = Sequence[Sequence[tuple[int, Vector]]]


def turning_axes(build: Build, placed: Placed, angles: Sequence[float]) -> Axes:
    """For each link the freedoms that turn it: which, and about which axis of the room (times sign and share)."""
    found: list[list[tuple[int, Vector]]] = [[]]
    for link in links(build)[1:]:
        rotation = placed.rotations[link.parent]
        if link.rest:
            rotation = about_own(rotation, Z, link.rest)
        own: list[tuple[int, Vector]] = []
        for part in link.turns:
            k = part.axis
            column = (rotation[k] * part.share, rotation[3 + k] * part.share, rotation[6 + k] * part.share)
            own.append((ROOT + part.angle, column))
            rotation = about_own(rotation, k, angles[part.angle] * part.share)
        found.append(own)
    return found


Ways = tuple[list[float], list[float], list[float]]


def ways_of(point: Point, placed: Placed, axes: Axes) -> Ways:
    """How much the point moves forward, up and to the right for each freedom."""
    at = point.of(placed)
    x, y, z = [0.0] * SIZE, [0.0] * SIZE, [0.0] * SIZE
    x[0] = y[1] = z[2] = 1.0
    a, b, c = subtract(at, placed.origins[0])
    x[4], x[5], y[3], y[5], z[3], z[4] = c, -b, -c, a, b, -a
    for link in chain(point.link)[1:]:
        if axes[link]:
            a, b, c = subtract(at, placed.origins[link])
            for freedom, (u, v, w) in axes[link]:
                x[freedom] += v * c - w * b
                y[freedom] += w * a - u * c
                z[freedom] += u * b - v * a
    return x, y, z


def row_of(ways: Ways, direction: Vector) -> Sequence[float]:
    """How much the point moves in a direction for each freedom."""
    if direction in AXES:
        return ways[AXES.index(direction)]
    a, b, c = direction
    return [a * x + b * y + c * z for x, y, z in zip(*ways, strict=True)]
