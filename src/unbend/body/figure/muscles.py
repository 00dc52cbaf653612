"""Where muscles lie under the skin, so that a picture can show which ones work. By eye, and no anatomy lesson.

Each region is made of blobs that lie just inside the body's own outline, so that it never stands out of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unbend.body.angles import Side
from unbend.body.build import Build, Ring
from unbend.body.figure.limbs import flesh
from unbend.body.figure.shape import Shape, collapsed
from unbend.body.figure.solid import COARSE, Blob, Camera
from unbend.body.skeleton import LINK
from unbend.body.vector import Vector


@dataclass(frozen=True, slots=True)
class Region:
    """A muscle, or a part of one: a row of blobs, painted once all of `on` are. `normal` is where it looks, in the
    axes of its first blob's link; None when it is to be seen from everywhere."""

    on: tuple[str, ...]
    row: tuple[Blob, ...]
    normal: Vector | None


Maker = Callable[[Build, str, float], Iterator[Region]]


def regions(build: Build, worked: Sequence[str]) -> list[Region]:
    """The regions of muscles by their ids in the catalogue's vocabulary; ids without a region are left out."""
    found: list[Region] = []
    for muscle in worked:
        for maker in _MUSCLES.get(muscle, ()):
            for side in Side:
                found.extend(maker(build, side.value, 1.0 if side is Side.RIGHT else -1.0))
    return found


def tint(camera: Camera, region: Region) -> Shape:
    """A region as it is seen; shrunk to nothing when it looks away."""
    share = 1.0
    if region.normal:
        share = min(max((camera.facing(region.row[0].link, region.normal) + 0.12) * 6, 0.0), 1.0)
    row = region.row if len(region.row) > 1 else region.row * 2
    hulls = (camera.hull(*pair, directions=COARSE) for pair in pairwise(row))
    return Shape("worked", tuple(collapsed(outline, share) for outline in hulls))


def _limb(part: str, shares: Sequence[float], way: Vector, *, out: float = 0.45, thick: float = 0.5) -> Maker:
    """A muscle along a limb, on the side to which `way` points (its third number counts outwards)."""

    def make(build: Build, own: str, s: float) -> Iterator[Region]:
        row = []
        for i, share in enumerate(shares):
            base = flesh(build, _side(own), part, share)
            radius = base.semi[0]
            end = 0.72 if i in {0, len(shares) - 1} else 1.0
            x, y, z = base.at
            at = (x + way[0] * radius * out, y, z + way[2] * s * radius * out)
            row.append(Blob(base.link, at, (radius * thick * end, radius * 0.6, radius * thick * end)))
        joined = {"thigh": ("hips", f"{own} thigh"), "upper arm": ("shirt", f"{own} upper arm")}.get(part, ())
        after = (*joined, f"{own} shank") if part == "thigh" else joined
        yield Region(after or (f"{own} {part}",), tuple(row), (way[0], way[1], way[2] * s) if any(way) else None)

    return make


def _hips(at: Vector, semi: Vector, way: Vector) -> Maker:
    """A muscle at one side of the pelvis; its third number counts outwards."""

    def make(build: Build, own: str, s: float) -> Iterator[Region]:
        wide = build.trunk[1]
        big = wide.width / 0.168
        blob = Blob(0, (at[0] * big, at[1], s * at[2] * big), (semi[0] * big, semi[1], semi[2] * big))
        yield Region(("hips", f"{own} thigh", "shirt"), (blob,), (way[0], way[1], way[2] * s))

    return make


def _trunk(places: Sequence[tuple[str, float, float]], way: Vector, size: Vector) -> Maker:
    """A muscle over rings of the trunk: each place is a link, then how far to the front (-1 to 1) and how far to the
    side (0 to 1) of its ring."""

    def make(build: Build, _: str, s: float) -> Iterator[Region]:
        row = []
        for link, front, aside in places:
            ring = _ring(build, link)
            at = (ring.forward + front * ring.depth, ring.at, s * aside * ring.width)
            row.append(Blob(LINK[link], at, size))
        yield Region(("shirt",), tuple(row), (way[0], way[1], way[2] * s))

    return make


def _belt(links: Sequence[str], high: float) -> Maker:
    """A muscle all round the trunk."""

    def make(build: Build, _: str, s: float) -> Iterator[Region]:
        rings = [_ring(build, link) for link in links]
        row = tuple(
            Blob(LINK[r.link], (r.forward, r.at, 0.0), (r.depth * 0.93, high, r.width * 0.93)) for r in rings
        )  # fmt: skip
        if s > 0:
            yield Region(("shirt",), row, None)

    return make


def _neck(_: Build, __: str, s: float) -> Iterator[Region]:
    row = tuple(Blob(LINK[link], (x, y, s * 0.022), (0.022, 0.02, 0.014))
                for link, x, y in (("neck", 0.012, 0.015), ("neck", -0.002, 0.06), ("head", -0.010, 0.01)))  # fmt: skip
    yield Region(("neck",), row, (0.0, 0.0, s))


