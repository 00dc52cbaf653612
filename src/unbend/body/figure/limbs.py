"""Arms and legs: segments of round flesh, sleeves and leggings, hands and feet."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import cos, radians, sin

from unbend.body.angles import INDEX, Side
from unbend.body.build import Build
from unbend.body.figure.item import Item, Sample, light, plain, sample, solid
from unbend.body.figure.solid import Blob, Camera, ball
from unbend.body.skeleton import LINK

SLEEVE = 0.52  # of the upper arm
LEGGING = 0.86  # of the shank

# How far the flesh stands forward of the bone, at a share of a segment's length; metres.
_FORWARD = {
    "thigh": ((0.0, 0.002), (0.3, 0.010), (0.65, 0.006), (1.0, 0.004)),
    "shank": ((0.0, 0.002), (0.25, -0.012), (0.6, -0.006), (1.0, 0.0)),
    "upper arm": ((0.0, 0.0), (0.25, 0.002), (0.6, 0.004), (1.0, 0.0)),
    "forearm": ((0.0, 0.0), (0.25, 0.003), (0.65, 0.0), (1.0, 0.0)),
}


def _at(profile: Sequence[tuple[float, float]], share: float) -> float:
    for (a, before), (b, after) in pairwise(profile):
        if share <= b:
            return before + (after - before) * (share - a) / (b - a)
    return profile[-1][1]


@cache
def flesh(build: Build, side: Side, part: str, share: float, *, thin: float = 1.0, more: float = 0.0) -> Blob:
    """The round of a limb at a share of its length; `thin` is its height along the bone beside its radius."""
    radius = _at(build.limbs[part], share) + more
    at = (_at(_FORWARD[part], share), -build.share(part) * share, 0.0)
    return Blob(LINK[f"{side.value} {part}"], at, (radius, radius * thin, radius))


@cache
def hip(build: Build, side: Side) -> Blob:
    """The upper end of the thigh: as thick as the thigh, but no higher than the groin."""
    top = flesh(build, side, "thigh", 0.0)
    s = 1.0 if side is Side.RIGHT else -1.0
    radius = top.semi[0]
    return Blob(top.link, (top.at[0], -0.018, -s * 0.004), (radius, radius * 0.72, radius * 0.98))


@cache
def shoulder(build: Build, side: Side) -> Blob:
    """The upper end of the arm: round, and no higher than the joint needs."""
    top = flesh(build, side, "upper arm", 0.0)
    radius = top.semi[0]
    return Blob(top.link, (0.0, -0.016, 0.0), (radius * 0.96, radius * 0.84, radius * 0.88))


def arm(camera: Camera, side: Side) -> Iterator[Item]:
    """The upper arm with its sleeve, and the forearm with its hand."""
    build = camera.frame.build
    joint, elbow = shoulder(build, side), flesh(build, side, "upper arm", 1.0)
    middle = flesh(build, side, "upper arm", 0.6)
    cuff = flesh(build, side, "upper arm", SLEEVE, thin=0.25, more=0.006)
    bare = solid(camera, "skin", (flesh(build, side, "upper arm", 0.4), middle, elbow))
    sleeve = solid(camera, "shirt", (joint, flesh(build, side, "upper arm", 0.25, more=0.003), cuff))
    yield Item(f"{side.value} upper arm", (*bare, *sleeve), _samples(camera, joint, middle, elbow), side)
    yield _forearm(camera, side)


def _forearm(camera: Camera, side: Side) -> Item:
    build = camera.frame.build
    start, bulge, low = (flesh(build, side, "forearm", share) for share in (0.0, 0.25, 0.65))
    hand = LINK[f"{side.value} hand"]
    wrist = Blob(hand, (0.0, 0.0, 0.0), (0.027, 0.02, 0.021))
    palm, *rest = _hand(camera, side, hand)
    fore = (start, bulge, low, wrist)
    shapes = (*plain(camera, "skin", fore, (wrist, *palm), *rest), light(camera, "skin", fore, (wrist, *palm), rest[0]))
    end = rest[-2][-1]
    return Item(f"{side.value} forearm", shapes, _samples(camera, start, low, wrist, palm[-1], end), side)


def _hand(camera: Camera, side: Side, hand: int) -> list[Sequence[Blob]]:
    """Palm, near and far finger joints, thumb; the far joints bend as much as the near ones, so that a hand closes."""
    s = 1.0 if side is Side.RIGHT else -1.0
    size = camera.frame.build.share("hand") / 0.181
    fingers = LINK[f"{side.value} fingers"]
    bend = camera.frame.angles[INDEX[f"{side.value} finger flexion"]]
    curl, closed = radians(max(bend, 0.0)) * 1.1, min(max(bend / 80, 0.0), 1.0)
    knuckles = Blob(hand, (0.0, -0.082 * size, 0.0), (0.040, 0.018, 0.0155))
    root = Blob(fingers, (0.0, -0.004, 0.0), (0.038, 0.014, 0.0145))
    middle = Blob(fingers, (-0.001, -0.044 * size, 0.0), (0.035, 0.013, 0.0125))
    down = 0.036 * size
    tip = Blob(fingers, (-0.002, -0.044 * size - down * cos(curl), -s * down * sin(curl)), (0.025, 0.0115, 0.011))
    return [(knuckles,), (root, middle), (middle, tip), _thumb(hand, s, closed, size)]


def _thumb(hand: int, s: float, closed: float, size: float) -> tuple[Blob, ...]:
    def bent(open_at: tuple[float, float, float], shut_at: tuple[float, float, float], radius: float) -> Blob:
        x, y, z = (size * (a + (b - a) * closed) for a, b in zip(open_at, shut_at, strict=True))
        return ball(hand, (x, y, s * z), radius)

    return (
        bent((0.016, -0.024, -0.004), (0.016, -0.024, -0.010), 0.016),
        bent((0.045, -0.058, -0.008), (0.040, -0.060, -0.030), 0.0135),
        bent((0.053, -0.088, -0.010), (0.022, -0.084, -0.046), 0.0105),
    )


def leg(camera: Camera, side: Side) -> Iterator[Item]:
    """The thigh, the shank and the foot."""
    build = camera.frame.build
    thigh = [hip(build, side), *(flesh(build, side, "thigh", share) for share in (0.3, 0.65, 1.0))]
    yield Item(f"{side.value} thigh", solid(camera, "legs", thigh), _samples(camera, *thigh[1:]), side)
    shank = [flesh(build, side, "shank", share) for share in (0.0, 0.25, 0.6)]
    hem = flesh(build, side, "shank", LEGGING, thin=0.25, more=0.003)
    yield Item(f"{side.value} shank", solid(camera, "legs", (*shank, hem)), _samples(camera, *shank, hem), side)
    yield _foot(camera, side)


def _foot(camera: Camera, side: Side) -> Item:
    build = camera.frame.build
    s = 1.0 if side is Side.RIGHT else -1.0
    foot, toes = LINK[f"{side.value} foot"], LINK[f"{side.value} toes"]
    high, length = build.share("ankle"), build.share("toes")
    stub = flesh(build, side, "shank", LEGGING - 0.03, thin=0.3, more=-0.002)
    ankle = Blob(foot, (0.0, 0.0, 0.0), (0.033, 0.024, 0.032))
    heel = Blob(foot, (-0.031, 0.029 - high, 0.0), (0.029, 0.029, 0.028))
    instep = Blob(foot, (0.050, -0.032, -s * 0.004), (0.030, 0.024, 0.027))
    width = Blob(toes, (-0.004, 0.0, -s * 0.002), (0.030, high * 0.3, 0.042))
    tip = Blob(toes, (length - 0.021, 0.0125 - high * 0.3, -s * 0.008), (0.021, 0.0125, 0.033))
    shapes = plain(camera, "hand", (stub, ankle, heel), (ankle, instep, heel), (heel, instep, width), (width, tip))
    return Item(f"{side.value} foot", shapes, _samples(camera, ankle, heel, width, tip), side)


def _samples(camera: Camera, *blobs: Blob) -> tuple[Sample, ...]:
    return tuple(sample(camera, blob) for blob in blobs)
