"""Smoothing: what trembles is calmed, what moves is not late, and what was not seen is not made up."""

from math import cos, pi, sin, sqrt
from random import Random

import pytest

from unbend.motion.filters import LONGEST_GAP, OneEuro, butterworth, hampel, low_pass, resampled

RATE = 30.0
TIMES = [i / RATE for i in range(300)]


def through(values: list[float], times: list[float] = TIMES) -> list[float]:
    state, found = OneEuro(), []
    for time, value in zip(times, values, strict=False):
        state = state.step(time, value)
        assert state.value is not None
        found.append(state.value)
    return found


def spread(values: list[float]) -> float:
    middle = sum(values) / len(values)
    return sqrt(sum((v - middle) ** 2 for v in values) / len(values))


def test_one_euro_calms_a_still_joint_to_less_than_half() -> None:
    chance = Random(1)
    raw = [90.0 + chance.gauss(0.0, 2.0) for _ in TIMES]
    assert spread(through(raw)[60:]) < 0.5 * spread(raw[60:])


def test_one_euro_lets_a_repetition_of_two_seconds_keep_its_range_and_be_on_time() -> None:
    clean = [50.0 - 50.0 * cos(pi * time) for time in TIMES]
    found = through(clean)[60:240]
    assert max(found) - min(found) > 98.0
    late = [sum((clean[i - lag] - found[i - 60]) ** 2 for i in range(60, 240)) for lag in range(6)]
    assert late.index(min(late)) <= 2  # at most two frames, 67 ms


def test_one_euro_by_hand_as_published() -> None:
    state = OneEuro().step(0.0, 0.0, minimum_cutoff=1.0, beta=0.5, speed_cutoff=1.0).step(
        0.5, 1.0, minimum_cutoff=1.0, beta=0.5, speed_cutoff=1.0
    )  # fmt: skip
    share = pi / (pi + 1.0)  # 2 pi f T / (2 pi f T + 1) with f = 1 Hz, T = 0.5 s
    speed = share * 2.0
    cutoff = 1.0 + 0.5 * speed
    assert state.speed == pytest.approx(speed)
    assert state.value == pytest.approx(pi * cutoff / (pi * cutoff + 1.0))


def test_one_euro_keeps_its_value_in_a_gap_and_begins_anew_after_a_long_one() -> None:
    state = OneEuro().step(0.0, 10.0).step(0.1, 10.0)
    assert state.step(0.2, None) is state
    assert state.step(0.1, 50.0) is state
    assert state.step(0.1 + LONGEST_GAP * 2, 50.0).value == 50.0


def test_the_low_pass_has_the_published_coefficients() -> None:
    # Winter, Biomechanics and Motor Control of Human Movement: order 2, cutoff a tenth of the rate.
    found = low_pass(3.0, 30.0)
    assert (found.b0, found.b1, found.b2) == pytest.approx((0.06746, 0.13491, 0.06746), abs=1e-5)
    assert (found.a1, found.a2) == pytest.approx((-1.14298, 0.41280), abs=1e-5)


def test_butterworth_is_the_same_as_scipys_forwards_and_backwards() -> None:
    signal = pytest.importorskip("scipy.signal", reason="not compared with scipy, which is not installed")
    chance = Random(2)
    raw = [chance.gauss(0.0, 1.0) + 20.0 * sin(time) for time in TIMES]
    wanted = signal.filtfilt(*signal.butter(2, 6.0 / (2**0.5 - 1) ** 0.25, fs=RATE), raw)
    assert butterworth(raw, RATE) == pytest.approx(list(wanted), abs=1e-9)


@pytest.mark.parametrize(("hertz", "low", "high"), [(1.0, 0.99, 1.01), (6.0, 0.68, 0.73), (12.0, 0.0, 0.14)])
def test_butterworth_keeps_movement_halves_the_power_at_six_hertz_and_takes_tremble(
    hertz: float, low: float, high: float
) -> None:
    found = butterworth([sin(2.0 * pi * hertz * i / 100.0) for i in range(1000)], 100.0)
    assert low < max(v for v in found[300:700] if v is not None) < high


def test_butterworth_moves_nothing_in_time() -> None:
    bump = [0.0] * 40 + [10.0] * 5 + [0.0] * 40
    found = butterworth(bump, RATE)
    assert found == pytest.approx(found[::-1], abs=1e-6)


def test_butterworth_filters_each_stretch_by_itself_and_leaves_gaps() -> None:
    values: list[float | None] = [None, 5.0, 5.0, 5.0, None, None, 50.0, 50.0, None]
    assert butterworth(values, RATE) == pytest.approx([None, 5.0, 5.0, 5.0, None, None, 50.0, 50.0, None])


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9, 10])
def test_butterworth_takes_any_number_of_values(count: int) -> None:
    assert butterworth([7.0] * count, RATE) == pytest.approx([7.0] * count)


def test_butterworth_takes_nothing_away_where_six_hertz_cannot_be_seen() -> None:
    assert butterworth([1.0, 9.0, 1.0, 9.0], 10.0) == [1.0, 9.0, 1.0, 9.0]


def test_hampel_takes_a_wild_value_for_what_was_round_it() -> None:
    values: list[float | None] = [float(v % 3) + v for v in range(20)]
    values[9] = 400.0
    cleaned = hampel(values)
    assert cleaned[9] is not None
    assert 6.0 < cleaned[9] < 14.0
    assert cleaned[:9] == values[:9]


def test_hampel_leaves_a_quick_movement_and_gaps_alone() -> None:
    step: list[float | None] = [0.0, 0.1, 0.0, 0.1, None, 80.0, 80.1, 80.0, 80.1, 80.0]
    assert hampel(step) == pytest.approx(step, abs=0.15)


def test_uneven_times_become_even_by_straight_lines() -> None:
    times, values = resampled([0.0, 0.1, 0.3, 0.4], [0.0, 1.0, 3.0, 4.0], 10.0)
    assert times == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4])
    assert values == pytest.approx([0.0, 1.0, 2.0, 3.0, 4.0])


def test_nothing_is_made_up_between_two_times_that_are_far_apart_or_not_seen() -> None:
    _, far = resampled([0.0, 2.0], [1.0, 2.0], 2.0)
    assert far == [1.0, None, None, None, 2.0]
    _, unseen = resampled([0.0, 0.25, 0.5], [1.0, None, 3.0], 8.0)
    assert unseen == [1.0, None, None, None, 3.0]
    assert resampled([], [], 30.0) == ([], [])