def _floor(_: Build, own: str, s: float) -> Iterator[Region]:
    blob = Blob(0, (0.0, -0.062, 0.0), (0.062, 0.022, 0.045))
    if s > 0:
        yield Region(("hips", f"{own} thigh", "left thigh"), (blob,), None)


def _ring(build: Build, link: str) -> Ring:
    return next(ring for ring in build.trunk if ring.link == link)


def _side(own: str) -> Side:
    return Side.RIGHT if own == Side.RIGHT.value else Side.LEFT


_BACK, _FRONT, _OUT = (-0.86, 0.0, 0.5), (0.94, 0.0, 0.34), (0.0, 0.0, 1.0)
_SPINE = ("lumbar 1", "lumbar 2", "lumbar 3", "thoracic 1", "thoracic 2")

_MUSCLES: Mapping[str, tuple[Maker, ...]] = {
    "gluteus-maximus": (_hips((-0.066, -0.022, 0.072), (0.056, 0.072, 0.052), (-0.75, 0.0, 0.66)),),
    "gluteus-medius": (_hips((-0.012, 0.034, 0.118), (0.050, 0.030, 0.034), (-0.1, 0.0, 1.0)),),
    "hip-rotators": (_hips((-0.080, -0.014, 0.085), (0.034, 0.026, 0.034), (-0.75, 0.0, 0.66)),),
    "hip-flexors": (_hips((0.050, -0.012, 0.080), (0.028, 0.050, 0.034), (0.9, 0.0, 0.4)),),
    "hip-adductors": (_limb("thigh", (0.15, 0.4, 0.7), (0.35, 0.0, -0.94)),),
    "hamstrings": (_limb("thigh", (0.22, 0.5, 0.85), _BACK),),
    "quadriceps": (_limb("thigh", (0.18, 0.5, 0.86), (0.95, 0.0, 0.3)),),
    "calves": (_limb("shank", (0.10, 0.28, 0.52), _BACK),),
    "shins": (_limb("shank", (0.14, 0.4, 0.72), (0.9, 0.0, 0.4), thick=0.4),),
    "rectus-abdominis": (
        _trunk([(link, 0.80, 0.20) for link in ("lumbar 1", "lumbar 2", "lumbar 3", "thoracic 1")], _FRONT,
               (0.018, 0.03, 0.026)),
    ),
    "obliques": (
        _trunk([("lumbar 1", 0.25, 0.72), ("lumbar 2", 0.1, 0.74), ("lumbar 3", 0.0, 0.74)], (0.4, 0.0, 0.9),
               (0.046, 0.03, 0.030)),
    ),
    "deep-abdominals": (_belt(("lumbar 1", "lumbar 2"), 0.022),),
    "erector-spinae": (_trunk([(link, -0.74, 0.22) for link in _SPINE], (-0.86, 0.0, 0.5), (0.020, 0.03, 0.022)),),
    "multifidus": (_trunk([(link, -0.78, 0.13) for link in _SPINE[:2]], (-0.86, 0.0, 0.5), (0.016, 0.03, 0.014)),),
    "quadratus-lumborum": (
        _trunk([(link, -0.55, 0.52) for link in _SPINE[:3]], (-0.7, 0.0, 0.7), (0.024, 0.02, 0.026)),
    ),
    "latissimus-dorsi": (
        _trunk([("lumbar 2", -0.68, 0.35), ("thoracic 1", -0.45, 0.62), ("thoracic 2", -0.25, 0.78)], (-0.6, 0.0, 0.8),
               (0.030, 0.03, 0.030)),
    ),
    "trapezius": (
        _trunk([("thoracic 1", -0.74, 0.12), ("thoracic 2", -0.72, 0.22), ("thoracic 3", -0.6, 0.55)],
               (-0.86, 0.1, 0.5), (0.022, 0.026, 0.030)),
    ),
    "rhomboids": (
        _trunk([("thoracic 2", -0.74, 0.26), ("thoracic 3", -0.72, 0.30)], (-0.86, 0.0, 0.5), (0.020, 0.02, 0.028)),
    ),
    "shoulders": (_limb("upper arm", (0.06, 0.2, 0.38), _OUT, out=0.2, thick=0.72),),
    "chest": (
        _trunk([("thoracic 2", 0.62, 0.46), ("thoracic 3", 0.62, 0.50)], (0.9, 0.0, 0.45), (0.030, 0.026, 0.050)),
    ),
    "triceps": (_limb("upper arm", (0.3, 0.6, 0.86), _BACK),),
    "biceps": (_limb("upper arm", (0.3, 0.6, 0.86), _FRONT),),
    "forearms": (_limb("forearm", (0.12, 0.3, 0.6), (0.0, 0.0, 0.0), thick=0.6),),
    "neck": (_neck,),
    "diaphragm": (_belt(("lumbar 3", "thoracic 1"), 0.012),),
    "pelvic-floor": (_floor,),
    "serratus-anterior": (
        _trunk([("thoracic 1", 0.2, 0.80), ("thoracic 2", 0.15, 0.80)], (0.3, 0.0, 0.95), (0.036, 0.024, 0.022)),
    ),
}  # fmt: skip
