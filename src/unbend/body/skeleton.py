"""The skeleton: which link hangs on which, and where each is when the joints have given angles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import radians

from unbend.body.angles import INDEX, Side
from unbend.body.build import SLENDER, Build
from unbend.body.vector import Rotation, Vector, about_own

X, Y, Z = 0, 1, 2

# The curve of an upright spine: degrees of flexion that each link has at zero angles; drawn by eye. The collar turns
# back what they add up to, so that the arms hang straight down.
REST = {
    "lumbar 1": 10, "lumbar 2": -10, "lumbar 3": -12, "thoracic 1": -2, "thoracic 2": 10, "thoracic 3": 14,
    "neck": -2, "head": -8, "collar": -10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """A part of a link's rotation: the angle it comes from, about which own axis, times what (sign and share)."""

    angle: int
    axis: int
    share: float


@dataclass(frozen=True, slots=True)
class Link:
    """A rigid part: it starts at `offset` in its parent's axes and turns by `rest` (radians about Z), then `turns`."""

    name: str
    parent: int
    offset: Vector
    rest: float
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where every link is: origins in metres, and rotations."""

    origins: Sequence[Vector]
    rotations: Sequence[Rotation]


LINK_NAMES: tuple[str, ...] = (
    "pelvis",
    *(f"lumbar {i}" for i in (1, 2, 3)),
    *(f"thoracic {i}" for i in (1, 2, 3)),
    "neck",
    "head",
    *(
        f"{side.value} {part}"
        for side in Side
        for part in ("collar", "upper arm", "forearm", "hand", "fingers", "thigh", "shank", "foot", "toes")
    ),
)
LINK: dict[str, int] = {name: i for i, name in enumerate(LINK_NAMES)}


@cache
def links(build: Build) -> tuple[Link, ...]:
    """The links of a build, each after its parent."""
    return (*_trunk(build), *_limbs(build, Side.RIGHT), *_limbs(build, Side.LEFT))


@cache
def chain(link: int) -> tuple[int, ...]:
    """The links from the pelvis to `link`, it included."""
    found = [link]
    while found[-1] != 0:
        found.append(PARENTS[found[-1]])
    return tuple(reversed(found))


def place(build: Build, origin: Vector, rotation: Rotation, angles: Sequence[float]) -> Placed:
    """Where every link is, for a pelvis at `origin` with `rotation` and `angles` in radians."""
    origins: list[Vector] = [origin]
    rotations: list[Rotation] = [rotation]
    for link in links(build)[1:]:
        px, py, pz = origins[link.parent]
        a, b, c, d, e, f, g, h, i = r = rotations[link.parent]
        x, y, z = link.offset
        origins.append((px + a * x + b * y + c * z, py + d * x + e * y + f * z, pz + g * x + h * y + i * z))
        if link.rest:
            r = about_own(r, Z, link.rest)
        for turn in link.turns:
            angle = angles[turn.angle]
            if angle:
                r = about_own(r, turn.axis, angle * turn.share)
        rotations.append(r)
    return Placed(origins, rotations)


def _trunk(build: Build) -> Iterator[Link]:
    yield Link("pelvis", -1, (0.0, 0.0, 0.0), 0.0, ())
    lumbar, thoracic = build.share("lumbar") / 3, build.share("thoracic") / 3
    steps = (build.share("sacrum"), lumbar, lumbar, lumbar, thoracic, thoracic)
    for i, up in enumerate(steps):
        part = "lumbar" if i < 3 else "thoracic"
        yield Link(LINK_NAMES[i + 1], i, (0.0, up, 0.0), _rest(LINK_NAMES[i + 1]), _spine(part, 3))
    yield Link("neck", LINK["thoracic 3"], (0.0, thoracic, 0.0), _rest("neck"), _spine("neck", 2))
    yield Link("head", LINK["neck"], (0.0, build.share("neck"), 0.0), _rest("head"), _spine("neck", 2))


def _rest(link: str) -> float:
    return -radians(REST.get(link, 0))


def _spine(part: str, pieces: int) -> tuple[Turn, ...]:
    share = 1.0 / pieces
    return (
        Turn(INDEX[f"{part} flexion"], Z, -share),
        Turn(INDEX[f"{part} side bend"], X, share),
        Turn(INDEX[f"{part} rotation"], Y, -share),
    )


def _limbs(build: Build, side: Side) -> Iterator[Link]:
    s = 1.0 if side is Side.RIGHT else -1.0

    def link(part: str, parent: str, offset: Vector, *turns: tuple[str, int, float]) -> Link:
        own = tuple(Turn(INDEX[f"{side.value} {name}"], axis, sign) for name, axis, sign in turns)
        return Link(f"{side.value} {part}", LINK[parent], offset, _rest(part), own)

    here = side.value
    yield link(
        "collar", "thoracic 3", (0.045, 0.052, 0.0),
        ("shoulder girdle elevation", X, -s), ("shoulder girdle protraction", Y, s),
    )  # fmt: skip
    yield link(
        "upper arm", f"{here} collar", (-0.045, 0.0, s * build.share("collar")),
        ("shoulder flexion", Z, 1.0), ("shoulder abduction", X, -s), ("shoulder rotation", Y, s),
    )  # fmt: skip
    yield link(
        "forearm", f"{here} upper arm", (0.0, -build.share("upper arm"), 0.0),
        ("elbow flexion", Z, 1.0), ("forearm pronation", Y, s),
    )  # fmt: skip
    yield link(
        "hand", f"{here} forearm", (0.0, -build.share("forearm"), 0.0),
        ("wrist flexion", X, s), ("wrist deviation", Z, 1.0),
    )  # fmt: skip
    yield link(
        "fingers", f"{here} hand", (0.0, -build.share("hand") * 0.5, 0.0), ("finger flexion", X, s)
    )  # fmt: skip
    yield link(
        "thigh", "pelvis", (0.0, 0.0, s * build.share("hip")),
        ("hip flexion", Z, 1.0), ("hip abduction", X, -s), ("hip rotation", Y, s),
    )  # fmt: skip
    yield link("shank", f"{here} thigh", (0.0, -build.share("thigh"), 0.0), ("knee flexion", Z, -1.0))
    yield link(
        "foot", f"{here} shank", (0.0, -build.share("shank"), 0.0),
        ("ankle dorsiflexion", Z, 1.0), ("ankle inversion", X, s),
    )  # fmt: skip
    yield link(
        "toes", f"{here} foot", (build.share("ball"), -build.share("ankle") * 0.7, 0.0), ("toe extension", Z, 1.0)
    )  # fmt: skip


PARENTS: tuple[int, ...] = tuple(link.parent for link in links(SLENDER))
