"""One frame, or several, as shapes in the order in which they are painted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from unbend.body.angles import Side
from unbend.body.build import Build
from unbend.body.figure.arrow import PUSH_NAME, push_arrows
from unbend.body.figure.block import Block
from unbend.body.figure.ground import shadow
from unbend.body.figure.head import head
from unbend.body.figure.held import held
from unbend.body.figure.item import Item, patch, soft_patch
from unbend.body.figure.limbs import arm, flesh, hip, leg, shoulder
from unbend.body.figure.muscles import Region, regions, tint
from unbend.body.figure.order import Weights, ordered, weights
from unbend.body.figure.shape import Shape, collapsed
from unbend.body.figure.solid import Blob, Camera, ball
from unbend.body.figure.things import FLAT, blocks, flat
from unbend.body.figure.trunk import trunk
from unbend.body.figure.view import View
from unbend.body.frame import Frame
from unbend.body.skeleton import LINK
from unbend.body.vector import dot, turn

# A limb counts as far when its side of the body looks away from the viewer by at least this cosine.
AWAY = 0.45
Part = Item | Block
# Elbow and knee: the parts, their colour, and how far up their flesh hides the joint. A patch must not reach a sleeve.
_HINGES = (("upper arm", "forearm", "skin", 0.86, 0.78), ("thigh", "shank", "legs", 0.80, 0.66))
_BODY = frozenset({"hand", "skin", "skin lit", "shirt", "shirt lit", "legs", "legs lit"})


@dataclass(frozen=True, slots=True)
class Plan:
    """What is one for all frames of a picture: the order of painting, the limbs that are far, the muscles shown."""

    names: tuple[str, ...]
    far: Mapping[str, Side]
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """One part's side of a joint: its round end, the flesh next to it, and flesh a little farther on."""

    end: Blob
    near: Blob
    on: Blob


@dataclass(frozen=True, slots=True)
class Joint:
    """Where two parts of one colour meet, and what of each hides the line between them when it lies underneath."""

    first: str
    second: str
    role: str
    halves: tuple[Half, Half]
    soft: bool = False


def paint(frames: Sequence[Frame], view: View, worked: Sequence[str] = ()) -> list[list[Shape]]:
    """The shapes of each frame; as many, in the same order and with as many points, in every frame."""
    cameras = [Camera(frame, view) for frame in frames]
    parts = _alike([{part.name: part for part in (*_room(camera), *body(camera))} for camera in cameras])
    wishes: Weights = {}
    for found in parts:
        solid = [part for name, part in found.items() if not name.startswith(PUSH_NAME)]
        for pair, weight in weights(solid).items():
            wishes[pair] = wishes.get(pair, 0.0) + weight
    arrows = [name for name in parts[0] if name.startswith(PUSH_NAME)]
    names = [*ordered([name for name in parts[0] if name not in arrows], wishes), *arrows]
    plan = Plan(tuple(names), _far_sides(cameras), tuple(regions(frames[0].build, worked)))
    return [[*_under(camera), *_shapes(camera, found, plan)] for camera, found in zip(cameras, parts, strict=True)]


def _room(camera: Camera) -> Iterator[Part]:
    """Furniture, and what is carried or stretched, and arrows of effort."""
    for prop in camera.frame.props:
        if prop.thing not in FLAT:
            yield from blocks(prop, camera.view)
    yield from held(camera.frame, camera.view)
    yield from push_arrows(camera.frame, camera.view)


def _alike(parts: Sequence[dict[str, Part]]) -> list[dict[str, Part]]:
    """The same parts in every frame: one that a frame lacks is there without size, where another frame has it."""
    every: dict[str, Part] = {name: part for found in reversed(parts) for name, part in found.items()}
    return [{name: found.get(name) or _without_size(part) for name, part in every.items()} for found in parts]


def _without_size(part: Part) -> Part:
    shapes = (replace(s, outlines=tuple(collapsed(outline, 0.0) for outline in s.outlines)) for s in part.shapes)
    return replace(part, shapes=tuple(shapes))


def _under(camera: Camera) -> Iterator[Shape]:
    """What lies flat under everything."""
    for prop in camera.frame.props:
        if prop.thing in FLAT:
            yield from flat(prop, camera.view)
    yield shadow(camera)


def body(camera: Camera) -> Iterator[Item]:
    """The parts of a body."""
    for side in Side:
        yield from leg(camera, side)
    yield from trunk(camera)
    yield from head(camera)
    for side in Side:
        yield from arm(camera, side)


