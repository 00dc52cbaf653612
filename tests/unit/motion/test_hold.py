"""The clock of a hold: it runs in the pose, forgives a moment, waits while nothing is seen, and knows when it began."""

from dataclasses import replace
from math import cos, pi
from random import Random

import pytest

from support.references import reference
from unbend.motion.hold import LEAST, STOPPED, WATCHED, Clock, Hold, Look, Pose, finish, tick
from unbend.motion.lane import plan_of
from unbend.motion.settled import KEPT
from unbend.motion.way import SHARES, STOPS, Way, eased, path_of, straight

WAY = Way((-4.0, None), 2.0)
POSE = Pose(0.8, (WAY,), (WAY,))
RATE = 20


def share_at(time: float, *, reached: float, leaves: float, seconds: float = 2.0) -> float:
    """How far on the way somebody is who comes to rest at `reached` and leaves again."""
    if time < reached:
        s = 1.0 - (reached - time) / seconds
    elif time <= leaves:
        s = 1.0
    else:
        s = 1.0 - (time - leaves) / seconds
    return (1.0 - cos(pi * min(max(s, 0.0), 1.0))) / 2


def look(share: float) -> Look:
    return Look(share, 50.0 * share, ((4.0 * share, 0.98), (None, 0.0)))


def ran(looks: list[Look | None], *, pose: Pose = POSE) -> tuple[Clock, list[Hold]]:
    clock, holds = STOPPED, []
    for i, one in enumerate(looks):
        clock, hold = tick(clock, pose, i / RATE, one)
        if hold is not None:
            holds.append(hold)
    return clock, holds


def held(seconds: float, *, way: float = 2.0) -> list[Look | None]:
    """Three seconds until rest, a hold, and four seconds after it."""
    times = [i / RATE for i in range(round((seconds + 7.0) * RATE))]
    return [look(share_at(time, reached=3.0, leaves=3.0 + seconds, seconds=way)) for time in times]


@pytest.mark.parametrize("seconds", [2.0, 5.0, 12.0])
@pytest.mark.parametrize("way", [1.3, 2.0, 3.0])
def test_coming_and_going_are_not_held(seconds: float, way: float) -> None:
    _, holds = ran(held(seconds, way=way))
    assert len(holds) == 1
    assert holds[0].seconds == pytest.approx(seconds, abs=0.3)
    assert holds[0].start == pytest.approx(3.0, abs=0.2)


def test_passing_through_is_no_hold() -> None:
    assert ran(held(0.0))[1] == []


def test_a_moment_out_of_the_pose_is_forgiven_and_a_long_one_is_not() -> None:
    out = look(0.6)
    for gap, holds in ((0.3, 1), (1.2, 2)):
        looks = held(8.0)
        first = round(6.0 * RATE)
        looks[first : first + round(gap * RATE)] = [out] * round(gap * RATE)
        assert len(ran(looks)[1]) == holds


def test_who_left_is_looked_at_a_second_longer_and_comes_back_to_a_new_hold() -> None:
    looks = held(5.0)
    gone = next(i for i, one in enumerate(looks) if i > 6 * RATE and one is not None and one.share < POSE.edge)
    clock, holds = ran(looks[: gone + round(0.9 * WATCHED * RATE)])
    assert (holds, clock.start is not None, clock.is_in) == ([], True, False)
    assert clock.seconds == ran(looks[:gone])[0].seconds, "the clock stands when they leave"
    again = looks[: gone + round(0.6 * RATE)] + held(4.0)[round(2.6 * RATE) :]
    assert [one.seconds for one in ran(again)[1]] == [pytest.approx(5.0, abs=0.3), pytest.approx(4.0, abs=0.5)]
    nobody = [*looks[: gone + round(0.8 * RATE)], *[None] * (2 * RATE)]
    assert len(ran(nobody)[1]) == 1, "who left and is not seen any more is not waited for as somebody hidden is"


@pytest.mark.parametrize("seconds", [3.0, 6.0])
def test_what_is_counted_may_be_there_long_before_the_rest_of_the_body(seconds: float) -> None:
    """As an arm that has fallen open while the trunk still turns after it."""

    def both(share: float) -> Look:
        counted = min(share / 0.3, 1.0)
        return Look(counted, 50.0 * counted, ((4.0 * share, 0.98), (counted, 0.98)))

    looks: list[Look | None] = [both(one.share) for one in held(seconds, way=4.0) if one is not None]
    path = tuple(
        (-4.0 * one, -max(0.0, (one - 0.7) / 0.3)) for one in (min(eased(i / SHARES), 1.0) for i in range(STOPS))
    )
    way = Way((-4.0, -1.0), 4.0, path)
    pose = Pose(0.8, (way,), (way,), arrives=2.6, leaves=2.6)
    assert [one.seconds for one in ran(looks, pose=pose)[1]] == [pytest.approx(seconds, abs=0.1)]


