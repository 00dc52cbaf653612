"""Milestones where only the later part of a record is seen."""

from datetime import date, timedelta

from support.people import catalogue
from support.records import on, workout
from unbend.progress import Fact, Observed, later_milestones_of, observed

MONDAY = date(2026, 3, 2)


def seen_on(*days_after: int) -> Observed:
    entries = [on(MONDAY + timedelta(days=after), workout()) for after in days_after]
    return observed(entries, catalogue().measures, until=MONDAY + timedelta(days=90))


def later(*days_after: int, before: int) -> list[tuple[str, date]]:
    facts: tuple[Fact, ...] = later_milestones_of(seen_on(*days_after), since=MONDAY, before=before)
    return [(fact.code, fact.day) for fact in facts]


def test_a_count_is_reached_on_the_day_on_which_it_is_reached_with_all_before_it() -> None:
    assert later(1, 3, 5, before=8) == [("workouts", MONDAY + timedelta(days=3))]


def test_a_count_that_was_reached_before_is_not_told_again() -> None:
    assert later(1, 3, before=10) == []


def test_the_first_workout_seen_is_not_the_first_of_all() -> None:
    assert later(1, before=3) == []


def test_a_pause_that_began_before_what_is_seen_ends_with_a_coming_back() -> None:
    assert later(22, before=3) == [("back-again", MONDAY + timedelta(days=22))]
    assert later(21, before=3) == []
