"""Little time: workouts get shorter, and grow back; the reason says what it stands on, and nobody is blamed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from support.people import catalogue
from unbend.adaptation.smaller import Size, size_now
from unbend.record.course import MOST_WORKOUTS, Workout
from unbend.record.planned import PlannedWeek
from unbend.record.state import State

NUMBERS = catalogue().adaptation
MONDAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
ASKED = Size(15, 3)


def state(weeks: Sequence[int | None], *, planned: int = 3) -> State:
    """So many workouts done in each of the weeks before this one, the last one last; None: nobody came, no plan was
    given."""
    mondays = [MONDAY - timedelta(weeks=len(weeks) - number) for number in range(len(weeks))]
    plans = {m: plan(m, planned) for m, done in zip(mondays, weeks, strict=True) if done is not None}
    done = [m + timedelta(days=2 * n) for m, times in zip(mondays, weeks, strict=True) for n in range(times or 0)]
    return State(planned=plans, recent=tuple(workout(day) for day in done))


def plan(monday: date, planned: int, *, given: int = 0) -> PlannedWeek:
    days = tuple(monday + timedelta(days=2 * number) for number in range(planned))
    return PlannedWeek(days, at(monday + timedelta(days=given)), f"plan-{monday}")


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def workout(day: date) -> Workout:
    return Workout(f"did-{day}", at(day))


def size(weeks: Sequence[int | None], asked: Size = ASKED) -> Size:
    return size_now(asked, state(weeks), NUMBERS, now=NOW)


def codes(found: Size) -> list[str]:
    return [reason.code for reason in found.why]


def test_two_weeks_with_less_than_half_make_the_workouts_shorter() -> None:
    found = size([1, 1])
    assert (found.minutes, found.days, codes(found)) == (10, 3, ["smaller"])
    assert found.why[0].params == {"minutes": "10", "done": "2", "planned": "6"}
    assert found.why[0].entries == (
        "plan-2026-02-16", "did-2026-02-16", "plan-2026-02-23", "did-2026-02-23",
    )  # fmt: skip


@pytest.mark.parametrize("weeks", [[], [1], [0], [1, 2, 1], [2, 2, 2], [3, 3], [1, 3, 1]])
def test_one_such_week_or_more_done_leaves_it_as_it_was_asked_for(weeks: list[int]) -> None:
    assert size(weeks) == ASKED


def test_two_more_such_weeks_make_it_shorter_once_more_and_a_day_less() -> None:
    found = size([1, 1, 0, 1])
    assert (found.minutes, found.days, codes(found)) == (8, 2, ["smaller", "fewer-days"])


def test_a_good_week_takes_one_notch_back_and_says_so() -> None:
    found = size([1, 1, 0, 1, 3])
    assert (found.minutes, found.days, codes(found)) == (10, 3, ["growing-back"])
    assert found.why[0].entries[0] == "plan-2026-02-23"
    again = size([1, 1, 0, 1, 3, 3])
    assert (again.minutes, again.days, codes(again)) == (15, 3, ["full-again"])
    assert size([1, 1, 0, 1, 3, 3, 3]) == ASKED


def test_a_middling_week_keeps_it_as_it_is() -> None:
    assert size([1, 1, 2]).minutes == 10
    assert size([1, 1, 2, 2, 2]).minutes == 10


def test_whoever_was_away_is_welcomed_with_a_small_week() -> None:
    found = size([3, None, None])
    assert (found.minutes, codes(found)) == (10, ["smaller-welcome"])
    assert found.why[0].entries == ("plan-2026-02-09",)
    assert size([3, None, None, None, None]).minutes == 8


def test_the_week_that_runs_is_not_judged() -> None:
    today = State(planned={**state([1]).planned, MONDAY: plan(MONDAY, 3)}, recent=state([1]).recent)
    assert size_now(ASKED, today, NUMBERS, now=NOW + timedelta(days=4)) == ASKED


def test_days_that_were_over_before_the_first_plan_are_asked_of_nobody() -> None:
    first, second = MONDAY - timedelta(weeks=2), MONDAY - timedelta(weeks=1)
    late = {first: plan(first, 3, given=3), second: plan(second, 3)}
    done = (workout(first + timedelta(days=4)), workout(second))
    assert size_now(ASKED, State(planned=late, recent=done), NUMBERS, now=NOW) == ASKED


@pytest.mark.parametrize(("asked", "once", "twice"), [
    (5, 5, 5), (6, 5, 5), (8, 5, 5), (10, 7, 5), (15, 10, 8), (20, 15, 10), (30, 20, 15), (45, 30, 20), (90, 60, 45),
])  # fmt: skip
def test_minutes_are_whole_fives_or_few_and_never_below_five_nor_above_the_wish(
    asked: int, once: int, twice: int
) -> None:
    assert size([1, 1], Size(asked, 3)).minutes == once
    assert size([1, 1, 1, 1], Size(asked, 3)).minutes == twice


def test_of_named_days_the_one_on_which_least_was_done_goes() -> None:
    named = Size(15, ("monday", "wednesday", "saturday"))
    assert size([1, 1, 1, 1], named).days == ("monday", "wednesday")
    kept = Size(15, ("tuesday", "thursday", "monday"))
    assert size([1, 1, 1, 1], kept).days == ("tuesday", "monday")


@pytest.mark.parametrize("days", [1, 2, ("monday",), ("monday", "friday")])
def test_two_days_or_one_stay(days: int | tuple[str, ...]) -> None:
    found = size([0, 0, 0, 0], Size(20, days))
    assert (found.days, codes(found)) == (days, ["smaller-welcome"])


def test_five_minutes_asked_for_change_only_in_days_and_say_only_that() -> None:
    assert size([1, 1], Size(5, 3)) == Size(5, 3)
    assert codes(size([1, 1, 1, 1], Size(5, 3))) == ["fewer-days"]
    assert size([1, 1, 3], Size(5, 3)) == Size(5, 3)


def test_weeks_of_which_not_all_workouts_are_kept_any_more_are_not_judged() -> None:
    """Five of seven workouts in each of many weeks: of the first weeks none is still in the state."""
    mondays = [MONDAY - timedelta(weeks=number) for number in range(11, 0, -1)]
    plans = {m: PlannedWeek(tuple(m + timedelta(days=n) for n in range(7)), at(m), "p") for m in mondays}
    kept = tuple(workout(monday + timedelta(days=number)) for monday in mondays for number in range(5))
    for recent in (kept, kept[-MOST_WORKOUTS:]):
        state = State(planned=plans, recent=recent)
        assert size_now(Size(15, 7), state, NUMBERS, now=NOW) == Size(15, 7)
