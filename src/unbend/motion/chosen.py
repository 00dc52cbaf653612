"""Which measures a movement is watched by: the one that is counted, and those that tell its poses from others."""

from collections.abc import Callable, Sequence

from unbend.body.movement import Movement
from unbend.motion.measures import MEASURES, MIRRORED_MEASURE, Source, Unit
from unbend.motion.shown import is_measure, measure_named, measures_of

# More are measured in no exercise: each costs time in every frame.
MEASURES_AT_MOST = 14
# A measure that covers less than this in a repetition is lost in what a pose model trembles. Facts: 2 to 7 degrees.
COVERED_AT_LEAST = {Unit.DEGREES: 12.0, Unit.TRUNKS: 0.12}

# Depth is the weakest of what a pose model says, so the picture is measured wherever the movement lies in its plane.
_SOURCES = {"three-quarter": Source.WORLD}

# What tells one pose from another, the most telling first.
_SHAPE = (
    "trunk tilt", "right hip flexion", "right knee flexion", "left hip flexion", "left knee flexion",
    "right thigh tilt", "right shoulder elevation", "left shoulder elevation", "right elbow flexion",
    "left elbow flexion", "left thigh tilt", "right shank tilt", "left shank tilt", "right upper arm tilt",
)  # fmt: skip

OfKeys = Callable[[int], tuple[float | None, ...]]
OverTime = Callable[[int], tuple[float, ...]]


def source_for(view: str) -> Source:
    """What is measured in a view: the picture's pixels, or metres where the movement goes towards the camera too."""
    return _SOURCES.get(view, Source.IMAGE)


def counted_measure(movement: Movement, of_keys: OfKeys, over_time: OverTime) -> int | None:
    """The measure by which a camera counts: the one the movement names for it, or that shows the angle it counts by
    and covers enough. None where nothing is counted."""
    counts = movement.camera.counts
    if counts is None:
        return None
    if is_measure(counts):
        return measure_named(counts, "right")
    if movement.count is None:
        return None
    seen = [i for i in measures_of(movement.count.angle) if None not in of_keys(i)]
    wide = [i for i in seen if _covered(over_time(i)) >= COVERED_AT_LEAST[MEASURES[i].unit]]
    return next(iter(wide or seen), None)


def shape_measures(first: Sequence[int], of_keys: OfKeys) -> tuple[int, ...]:
    """What is measured in each frame: `first`, then what tells poses apart, each with its twin of the other side."""
    shape = [i for name in _SHAPE if None not in of_keys(i := measure_named(name, "right"))]
    found: dict[int, None] = {}
    for index in (*first, *shape):
        pair = dict.fromkeys((index, MIRRORED_MEASURE[index][0]))
        if len(found | pair) <= MEASURES_AT_MOST:
            found |= pair
    return tuple(found)


def _covered(values: Sequence[float]) -> float:
    return max(values) - min(values) if values else 0.0
