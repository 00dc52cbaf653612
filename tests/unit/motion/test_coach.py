"""The coach from landmarks to repetitions, holds, sides, faults and form, against recordings whose truth is known."""

from dataclasses import replace
from itertools import pairwise

import pytest

from support.coaching import coached, frames_of, looked_through, read, recorded
from support.references import reference
from unbend.motion.analysis import analyse
from unbend.motion.gate import NOBODY, SEEN, STEP_BACK, TO_FRONT, TO_SIDE
from unbend.motion.pose import LANDMARK, PoseFrame
from unbend.motion.reference import Bound

COUNTED = ("glute-bridge", "sit-to-stand", "squat-full", "dead-bug", "bird-dog")


@pytest.mark.parametrize("exercise", COUNTED)
def test_every_repetition_counts_once_when_and_where_it_was(exercise: str) -> None:
    truth, state = recorded(exercise).repetitions, looked_through(exercise).state
    assert [one.side for one in state.repetitions] == [one.side for one in truth]
    for seen, true in zip(state.repetitions, truth, strict=True):
        assert true.start - 0.3 <= seen.start < seen.end <= true.end + 0.7
        assert seen.form is not None
        assert 0.0 <= seen.form.whole <= 1.0


@pytest.mark.parametrize("exercise", ["bird-dog", "dead-bug"])
def test_the_side_that_works_is_found_without_being_told(exercise: str) -> None:
    for side in ("right", "left"):
        truth = recorded(exercise, side=side).repetitions
        assert [one.side for one in looked_through(exercise, side=side).state.repetitions] == [t.side for t in truth]


def test_who_says_the_left_side_works_gets_nothing_for_the_right_one() -> None:
    frames = frames_of(recorded("bird-dog", side="right"))
    assert coached(read(frames, "bird-dog"), "bird-dog", side="left")[-1].repetitions == ()
    assert len(coached(read(frames, "bird-dog"), "bird-dog", side="right")[-1].repetitions) == 2


@pytest.mark.parametrize("exercise", ["knee-to-chest", "bird-dog"])
def test_a_hold_is_timed_from_rest_to_leaving(exercise: str) -> None:
    truth, state = recorded(exercise).holds, looked_through(exercise).state
    assert len(state.holds) == len(truth)
    for seen, true in zip(state.holds, truth, strict=True):
        assert seen.seconds == pytest.approx(true.end - true.start, abs=0.3)
        assert seen.end - seen.start == pytest.approx(seen.seconds, abs=0.01)


@pytest.mark.parametrize(
    ("done", "as_if"),
    [
        ("brisk-walk", "squat-full"),
        ("glute-bridge", "squat-full"),
        ("squat-full", "glute-bridge"),
        ("dead-bug", "glute-bridge"),
        ("sit-to-stand", "bird-dog"),
        ("hip-rotation-seated", "squat-knee-drop"),
        ("side-plank-wall", "standing-leg-raise-side"),
        ("single-leg-stand", "standing-hamstring-curl"),
        ("hip-rotation-standing", "side-bend-sitting"),
    ],
)
def test_another_exercise_counts_nothing(done: str, as_if: str) -> None:
    state = looked_through(done, as_if=as_if).state
    assert (state.count, state.repetitions, state.holds) == (0, (), ())


def test_standing_still_is_no_repetition_and_no_hold() -> None:
    still = frames_of(recorded("squat-full"))[:10]
    frames = [replace(still[i % 10], time=i / 12) for i in range(240)]
    state = coached(read(frames, "squat-full"), "squat-full")[-1]
    assert (state.seen, state.count, state.holds, state.cue) == (SEEN, 0, (), None)


def test_what_is_missing_is_named_and_closes_the_gate() -> None:
    knee = LANDMARK["right knee"]
    frames = [hidden(frame, {knee, LANDMARK["left knee"]}) for frame in frames_of(recorded("squat-full"))]
    state = coached(read(frames, "squat-full"), "squat-full")[-1]
    assert state.seen == STEP_BACK
    assert {knee, LANDMARK["left knee"]} & set(state.missing)
    assert state.count == 0


def test_who_is_not_there_is_not_judged() -> None:
    frames = [PoseFrame(i / 15, None, None, 1280, 720) for i in range(60)]
    state = coached(read(frames, "squat-full"), "squat-full")[-1]
    assert (state.seen, state.count, state.cue, state.praise) == (NOBODY, 0, None, False)


