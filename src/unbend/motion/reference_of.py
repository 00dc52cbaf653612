"""A movement is its own reference: played without noise before the made-up camera, and measured like a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unbend.body.angles import ANGLES, MIRRORED, Side
from unbend.body.camera import Camera, camera
from unbend.body.frame import Frame
from unbend.body.movement import Fault
from unbend.body.performance import Performance
from unbend.motion.body_seen import body_seen
from unbend.motion.chosen import counted_measure, shape_measures, source_for
from unbend.motion.measures import MEASURE, MEASURES, Reading, Source, Unit, measured
from unbend.motion.pose import LANDMARK, PoseFrame
from unbend.motion.reference import Bound, Counted, KeyReading, Reference, SeenFault
from unbend.motion.shown import measures_of
from unbend.motion.view import turned

# Moments of one repetition at which a reference is measured, evenly in time.
MOMENTS = 24
# Degrees between the sides above which a pose is one-sided; as recordings have it.
SYMMETRIC = 3.0
# How much of what it covers may be missing from a repetition when the movement does not say; and at most, when it does.
TOLERANCE, TOLERANCE_AT_MOST = 0.25, 0.4
# How far off a key pose still looks like it: bodies and camera places differ by about this much. By judgement.
POSE_TOLERANCE = {Unit.DEGREES: 25.0, Unit.TRUNKS: 0.3}
# A landmark is needed when the reference's camera sees it in most frames.
NEEDED_SEEN, NEEDED_SHARE = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Played:
    """One repetition before the camera: the key poses, and moments on the way, each as body and as seen."""

    performance: Performance
    keys: tuple[tuple[Frame, PoseFrame], ...]
    moments: tuple[tuple[Frame, PoseFrame], ...]
    target: int
    source: Source

    def read(self, index: int, moment: PoseFrame) -> Reading:
        """One measure of a moment."""
        return measured(moment, (index,), source=self.source)[0]

    def of_keys(self, index: int) -> tuple[float | None, ...]:
        """One measure in all key poses."""
        return tuple(self.read(index, seen)[0] for _, seen in self.keys)

    def over_time(self, index: int) -> tuple[float, ...]:
        """One measure at all moments at which it is seen, key poses first."""
        values = (self.read(index, seen)[0] for _, seen in (*self.keys, *self.moments))
        return tuple(value for value in values if value is not None)


class _NoChance:
    def gauss(self, mu: float = 0.0, sigma: float = 0.0) -> float:
        return mu + 0.0 * sigma

    def uniform(self, a: float, b: float) -> float:
        return (a + b) / 2


def reference_of(performance: Performance, *, view: str) -> Reference:
    """The reference of a movement for a camera at the named view (see `body.camera.STANDS`; KeyError for another)."""
    played = play(performance, view)
    counted = _counted(played)
    faults = tuple(_faults(played))
    wanted = _wanted(played, counted, faults)
    movement = performance.movement
    return Reference(
        exercise=movement.exercise,
        view=view,
        source=played.source,
        measures=wanted,
        counted=counted,
        keys=tuple(_key_readings(played, wanted)),
        target=movement.target,
        tolerances=tuple(POSE_TOLERANCE[MEASURES[i].unit] for i in wanted),
        faults=faults,
        seconds=performance.seconds / (2 if movement.alternates else 1),
        needs=_needs(played, counted, faults),
        path=tuple(_values(played, wanted, seen) for _, seen in played.moments),
        turned=_turned(played),
        judges=movement.camera.judges,
    )


def play(performance: Performance, view: str) -> Played:
    """One repetition, seen from a view without noise."""
    seconds = performance.seconds / (2 if performance.movement.alternates else 1)
    moments = [performance.at(seconds * i / MOMENTS) for i in range(MOMENTS)]
    keys = [performance.frame(key.posture) for key in performance.keys]
    lens = camera([*keys, *moments], view=view)
    names = [pose.name for pose in performance.movement.poses]
    return Played(
        performance,
        tuple((frame, _seen(frame, lens)) for frame in keys),
        tuple((frame, _seen(frame, lens)) for frame in moments),
        names.index(performance.movement.target),
        source_for(view),
    )


def _seen(frame: Frame, lens: Camera) -> PoseFrame:
    seen = lens.sees(frame, noise=0.0, chance=_NoChance())
    return PoseFrame(0.0, seen.image, seen.world, lens.width, lens.height)


def _counted(played: Played) -> Counted | None:
    movement = played.performance.movement
    measure = counted_measure(movement, played.of_keys, played.over_time)
    if measure is None:
        return None
    keys, way = played.of_keys(measure), played.over_time(measure)
    target = keys[played.target]
    if target is None:
        return None
    low, high = min(way), max(way)
    start = keys[0]
    if start is None or abs(start - target) < (high - low) / 2:
        start = low if target - low > high - target else high
    return Counted(
        measure=measure,
        start=start,
        target=target,
        tolerance=_tolerance(played, abs(target - start)),
        hold=movement.count is not None and movement.count.hold,
        sided=_one_sided(played.performance) and not movement.alternates,
        alternates=movement.alternates,
    )


def _tolerance(played: Played, covered: float) -> float:
    """The movement's tolerance, which is of an anatomical angle, as the same share of what the measure covers."""
    count = played.performance.movement.count
    if count is None:
        return TOLERANCE * covered
    angles = [frame.angles[count.angle] for frame, _ in (*played.keys, *played.moments)]
    anatomical = max(angles) - min(angles)
    share = count.tolerance / anatomical if anatomical else TOLERANCE
    return min(share, TOLERANCE_AT_MOST) * covered


