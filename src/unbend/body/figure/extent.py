"""How much room a frame takes in a picture, without drawing it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from unbend.body.figure.shape import Box
from unbend.body.figure.view import View
from unbend.body.frame import Frame
from unbend.body.point import Point, flesh
from unbend.body.prop import CHAIR_BACK, Carried, Prop, Thing
from unbend.body.skeleton import LINK
from unbend.body.vector import Vector

# Metres that are drawn beyond flesh and things: clothes and lines; hair round the head; bags below a hand.
ROUND, HAIR, BAG, HELD, PUSHED = 0.02, 0.19, 0.36, 0.16, 0.22
# What stands above a thing's own height: a chair's back, a bar's posts, a bed's head.
_ABOVE = {Thing.CHAIR: CHAIR_BACK + 0.06, Thing.BAR: 0.1, Thing.BED: 0.3}
ARROW = 0.28  # round the way that an arrow shows: it steps aside of the body
Ball = tuple[Vector, float]


def extent(frame: Frame, *, view: View, trail: Sequence[Vector] = ()) -> Box:
    """Left, top, right and bottom of everything, in metres of the picture; never less than what is drawn. Only the
    shade on the floor may run on beyond it."""
    balls = (*_body(frame), *_round_about(frame), *((at, ARROW) for at in trail))
    seen = [(*view.project(at)[:2], radius) for at, radius in balls]
    return (
        min(x - r for x, _, r in seen),
        min(y - r for _, y, r in seen),
        max(x + r for x, _, r in seen),
        max(y + r for _, y, r in seen),
    )


def union(boxes: Iterable[Box]) -> Box:
    """The box round several boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _body(frame: Frame) -> Iterator[Ball]:
    for ball in flesh(frame.build):
        yield ball.at.of(frame.placed), ball.radius + ROUND
    yield Point(LINK["head"], (0.0, 0.06, 0.0)).of(frame.placed), HAIR


def _round_about(frame: Frame) -> Iterator[Ball]:
    for prop in frame.props:
        yield from ((corner, ROUND) for corner in _corners(prop))
    for strand in frame.strands:
        yield from ((at, ROUND) for at in strand.points)
    for load in frame.loads:
        yield load.grip, BAG if load.thing is Carried.BAG else HELD
    yield from ((push.at, PUSHED) for push in frame.pushes)


def _corners(prop: Prop) -> Iterator[Vector]:
    length, height, width = prop.size
    tall = height + _ABOVE.get(prop.thing, 0.0)
    back = length / 2 + (0.06 if prop.thing in {Thing.CHAIR, Thing.BED} else 0.0)
    for x, y, z in product((-back, length / 2), (0.0, tall), (-width / 2, width / 2)):
        yield prop.place((x, y, z))
