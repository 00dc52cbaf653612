"""One moment of a movement: everything a picture, a check or a camera needs to know."""

from dataclasses import dataclass

from unbend.body.build import Build
from unbend.body.prop import Carried, Prop
from unbend.body.skeleton import Placed
from unbend.body.vector import Vector


@dataclass(frozen=True, slots=True)
class Strand:
    """A band, cloth or strap: the points it runs through, in metres."""

    thing: Carried
    points: tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """A thing that hangs from, or lies in, a hand: the middle of the grip and the direction across the palm."""

    thing: Carried
    grip: Vector
    along: Vector


@dataclass(frozen=True, slots=True)
class Push:
    """Effort without way: a short arrow at a point of the skin, and where it goes (a direction in the room)."""

    at: Vector
    to: Vector


@dataclass(frozen=True, slots=True)
class Frame:
    """A body at one moment: where its links are, its joint angles in degrees (in the order of `ANGLES`), how full of
    air it is (0 out, 1 in), and what is round it."""

    build: Build
    placed: Placed
    angles: tuple[float, ...]
    breath: float = 0.0
    props: tuple[Prop, ...] = ()
    strands: tuple[Strand, ...] = ()
    loads: tuple[Load, ...] = ()
    pushes: tuple[Push, ...] = ()
