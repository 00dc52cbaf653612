"""Looking through a recording of landmarks: what somebody repeated, held and might do otherwise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from unbend.body.movement import CAMERA_VIEWS, Movement
from unbend.catalogue.load_movements import load_movement_texts, load_movements
from unbend.catalogue.load_text import load_texts
from unbend.motion.analysis import analyse
from unbend.motion.coach import CoachState
from unbend.motion.report import report
from unbend.record.values import choice_at, exercise_of
from unbend.service.landmark_file import Landmarks
from unbend.service.references import compiled

SIDES = ("right", "left", "both")


@dataclass(frozen=True)
class Seen:
    """A recording looked through: the exercise and its name, the words of its faults, and what the coach knows at the
    end. `gates` are the seconds for which each code of the gate stood."""

    name: str
    movement: Movement
    faults: Mapping[str, str]
    state: CoachState
    seconds: float
    gates: Mapping[str, float]

    def as_json(self) -> dict[str, object]:
        """What was seen, as `unbend motion analyse --json` prints it."""
        return report(self.state)


def look_through(
    source: Callable[[], Landmarks],
    exercise: str,
    *,
    view: str | None = None,
    side: str | None = None,
    told: Callable[[float], None] = lambda _: None,
) -> Seen:
    """Look through a recording, which is read once all else is known to be right; `told` hears how much of it is done,
    from 0 to 1. Raises BadInput."""
    for value, allowed, where in ((side, SIDES, "--side"), (view, CAMERA_VIEWS, "--view")):
        if value is not None:
            choice_at(value, allowed, where=where)
    movements = load_movements()
    movement = movements[exercise_of(exercise, movements, where="--exercise")]
    reference = compiled(movement, movements, view=view)
    frames = source()
    analysis = analyse(frames, reference, side=side, told=told)
    names, words = load_texts().exercises, load_movement_texts()
    seconds = frames.times[-1] - frames.times[0]
    return Seen(names[exercise].name, movement, words[exercise].faults or {}, analysis.state, seconds, analysis.gates)