def test_a_movement_says_how_long_the_body_goes_on_when_what_is_counted_is_there() -> None:
    falls_open = reference("open-book")
    pose = plan_of(falls_open, "right").pose
    assert [pose.arrives, pose.leaves] == pytest.approx([2.5, 2.5], abs=0.3)
    assert falls_open.counted is not None
    still = replace(falls_open, counted=replace(falls_open.counted, target=falls_open.counted.start))
    pose = plan_of(still, "right").pose
    assert (pose.arrives, pose.leaves) == (0.0, 0.0)


def test_what_hardly_moves_in_the_movement_and_not_at_all_in_a_body_says_nothing_of_when() -> None:
    looks: list[Look | None] = [
        Look(one.share, 50.0 * one.share, ((4.0 * one.share, 0.98), (0.0, 0.98)))
        for one in held(5.0)
        if one is not None
    ]
    path = tuple(
        (-4.0 * one, -0.6 * min(one * 5.0, 1.0)) for one in (min(eased(i / SHARES), 1.0) for i in range(STOPS))
    )
    way = Way((-4.0, -0.6), 2.0, path)
    assert [one.seconds for one in ran(looks, pose=Pose(0.8, (way,), (way,)))[1]] == [pytest.approx(5.0, abs=0.3)]


def test_the_clock_waits_while_nothing_is_seen() -> None:
    looks = held(8.0)
    first, last = round(5.0 * RATE), round(8.0 * RATE)
    looks[first:last] = [None] * (last - first)
    _, holds = ran(looks)
    assert len(holds) == 1
    assert holds[0].seconds == pytest.approx(5.0, abs=0.35)
    assert holds[0].end == pytest.approx(11.0, abs=0.2)


def test_who_is_not_seen_again_has_held_until_last_seen() -> None:
    looks = held(8.0)[: round(6.0 * RATE)] + [None] * (11 * RATE)
    clock, holds = ran(looks)
    assert len(holds) == 1
    assert holds[0].seconds == pytest.approx(3.0, abs=0.35)
    assert clock.start is None


def test_what_still_runs_at_the_end_is_told() -> None:
    clock, holds = ran(held(8.0)[: round(9.0 * RATE)])
    assert holds == []
    last = finish(clock, POSE)
    assert last is not None
    assert last.seconds == pytest.approx(6.0, abs=0.35)
    assert finish(STOPPED, POSE) is None


def test_without_a_way_in_the_time_in_the_pose_is_the_hold() -> None:
    clock, _ = ran([look(1.0)] * (5 * RATE), pose=Pose(0.5, (), ()))
    hold = finish(clock, Pose(0.5, (), ()))
    assert hold is not None
    assert hold.seconds == pytest.approx(5.0, abs=0.1)
    assert hold.wavered == 0.0


def test_either_leg_may_have_gone_first() -> None:
    other = Way((None, -4.0), 2.0)
    assert ran(held(5.0), pose=Pose(0.8, (other, WAY), (other, WAY)))[1][0].seconds == pytest.approx(5.0, abs=0.3)


def test_a_way_that_the_camera_hardly_sees_the_end_of_is_not_held() -> None:
    hidden = [max(0.0, (eased(i / SHARES) - 0.3) / 0.7) for i in range(STOPS)]
    way = replace(WAY, path=tuple((-4.0 * min(seen, 1.0), None) for seen in hidden))
    looks: list[Look | None] = [look(1.0 - max(0.0, 0.7 - one.share) / 0.7) for one in held(5.0) if one is not None]
    assert ran(looks, pose=Pose(0.8, (way,), (way,)))[1][0].seconds == pytest.approx(5.0, abs=0.3)


def first_measure(path: tuple[tuple[float | None, ...], ...]) -> list[float | None]:
    assert all(other is None for _, other in path), "the second measure is not seen"
    return [value for value, _ in path]


