"""What counts as another exercise: one that does not pass through both ends of what the coach counts."""

from collections.abc import Sequence

from bench.coach_model.trace import Trace

from unbend.motion.measures import MIRRORED_MEASURE, Reading, measured
from unbend.motion.pose import PoseFrame
from unbend.motion.reference import Reference

TOLERANCES = 1.0


def is_alike(played: Trace, reference: Reference) -> bool:
    """Whether who does the one cannot be told from who does the other: somewhere on the way everything that the coach
    of the other measures lies within its tolerances of the other's start, and somewhere of its target."""
    counted = reference.counted
    if counted is None:
        return True
    rows = _readings(played, reference)
    at = reference.measures.index(counted.measure)
    known = [key for key in reference.keys if key.values[at] is not None]
    start = min(known, key=lambda key: abs((key.values[at] or 0.0) - counted.start))
    target = next(key for key in reference.keys if key.name == reference.target)
    return any(
        all(any(_near(row, key.values, reference.tolerances) for row in side) for key in (start, target))
        for side in rows
    )


def _near(row: Sequence[float | None], values: Sequence[float | None], tolerances: Sequence[float]) -> bool:
    return all(
        seen is None or told is None or abs(seen - told) <= TOLERANCES * tolerance
        for seen, told, tolerance in zip(row, values, tolerances, strict=True)
    )


def _readings(played: Trace, reference: Reference) -> list[list[tuple[float | None, ...]]]:
    """The measures along the trace, as they are and as in a mirror."""
    place = {measure: i for i, measure in enumerate(reference.measures)}
    frames = [
        PoseFrame(float(time), image, world, played.width, played.height)
        for time, image, world in zip(played.times, played.image.tolist(), played.world.tolist(), strict=True)
    ]
    rows = [measured(frame, reference.measures, source=reference.sources) for frame in frames]
    straight = [tuple(value for value, _ in row) for row in rows]
    return [straight, [_mirrored(row, reference, place) for row in rows]]


def _mirrored(row: Sequence[Reading], reference: Reference, place: dict[int, int]) -> tuple[float | None, ...]:
    found: list[float | None] = []
    for measure in reference.measures:
        twin, sign = MIRRORED_MEASURE[measure]
        value = row[place[twin]][0] if twin in place else None
        found.append(value * sign if value is not None else None)
    return tuple(found)
