"""The counter: what is a repetition and what is not, in the cases that people bring."""

from math import pi, sin

import pytest

from support.swings import Set, counted
from unbend.motion.counter import BEGIN, Counting, count, finish

SQUAT = Counting(170.0, 80.0)


def counts(samples: Set, counting: Counting = SQUAT) -> int:
    return counted(samples.samples(), counting)[0].count


def test_each_way_there_and_back_counts_once() -> None:
    assert counts(Set(7)) == 7


def test_who_goes_six_tenths_of_the_way_is_counted() -> None:
    assert counts(Set(5, target=170.0 - 0.6 * 90.0)) == 5


def test_who_goes_a_third_of_the_way_is_not() -> None:
    assert counts(Set(5, target=140.0)) == 0


def test_who_gets_tired_is_counted_by_their_own_range() -> None:
    deep = Set(4, target=110.0).samples()
    after = deep[-1][0] + 0.1
    shallow = [(after + time, value) for time, value in Set(4, target=132.0).samples()]
    assert counted([*deep, *shallow], SQUAT)[0].count == 8
    assert counted(shallow, SQUAT)[0].count == 0


def test_going_the_other_way_from_the_start_is_no_repetition() -> None:
    assert counts(Set(5, start=170.0, target=260.0)) == 0


def test_a_value_that_grows_on_the_way_out_counts_alike() -> None:
    assert counts(Set(6, start=10.0, target=95.0), Counting(10.0, 95.0)) == 6


def test_starting_at_the_target_and_coming_back_is_no_repetition() -> None:
    samples = [sample for sample in Set(1).samples() if sample[0] >= 2.5]
    assert counted(samples, SQUAT)[0].count == 0


def test_a_landmark_that_jumps_for_two_frames_is_no_repetition() -> None:
    samples = Set(0, rate=30.0).samples() + [(2.0 + i / 30, 80.0 if i in {20, 21} else 170.0) for i in range(90)]
    assert counted(samples, SQUAT)[0].count == 0


def test_a_jump_back_during_a_hold_does_not_count_twice() -> None:
    samples = [(t, 170.0 if 4.0 < t < 4.1 else v) for t, v in Set(1, hold=4.0).samples()]
    assert counted(samples, SQUAT)[0].count == 1


def test_what_is_quicker_than_a_repetition_can_be_is_none() -> None:
    quick = Set(5, seconds=0.9, hold=0.0)
    assert counts(quick) == 5
    assert counts(quick, Counting(170.0, 80.0, seconds=1.2)) == 0


def test_who_comes_back_only_most_of_the_way_is_counted() -> None:
    first, rest = Set(1).samples(), Set(4, start=140.0).samples()
    after = first[-1][0] + 0.1
    assert counted([*first, *((after + t, v) for t, v in rest)], SQUAT)[0].count == 5


def test_a_gap_in_the_middle_neither_counts_nor_breaks() -> None:
    samples = Set(3).samples()
    for start in (1.5, 2.2, 3.0, 4.6):
        seen = [(time, None if start < time < start + 0.8 else value) for time, value in samples]
        assert counted(seen, SQUAT)[0].count == 3


def test_without_a_value_nothing_changes() -> None:
    state = counted(Set(2).samples(), SQUAT)[0]
    assert count(state, SQUAT, 99.0, None) is state
    assert count(BEGIN, SQUAT, 1.0, None) is BEGIN


def test_a_frame_from_before_is_not_read_again() -> None:
    state = counted(Set(2).samples(), SQUAT)[0]
    assert count(state, SQUAT, 1.0, 80.0) is state


def test_a_repetition_says_when_and_how_far() -> None:
    (only,) = counted(Set(1, seconds=4.0, hold=1.0).samples(), SQUAT)[1]
    assert only.start == pytest.approx(1.4, abs=0.3)
    assert 3.0 <= only.peak <= 4.0
    assert only.end == pytest.approx(5.6, abs=0.3)
    assert only.low == pytest.approx(80.0, abs=1.0)
    assert only.high == pytest.approx(170.0, abs=1.0)


def test_with_nothing_known_the_range_that_was_seen_is_the_range() -> None:
    assert counts(Set(6, start=0.4, target=0.55), Counting()) == 6
    assert counts(Set(6, start=900.0, target=100.0), Counting(rises=False)) == 6


def test_with_nothing_known_what_turns_out_to_be_fidgeting_is_taken_back() -> None:
    fidget, real = Set(1, start=0.0, target=0.1).samples(), Set(4, start=0.0, target=1.0).samples()
    after = fidget[-1][0] + 0.1
    assert counted([*fidget, *((after + t, v) for t, v in real)], Counting())[0].count == 4


def test_less_than_the_least_way_is_nothing_even_with_nothing_known() -> None:
    assert counts(Set(4, start=0.0, target=8.0), Counting(least=10.0)) == 0


def test_a_recording_that_ends_on_the_way_back_ends_with_a_repetition() -> None:
    samples = [sample for sample in Set(1, seconds=4.0, hold=0.0).samples() if sample[0] < 4.2]
    state = counted(samples, SQUAT)[0]
    assert (state.count, finish(state, SQUAT).count) == (0, 1)
    early = counted(samples[:-20], SQUAT)[0]
    assert finish(early, SQUAT).count == 0


def test_progress_is_told_only_where_start_and_target_are_known() -> None:
    assert SQUAT.progress(125.0) == pytest.approx(0.5)
    assert Counting(span=3.0).progress(1.0) is None
    assert Counting(5.0, 5.0).progress(5.0) is None


def test_a_repetition_begins_where_one_leaves_and_not_where_one_lay_deepest_before() -> None:
    deep = [(i / 30, 175.0) for i in range(15)]
    rest = [(0.5 + i / 30, 150.0) for i in range(90)]
    rep = [(3.5 + time, value) for time, value in Set(1, start=150.0, seconds=4.0).samples()]
    (only,) = counted([*deep, *rest, *rep], SQUAT)[1]
    assert only.start >= 3.5


def test_the_last_repetition_counts_though_one_went_behind_the_start_before_it() -> None:
    behind = [(i / 30, 170.0 + 40.0 * sin(min(i / 60, 1.0) * pi)) for i in range(90)]
    rep = [(3.0 + time, value) for time, value in Set(1, start=160.0, seconds=4.0).samples()]
    end = max(time for time, value in rep if value is not None and value < 159.9)
    rep = [(time, value) for time, value in rep if time <= end]
    # Nobody stands still to the tenth of a degree: what goes on by less is rest.
    rest = [(end + (i + 1) / 30, 160.0 + 0.05 * i) for i in range(20)]
    assert counted([*behind, *rep, *rest], SQUAT)[0].count == 1
