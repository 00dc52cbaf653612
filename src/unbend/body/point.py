"""Named points on the skin, which rest on things, and the round flesh behind them, which must not sink into any."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from unbend.body.angles import Side
from unbend.body.build import Build
from unbend.body.skeleton import LINK, Placed
from unbend.body.vector import Vector

# How much of the trunk's depth is left where it lies on something; by eye.
PRESSED = 0.93


@dataclass(frozen=True, slots=True)
class Point:
    """A point fixed to a link, in the link's own axes and metres."""

    link: int
    offset: Vector

    def of(self, placed: Placed) -> Vector:
        """Where it is in the room."""
        (x, y, z), (u, v, w) = placed.origins[self.link], self.offset
        a, b, c, d, e, f, g, h, i = placed.rotations[self.link]
        return x + (a * u + b * v + c * w), y + (d * u + e * v + f * w), z + (g * u + h * v + i * w)


@dataclass(frozen=True, slots=True)
class Flesh:
    """A ball of flesh round a point: nothing solid comes nearer to its middle than `radius`."""

    name: str
    at: Point
    radius: float


# Points in the middle of the body: link, then metres forward, up, right, on the slender build.
_MIDDLE: Mapping[str, tuple[str, Vector]] = {
    "sacrum": ("pelvis", (-0.115, 0.045, 0.0)),
    "low back": ("lumbar 2", (-0.058, 0.04, 0.0)),
    "upper back": ("thoracic 2", (-0.062, 0.05, 0.0)),
    "head back": ("head", (-0.078, 0.07, 0.0)),
    "forehead": ("head", (0.112, 0.105, 0.0)),
    "chin": ("head", (0.088, -0.025, 0.0)),
    "crown": ("head", (0.02, 0.188, 0.0)),
    "chest": ("thoracic 2", (0.162, 0.05, 0.0)),
    "belly": ("lumbar 2", (0.118, 0.04, 0.0)),
    "pubis": ("pelvis", (0.08, -0.06, 0.0)),
}

# Points of each side: link without its side, then metres forward, up, outwards.
_SIDED: Mapping[str, tuple[str, Vector]] = {
    "ear": ("head", (0.02, 0.07, 0.078)),
    "shoulder blade": ("thoracic 3", (-0.064, 0.02, 0.085)),
    "ribs": ("thoracic 1", (0.044, 0.05, 0.142)),
    "waist": ("lumbar 2", (0.03, 0.04, 0.126)),
    "hip front": ("pelvis", (0.095, 0.04, 0.10)),
    "hip side": ("thigh", (0.0, -0.01, 0.084)),
    "buttock": ("pelvis", (-0.128, -0.02, 0.07)),
    "sit bone": ("pelvis", (-0.045, -0.093, 0.07)),
    "shoulder": ("upper arm", (0.0, -0.02, 0.052)),
    "shoulder back": ("upper arm", (-0.052, -0.02, 0.0)),
    "instep": ("foot", (0.075, -0.012, 0.0)),
    "outer foot": ("foot", (0.05, -0.045, 0.036)),
    "inner foot": ("foot", (0.05, -0.045, -0.036)),
    "outer ankle": ("foot", (0.0, -0.005, 0.034)),
}


@cache
def points(build: Build) -> Mapping[str, Point]:
    """Every named point of a build; those of a side begin with it: `right heel`."""
    found = {name: Point(LINK[link], offset) for name, (link, offset) in _MIDDLE.items()}
    if build.belly:
        link, (x, y, z) = _MIDDLE["belly"]
        found["belly"] = Point(LINK[link], (x + build.belly, y, z))
    for side in Side:
        s = 1.0 if side is Side.RIGHT else -1.0
        for name, (link, (x, y, z)) in (*_SIDED.items(), *_limb_points(build)):
            whole = link if link in LINK else f"{side.value} {link}"
            found[f"{side.value} {name}"] = Point(LINK[whole], (x, y, s * z))
    return found


def names(name: str, build: Build) -> tuple[str, ...]:
    """The points that a name of a movement file stands for: itself, or that of both sides. Empty when unknown."""
    known = points(build)
    if name in known:
        return (name,)
    return tuple(full for side in Side if (full := f"{side.value} {name}") in known)


