"""Counting over made-up sets: whoever moves is counted right, whatever the camera does; whoever does not, is not."""

from math import pi, sin
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.swings import Sample, Set, counted
from unbend.motion.counter import Counting

RATES = st.sampled_from((10.0, 15.0, 24.0, 30.0, 60.0))
PLACES = st.tuples(st.floats(-200, 200), st.floats(15, 150), st.booleans())


@st.composite
def sets(draw: st.DrawFn) -> Set:
    """Somebody's set from a start to a target that may lie anywhere."""
    start, way, falls = draw(PLACES)
    seconds = draw(st.floats(1.5, 7.0))
    pauses = draw(st.floats(0.0, 2.0)), draw(st.floats(0.2, 2.0))
    return Set(draw(st.integers(0, 9)), start, start + (-way if falls else way), seconds, *pauses, draw(RATES))


def reached(done: Set, share: float) -> Counting:
    """The settings of an exercise of which this person does only this share."""
    return Counting(done.start, done.start + (done.target - done.start) / share)


@examples(150, soak=3000)
@given(sets(), st.floats(0.65, 1.4), st.floats(0.0, 0.04), st.integers(0, 999))
def test_whoever_clearly_moves_is_counted_however_far_they_go(done: Set, share: float, noise: float, seed: int) -> None:
    samples = done.samples(noise=noise * share, seed=seed)
    assert counted(samples, reached(done, share))[0].count == done.repetitions


@examples(80, soak=1500)
@given(sets(), st.floats(0.0, 0.03), st.floats(-0.3, 0.3), st.integers(0, 999))
def test_a_baseline_that_wanders_changes_no_count(done: Set, noise: float, drift: float, seed: int) -> None:
    samples = done.samples(noise=noise, drift=drift, seed=seed)
    assert counted(samples, Counting(done.start, done.target))[0].count == done.repetitions


@examples(80, soak=1500)
@given(sets(), st.integers(0, 999), st.floats(0.0, 0.25))
def test_frames_that_are_missing_change_no_count(done: Set, seed: int, missing: float) -> None:
    chance = Random(seed)
    samples: list[Sample] = [
        (t, None if chance.random() < missing else v) for t, v in done.samples(noise=0.02, seed=seed)
    ]
    assert counted(samples, Counting(done.start, done.target))[0].count == done.repetitions


@examples(80, soak=1500)
@given(RATES, st.floats(0.0, 0.08), st.floats(0.0, 0.15), st.floats(0.05, 2.0), st.integers(0, 999))
def test_jitter_and_swaying_are_never_counted(rate: float, noise: float, sway: float, hertz: float, seed: int) -> None:
    chance = Random(seed)
    values = (sway * sin(2 * pi * hertz * i / rate) + chance.gauss(0.0, noise) for i in range(round(20 * rate)))
    assert counted([(i / rate, v) for i, v in enumerate(values)], Counting(0.0, 1.0))[0].count == 0


@examples(80, soak=1500)
@given(sets(), st.floats(0.01, 100.0), st.floats(-1000.0, 1000.0), st.integers(0, 999))
def test_with_nothing_known_the_unit_does_not_matter(done: Set, scale: float, shift: float, seed: int) -> None:
    samples = done.samples(noise=0.01, seed=seed)
    rises = done.target > done.start
    other = [(t, v * scale + shift) for t, v in samples if v is not None]
    found = counted(samples, Counting(rises=rises))[0].count
    assert found == counted(other, Counting(rises=rises))[0].count
    if done.repetitions:
        assert found == done.repetitions


@examples(40, soak=500)
@given(sets(), st.integers(0, 999))
def test_repetitions_follow_one_another_and_lie_within_the_recording(done: Set, seed: int) -> None:
    samples = done.samples(noise=0.02, seed=seed)
    found = counted(samples, Counting(done.start, done.target))[1]
    times = [time for each in found for time in (each.start, each.peak, each.end)]
    assert times == sorted(times)
    assert not times or (times[0] >= 0.0 and times[-1] <= samples[-1][0])
