"""The head: skull and jaw, face, ears and hair. It shows which way a person looks, calmly."""

from collections.abc import Iterator
from itertools import pairwise

from unbend.body.build import Hair
from unbend.body.figure.item import Item, sample, solid
from unbend.body.figure.shape import Kind, Outline, Shape, collapsed
from unbend.body.figure.solid import COARSE, FAIR, FINE, Blob, Camera, ball, hull, in_room
from unbend.body.skeleton import LINK
from unbend.body.vector import Vector, add, scale, turn, unit

HEAD = LINK["head"]
SKULL = Blob(HEAD, (0.014, 0.096, 0.0), (0.091, 0.091, 0.075))
JAW = Blob(HEAD, (0.052, 0.026, 0.0), (0.046, 0.048, 0.048))
CHIN = Blob(HEAD, (0.072, 0.000, 0.0), (0.026, 0.022, 0.026))
NOSE = (ball(HEAD, (0.100, 0.078, 0.0), 0.008), ball(HEAD, (0.1145, 0.050, 0.0), 0.0085))
HAIR = Blob(HEAD, (0.006, 0.104, 0.0), (0.092, 0.093, 0.083))
KNOT = ball(HEAD, (-0.088, 0.135, 0.0), 0.036)
NAPE = Blob(HEAD, (-0.036, 0.054, 0.0), (0.042, 0.038, 0.057))

# The face under the hairline: points of one side, each with the direction in which the skin looks there.
_FACE: tuple[tuple[Vector, Vector], ...] = (
    ((0.086, 0.146, 0.000), (0.8, 0.6, 0.0)),
    ((0.078, 0.142, 0.036), (0.7, 0.5, 0.5)),
    ((0.058, 0.122, 0.056), (0.5, 0.3, 0.8)),
    ((0.044, 0.088, 0.0655), (0.35, 0.0, 0.93)),
    ((0.030, 0.052, 0.0635), (0.2, -0.1, 0.97)),
    ((0.026, 0.006, 0.044), (0.1, -0.6, 0.8)),
    ((0.060, -0.014, 0.032), (0.5, -0.7, 0.5)),
    ((0.088, -0.006, 0.006), (0.8, -0.6, 0.0)),
    ((0.092, 0.030, 0.016), (0.95, -0.1, 0.3)),
    ((0.098, 0.090, 0.012), (0.97, 0.1, 0.2)),
)
# A calm mouth: its rim, from one corner to the other and back.
_MOUTH: tuple[Vector, ...] = (
    (0.092, 0.0245, -0.020), (0.0935, 0.021, -0.018), (0.1005, 0.0105, 0.0), (0.0935, 0.021, 0.018),
    (0.092, 0.0245, 0.020), (0.1005, 0.0145, 0.0),
)  # fmt: skip


def head(camera: Camera) -> Iterator[Item]:
    """The head with everything on it, and hair that hangs from it."""
    bare = solid(camera, "skin", (SKULL, JAW, CHIN), NOSE)
    crown = solid(camera, "hair", (HAIR, NAPE))
    shapes = (*bare, *crown, *_face(camera), *_features(camera))
    yield Item("head", shapes, (sample(camera, SKULL), sample(camera, JAW)))
    locks = tuple(_locks(camera, camera.frame.build.hair))
    if locks:
        yield Item("locks", locks, (sample(camera, KNOT),))


def _face(camera: Camera) -> Iterator[Shape]:
    """The skin of the face as far as it looks at the camera."""
    seen = [
        camera.ellipse(ball(HEAD, (x, y, z * s), 0.004))
        for (x, y, z), (a, b, c) in _FACE
        for s in (1, -1)
        if camera.facing(HEAD, (a, b, c * s)) > -0.12
    ]
    if len(seen) < 3:
        hidden = camera.ellipse(Blob(HEAD, SKULL.at, (1e-4, 1e-4, 1e-4)))
        seen = [hidden]
    yield Shape("face", (hull(seen, directions=FINE, along=0.0),))


def _features(camera: Camera) -> Iterator[Shape]:
    eyes, rims, lobes = [], [], []
    for s in (1, -1):
        eyes.append(
            _spot(camera, Blob(HEAD, (0.099, 0.083, s * 0.031), (0.004, 0.0080, 0.0065)), (0.88, 0.0, s * 0.47), -0.22)
        )
        side = (-0.05, 0.0, s * 1.0)
        rims.append(_spot(camera, Blob(HEAD, (0.012, 0.070, s * 0.075), (0.016, 0.024, 0.007)), side, 0.1))
        lobes.append(_spot(camera, Blob(HEAD, (0.014, 0.071, s * 0.078), (0.011, 0.018, 0.006)), side, 0.1))
    yield Shape("ear", tuple(rims))
    yield Shape("face", tuple(lobes))
    yield Shape("eye", tuple(eyes))
    mouth = Outline(Kind.ROUND, tuple(camera.flat(HEAD, at) for at in _MOUTH))
    yield Shape("mouth", (collapsed(mouth, _shown(camera.facing(HEAD, (1.0, 0.0, 0.0)) - 0.05)),))


def _spot(camera: Camera, blob: Blob, normal: Vector, early: float = 0.0) -> Outline:
    """A small thing on the skin that vanishes as it turns away."""
    return collapsed(camera.hull(blob, directions=COARSE), _shown(camera.facing(HEAD, normal) + early))


def _shown(facing: float) -> float:
    """How much of a small thing on the skin is to be seen."""
    return min(max(facing * 5, 0.0), 1.0)


def _locks(camera: Camera, style: Hair) -> Iterator[Shape]:
    if style is Hair.BUN:
        yield from solid(camera, "hair", (KNOT,), directions=COARSE)
    if style is Hair.TAIL:
        yield _tail(camera)


def _tail(camera: Camera) -> Shape:
    """A tail hangs from the back of the head, and lies down where it meets the floor."""
    placed = camera.frame.placed
    turned, origin = placed.rotations[HEAD], placed.origins[HEAD]
    back, at = turn(turned, (-1.0, 0.0, 0.0)), add(origin, turn(turned, (-0.080, 0.125, 0.0)))
    out = unit(add(scale(back, 0.9), (0.0, -0.25, 0.0)))
    fall = unit(add(scale(back, 0.25), (0.0, -1.0, 0.0)))
    middle = add(at, scale(out, 0.045))
    end = add(middle, scale(fall, 0.12))
    places = ((at, 0.024), (middle, 0.030), (add(middle, scale(fall, 0.05)), 0.030), (end, 0.010))
    ellipses = [in_room(camera.view, (x, max(y, r), z), (r, r, r)) for (x, y, z), r in places]
    pairs = pairwise(ellipses)
    return Shape("hair", tuple(hull(list(pair), directions=FAIR) for pair in pairs), edge=True)
