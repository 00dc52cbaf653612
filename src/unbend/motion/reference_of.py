"""A movement is its own reference: played without noise before the made-up camera, and measured like a person."""

from collections.abc import Iterator, Sequence
from math import hypot

from unbend.body.angles import ANGLES, MIRRORED, Side
from unbend.body.movement import Fault
from unbend.body.performance import Performance
from unbend.motion.body_seen import in_the_picture
from unbend.motion.chosen import counted_measure, shape_measures
from unbend.motion.measures import MEASURE, MEASURES, MIRRORED_MEASURE, Unit
from unbend.motion.played import Played, one_repetition, play
from unbend.motion.pose import LANDMARK
from unbend.motion.reference import Bound, Counted, KeyReading, Reference, SeenFault
from unbend.motion.shown import LIMBS, limbs_of, measures_of
from unbend.motion.view import turned
from unbend.motion.ways_seen import ways_seen

# Degrees between the sides above which a pose is one-sided; as recordings have it.
SYMMETRIC = 3.0
# How much of what it covers may be missing from a repetition when the movement does not say; and at most, when it does.
TOLERANCE, TOLERANCE_AT_MOST = 0.25, 0.4
# How far off a key pose still looks like it, for the body alone: half of all measures read 5 to 8 degrees off in other
# bodies, nine in ten below 13, and everybody has their own way. Where the phone stands comes on top, as measured.
POSE_TOLERANCE = {Unit.DEGREES: 20.0, Unit.TRUNKS: 0.25}
# A landmark is needed when the reference's camera sees it in most frames.
NEEDED_SEEN, NEEDED_SHARE = 0.5, 0.6


def reference_of(performance: Performance, *, view: str) -> Reference:
    """The reference of a movement for a camera at the named view. KeyError for a view that is not in
    `body.camera.STANDS`, and where the movement counts by a measure that is not in `MEASURE`."""
    movement = performance.movement
    played = play(performance, view)
    counted = _counted(played)
    faults = tuple(_faults(played))
    first = [*([counted.measure] if counted else []), *(f.measure for f in faults if f.measure is not None)]
    wanted = shape_measures(first, played.of_keys, played.strays)
    return Reference(
        exercise=movement.exercise,
        view=view,
        measures=wanted,
        sources=tuple(played.sources[i] for i in wanted),
        counted=counted,
        keys=tuple(
            KeyReading(pose.name, played.chosen(i, wanted), pose.seconds, pose.hold)
            for i, pose in enumerate(movement.poses)
        ),
        target=movement.target,
        tolerances=tuple(hypot(POSE_TOLERANCE[MEASURES[i].unit], played.strays[i]) for i in wanted),
        faults=faults,
        seconds=one_repetition(performance),
        needs=_needs(played, first),
        path=tuple(played.chosen(i, wanted) for i in range(played.keys, len(played.readings))),
        turned=_turned(played),
        judges=movement.camera.judges,
        ways=ways_seen(played, view),
    )


def _counted(played: Played) -> Counted | None:
    movement = played.performance.movement
    measure = counted_measure(movement)
    if measure is None:
        return None
    way, (start, *_), target = (
        played.over_time(measure),
        played.of_keys(measure),
        played.of_keys(measure)[played.target],
    )
    if target is None:
        return None
    low, high = min(way), max(way)
    if start is None or abs(start - target) < (high - low) / 2:
        start = low if target - low > high - target else high
    return Counted(
        measure=measure,
        start=start,
        target=target,
        tolerance=_tolerance(played, abs(target - start)),
        hold=movement.count is not None and movement.count.hold,
        sided=_one_sided(played.performance, measure) and not movement.alternates,
        alternates=movement.alternates,
    )


def _tolerance(played: Played, covered: float) -> float:
    """The movement's tolerance, which is of an anatomical angle, as the same share of what the measure covers."""
    count = played.performance.movement.count
    if count is None:
        return TOLERANCE * covered
    angles = [body.angles[count.angle] for body in played.bodies]
    anatomical = max(angles) - min(angles)
    share = count.tolerance / anatomical if anatomical else TOLERANCE
    return min(share, TOLERANCE_AT_MOST) * covered


def _one_sided(performance: Performance, measure: int) -> bool:
    """Whether left and right do different things at the start or in the target pose, in the limbs that the counted
    measure is of. One that has no side is of all of them, unless its mirror image reads the same: the feet are apart
    whichever foot went."""
    if MIRRORED_MEASURE[measure] == (measure, 1.0):
        return False
    limbs = limbs_of(measure) if MEASURES[measure].side else LIMBS
    wanted = {i for i, angle in enumerate(ANGLES) if angle.side is Side.RIGHT and angle.name.startswith(limbs)}
    names = [pose.name for pose in performance.movement.poses]
    for key in (performance.keys[0], performance.keys[names.index(performance.movement.target)]):
        angles = key.posture.angles
        for i in wanted:
            other, sign = MIRRORED[i]
            if abs(angles[i] - angles[other] * sign) > SYMMETRIC:
                return True
    return False


def _faults(played: Played) -> Iterator[SeenFault]:
    for fault in played.performance.movement.faults:
        if fault.angle is None:
            yield SeenFault(fault.id, None, None, None, None, fault.quicker_than)
            continue
        seen = _seen_fault(played, fault, fault.angle)
        if seen is not None:
            yield seen


def _seen_fault(played: Played, fault: Fault, angle: int) -> SeenFault | None:
    """The bound carried over: as far from what the measure reads as the anatomical bound is from the angle, in the
    named pose or in the one that comes nearest to the fault."""
    threshold = fault.above if fault.above is not None else fault.below
    if threshold is None:
        return None
    names = [pose.name for pose in played.performance.movement.poses]
    moments = [names.index(fault.pose)] if fault.pose else range(len(played.bodies))
    nearest = min(moments, key=lambda i: abs(played.bodies[i].angles[angle] - threshold))
    for measure in measures_of(angle):
        value = played.readings[nearest][measure]
        if value is not None:
            bound = Bound.ABOVE if fault.above is not None else Bound.BELOW
            off = threshold - played.bodies[nearest].angles[angle]
            return SeenFault(fault.id, measure, bound, value + off, fault.pose, None)
    return None


def _needs(played: Played, measures: Sequence[int]) -> tuple[int, ...]:
    """The shoulders and hips and what the measures are made of, as far as the camera sees it most of the time."""
    asked = {LANDMARK[f"{side.value} {part}"] for side in Side for part in ("shoulder", "hip")}
    known = measures or (MEASURE["right knee flexion"], MEASURE["left knee flexion"])
    asked |= {landmark for index in known for landmark in MEASURES[index].landmarks}
    return tuple(i for i in sorted(asked) if _mostly_seen(played, i))


def _mostly_seen(played: Played, landmark: int) -> bool:
    marks = [frame.image[landmark] for frame in played.seen if frame.image is not None]
    return sum(mark[3] >= NEEDED_SEEN for mark in marks) >= NEEDED_SHARE * len(marks)


def _turned(played: Played) -> tuple[float, float]:
    bodies = (in_the_picture(f.image, f.width, f.height) for f in played.seen if f.image is not None)
    found = [share for body in bodies if (share := turned(body)) is not None]
    return min(found), max(found)
