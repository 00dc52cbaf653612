"""Which measures a movement is watched by: the one that is counted, and those that tell its poses from others."""

from collections.abc import Callable, Sequence
from statistics import fmean

from unbend.body.movement import Movement
from unbend.motion.measures import MEASURES, MIRRORED_MEASURE, Source, Unit
from unbend.motion.shown import measure_named

# More are measured in no exercise: each costs time in every frame.
MEASURES_AT_MOST = 14
# An angle that covers less than this share in the picture of what it covers in space goes towards the camera.
FORESHORTENED = 0.8
# And one that reads so differently in the two, in degrees, is of a part that points at the camera.
POINTING = 45.0

# Degrees. What strays further when the phone stands a little elsewhere points at it.
STRAYS_AT_MOST = 35.0

# What tells one pose from another, the most telling first.
_SHAPE = (
    "trunk tilt", "right hip flexion", "right knee flexion", "left hip flexion", "left knee flexion",
    "right thigh tilt", "right shoulder elevation", "left shoulder elevation", "right elbow flexion",
    "left elbow flexion", "left thigh tilt", "right shank tilt", "left shank tilt", "right upper arm tilt",
)  # fmt: skip
# Where no hip or thigh lies in the picture, as of who sits and is seen from the front, this tells sitting from
# standing.
_HIPS, _HEIGHT = ("right hip flexion", "right thigh tilt"), "hips above ankles"

OfKeys = Callable[[int], tuple[float | None, ...]]


def source_of(measure: int, in_picture: Sequence[float], in_space: Sequence[float]) -> Source:
    """What a measure is taken from, by its values over a repetition without noise.

    Depth is the weakest of what a pose model says: angles are taken from the picture as long as they lie in it, and
    from space when they are foreshortened. Distances are taken in metres. Chosen by the range of a measure over its
    error before cameras that stand 20 degrees off, 12 degrees high or 6 low, with other bodies, noise of 1 cm and depth
    scaled by 0.6 to 1.2, over all exercises (geometric mean; picture, space, this rule): angles from the side 7.4, 6.1,
    7.6; from the front 4.6, 4.6, 5.7; distances from the side 6.7, 7.1 in space; from the front 5.2, 6.8. On the squat
    clip the knee trembles by 0.3 degrees in the picture and 0.65 in space, and the far hip of somebody who stands
    straight reads 10 and -15.
    """
    if MEASURES[measure].deep or MEASURES[measure].unit is Unit.TRUNKS:
        return Source.WORLD
    off = [abs(a - b) for a, b in zip(in_picture, in_space, strict=False)]
    is_flat = covered(in_picture) >= FORESHORTENED * covered(in_space) and fmean(off or [0.0]) <= POINTING
    return Source.IMAGE if is_flat else Source.WORLD


def counted_measure(movement: Movement) -> int | None:
    """The measure by which a camera counts, as the movement names it; without a side the working side's, the right.
    None where nothing is counted. KeyError for a measure that does not exist."""
    counts = movement.camera.counts
    return measure_named(counts, "right") if counts is not None else None


def shape_measures(first: Sequence[int], of_keys: OfKeys, strays: Sequence[float]) -> tuple[int, ...]:
    """What is measured in each frame: `first`, then what tells poses apart, each with its twin of the other side.
    `strays` says how far each measure strays with the place of the phone: what strays too far tells nothing."""
    known = [measure_named(name, "right") for name in _SHAPE]
    shape = [
        i for i in known if None not in of_keys(i) and max(strays[i], strays[MIRRORED_MEASURE[i][0]]) <= STRAYS_AT_MOST
    ]
    if not {measure_named(name, "right") for name in _HIPS} & {*first, *shape}:
        shape = [measure_named(_HEIGHT, "right"), *shape]
    found: dict[int, None] = {}
    for index in (*first, *shape):
        pair = dict.fromkeys((index, MIRRORED_MEASURE[index][0]))
        if len(found | pair) <= MEASURES_AT_MOST:
            found |= pair
    return tuple(found)


def covered(values: Sequence[float]) -> float:
    """From the least to the most of some values."""
    return max(values) - min(values) if values else 0.0
