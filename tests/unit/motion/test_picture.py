"""Where the joints are in the picture tells when a body came to rest, also where it bends hardly anything."""

from math import cos, pi
from random import Random
from statistics import fmean

import pytest

from support.references import reference
from unbend.motion.arrival import BIN, PACES, Seen, Still, fits
from unbend.motion.hold import STOPPED, Look, Pose, finish, tick
from unbend.motion.picture import JOINTS, gone, places_of
from unbend.motion.pose import PoseFrame
from unbend.motion.reference_json import as_json, reference_from
from unbend.motion.way import SHARES, STOPS, Way, eased

WIDTH, HEIGHT, RATE = 640, 480, 20
WHOLE = tuple(eased(min(i / SHARES, 1.0)) for i in range(STOPS))
WAY = Way((-1.0,), 2.0, whole=WHOLE)
POSE = Pose(0.6, (WAY,), (WAY,))


def share_at(time: float) -> float:
    """Two seconds to the pose, rest from 3.0 to 8.0, and two seconds back."""
    s = 1.0 - (3.0 - time) / 2.0 if time < 3.0 else 1.0 if time <= 8.0 else 1.0 - (time - 8.0) / 2.0
    return (1.0 - cos(pi * min(max(s, 0.0), 1.0))) / 2


def frame(time: float, share: float, chance: Random) -> PoseFrame:
    """A body that slides through a quarter of the picture, with joints that tremble by a few pixels."""
    marks = [
        (0.3 + 0.01 * i + 0.25 * share + chance.gauss(0.0, 0.004), 0.5 + chance.gauss(0.0, 0.004), 0.0, 0.98)
        for i in range(33)
    ]
    return PoseFrame(time, marks, None, WIDTH, HEIGHT)


def error(seed: int, *, with_frames: bool) -> float:
    """How far off the told hold is of somebody whose one angle trembles half as much as it goes."""
    chance, clock, told = Random(seed), STOPPED, None
    for i in range(11 * RATE):
        time = i / RATE
        share = share_at(time)
        seen = frame(time, share, chance) if with_frames else None
        look = Look(share, 50.0 * share, ((share + chance.gauss(0.0, 0.4), 0.98),), seen)
        clock, hold = tick(clock, POSE, time, look)
        told = told or hold
    told = told or finish(clock, POSE)
    assert told is not None
    return max(abs(told.start - 3.0), abs(told.end - 8.0))


def test_a_body_that_slides_and_bends_hardly_is_timed_by_its_joints() -> None:
    seeds = range(6)
    by_joints = [error(seed, with_frames=True) for seed in seeds]
    assert max(by_joints) < 0.2
    assert fmean(by_joints) < 0.6 * fmean(error(seed, with_frames=False) for seed in seeds)


def rows_of(shares: list[float], chance: Random) -> list[tuple[float, ...] | None]:
    return [places_of([frame(0.0, share, chance)]) for share in shares]


def test_how_far_a_body_is_is_told_in_shares_of_its_own_way() -> None:
    shares = [0.0] * 10 + [0.1, 0.3, 0.5, 0.7, 0.9, 1.0]
    rows = [*rows_of(shares, Random(1)), None]
    found = gone(rows, [*shares, 0.5], [share == 0.0 for share in shares] + [False])
    assert found is not None
    assert found[-1] is None
    known = [one for one in found if one is not None]
    assert known == pytest.approx(shares, abs=0.05)


def test_what_trembles_and_goes_nowhere_says_nothing_of_the_way() -> None:
    shares, chance = [0.0] * 10 + [0.2, 0.4, 0.6, 0.8, 1.0], Random(2)
    rows = [
        tuple(x + (chance.gauss(0.0, 60.0) if i >= 20 else 0.0) for i, x in enumerate(row or ()))
        for row in rows_of(shares, chance)
    ]
    found = gone(rows, shares, [share == 0.0 for share in shares])
    assert found == pytest.approx(shares, abs=0.1)


def test_too_little_of_a_way_or_of_a_pose_is_no_way() -> None:
    chance = Random(3)
    assert gone(rows_of([0.0] * 12, chance), [0.0] * 12, [True] * 12) is None
    assert gone(rows_of([0.2, 0.6, 1.0], chance), [0.2, 0.6, 1.0], [False] * 3) is None
    assert places_of([None, PoseFrame(0.0, None, None, WIDTH, HEIGHT)]) is None
    assert len(places_of([frame(0.0, 0.0, chance)]) or ()) == 2 * len(JOINTS)


def test_a_reference_of_a_hold_says_how_its_body_goes_in_the_picture_and_others_do_not() -> None:
    held = reference("hip-flexor-lunge", "side")
    assert [len(way) for way in held.ways] == [STOPS, STOPS]
    for way in held.ways:
        assert way[0] == 0.0
        assert way[SHARES] == pytest.approx(1.0)
        assert 0.3 < way[SHARES // 2] < 0.7
    assert reference("mini-squat", "side").ways == ()


def test_ways_are_read_as_they_were_sent_and_only_whole() -> None:
    sent = as_json(reference("hip-flexor-lunge", "side"))
    assert as_json(reference_from(sent)) == sent
    with pytest.raises(ValueError, match="ways: there are two"):
        reference_from({**sent, "ways": sent["ways"][:1]})


def test_every_moment_and_pace_is_weighed_by_where_each_row_would_be() -> None:
    """The places of a path that no row can reach are not reckoned, and all others are."""
    chance = Random(5)
    for seconds in (0.5, 2.0, 6.0):
        rows = tuple((max((30 - i) * 0.05, 0.0) + chance.gauss(0.0, 0.05),) for i in range(60))
        path = tuple((2.0 * eased(min(i / SHARES, 1.0)),) for i in range(STOPS))
        seen = Seen((Still(0.0, 0.1),), 0, rows, 12, 50)
        found = fits(seen, Way((2.0,), seconds, path))
        assert len(found) == len(PACES) * (50 - 12)
        whole = fits(Seen(seen.pose, 0, rows, -40, 59), Way((2.0,), seconds, path))
        best = min(whole)
        if 12 <= best[1] < 50:
            wide = {(rest, pace): misfit for misfit, rest, pace in whole}
            for misfit, rest, pace in found:
                assert misfit == pytest.approx(wide[rest, pace], abs=1e-6), (seconds, rest * BIN, pace)