def test_a_body_that_is_turned_is_asked_to_turn() -> None:
    front = [wider(frame, 12.0) for frame in frames_of(recorded("squat-full"))]
    assert coached(read(front, "squat-full"), "squat-full")[-1].seen == TO_SIDE
    side = [wider(frame, 0.02) for frame in frames_of(recorded("standing-leg-raise-side"))]
    assert coached(read(side, "standing-leg-raise-side"), "standing-leg-raise-side")[-1].seen == TO_FRONT


def test_the_gate_does_not_flicker() -> None:
    frames = frames_of(recorded("squat-full", noise=0.02))
    away = [frame if i % 7 else PoseFrame(frame.time, None, None, 720, 1280) for i, frame in enumerate(frames)]
    seen = [state.seen for state in coached(read(away, "squat-full"), "squat-full")]
    assert sum(a != b for a, b in pairwise(seen)) <= 1


def test_a_lost_view_pauses_a_hold_and_does_not_end_it() -> None:
    truth = recorded("knee-to-chest").holds[0]
    frames = frames_of(recorded("knee-to-chest"))
    gap = (truth.start + 1.0, truth.start + 2.5)
    lost = [PoseFrame(f.time, None, None, 1280, 720) if gap[0] <= f.time < gap[1] else f for f in frames]
    states = coached(read(lost, "knee-to-chest"), "knee-to-chest")
    hidden_clock = [s.hold_seconds for f, s in zip(frames, states, strict=True) if gap[0] < f.time < gap[1]]
    assert len(set(hidden_clock)) == 1
    assert hidden_clock[0] > 0.5
    first = states[-1].holds[0]
    assert first.end - first.start - first.seconds == pytest.approx(1.8, abs=0.4)
    assert len(states[-1].holds) == len(recorded("knee-to-chest").holds)


def test_a_fault_that_lasts_is_seen_told_and_marked_down() -> None:
    wanted = reference("bird-dog")
    assert any(fault.id == "leg-high" for fault in wanted.faults)
    lower = tuple(
        replace(fault, value=10.0, bound=Bound.BELOW) if fault.id == "leg-high" else fault for fault in wanted.faults
    )
    strict = analyse(frames_of(recorded("bird-dog")), replace(wanted, faults=lower)).state
    plain = looked_through("bird-dog").state
    assert {fault.id for fault in strict.faults} >= {"leg-high"}
    assert all(fault.start < fault.end and fault.side == "right" for fault in strict.faults)
    assert not any(fault.id == "leg-high" for fault in plain.faults)
    for marked, free in zip(strict.repetitions, plain.repetitions, strict=True):
        assert marked.form is not None
        assert free.form is not None
        assert marked.form.whole < free.form.whole


@pytest.mark.parametrize("exercise", ["glute-bridge", "dead-bug", "plank"])
def test_nothing_goes_on_over_an_hour_in_which_the_device_slept(exercise: str) -> None:
    frames = frames_of(recorded(exercise))
    woken = [replace(f, time=f.time + 3600.0) if i > len(frames) // 4 else f for i, f in enumerate(frames)]
    seen = analyse(woken, reference(exercise)).state
    assert len(recorded(exercise).repetitions) == 2
    assert len(seen.repetitions) == 1
    assert all(one.end - one.start < 60.0 for one in seen.repetitions)
    assert all(one.end - one.start < 60.0 for one in seen.holds)


def hidden(frame: PoseFrame, landmarks: set[int]) -> PoseFrame:
    assert frame.image is not None
    image = [(x, y, z, 0.05 if i in landmarks else v) for i, (x, y, z, v) in enumerate(frame.image)]
    return replace(frame, image=image, world=None)


def wider(frame: PoseFrame, by: float) -> PoseFrame:
    """The same picture of a body as if its left and right side stood further apart, or nearer together."""
    assert frame.image is not None
    right = ("shoulder", "hip")
    image = list(frame.image)
    for part in right:
        a, b = LANDMARK[f"right {part}"], LANDMARK[f"left {part}"]
        middle = (image[a][0] + image[b][0]) / 2
        spread = max(abs(image[a][0] - image[b][0]), 0.03) * by / 2
        for i, sign in ((a, -1.0), (b, 1.0)):
            image[i] = (middle + sign * spread, *image[i][1:])
    return replace(frame, image=image, world=None)
