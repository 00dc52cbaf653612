"""The time of day that is learnt, and for whom it is not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from support.people import catalogue
from unbend.adaptation.habit import TimeOfDay, time_of_day
from unbend.record.course import Workout
from unbend.record.state import State, Wishes

NUMBERS = catalogue().adaptation
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def state(hours: Sequence[int], wishes: Wishes | None = None) -> State:
    """Workouts at these hours on the days before this week, the last one last."""
    days = [MONDAY - timedelta(days=len(hours) - number) for number in range(len(hours))]
    done = [Workout(f"w{n}", day.replace(hour=hour)) for n, (day, hour) in enumerate(zip(days, hours, strict=True))]
    return State(recent=tuple(done), wishes=wishes or Wishes())


def usual(hours: Sequence[int], wishes: Wishes | None = None) -> str | None:
    return time_of_day(state(hours, wishes), NUMBERS, now=NOW).key


@pytest.mark.parametrize(("hour", "key"), [
    (5, "on-waking"), (7, "on-waking"), (8, "morning"), (11, "morning"), (12, "midday"), (16, "midday"),
    (17, "evening"), (23, "evening"),
])  # fmt: skip
def test_the_hours_of_the_last_workouts_tell_the_time_of_day(hour: int, key: str) -> None:
    assert usual([hour] * 5) == key


def test_it_names_the_workouts_that_it_stands_on() -> None:
    found = time_of_day(state([7, 18, 7, 7, 7, 6]), NUMBERS, now=NOW)
    assert found.why is not None
    assert found.why.code == "usually-on-waking"
    assert found.why.entries == ("w0", "w2", "w3", "w4", "w5")


@pytest.mark.parametrize("hours", [[], [7] * 4, [7, 7, 7, 18, 18, 12], [7, 7, 12, 12, 18]])
def test_few_workouts_or_mixed_ones_tell_nothing(hours: list[int]) -> None:
    assert usual(hours) is None


def test_only_the_last_ones_count_so_that_a_habit_may_change() -> None:
    assert usual([7] * 20 + [18] * 8) == "evening"


def test_who_said_a_time_keeps_it_and_any_time_is_none() -> None:
    assert usual([7] * 8, Wishes(time_of_day="evening")) == "evening"
    assert usual([7] * 8, Wishes(time_of_day="any")) == "on-waking"
    assert usual([7] * 3, Wishes(time_of_day="any")) == "any"


@pytest.mark.parametrize("shifts", ["nights", "rotating"])
def test_with_nights_and_changing_shifts_the_clock_does_not_tell_when_somebody_got_up(shifts: str) -> None:
    assert time_of_day(state([7] * 8, Wishes(shifts=shifts)), NUMBERS, now=NOW) == TimeOfDay(None)


def test_hours_are_those_of_the_place_where_the_person_is() -> None:
    there = NOW.astimezone(ZoneInfo("Asia/Tokyo"))
    assert time_of_day(state([22] * 8), NUMBERS, now=there).key == "on-waking"


def test_workouts_of_this_week_change_nothing_until_the_next() -> None:
    new = Workout("new", NOW - timedelta(hours=2))
    known = state([7, 7, 7, 7])
    assert time_of_day(replace(known, recent=(*known.recent, new)), NUMBERS, now=NOW).key is None
    assert time_of_day(replace(known, recent=(*known.recent, new)), NUMBERS, now=NOW + timedelta(days=7)).key == (
        "on-waking"
    )