def _shapes(camera: Camera, items: Mapping[str, Part], plan: Plan) -> Iterator[Shape]:
    joints, tints = _joints(camera.frame.build), list(plan.regions)
    done: set[str] = set()
    for name in plan.names:
        item = items[name]
        yield from (_toned(shape, item, plan.far) for shape in item.shapes)
        done.add(name)
        for joint in joints:
            if name in (joint.first, joint.second) and {joint.first, joint.second} <= done:
                yield from _mended(camera, joint, name, items, plan.far)
        for region in [region for region in tints if done.issuperset(region.on)]:
            tints.remove(region)
            yield tint(camera, region)


def _mended(
    camera: Camera, joint: Joint, name: str, items: Mapping[str, Part], far: Mapping[str, Side]
) -> Iterator[Shape]:
    first, second = items[joint.first], items[joint.second]
    if _is_far(first, far) == _is_far(second, far):
        under, over = joint.halves if name == joint.second else reversed(joint.halves)
        if joint.soft:
            hidden = soft_patch(camera, joint.role, (under.near, under.end))
        else:
            hidden = patch(camera, joint.role, (under.near, under.end), ((under.on, under.end), (over.end, over.on)))
        yield from (_toned(shape, items[name], far) for shape in hidden)


@cache
def _joints(build: Build) -> tuple[Joint, ...]:
    return tuple(_each_joint(build))


def _each_joint(build: Build) -> Iterator[Joint]:
    for side in Side:
        own = side.value
        for upper, lower, role, near, on in _HINGES:
            above = _half(build, side, upper, (1.0, near, on))
            halves = above, _half(build, side, lower, (0.0, 0.20, 0.34))
            yield Joint(f"{own} {upper}", f"{own} {lower}", role, halves)
        top, inside = hip(build, side), _inside_hips(build, side)
        thigh = Half(top, flesh(build, side, "thigh", 0.25), top)
        yield Joint("hips", f"{own} thigh", "legs", (Half(top, inside, inside), thigh), soft=True)
        joint, chest = shoulder(build, side), _inside_shirt(side)
        sleeve = Half(joint, flesh(build, side, "upper arm", 0.25), joint)
        yield Joint("shirt", f"{own} upper arm", "shirt", (Half(joint, chest, chest), sleeve), soft=True)


def _half(build: Build, side: Side, part: str, shares: tuple[float, float, float]) -> Half:
    end, near, on = shares
    return Half(
        flesh(build, side, part, end),
        flesh(build, side, part, near, thin=0.1),
        flesh(build, side, part, on, thin=0.1),
    )


def _inside_hips(build: Build, side: Side) -> Blob:
    wide = build.trunk[1]
    s = 1.0 if side is Side.RIGHT else -1.0
    return Blob(0, (wide.forward * 0.5, -0.005, s * wide.width * 0.42), (wide.depth * 0.9, 0.068, wide.width * 0.5))


def _inside_shirt(side: Side) -> Blob:
    s = 1.0 if side is Side.RIGHT else -1.0
    return ball(LINK["thoracic 3"], (0.005, 0.022, s * 0.09), 0.043)


def _is_far(item: Part, far: Mapping[str, Side]) -> bool:
    return isinstance(item, Item) and item.side is not None and far.get(_limbs(item.name)) is item.side


def _limbs(name: str) -> str:
    return "arms" if "arm" in name else "legs"


def _toned(shape: Shape, item: Part, far: Mapping[str, Side]) -> Shape:
    if shape.role not in _BODY or not _is_far(item, far):
        return shape
    base = shape.role.removesuffix(" lit")
    return replace(shape, role=f"{base} far lit" if base != shape.role else f"{base} far")


def _far_sides(cameras: Sequence[Camera]) -> dict[str, Side]:
    """Which arm and which leg is turned away, on the average of the frames; none when both look alike."""
    found = {}
    for half, link in (("arms", LINK["thoracic 2"]), ("legs", LINK["pelvis"])):
        rights = [turn(c.frame.placed.rotations[link], (0.0, 0.0, 1.0)) for c in cameras]
        mean = sum(dot(right, c.view.towards) for right, c in zip(rights, cameras, strict=True)) / len(cameras)
        if abs(mean) > AWAY:
            found[half] = Side.LEFT if mean > 0 else Side.RIGHT
    return found
