"""Counting a whole recording of which nothing is known: its rhythm, what is smoothed away, and which way is out."""

from collections.abc import Sequence

import pytest

from support.swings import Sample, Set
from unbend.motion.rhythm import alone, calm, rhythm


def parts(samples: Sequence[Sample]) -> tuple[list[float], list[float | None]]:
    return [time for time, _ in samples], [value for _, value in samples]


def numbers(samples: Sequence[Sample]) -> tuple[list[float], list[float]]:
    return [time for time, _ in samples], [value for _, value in samples if value is not None]


def test_the_rhythm_is_how_long_one_takes() -> None:
    found = rhythm(*numbers(Set(8, seconds=2.0, hold=0.0, rest=0.5).samples()))
    assert found.seconds == pytest.approx(2.5, abs=0.2)
    assert found.clear > 0.5


def test_nothing_that_moves_has_no_rhythm() -> None:
    assert rhythm(*numbers(Set(0).samples())).clear == 0.0


@pytest.mark.parametrize(("start", "target"), [(170.0, 80.0), (0.2, 0.9), (-3.0, -2.9)])
def test_a_recording_of_any_unit_and_direction_is_counted(start: float, target: float) -> None:
    assert len(alone(*parts(Set(6, start=start, target=target).samples(noise=0.03)))) == 6


def test_jumps_that_last_some_frames_are_no_repetitions() -> None:
    samples = [(t, 0.0 if int(t * 2) % 9 == 4 and t % 0.5 < 0.17 else v) for t, v in Set(6, seconds=5.0).samples()]
    assert len(alone(*parts(samples), rises=False)) == 6


def test_a_recording_cut_at_the_height_of_a_repetition_is_counted_from_there() -> None:
    low_to_low = Set(4, start=0.0, target=1.0, seconds=2.0, hold=0.0, rest=0.0).samples()
    cut = [(time, value) for time, value in low_to_low if 2.0 <= time <= 8.0]
    assert len(alone(*parts(cut), rises=True)) == 2
    assert len(alone(*parts(cut))) == 3


def test_gaps_are_passed_over() -> None:
    samples = [(t, None if 3.0 < t < 3.6 else v) for t, v in Set(4).samples()]
    assert len(alone(*parts(samples))) == 4


def test_too_little_to_count_is_nothing() -> None:
    assert alone([0.0, 0.1], [1.0, None]) == ()
    assert alone([], []) == ()


def test_calming_takes_a_jump_and_keeps_the_range() -> None:
    times, values = numbers(Set(5).samples())
    values[40] = 9999.0
    quiet = calm(times, values)
    assert max(quiet) < 175.0
    assert min(quiet) < 90.0
