"""The whole engine on people who do not exist: counted right, holds timed, and nobody counted for another's exercise.

A sample of what `bench/coach.py` runs (docs/benchmarks.md), with the bounds of that table; all of it in a soak.
"""

from collections.abc import Sequence
from functools import cache
from statistics import fmean, median

from bench.coach_model.synthetic import Outcome, outcomes, tasks

from support.effort import SOAK

SEQUENCES, EXERCISES = (2000, None) if SOAK else (42, 7)
RIGHT, FALSE = 0.99, 0.01
"""In a small sample one that is wrong is already more than that, so it may be one."""
HALF = 0.5  # seconds
"""What the middle one of the holds must keep; the bench says how many keep the aim of 0.3."""


@cache
def sample() -> Sequence[Outcome]:
    work = tasks(SEQUENCES, SEQUENCES // 10, exercises=EXERCISES, looking_on=3 if SOAK else 1)
    return list(outcomes(work, processes=1))


def allowed(share: float, of: int) -> int:
    return max(1, int((1 - share) * of))


def test_repetitions_and_holds_are_counted_right() -> None:
    counted = [one for one in sample() if one.is_counted]
    wrong = [(one.exercise, one.seed, one.count, one.truth) for one in counted if one.count != one.truth]
    assert len(counted) == SEQUENCES
    assert len(wrong) <= allowed(RIGHT, len(counted)), wrong


def test_the_time_of_a_hold_is_told_within_half_a_second_in_the_middle() -> None:
    errors = [abs(error) for one in sample() for error in one.holds if error is not None]
    assert len(errors) > len(sample()) / 4
    assert median(errors) <= HALF, sorted(errors)


def test_another_exercise_is_not_counted() -> None:
    others = [one for one in sample() if one.other]
    false = [(one.exercise, one.other, one.seed, one.false) for one in others if one.false]
    assert others
    assert len(false) <= allowed(1 - FALSE, len(others)), false


def test_the_same_seed_gives_the_same_people() -> None:
    first = tasks(6, 0, exercises=1, looking_on=0)
    again = list(outcomes(first, processes=1))
    assert [(one.truth, one.count, one.frames, one.holds) for one in again] == [
        (one.truth, one.count, one.frames, one.holds) for one in outcomes(first, processes=1)
    ]
    assert fmean(one.rate for one in again) >= 10.0
