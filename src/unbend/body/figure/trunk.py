"""The trunk: hips, and the shirt over the curve of the spine; the neck."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from math import atan2, cos, dist, hypot, radians, sin

from unbend.body.angles import Side
from unbend.body.build import Build, Ring
from unbend.body.figure.item import Item, sample, solid
from unbend.body.figure.limbs import shoulder
from unbend.body.figure.shape import Kind, Outline, Pair, Shape
from unbend.body.figure.solid import COARSE, FAIR, Blob, Camera, Ellipse, ball, hull, lit, support
from unbend.body.skeleton import LINK

BELLY_TO_HEM = 0.45  # the share of a belly that its hem has
HEM = 0.066  # metres above the hips
BREATH = {"lumbar 2": 0.006, "lumbar 3": 0.010, "thoracic 1": 0.010, "thoracic 2": 0.008}
# Seen shorter than this share of its length, the trunk is drawn as the round thing it then is.
END_ON, SIDE_ON = 0.35, 0.60


@cache
def shirt_rings(build: Build) -> tuple[Ring, ...]:
    """The rings that the shirt runs over, from its hem up."""
    hips = [ring for ring in build.trunk if ring.link == "pelvis"]
    above = next(ring for ring in build.trunk if ring.link == "lumbar 1")
    # A belly carries the front of the hem with it.
    more = max(above.forward + above.depth - hips[-1].forward - hips[-1].depth, 0.0) * BELLY_TO_HEM / 2
    forward, depth = hips[-1].forward + more, hips[-1].depth * 0.985 + more
    hem = replace(hips[-1], at=HEM, width=hips[-1].width * 0.975, depth=depth, forward=forward)
    return hem, replace(hem, at=HEM + 0.014), *(ring for ring in build.trunk if ring.link != "pelvis")


def ring_blob(ring: Ring, breath: float = 0.0, *, high: float = 0.022) -> Blob:
    """A ring as a flat round; breath makes it deeper to the front."""
    more = BREATH.get(ring.link, 0.0) * breath
    return Blob(LINK[ring.link], (ring.forward + more / 2, ring.at, 0.0), (ring.depth + more / 2, high, ring.width))


def trunk(camera: Camera) -> Iterator[Item]:
    """Hips, shirt and neck."""
    build, breath = camera.frame.build, camera.frame.breath
    rings = [ring_blob(ring, breath) for ring in shirt_rings(build)]
    yield _hips(camera)
    seen = [camera.ellipse(blob) for blob in rings]
    length = _length(camera, rings)
    tops = [_yoke(camera, side) for side in Side]
    shirt = (
        Shape("shirt", (tube(seen, length), *(hull(top, directions=FAIR) for top in tops)), edge=True),
        Shape("shirt lit", (tube([lit(e) for e in seen], length * 0.9),
                            *(hull([lit(e) for e in top], directions=COARSE) for top in tops))),
    )  # fmt: skip
    yield Item("shirt", shirt, tuple(sample(camera, blob) for blob in rings[1::2]))
    yield _neck(camera)


def _hips(camera: Camera) -> Item:
    build = camera.frame.build
    rings = [ring_blob(ring, high=0.03) for ring in build.trunk if ring.link == "pelvis"]
    hem = shirt_rings(build)[0]
    band = Blob(0, (hem.forward, HEM + 0.012, 0.0), (hem.depth - 0.006, 0.01, hem.width - 0.006))
    low, wide = build.trunk[0], build.trunk[1]
    buttocks = [
        Blob(0, (wide.forward - 0.038, wide.at - 0.012, z * wide.width * 0.42), (0.072, 0.078, wide.width * 0.5))
        for z in (-1, 1)
    ]
    blobs = (rings[0], *buttocks, *rings[1:], band)
    shapes = solid(camera, "legs", blobs)
    middle = ball(0, (0.0, 0.02, 0.0), low.depth)
    return Item("hips", shapes, (sample(camera, rings[1]), sample(camera, middle)))


def _yoke(camera: Camera, side: Side) -> list[Ellipse]:
    """What joins shoulder and chest, and slopes up to the neck."""
    collar = LINK[f"{side.value} collar"]
    s = 1.0 if side is Side.RIGHT else -1.0
    root = Blob(collar, (-0.046, 0.030, s * 0.048), (0.044, 0.022, 0.030))
    chest = Blob(LINK["thoracic 3"], (0.028, 0.010, s * 0.088), (0.062, 0.050, 0.050))
    return [camera.ellipse(blob) for blob in (shoulder(camera.frame.build, side), chest, root)]


def _neck(camera: Camera) -> Item:
    base = Blob(LINK["neck"], (0.016, -0.006, 0.0), (0.052, 0.018, 0.052))
    low, high = ball(LINK["neck"], (0.006, 0.04, 0.0), 0.049), ball(LINK["head"], (0.010, 0.015, 0.0), 0.047)
    return Item("neck", solid(camera, "skin", (base, low, high)), (sample(camera, low), sample(camera, high)))


def _length(camera: Camera, rings: Sequence[Blob]) -> float:
    """How long the trunk is in the room, from hem to top."""
    first, last = camera.point(rings[0].link, rings[0].at), camera.point(rings[-1].link, rings[-1].at)
    return dist(first, last)


def tube(ellipses: Sequence[Ellipse], length: float) -> Outline:
    """The outline round a bent row of ellipses: it follows the bends seen from the side, and is convex end on."""
    first, last = ellipses[0], ellipses[-1]
    across, along = last[0] - first[0], last[1] - first[1]
    share = min(max((hypot(across, along) / length - END_ON) / (SIDE_ON - END_ON), 0.0), 1.0)
    bent = _bent(ellipses) if share > 0 else []
    if share == 1:
        return Outline(Kind.ROUND, tuple(bent))
    convex = _convex(ellipses, atan2(along, across))
    if share == 0:
        return Outline(Kind.ROUND, tuple(convex))
    both = zip(bent, convex, strict=True)
    return Outline(Kind.ROUND, tuple((c[0] + (b[0] - c[0]) * share, c[1] + (b[1] - c[1]) * share) for b, c in both))


def _bent(ellipses: Sequence[Ellipse]) -> list[Pair]:
    n = len(ellipses)
    ways = []
    for i in range(n):
        before, after = ellipses[max(i - 1, 0)], ellipses[min(i + 1, n - 1)]
        ways.append((after[0] - before[0], after[1] - before[1]))
    there = [support(e, v, -u) for e, (u, v) in zip(ellipses, ways, strict=True)]
    back = [support(e, -v, u) for e, (u, v) in zip(ellipses, ways, strict=True)]
    (a, b), (c, d) = ways[0], ways[-1]
    top = [support(ellipses[-1], c + d * t, d - c * t) for t in (1, 0, -1)]
    hem = [support(ellipses[0], -a - b * t, -b + a * t) for t in (1, 0, -1)]
    return [*there, *top, *reversed(back), *hem]


def _convex(ellipses: Sequence[Ellipse], angle: float) -> list[Pair]:
    n = len(ellipses)
    step = 20 / (n - 1)
    there = [-100 + step * i for i in range(n)]
    degrees = [*there, -45, 0, 45, *(-d for d in reversed(there)), 135, 180, 225]
    found = []
    for degree in degrees:
        u, v = cos(angle + radians(degree)), sin(angle + radians(degree))
        found.append(max((support(e, u, v) for e in ellipses), key=lambda p: p[0] * u + p[1] * v))
    return found
