"""What the landmarks of a body show: angles between its parts, to the picture's vertical, and distances.

None of these is an anatomical angle: hip flexion is the trunk against the thigh, whatever the spine does between. The
person and the movement's reference are measured by the same functions, so the difference does not matter.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from unbend.motion.body_seen import BodySeen, Source, in_space, in_the_picture
from unbend.motion.formulas import joints, places, trunk
from unbend.motion.formulas.common import NOT_SEEN, Reading, bound
from unbend.motion.pose import LANDMARK, PoseFrame

__all__ = ["MEASURE", "MEASURES", "MIRRORED_MEASURE", "Measure", "Reading", "Source", "Unit", "measured"]

SIDES = ("right", "left")


class Unit(Enum):
    """What a measure is counted in: degrees, or the length of the trunk from hips to shoulders."""

    DEGREES = "degrees"
    TRUNKS = "trunk lengths"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its name, with its side if it has one, its unit, and the landmarks (indices) it is made of. `deep`:
    it needs depth, and so is always taken in metres."""

    name: str
    side: str | None
    unit: Unit
    landmarks: tuple[int, ...]
    deep: bool
    of: Callable[[BodySeen], Reading]

    @property
    def full_name(self) -> str:
        """The name with its side: `right knee flexion`."""
        return f"{self.side} {self.name}" if self.side else self.name


def measured(frame: PoseFrame, wanted: Sequence[int], *, source: Source | Sequence[Source]) -> tuple[Reading, ...]:
    """The wanted measures (indices into `MEASURES`) of a frame, each as value and confidence (0 to 1); `source` is one
    for all or one for each.

    The value is None where a landmark is not seen. A measure that needs depth is taken in metres whatever the source.
    A source that the frame lacks is replaced by the other.
    """
    sources = (source,) * len(wanted) if isinstance(source, Source) else source
    flat, solid = frame.image, frame.world
    image: BodySeen | None = None
    world: BodySeen | None = None
    found: list[Reading] = []
    for index, chosen in zip(wanted, sources, strict=True):
        deep = _DEEP[index]
        if solid is not None and (deep or flat is None or chosen is Source.WORLD):
            world = world or in_space(solid)
            found.append(_OF[index](world))
        elif flat is not None and not deep:
            image = image or in_the_picture(flat, frame.width, frame.height)
            found.append(_OF[index](image))
        else:
            found.append(NOT_SEEN)
    return tuple(found)


def _sided() -> Iterator[Measure]:
    for side in SIDES:
        other = "left" if side == "right" else "right"

        def angle(name: str, of: Callable[..., Reading], *parts: str, deep: bool = False, side: str = side) -> Measure:
            at = tuple(LANDMARK[f"{side} {part}"] for part in parts)
            return Measure(name, side, Unit.DEGREES, at, deep, bound(of, at, side))

        yield angle("knee flexion", joints.bend, "hip", "knee", "ankle")
        yield angle("hip flexion", joints.flexion, "shoulder", "hip", "knee")
        yield angle("hip abduction", joints.abduction, "hip", "knee")
        yield angle("hip rotation", joints.thigh_rotation, "hip", "knee", "ankle")
        yield angle("elbow flexion", joints.bend, "shoulder", "elbow", "wrist")
        yield angle("shoulder elevation", joints.elevation, "hip", "shoulder", "elbow")
        yield angle("shoulder opening", joints.opening, "shoulder", "elbow")
        yield angle("ankle dorsiflexion", joints.dorsiflexion, "knee", "ankle", "heel", "foot index")
        yield angle("thigh tilt", places.hanging, "hip", "knee")
        yield angle("shank tilt", places.hanging, "knee", "ankle")
        yield angle("shank lean", places.outward_lean, "knee", "ankle")
        yield angle("upper arm tilt", places.hanging, "shoulder", "elbow")
        yield angle("forearm tilt", places.hanging, "elbow", "wrist")
        yield angle("foot tilt", places.foot_tilt, "heel", "foot index")
        yield _distance("wrist above shoulder", side, places.height, f"{side} wrist", f"{side} shoulder")
        yield _distance("knee above hip", side, places.height, f"{side} knee", f"{side} hip")
        yield _distance("ankle above knee", side, places.height, f"{side} ankle", f"{side} knee")
        yield _distance("heel above toes", side, places.height, f"{side} heel", f"{side} foot index")
        yield _distance("wrist from hip", side, places.apart, f"{side} wrist", f"{side} hip")
        yield _distance("wrist from knee", side, places.apart, f"{side} wrist", f"{side} knee")
        yield _distance("hand from other knee", side, places.apart, f"{side} wrist", f"{other} knee")
        yield _distance("ear from shoulder", side, places.apart, f"{side} ear", f"{side} shoulder")


def _distance(name: str, side: str | None, of: Callable[..., Reading], *parts: str) -> Measure:
    at = tuple(LANDMARK[part] for part in parts)
    return Measure(name, side, Unit.TRUNKS, at, deep=False, of=bound(of, at, side))


def _unsided() -> Iterator[Measure]:
    marks = tuple(LANDMARK[f"{side} {part}"] for part in ("shoulder", "hip") for side in SIDES)

    def of_trunk(name: str, of: Callable[[BodySeen], Reading], *, deep: bool = False) -> Measure:
        return Measure(name, None, Unit.DEGREES, marks, deep, of)

    yield of_trunk("trunk tilt", trunk.trunk_tilt)
    yield of_trunk("trunk lean", trunk.trunk_lean)
    yield of_trunk("trunk sideways", trunk.trunk_sideways)
    yield of_trunk("trunk side bend", trunk.side_bend)
    yield of_trunk("trunk rotation", trunk.trunk_rotation, deep=True)
    yield of_trunk("chest facing", trunk.chest_facing, deep=True)
    for part in ("knee", "ankle", "wrist", "elbow", "foot index"):
        name = {"foot index": "toes apart"}.get(part, f"{part}s apart")
        yield _distance(name, None, places.apart, f"right {part}", f"left {part}")
    legs = tuple(LANDMARK[f"{side} {part}"] for part in ("hip", "ankle") for side in SIDES)
    yield Measure("hips above ankles", None, Unit.TRUNKS, legs, deep=False, of=places.hips_above_ankles)
    yield Measure("hips beside ankles", None, Unit.TRUNKS, legs, deep=False, of=places.hips_beside_ankles)


MEASURES: tuple[Measure, ...] = (*_sided(), *_unsided())
MEASURE: dict[str, int] = {measure.full_name: i for i, measure in enumerate(MEASURES)}
# Where each measure goes when the body is mirrored, and whether its sign turns.
TURNING = ("trunk side bend", "trunk rotation", "trunk sideways", "hips beside ankles")
MIRRORED_MEASURE: tuple[tuple[int, float], ...] = tuple(
    (MEASURE[f"{'left' if m.side == 'right' else 'right'} {m.name}"], 1.0) if m.side
    else (i, -1.0 if m.name in TURNING else 1.0)
    for i, m in enumerate(MEASURES)
)  # fmt: skip

_OF = tuple(measure.of for measure in MEASURES)
_DEEP = tuple(measure.deep for measure in MEASURES)