def test_a_way_has_the_path_of_what_the_camera_sees_of_it() -> None:
    seen = [(share, (50.0 - 4.0 * share, None)) for share in (0.25, 0.5, 0.75)]
    changes = first_measure(path_of(WAY, (50.0, None), seen))
    assert [changes[SHARES * i // 4] for i in range(5)] == pytest.approx([0.0, -1.0, -2.0, -3.0, -4.0])
    assert changes[-1] == -4.0
    known_ends = [-4.0 * min(eased(i / SHARES), 1.0) for i in range(STOPS)]
    assert first_measure(straight(WAY)) == pytest.approx(known_ends)


def test_a_path_goes_on_beyond_the_way_into_what_was_before() -> None:
    changes = first_measure(path_of(WAY, (50.0, None), [(1.25, (44.0, None)), (1.5, (42.0, None))]))
    assert [changes[SHARES + SHARES // 4], changes[-1]] == pytest.approx([-6.0, -8.0])


@pytest.mark.parametrize("longer", [0.7, 1.0, 1.3])
def test_a_body_that_goes_another_way_in_some_measures_is_held_as_long(longer: float) -> None:
    way = Way((-4.0, 2.0), 2.0)
    pose = Pose(0.8, (way,), (way,))
    looks: list[Look | None] = [
        Look(one.share, 50.0 * one.share, ((4.0 * one.share * longer, 0.98), (-2.0 * one.share**2, 0.98)))
        for one in held(5.0)
        if one is not None
    ]
    assert [one.seconds for one in ran(looks, pose=pose)[1]] == [pytest.approx(5.0, abs=0.3)]


def test_what_is_guessed_and_comes_late_says_little_of_when() -> None:
    way = Way((-4.0, -4.0), 2.0)
    pose = Pose(0.8, (way,), (way,))
    seen = [one for one in held(5.0) if one is not None]
    late = [seen[max(i - RATE // 2, 0)] for i in range(len(seen))]

    def start(confidence: float) -> float:
        looks: list[Look | None] = [
            Look(one.share, 50.0 * one.share, ((4.0 * one.share, 0.98), (4.0 * other.share, confidence)))
            for one, other in zip(seen, late, strict=True)
        ]
        return ran(looks, pose=pose)[1][0].start

    assert start(0.2) == pytest.approx(3.0, abs=0.15)
    assert start(0.2) < start(0.98)


def test_who_drifts_deeper_and_trembles_is_told_one_hold_of_the_time_they_were_in_the_pose() -> None:
    chance = Random(4)
    looks: list[Look | None] = []
    for i, one in enumerate(held(12.0)):
        deeper = 0.15 * min(max(i / RATE - 3.0, 0.0), 12.0) / 12.0 * (one.share if one is not None else 0.0)
        far = 0.5 if chance.random() < 0.03 else 0.04
        trembling = chance.gauss(0.0, far)
        share = (one.share if one is not None else 0.0) + deeper
        looks.append(
            Look(
                max(share, 0.81) if share > 0.8 else share, 50.0 * share, ((4.0 * share + trembling, 0.98), (None, 0.0))
            )
        )
    _, holds = ran(looks)
    assert len(holds) == 1
    assert holds[0].start >= 2.0
    assert holds[0].seconds == pytest.approx(12.0, abs=1.0)


def test_who_was_in_the_pose_all_along_came_to_rest_when_first_seen() -> None:
    clock, _ = ran([look(1.0)] * (5 * RATE))
    hold = finish(clock, POSE)
    assert hold is not None
    assert hold.start == 0.0
    assert hold.seconds == pytest.approx(5.0, abs=0.1)


def test_a_long_hold_remembers_how_it_began() -> None:
    clock, _ = ran(held(60.0)[: 50 * RATE])
    assert min(one.time for one in clock.before) < 0.5
    assert max(one.time for one in clock.lead) > 5.0
    assert len(clock.before) <= KEPT * RATE + 2


def test_a_frame_without_anybody_on_the_way_does_not_hide_where_one_comes_from() -> None:
    pose = Pose(0.8, (WAY,), (WAY,), needs_way=True)
    looks = held(5.0)
    looks[round(2.2 * RATE) : round(2.3 * RATE)] = [None] * 2
    holds = ran(looks, pose=pose)[1]
    assert [one.seconds for one in holds] == [pytest.approx(5.0, abs=0.3)]
    looks[: round(2.9 * RATE)] = [None] * round(2.9 * RATE)
    assert ran(looks, pose=pose)[1] == []


def test_the_clock_stays_small() -> None:
    clock, _ = ran([look(1.0)] * (60 * RATE))
    assert len(clock.recent) <= KEPT * RATE + 2
    assert len(clock.lead) <= KEPT * RATE + 2
    assert LEAST > 0.5
