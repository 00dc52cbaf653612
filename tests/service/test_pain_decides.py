"""Pain decides (hard rule 5): where it rose in a workout, after it, or by the next day, the programme does not grow."""

from collections.abc import Mapping
from datetime import date

import pytest

from support.examples import later, moved_in, ports_at
from unbend.planning.plan import Plan
from unbend.service.planning import week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.today import today

pytestmark = pytest.mark.django_db
MILD = {"pain_before": 2, "pain_after": 3, "ended": "finished"}


def plan_at(actor: Actor, person: str, house: Ports) -> Plan:
    """The week's plan."""
    week = week_of(actor, person, house).week
    assert week is not None
    return week.plan


def after_two_weeks(account: str, workout: Mapping[str, object], next_day: Mapping[str, object] | None = None) -> Plan:
    """The plan of the third week, after six workouts that all went alike."""
    house = ports_at()
    actor, person = moved_in(house, "desk-worker", account=account)
    note(actor, person, "answered", {"findings": {"severity": 3}}, house)
    for week in range(2):
        for day in (0, 2, 4):
            now = later(house, days=7 * week + day)
            done = [
                {"exercise": item.exercise, "felt": "easy"} for item in plan_at(actor, person, now).sessions[0].items
            ]
            note(actor, person, "practised", {"exercises": done, **workout}, now)
            note(actor, person, "answered", {"findings": {"fever": "no", "chest-pain": "no"}}, now)
            if next_day:
                note(actor, person, "next-day", next_day, later(now, days=1))
    third = later(house, days=14)
    note(actor, person, "answered", {"findings": {"severity": 3}}, third)
    return plan_at(actor, person, third)


@pytest.mark.parametrize(
    ("name", "workout", "next_day"),
    [
        ("after", {"pain_before": 2, "pain_after": 4, "ended": "finished"}, None),
        ("during", {"pain_before": 2, "pain_during": 5, "pain_after": 2, "ended": "finished"}, None),
        ("ended", {"ended": "hurt"}, None),
        ("next day", MILD, {"pain": 5}),
        ("worse", MILD, {"pain": 2, "compared": "worse"}),
    ],
)
def test_where_pain_rose_the_third_week_is_the_first_once_more(
    name: str, workout: Mapping[str, object], next_day: Mapping[str, object] | None
) -> None:
    assert after_two_weeks(name, workout, next_day).week == 1


def test_where_pain_only_wavered_the_third_week_is_the_third() -> None:
    assert after_two_weeks("mild", MILD, {"pain": 3}).week == 3


def test_a_workout_that_hurt_at_once_is_asked_about_next_day_like_any_other() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    first = plan_at(actor, person, house).sessions[0].items[0].exercise
    hurt = {"exercises": [{"exercise": first, "outcome": "hurt"}], "pain_before": 2, "pain_during": 7, "ended": "hurt"}
    note(actor, person, "practised", hurt, house)
    assert today(actor, person, later(house, days=1)).ask_about == date(2026, 3, 2)
