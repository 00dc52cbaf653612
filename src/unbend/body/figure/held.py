"""What hands hold and what is stretched between points: bags, bottles, weights; bands, cloths, straps."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unbend.body.figure.item import Item
from unbend.body.figure.shape import Outline, Shape, stroke
from unbend.body.figure.solid import FAIR, FINE, Ellipse, hull, in_room, lit
from unbend.body.figure.view import View
from unbend.body.frame import Frame, Load, Strand
from unbend.body.prop import Carried
from unbend.body.vector import Rotation, Vector, add, between, cross, scale, unit

_ROLES = {Carried.BAND: "band", Carried.CLOTH: "cloth", Carried.STRAPS: "strap"}


def held(frame: Frame, view: View) -> Iterator[Item]:
    """Everything carried or stretched, as parts of the picture."""
    for i, load in enumerate(frame.loads):
        yield _load(f"load {i}", load, view)
    for i, strand in enumerate(frame.strands):
        for j, (a, b) in enumerate(pairwise(strand.points)):
            yield _strand(f"strand {i} {j}", strand, a, b, view)


def _strand(name: str, strand: Strand, a: Vector, b: Vector, view: View) -> Item:
    role = _ROLES.get(strand.thing, "strap")
    line = stroke([view.project(at)[:2] for at in (a, between(a, b, 0.5), b)])
    samples = tuple((*view.project(between(a, b, share)), 0.01) for share in (0.0, 0.25, 0.5, 0.75, 1.0))
    return Item(name, (Shape(f"{role} under", (line,)), Shape(role, (line,))), samples)


def _load(name: str, load: Load, view: View) -> Item:
    shapes = _BUILDERS.get(load.thing, _weight)(load, view)
    middle = add(load.grip, (0.0, -0.2, 0.0)) if load.thing is Carried.BAG else load.grip
    return Item(name, tuple(shapes), ((*view.project(load.grip), 0.03), (*view.project(middle), 0.08)))


def _weight(load: Load, view: View) -> Iterator[Shape]:
    """A short bar with a round head at each end."""
    turned, along = _axes(load.along), unit(load.along)
    bar = [in_room(view, add(load.grip, scale(along, s * 0.07)), (0.004, 0.014, 0.014), turned) for s in (-1, 1)]
    yield Shape("grip", (hull(bar, directions=FAIR),), edge=True)
    heads = [
        [in_room(view, add(load.grip, scale(along, s * far)), (0.006, 0.043, 0.043), turned) for far in (0.068, 0.100)]
        for s in (-1, 1)
    ]
    yield from _both("steel", heads)


def _bottle(load: Load, view: View) -> Iterator[Shape]:
    """A full bottle of water with its cap."""
    turned, along = _axes(load.along), unit(load.along)

    def ring(far: float, radius: float) -> Ellipse:
        return in_room(view, add(load.grip, scale(along, far)), (0.004, radius, radius), turned)

    yield Shape("cap", (hull([ring(0.13, 0.016), ring(0.155, 0.016)], directions=FAIR),), edge=True)
    body = [ring(-0.115, 0.034), ring(0.075, 0.036), ring(0.13, 0.014)]
    yield from _both("bottle", [body])


def _bag(load: Load, view: View) -> Iterator[Shape]:
    """A shopping bag on its two handles."""
    side = unit((load.along[0], 0.0, load.along[2]))
    if side == (load.along[0], 0.0, load.along[2]) and side[0] == side[2] == 0.0:
        side = (1.0, 0.0, 0.0)
    turned = _axes(side)
    top, low = add(load.grip, (0.0, -0.10, 0.0)), add(load.grip, (0.0, -0.34, 0.0))
    ends = [(add(at, scale(side, s * wide)), 0.055) for at, wide in ((top, 0.12), (low, 0.145)) for s in (-1, 1)]
    body = [in_room(view, at, (0.022, 0.022, deep), turned) for at, deep in ends]
    yield Shape("handle", (_handle(load.grip, top, side, view),))
    whole = hull(body, directions=FINE, along=0.0)
    yield Shape("bag", (whole,), edge=True)
    bright = [lit(e, 0.9) for e in body]
    yield Shape("bag lit", (hull(bright, directions=FINE, along=0.0),))


def _handle(grip: Vector, top: Vector, side: Vector, view: View) -> Outline:
    left, right = (add(top, scale(side, s * 0.085)) for s in (-1, 1))
    rise = add(grip, (0.0, 0.015, 0.0))
    return stroke([view.project(at)[:2] for at in (left, rise, rise, right)])


_BUILDERS = {Carried.BAG: _bag, Carried.BOTTLE: _bottle, Carried.WEIGHT: _weight}


def _both(role: str, groups: Sequence[Sequence[Ellipse]]) -> Iterator[Shape]:
    """A round thing and its lit part."""
    yield Shape(role, tuple(hull(group, directions=FAIR) for group in groups), edge=True)
    yield Shape(f"{role} lit", tuple(hull([lit(e) for e in group], directions=FAIR) for group in groups))


def _axes(along: Vector) -> Rotation:
    """A rotation whose first axis is `along`."""
    first = unit(along)
    aside = (0.0, 1.0, 0.0) if abs(first[1]) < 0.9 else (1.0, 0.0, 0.0)
    third = unit(cross(first, aside))
    second = cross(third, first)
    return (first[0], second[0], third[0], first[1], second[1], third[1], first[2], second[2], third[2])
