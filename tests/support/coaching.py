"""Made-up recordings before the coach: made once for all tests of a process, with their truth."""

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any

from support.movements import movements, performance
from support.references import reference
from unbend.body.angles import Side
from unbend.body.recording import Recording, Setting, record
from unbend.motion.analysis import Analysis, analyse
from unbend.motion.coach import CoachState, advance, begin
from unbend.motion.measures import Reading, measured
from unbend.motion.pose import PoseFrame
from unbend.motion.reference import Reference
from unbend.motion.view import Sight, sight

Fed = tuple[float, Sight, tuple[Reading, ...]]


@cache
def recorded(
    exercise: str,
    *,
    repetitions: int = 2,
    noise: float = 0.005,
    rate: float = 12.0,
    side: str = "right",
    person: str | None = None,
    seed: int = 1,
) -> Recording:
    """The exercise several times before the camera that suits it."""
    setting = Setting(repetitions, noise, movements()[exercise].camera.view, rate, Side(side))
    return record(performance(exercise, person), setting, Random(seed))


def frames_of(recording: Recording) -> list[PoseFrame]:
    """What the camera saw, as the coach takes it."""
    return [
        PoseFrame(time, seen.image, seen.world, recording.width, recording.height)
        for time, seen in zip(recording.times, recording.seen, strict=True)
    ]


def looked_through(exercise: str, *, as_if: str | None = None, told: str | None = None, **how: Any) -> Analysis:
    """The recording of an exercise before the coach of this exercise, or of another, who was told a side or none."""
    return analyse(frames_of(recorded(exercise, **how)), reference(as_if or exercise), side=told)


def read(frames: Sequence[PoseFrame], exercise: str, against: Reference | None = None) -> list[Fed]:
    """Time, sight and readings of each frame, as `advance` takes them; against this reference if one is named."""
    wanted = against or reference(exercise)
    return [(f.time, sight(f, wanted), measured(f, wanted.measures, source=wanted.sources)) for f in frames]


def coached(fed: Sequence[Fed], exercise: str, *, side: str | None = None) -> list[CoachState]:
    """The states after each frame."""
    states, state = [], begin(reference(exercise), side=side)
    for time, seen, readings in fed:
        state = advance(state, seen, readings, time)
        states.append(state)
    return states
