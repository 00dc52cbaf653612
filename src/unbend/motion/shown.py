"""Which measures show an anatomical angle of a movement file, best first."""

from unbend.body.angles import ANGLES
from unbend.motion.measures import MEASURE, MEASURES
from unbend.motion.pose import LANDMARK_NAMES

_SHOWN_BY: dict[str, tuple[str, ...]] = {
    "hip flexion": ("hip flexion", "thigh tilt"),
    "knee flexion": ("knee flexion", "shank tilt"),
    "elbow flexion": ("elbow flexion", "forearm tilt"),
    "shoulder flexion": ("shoulder elevation", "upper arm tilt"),
    "shoulder abduction": ("shoulder elevation", "shoulder opening", "upper arm tilt"),
    "ankle dorsiflexion": ("ankle dorsiflexion", "foot tilt", "shank tilt"),
    "hip abduction": ("hip abduction", "thigh tilt"),
    "hip rotation": ("hip rotation", "shank lean", "shank tilt"),
    "lumbar flexion": ("trunk lean", "trunk tilt"),
    "thoracic flexion": ("trunk lean", "trunk tilt"),
    "lumbar side bend": ("trunk sideways", "trunk side bend"),
    "thoracic side bend": ("trunk sideways", "trunk side bend"),
    "lumbar rotation": ("trunk rotation",),
    "thoracic rotation": ("trunk rotation",),
}

# How the names of a limb's angles begin.
LEG, ARM = ("hip", "knee", "ankle"), ("shoulder", "elbow")
LIMBS = LEG + ARM


def limbs_of(measure: int) -> tuple[str, ...]:
    """How the names of the angles begin that belong to the limbs a measure is of."""
    parts = {LANDMARK_NAMES[i].split(maxsplit=1)[-1] for i in MEASURES[measure].landmarks}
    legs = parts & {"knee", "ankle", "heel", "foot index"}
    arms = parts & {"elbow", "wrist"}
    return LIMBS if bool(legs) == bool(arms) else LEG if legs else ARM


def measures_of(angle: int) -> tuple[int, ...]:
    """The measures (indices) that show an angle (index into `ANGLES`), the closest first; none for what no landmark
    shows, such as the neck or the pelvis."""
    name, side = ANGLES[angle].name, ANGLES[angle].side
    return tuple(measure_named(measure, side.value if side else "right") for measure in _SHOWN_BY.get(name, ()))


def is_measure(name: str) -> bool:
    """Whether there is a measure of this name, with or without its side."""
    return name in MEASURE or f"right {name}" in MEASURE


def measure_named(name: str, side: str) -> int:
    """The measure of a name with or without its side: `knee flexion` on the given side, `trunk tilt`, `left knee
    flexion`. Raises KeyError for one that does not exist."""
    return MEASURE[name] if name in MEASURE else MEASURE[f"{side} {name}"]
