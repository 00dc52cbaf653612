"""The things of a room: furniture from blocks, soft and round things from ellipsoids."""

from collections.abc import Callable, Iterator, Mapping
from math import cos, pi, radians, sin

from unbend.body.figure.block import Block, block, polygon
from unbend.body.figure.shape import Shape
from unbend.body.figure.solid import FINE, Ellipse, hull, in_room, lit
from unbend.body.figure.view import View
from unbend.body.prop import CHAIR_BACK, SEAT_THICKNESS, TABLE_THICKNESS, Box, Prop, Thing
from unbend.body.vector import Rotation, Vector

Part = tuple[str, Vector, Vector]  # material, middle and half size, in the thing's own axes
FLAT = frozenset({Thing.MAT, Thing.CLOTH})


def flat(prop: Prop, view: View) -> tuple[Shape, ...]:
    """A thing that lies on the floor and hides nothing: a mat with a rim, or a cloth."""
    length, _, width = prop.size
    role = "mat" if prop.thing is Thing.MAT else "rag"
    signs = ((1, 1), (1, -1), (-1, -1), (-1, 1))
    rim, inner = (
        polygon([_seen(view, prop.place((a * (length / 2 - inset), 0.0, b * (width / 2 - inset)))) for a, b in signs])
        for inset in (0.008, 0.035)
    )
    return Shape(f"{role} front", (rim,), edge=True), Shape(f"{role} top", (inner,))


def blocks(prop: Prop, view: View) -> Iterator[Block]:
    """The pieces of a thing that may hide a body, or be hidden by one."""
    if prop.thing in _ROUND:
        yield _ROUND[prop.thing](prop, view)
        return
    for i, (role, middle, half) in enumerate(_PARTS[prop.thing](prop)):
        box = Box(prop.place(middle), half, prop.turn)
        yield block(f"{prop.name} {i}", box, role, view)


def _chair(prop: Prop) -> Iterator[Part]:
    length, height, width = prop.size
    back = -length / 2 - 0.02
    for z in (-1, 1):
        side = z * (width / 2 - 0.025)
        yield (
            "wood",
            (length / 2 - 0.03, (height - SEAT_THICKNESS) / 2, side),
            (0.018, (height - SEAT_THICKNESS) / 2, 0.018),
        )
        tall = (height + CHAIR_BACK) / 2
        yield "wood", (back, tall, side), (0.017, tall, 0.018)
    yield "wood", (0.0, height - SEAT_THICKNESS / 2, 0.0), (length / 2, SEAT_THICKNESS / 2, width / 2)
    yield "wood", (back, height + CHAIR_BACK * 0.70, 0.0), (0.014, CHAIR_BACK * 0.34, width / 2)


def _table(prop: Prop) -> Iterator[Part]:
    length, height, width = prop.size
    leg = (height - TABLE_THICKNESS) / 2
    for x in (-1, 1):
        for z in (-1, 1):
            yield "wood", (x * (length / 2 - 0.05), leg, z * (width / 2 - 0.05)), (0.024, leg, 0.024)
    yield "wood", (0.0, height - TABLE_THICKNESS / 2, 0.0), (length / 2, TABLE_THICKNESS / 2, width / 2)


def _bed(prop: Prop) -> Iterator[Part]:
    length, height, width = prop.size
    for x in (-1, 1):
        for z in (-1, 1):
            yield "wood", (x * (length / 2 - 0.06), 0.07, z * (width / 2 - 0.06)), (0.03, 0.07, 0.03)
    rail, top = height * 0.34, height * 0.44
    yield "wood", (0.0, (0.12 + top) / 2, 0.0), (length / 2 + 0.01, (top - 0.12) / 2, width / 2 + 0.01)
    yield "soft", (0.0, (top + height) / 2, 0.0), (length / 2 - 0.01, (height - top) / 2, width / 2 - 0.01)
    yield "wood", (-length / 2 - 0.03, height * 0.75, 0.0), (0.02, height * 0.75 - rail * 0.2, width / 2 + 0.01)


def _bar(prop: Prop) -> Iterator[Part]:
    thick, height, width = prop.size
    for z in (-1, 1):
        yield "metal", (0.0, (height + 0.06) / 2, z * width / 2), (0.022, (height + 0.06) / 2, 0.022)
    yield "metal", (0.0, height, 0.0), (thick / 2, thick / 2, width / 2)


def _one(role: str) -> Callable[[Prop], Iterator[Part]]:
    def parts(prop: Prop) -> Iterator[Part]:
        length, height, width = prop.size
        yield role, (0.0, height / 2, 0.0), (length / 2, height / 2, width / 2)

    return parts