def _limb_points(build: Build) -> Iterator[tuple[str, tuple[str, Vector]]]:
    upper, fore, hand = build.share("upper arm"), build.share("forearm"), build.share("hand")
    thigh, shank, ankle = build.share("thigh"), build.share("shank"), build.share("ankle")
    yield "elbow", ("upper arm", (0.0, -upper - 0.034, 0.0))
    yield "elbow inner", ("upper arm", (0.0, -upper, -0.037))
    yield "forearm", ("forearm", (-0.032, -fore * 0.6, 0.0))
    yield "forearm front", ("forearm", (0.0, -fore * 0.6, -0.032))
    yield "forearm back", ("forearm", (0.0, -fore * 0.6, 0.032))
    yield "wrist", ("hand", (0.0, 0.0, -0.022))
    yield "palm", ("hand", (0.0, -hand * 0.42, -0.016))
    yield "hand back", ("hand", (0.0, -hand * 0.42, 0.016))
    yield "hand edge", ("hand", (-0.036, -hand * 0.35, 0.0))
    yield "grip", ("hand", (0.0, -hand * 0.48, -0.030))
    yield "fingertips", ("fingers", (0.0, -hand * 0.5, -0.008))
    yield "thigh front", ("thigh", (0.072, -thigh * 0.5, 0.0))
    yield "above knee", ("thigh", (0.058, -thigh * 0.86, 0.0))
    yield "lower thigh back", ("thigh", (-0.058, -thigh * 0.84, 0.0))
    yield "thigh back", ("thigh", (-0.074, -thigh * 0.5, 0.0))
    yield "knee", ("shank", (0.050, -0.012, 0.0))
    yield "knee inner", ("thigh", (0.0, -thigh, -0.050))
    yield "knee outer", ("thigh", (0.0, -thigh, 0.050))
    yield "knee back", ("shank", (-0.048, -0.02, 0.0))
    yield "shin", ("shank", (0.050, -shank * 0.35, 0.0))
    yield "calf", ("shank", (-0.052, -shank * 0.3, 0.0))
    yield "ankle", ("foot", (0.030, 0.0, 0.0))
    yield "heel", ("foot", (-0.032, -ankle, 0.0))
    yield "heel back", ("foot", (-0.030 - build.share("heel") * 0.6, -ankle * 0.6, 0.0))
    yield "ball", ("toes", (0.0, -ankle * 0.3, 0.0))
    yield "toe tops", ("toes", (build.share("toes") * 0.8, 0.012, 0.0))
    yield "toes", ("toes", (build.share("toes"), -ankle * 0.3, 0.0))


@cache
def flesh(build: Build) -> tuple[Flesh, ...]:
    """The balls of flesh that stand for the whole body."""
    return (*_trunk_flesh(build), *(ball for side in Side for ball in _limb_flesh(build, side)))


def _trunk_flesh(build: Build) -> Iterator[Flesh]:
    # The lowest ring closes the trunk between the thighs, whose own flesh stands there.
    for ring in build.trunk[1:]:
        depth = ring.depth * PRESSED
        radius = min(depth, 0.075)
        for x, z in product((-1, 1), repeat=2):
            # Below the hips the front of the trunk is a fold, which gives way when somebody sits up tall.
            fold = 0.03 if ring.at < 0 < x else 0.0
            offset = (ring.forward + x * (depth - radius), ring.at + fold, z * (ring.width - radius))
            yield Flesh(ring.link, Point(LINK[ring.link], offset), radius)
    yield Flesh("head", Point(LINK["head"], (0.012, 0.06, 0.0)), 0.088)
    yield Flesh("head", Point(LINK["head"], (0.020, 0.10, 0.0)), 0.088)


def _limb_flesh(build: Build, side: Side) -> Iterator[Flesh]:
    for part, profile in build.limbs.items():
        for at, radius in profile:
            name = f"{side.value} {part}"
            yield Flesh(name, Point(LINK[name], (0.0, -build.share(part) * at, 0.0)), radius)
    ankle, hand = build.share("ankle"), build.share("hand")
    foot, toes = LINK[f"{side.value} foot"], LINK[f"{side.value} toes"]
    yield Flesh(f"{side.value} foot", Point(foot, (-0.032, 0.026 - ankle, 0.0)), 0.026)
    yield Flesh(f"{side.value} foot", Point(toes, (0.0, 0.0, 0.0)), ankle * 0.3)
    yield Flesh(f"{side.value} toes", Point(toes, (build.share("toes"), 0.012 - ankle * 0.3, 0.0)), 0.012)
    yield Flesh(f"{side.value} hand", Point(LINK[f"{side.value} hand"], (0.0, -hand * 0.42, 0.0)), 0.015)
    yield Flesh(f"{side.value} fingers", Point(LINK[f"{side.value} fingers"], (0.0, -hand * 0.48, 0.0)), 0.009)
