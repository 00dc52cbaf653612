"""The clip of two squats, watched live by the coach for the squat, and its jitter."""

from pathlib import Path

import numpy as np
from bench.coach_model.simple import peaks
from bench.coach_model.synthetic import reference
from bench.coach_model.watched import Watched, watch

from unbend.motion.pose import PoseFrame

FILES = ("clips/rohan-squat.npz",)
EXERCISE = "squat-full"


def frames(path: Path) -> tuple[list[PoseFrame], int, float]:
    """The frames, how many squats there are, and frames a second."""
    with np.load(path) as clip:
        times = clip["t"].tolist()
        wide, high = int(clip["width"]), int(clip["height"])
        seen = [
            PoseFrame(time, _landmarks(image), _landmarks(world), wide, high)
            for time, image, world in zip(times, clip["image"].tolist(), clip["world"].tolist(), strict=True)
        ]
        return seen, int(clip["truth"]), 1.0 / float(np.median(np.diff(times)))


def _landmarks(marks: list[list[float]]) -> list[tuple[float, float, float, float]] | None:
    """None where nobody was found."""
    found = [(x, y, z, see) for x, y, z, see in marks]
    return None if np.isnan(found).any() or not any(see for *_, see in found) else found


def watched(folder: Path) -> tuple[Watched, int, int]:
    """What the coach saw, what the peak detector counts, and what is true."""
    seen, truth, rate = frames(folder / FILES[0])
    told = watch(seen, reference(EXERCISE), side="both")
    return told, peaks(told.counted, rate), truth
