"""A whole recording, however little there is in it: an answer that claims no more than was seen."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from support.coaching import frames_of, recorded
from support.references import reference
from unbend.motion.analysis import FEWEST, Analysis, analyse
from unbend.motion.pose import PoseFrame
from unbend.motion.report import report

YEAR = 31_557_600.0
# Counted, held, by turns on either side, and only timed.
EXERCISES = ("squat-full", "side-plank", "dead-bug", "cat-cow")


def seen_in(frames: Sequence[PoseFrame], exercise: str) -> Analysis:
    """What is seen, which must be something that JSON can say."""
    found = analyse(frames, reference(exercise))
    json.dumps(report(found.state), allow_nan=False)
    return found


def never_seen(frames: Sequence[PoseFrame]) -> list[PoseFrame]:
    return [replace(frame, image=None, world=None) for frame in frames]


def years_apart(frames: Sequence[PoseFrame]) -> list[PoseFrame]:
    return [replace(frame, time=i * YEAR) for i, frame in enumerate(frames)]


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("few", [0, 1, FEWEST - 1, FEWEST])
def test_a_few_frames_are_looked_through_and_nothing_is_counted(exercise: str, few: int) -> None:
    found = seen_in(frames_of(recorded(exercise))[:few], exercise)
    assert (found.state.count, found.state.repetitions, found.state.holds, found.state.faults) == (0, (), (), ())
    assert set(found.gates) == ({"seen"} if few else set())


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize(("made", "gate"), [(never_seen, "nobody"), (years_apart, "seen")])
def test_nothing_is_made_out_of_frames_that_show_no_movement(
    exercise: str, made: Callable[[Sequence[PoseFrame]], list[PoseFrame]], gate: str
) -> None:
    found = seen_in(made(frames_of(recorded(exercise))), exercise)
    assert (found.state.seen, found.state.count, found.state.holds, found.state.cue) == (gate, 0, (), None)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_what_only_a_depth_camera_saw_is_counted_as_well(exercise: str) -> None:
    whole = seen_in(frames_of(recorded(exercise)), exercise).state
    world = seen_in(
        [replace(frame, image=None, width=1, height=1) for frame in frames_of(recorded(exercise))], exercise
    ).state
    assert [one.side for one in world.repetitions] == [one.side for one in whole.repetitions]
    assert len(world.repetitions) == (0 if exercise == "cat-cow" else 2)
    assert len(world.holds) == len(whole.holds)


def test_time_without_pictures_is_told_as_nothing_that_was_seen() -> None:
    frames = frames_of(recorded("squat-full"))
    last = frames[-1].time
    later = [replace(frame, time=frame.time + last + YEAR) for frame in frames]
    found = seen_in([*frames, *later], "squat-full")
    assert len(found.state.repetitions) == 4
    assert sum(found.gates.values()) == pytest.approx(2 * (last - frames[0].time), abs=0.1)
