"""What the coach makes of the recordings that have a golden file: its whole answer, as it stands there."""

import json
from collections.abc import Iterator
from typing import Any

from unbend.motion.analysis import analyse
from unbend.motion.coach import CoachState
from unbend.motion.pose import Landmark, PoseFrame
from unbend.motion.reference_json import reference_from
from unbend.motion.report import report

# Frames a second: so few are not smoothed (`butterworth`), so there is one with more.
RATES = {
    "squat-full": 12.0, "sit-to-stand": 12.0, "glute-bridge": 12.0, "bird-dog": 12.0, "dead-bug": 12.0,
    "side-plank": 12.0, "hip-hinge": 12.0, "knee-to-chest": 12.0, "standing-leg-raise-side": 12.0, "cat-cow": 12.0,
    "bridge-march": 30.0,
}  # fmt: skip


def told(state: CoachState) -> str:
    """The text of a golden file."""
    return json.dumps(report(state), indent=1) + "\n"


def inputs() -> Any:
    """The references as a browser gets them, and what was seen."""
    return dict(_inputs())


def outputs(given: Any) -> Any:
    """The text of each file, and what is rounded in it as it was before."""
    return {exercise: _outputs(reference, frames) for exercise, (reference, frames) in given.items()}


def _inputs() -> Iterator[tuple[str, Any]]:
    from support.coaching import frames_of, recorded
    from support.references import reference
    from unbend.motion.reference_json import as_json

    for exercise, rate in RATES.items():
        frames = frames_of(recorded(exercise, rate=rate))
        rows = [(one.time, one.image, one.world, one.width, one.height) for one in frames]
        yield exercise, (as_json(reference(exercise)), rows)


def _outputs(reference: Any, frames: Any) -> dict[str, Any]:
    state = analyse([_frame(*frame) for frame in frames], reference_from(reference)).state
    return {
        "told": told(state),
        "ways": [(one.start, one.end, one.low, one.high) for one in state.repetitions],
        "holds": [(one.start, one.end, one.seconds) for one in state.holds],
    }


def _frame(time: float, image: Any, world: Any, width: int, height: int) -> PoseFrame:
    return PoseFrame(time, _landmarks(image), _landmarks(world), width, height)


def _landmarks(rows: Any) -> list[Landmark]:
    return [(x, y, z, visibility) for x, y, z, visibility in rows]
