"""What must be true of the coach for whatever is done before it."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.coaching import Fed, coached, frames_of, read, recorded
from support.references import reference
from unbend.motion.coach import CoachState, advance
from unbend.motion.measures import Reading
from unbend.motion.pose import PoseFrame
from unbend.motion.report import report
from unbend.motion.view import NOBODY

EXERCISES = ("glute-bridge", "bird-dog", "dead-bug", "knee-to-chest")
exercises = st.sampled_from(EXERCISES)
sides = st.sampled_from(["right", "left"])
rules = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def seen(exercise: str, side: str = "right") -> tuple[Fed, ...]:
    return tuple(read(frames_of(recorded(exercise, side=side)), exercise))


@cache
def states(exercise: str, side: str = "right") -> tuple[CoachState, ...]:
    return tuple(coached(seen(exercise, side), exercise))


def told(state: CoachState) -> dict[str, object]:
    """What a state says to others."""
    return {
        **report(state),
        "seen": state.seen,
        "count": state.count,
        "side": state.side,
        "holding": state.holding,
        "cue": state.cue,
        "praise": state.praise,
    }


@rules
@given(exercises, st.floats(-1000, 100_000).map(lambda v: round(v, 2)))
def test_when_it_was_changes_nothing_but_the_times(exercise: str, shift: float) -> None:
    shifted = coached([(time + shift, view, readings) for time, view, readings in seen(exercise)], exercise)[-1]
    usual = states(exercise)[-1]
    assert len(shifted.repetitions) == len(usual.repetitions)
    for a, b in zip(shifted.repetitions, usual.repetitions, strict=True):
        assert (a.start - shift, a.end - shift) == pytest.approx((b.start, b.end), abs=0.1)
        assert a.side == b.side
    for one, other in zip(shifted.holds, usual.holds, strict=True):
        assert one.seconds == pytest.approx(other.seconds, abs=0.25)


@rules
@given(exercises, st.data())
def test_a_replay_from_any_earlier_state_gives_the_same(exercise: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(seen(exercise)) - 1))
    before = told(states(exercise)[at])
    state = states(exercise)[at]
    for time, view, readings in seen(exercise)[at + 1 :]:
        state = advance(state, view, readings, time)
    assert told(state) == told(states(exercise)[-1])
    assert told(states(exercise)[at]) == before


@rules
@given(exercises, st.lists(st.tuples(st.floats(0, 20), st.floats(0.1, 4)), max_size=4))
def test_a_hidden_person_adds_nothing(exercise: str, gaps: list[tuple[float, float]]) -> None:
    def is_hidden(time: float) -> bool:
        return any(start <= time < start + seconds for start, seconds in gaps)

    nothing: tuple[Reading, ...] = ((None, 0.0),) * len(reference(exercise).measures)
    fed = [(t, NOBODY, nothing) if is_hidden(t) else (t, view, readings) for t, view, readings in seen(exercise)]
    hidden = coached(fed, exercise)
    assert hidden[-1].count <= len(recorded(exercise).repetitions)
    for before, after, (time, _, _) in zip(hidden, hidden[1:], fed[1:], strict=False):
        if is_hidden(time):
            assert after.count <= before.count
            assert after.hold_seconds <= before.hold_seconds
            assert len(after.repetitions) == len(before.repetitions)
            assert not after.holding


@rules
@given(exercises)
def test_a_mirrored_recording_has_the_other_sides(exercise: str) -> None:
    other = {"right": "left", "left": "right", "both": "both"}
    right, left = states(exercise)[-1], states(exercise, "left")[-1]
    assert [other[one.side] for one in right.repetitions] == [one.side for one in left.repetitions]
    assert [other[one.side] for one in right.holds] == [one.side for one in left.holds]
    for a, b in zip(right.repetitions, left.repetitions, strict=True):
        assert (a.start, a.end, a.low, a.high) == pytest.approx((b.start, b.end, b.low, b.high), abs=0.01)


@rules
@given(exercises, st.integers(0, 2**31), st.floats(0, 25))
def test_noise_never_adds_a_repetition(exercise: str, seed: int, degrees: float) -> None:
    from random import Random

    chance = Random(seed)

    def shaken(readings: Sequence[Reading]) -> tuple[Reading, ...]:
        return tuple((v + chance.gauss(0, degrees) if v is not None else None, c) for v, c in readings)

    noisy = coached([(time, view, shaken(readings)) for time, view, readings in seen(exercise)], exercise)[-1]
    assert len(noisy.repetitions) <= len(recorded(exercise).repetitions)


@rules
@given(exercises, st.lists(st.integers(0, 400), max_size=30))
def test_frames_without_anything_in_them_do_no_harm(exercise: str, gone: list[int]) -> None:
    gaps = set(gone)
    frames = [
        PoseFrame(frame.time, None, None, frame.width, frame.height) if i in gaps else frame
        for i, frame in enumerate(frames_of(recorded(exercise)))
    ]
    final = coached(read(frames, exercise), exercise)[-1]
    assert final.count <= len(recorded(exercise).repetitions)
    for one in final.repetitions:
        assert math.isfinite(one.low + one.high + one.start + one.end)
        assert one.form is None or 0.0 <= one.form.whole <= 1.0


@rules
@given(exercises, sides, st.integers(1, 200))
def test_what_was_counted_stays_counted(exercise: str, side: str, step: int) -> None:
    counts = [len(state.repetitions) for state in states(exercise, side)[::step]]
    assert counts == sorted(counts)


@rules
@given(exercises, st.floats(0.0, 40.0))
def test_a_repeated_time_is_not_taken_twice(exercise: str, at: float) -> None:
    i = min(range(len(seen(exercise))), key=lambda i: abs(seen(exercise)[i][0] - at))
    time, view, readings = seen(exercise)[i]
    state = states(exercise)[i]
    assert advance(state, view, readings, time) is state
    assert advance(state, view, readings, time - 1.0) is state
    assert replace(state) == state