_PARTS: Mapping[Thing, Callable[[Prop], Iterator[Part]]] = {
    Thing.CHAIR: _chair,
    Thing.TABLE: _table,
    Thing.BED: _bed,
    Thing.BAR: _bar,
    Thing.WALL: _one("wall"),
    Thing.DOOR_FRAME: _one("wood"),
    Thing.STAIR: _one("wood"),
    Thing.BOX: _one("wood"),
}


def _pillow(prop: Prop, view: View) -> Block:
    length, height, width = prop.size
    low = height * 0.32
    corners = [
        _disc(prop, view, (a * (length / 2 - 0.09), low, b * (width / 2 - 0.09)), (0.09, low, 0.09))
        for a, b in ((-1, -1), (-1, 1), (1, 1), (1, -1))
    ]
    return _soft(prop, view, "cushion", corners, high=low * 2)


def _wedge(prop: Prop, view: View) -> Block:
    """A pile of pillows that slopes down from its own -X."""
    length, height, width = prop.size
    soft = 0.05
    low, high = length / 2 - soft, height - soft
    profile = ((low, soft * 0.5, soft * 0.5), (-low, soft, soft), (-low, high, soft))
    ends = [_disc(prop, view, (x, y, z * (width / 2 - soft)), (r, r, soft)) for x, y, r in profile for z in (-1, 1)]
    return _soft(prop, view, "cushion", ends, high=height)


def _roller(prop: Prop, view: View) -> Block:
    _, height, width = prop.size
    radius = height / 2
    ends = [_disc(prop, view, (0.0, radius, z * width / 2), (radius, radius, 0.004)) for z in (-1, 1)]
    found = _soft(prop, view, "soft", ends, high=height)
    near = max((-1, 1), key=lambda z: view.project(prop.place((0.0, 0.0, z)))[2])
    rings = [Shape(role, (hull([_disc(prop, view, (0.0, radius, near * width / 2), (radius * k, radius * k, 0.001))]),))
             for role, k in (("soft side", 0.98), ("soft top", 0.55))]  # fmt: skip
    return Block(found.name, (*found.shapes, *rings), found.faces, found.samples)


def _stretcher(prop: Prop, view: View) -> Block:
    """An arch to lie back over: its top is seen as ribs, its side as a crescent."""
    length, height, width = prop.size
    arch = [(-cos(a) * length / 2, sin(a) * (height - 0.012)) for a in (pi * i / 8 for i in range(9))]
    near = max((-1, 1), key=lambda z: view.project(prop.place((0.0, 0.0, z)))[2])
    ends = [_disc(prop, view, (x, y + 0.006, z * width / 2), (0.006, 0.006, 0.003)) for x, y in arch for z in (-1, 1)]
    found = _soft(prop, view, "soft", ends, high=height)
    low = [(x * 0.86, max(y - 0.03, 0.004)) for x, y in reversed(arch)]
    crescent = [_seen(view, prop.place((x, y, near * width / 2))) for x, y in (*arch, *low)]
    side = Shape("soft side", (polygon(crescent),))
    return Block(found.name, (*found.shapes, side), found.faces, found.samples)


def _soft(prop: Prop, view: View, role: str, ellipses: list[Ellipse], *, high: float) -> Block:
    box = Box(prop.place((0.0, high / 2, 0.0)), (prop.size[0] / 2, high / 2, prop.size[2] / 2), prop.turn)
    room = block(prop.name, box, role, view, drawn=False)
    whole = Shape(f"{role} front", (hull(ellipses, directions=FINE),), edge=True)
    bright = Shape(f"{role} top", (hull([lit(e, 0.88) for e in ellipses], directions=FINE),))
    return Block(prop.name, (whole, bright), room.faces, room.samples)


_ROUND: Mapping[Thing, Callable[[Prop, View], Block]] = {
    Thing.PILLOW: _pillow,
    Thing.WEDGE: _wedge,
    Thing.ROLLER: _roller,
    Thing.STRETCHER: _stretcher,
}


def _seen(view: View, at: Vector) -> tuple[float, float]:
    return view.project(at)[:2]


def _disc(prop: Prop, view: View, at: Vector, semi: Vector) -> Ellipse:
    c, s = cos(radians(prop.turn)), sin(radians(prop.turn))
    turned: Rotation = (c, 0.0, s, 0.0, 1.0, 0.0, -s, 0.0, c)
    return in_room(view, prop.place(at), semi, turned)
