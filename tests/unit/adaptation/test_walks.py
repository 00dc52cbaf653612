"""Walks grow by a little after a calm week; not after a sore one, and not where nothing was told."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from support.people import catalogue
from unbend.adaptation.walks import WalkAim, walk_aim
from unbend.record.course import NEXT_DAY, Ended, Morning, Practice, Reading, Try, Walk, Workout
from unbend.record.state import State

MONDAY = datetime(2026, 2, 23, 12, tzinfo=UTC)
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


def walks(*minutes: int) -> tuple[Walk, ...]:
    """A walk on each of the days of last week."""
    return tuple(Walk(f"walk-{day}", MONDAY + timedelta(days=day), long) for day, long in enumerate(minutes))


def workout(*, day: int = 1, after: int | None = 2, effort: int | None = 5, next_day: int | None = 2) -> Workout:
    at = MONDAY + timedelta(days=day)
    morning = None if next_day is None else Morning(f"morning-{day}", at + timedelta(days=1), next_day)
    return Workout(f"did-{day}", at, pain_before=2, pain_after=after, effort=effort, next_day=morning)


def aim(walked: Sequence[Walk], *done: Workout, pains: tuple[Reading, ...] = (), weeks_later: int = 0) -> WalkAim:
    state = State(walks=tuple(walked), recent=done, pains=pains)
    found = walk_aim(state, catalogue(), now=NOW + timedelta(weeks=weeks_later))
    assert found is not None
    assert found.why is not None
    return found


def said(found: WalkAim) -> tuple[int, int, str]:
    assert found.why is not None
    return found.minutes, found.days, found.why.code


def test_after_three_walks_in_a_calm_week_the_next_are_longer_and_on_one_day_more() -> None:
    found = aim(walks(10, 12, 14), workout())
    assert said(found) == (14, 4, "walk-grows")
    assert found.why is not None
    assert found.why.entries == ("walk-0", "walk-1", "walk-2", "did-1", "morning-1")


def test_it_ends_at_thirty_minutes_on_five_days() -> None:
    assert said(aim(walks(29, 29, 29, 29, 29), workout())) == (30, 5, "walk-grows")
    assert said(aim(walks(45, 45, 45, 45, 45, 45), workout())) == (30, 5, "walk-there")


@pytest.mark.parametrize(("done", "expected"), [
    pytest.param(workout(next_day=3), (12, 3, "walk-stays"), id="rose by one next day"),
    pytest.param(workout(effort=9), (12, 3, "walk-stays"), id="hard work"),
    pytest.param(workout(next_day=4), (10, 3, "walk-less"), id="rose by two next day"),
    pytest.param(workout(after=5), (10, 3, "walk-less"), id="rose after it"),
    pytest.param(workout(next_day=None), (12, 3, "walk-stays"), id="next day not told"),
    pytest.param(workout(effort=None), (12, 3, "walk-stays"), id="effort not told"),
])  # fmt: skip
def test_a_sore_week_or_one_of_which_something_was_not_told_earns_nothing(
    done: Workout, expected: tuple[int, int, str]
) -> None:
    assert said(aim(walks(10, 12, 14), done)) == expected


def test_a_workout_of_this_week_that_was_too_much_takes_it_back_at_once() -> None:
    hurt = Workout("hurt", MONDAY + timedelta(days=7), ended=Ended.HURT)
    assert said(aim(walks(10, 12, 14), workout(), hurt)) == (10, 3, "walk-less")
    not_yet_told = Workout("new", MONDAY + timedelta(days=8), pain_before=2)
    assert said(aim(walks(10, 12, 14), workout(), not_yet_told)) == (14, 4, "walk-grows")


def test_two_walks_are_too_few_to_grow() -> None:
    assert said(aim(walks(10, 12), workout())) == (10, 3, "walk-stays")


@pytest.mark.parametrize(("pain", "expected"), [(2, "walk-grows"), (3, "walk-stays"), (8, "walk-stays")])
def test_without_workouts_the_pain_that_was_told_decides(pain: int, expected: str) -> None:
    usual = tuple(Reading(MONDAY - timedelta(days=day), 2, NEXT_DAY, f"r{day}") for day in (9, 6, 3))
    told = Reading(MONDAY + timedelta(days=2), pain, NEXT_DAY, "told")
    assert said(aim(walks(10, 10, 10), pains=(*usual, told)))[2] == expected
    assert said(aim(walks(10, 10, 10), pains=usual))[2] == "walk-stays"
    assert said(aim(walks(10, 10, 10)))[2] == "walk-stays"


def test_a_walk_inside_a_workout_counts_as_a_day_and_a_march_on_the_spot_does_not() -> None:
    done = (workout(day=3), workout(day=5))
    for exercise, expected in (("easy-walk", (14, 5, "walk-grows")), ("march-on-the-spot", (12, 3, "walk-stays"))):
        tries = tuple(Try(one.entry, one.at) for one in done)
        known = {exercise: Practice(times=2, first_at=MONDAY, last_at=NOW, tries=tries)}
        state = State(walks=walks(12, 12), recent=done, practised=known)
        found = walk_aim(state, catalogue(), now=NOW)
        assert found is not None
        assert said(found) == expected


def test_of_a_day_the_longest_walk_counts() -> None:
    stroll = Walk("stroll", MONDAY + timedelta(hours=3), 3)
    found = aim((walks(20)[0], stroll, *walks(20, 20, 20)[1:]), workout())
    assert found.minutes == 22


def test_a_week_without_walks_leaves_them_and_weeks_away_make_them_shorter() -> None:
    walked = walks(20, 20, 20)
    assert said(aim(walked, workout(), weeks_later=1)) == (22, 4, "walk-grows")
    assert said(aim(walked, workout(), weeks_later=2)) == (20, 3, "walk-after-break")
    assert said(aim(walked, workout(), weeks_later=4)) == (18, 3, "walk-after-break")
    assert said(aim(walked, workout(), weeks_later=8)) == (14, 3, "walk-after-break")
    assert said(aim(walked, workout(), weeks_later=20)) == (6, 3, "walk-after-break")


def test_walks_of_this_week_and_no_walks_say_nothing_yet() -> None:
    today = (Walk("now", NOW, 20),)
    assert walk_aim(State(walks=today), catalogue(), now=NOW) is None
    assert walk_aim(State(), catalogue(), now=NOW) is None