def _one_sided(performance: Performance) -> bool:
    for key in performance.keys:
        angles = key.posture.angles
        for i, angle in enumerate(ANGLES):
            other, sign = MIRRORED[i]
            if angle.side is Side.RIGHT and abs(angles[i] - angles[other] * sign) > SYMMETRIC:
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
    frames = [played.keys[names.index(fault.pose)]] if fault.pose else [*played.keys, *played.moments]
    body, seen = min(frames, key=lambda f: abs(f[0].angles[angle] - threshold))
    for measure in measures_of(angle):
        value = played.read(measure, seen)[0]
        if value is not None:
            bound = Bound.ABOVE if fault.above is not None else Bound.BELOW
            return SeenFault(fault.id, measure, bound, value + threshold - body.angles[angle], fault.pose, None)
    return None


def _wanted(played: Played, counted: Counted | None, faults: Sequence[SeenFault]) -> tuple[int, ...]:
    first = [counted.measure] if counted else []
    first += [fault.measure for fault in faults if fault.measure is not None]
    return shape_measures(first, played.of_keys)


def _key_readings(played: Played, wanted: Sequence[int]) -> Iterator[KeyReading]:
    for pose, (_, seen) in zip(played.performance.movement.poses, played.keys, strict=True):
        yield KeyReading(pose.name, _values(played, wanted, seen), pose.seconds, pose.hold)


def _values(played: Played, wanted: Sequence[int], seen: PoseFrame) -> tuple[float | None, ...]:
    return tuple(value for value, _ in measured(seen, wanted, source=played.source))


def _turned(played: Played) -> tuple[float, float]:
    bodies = (body_seen(seen, Source.IMAGE) for _, seen in (*played.keys, *played.moments))
    found = [share for body in bodies if body is not None and (share := turned(body)) is not None]
    return min(found), max(found)


def _needs(played: Played, counted: Counted | None, faults: Sequence[SeenFault]) -> tuple[int, ...]:
    asked = {LANDMARK[f"{side.value} {part}"] for side in Side for part in ("shoulder", "hip")}
    measures = [counted.measure] if counted else [MEASURE["right knee flexion"], MEASURE["left knee flexion"]]
    measures += [fault.measure for fault in faults if fault.measure is not None]
    asked |= {landmark for index in measures for landmark in MEASURES[index].landmarks}
    return tuple(i for i in sorted(asked) if _mostly_seen(played, i))


def _mostly_seen(played: Played, landmark: int) -> bool:
    frames = [seen.image for _, seen in (*played.keys, *played.moments) if seen.image is not None]
    return sum(image[landmark][3] >= NEEDED_SEEN for image in frames) >= NEEDED_SHARE * len(frames)
