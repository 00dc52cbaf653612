"""Pain decides (hard rule 5): where it rose in a workout, after it, or by the next day, the programme does not grow."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from support.examples import MONDAY, later, moved_in, ports_at
from unbend.adaptation.level import Level, Levels, Move
from unbend.adaptation.reason import Reason
from unbend.catalogue.words import Role
from unbend.planning.candidates import candidates
from unbend.planning.plan import Plan
from unbend.planning.problem import Pick
from unbend.planning.reasons import why_in
from unbend.record.course import Try
from unbend.service.planning import brief_now, week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import standing
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


# The dose, exercise by exercise.


def as_played(plan: Plan, **felt: object) -> dict[str, object]:
    """What the player would tell of the first workout of a plan that was done to its end."""
    done = [
        {"exercise": item.exercise, "step": item.step, "sets": item.dose.sets, "felt": "right", **felt}
        for item in plan.sessions[0].items
    ]
    around = {"pain_before": 2, "pain_during": 2, "pain_after": 2, "effort": 4, "ended": "finished"}
    return {"exercises": done, "phase": plan.phase.value, **around}


def after_a_week(account: str, next_day: Mapping[str, object] | None, **around: object) -> tuple[Plan, Plan]:
    """The plans of the first week and of the second, where the last of three workouts went as told."""
    house = ports_at()
    actor, person = moved_in(house, "desk-worker", account=account)
    first = plan_at(actor, person, house)
    for day in (0, 2, 4):
        now = later(house, days=day)
        more = around if day == 4 else {}
        note(actor, person, "practised", as_played(plan_at(actor, person, now)) | more, now)
        answer = next_day if day == 4 else {"pain": 2}
        if answer is not None:
            note(actor, person, "next-day", answer, later(now, days=1))
    return first, plan_at(actor, person, later(house, days=7))


def steps(plan: Plan) -> dict[str, int]:
    """The step of dose of each exercise."""
    return {item.exercise: item.step or 0 for session in plan.sessions for item in session.items}


def test_a_calm_week_earns_a_step_that_says_why_and_by_which_entries() -> None:
    first, second = after_a_week("calm", {"pain": 2})
    known = steps(first).keys() & steps(second).keys()
    assert {steps(second)[key] for key in known} == {1}
    whys = [why for s in second.sessions for i in s.items for why in i.why if why.code == "up-dose"]
    assert whys
    assert all(why.entries and why.sources for why in whys)


@pytest.mark.parametrize(
    ("name", "next_day", "around"),
    [
        ("worse-morning", {"pain": 4}, {}),
        ("little-worse", {"pain": 3}, {}),
        ("said-worse", {"pain": 2, "compared": "worse"}, {}),
        ("rose-during", {"pain": 2}, {"pain_during": 4}),
        ("rose-after", {"pain": 2}, {"pain_after": 4}),
        ("above-five", {"pain": 2}, {"pain_before": 5, "pain_after": 6}),
        ("travels", {"pain": 2}, {"pain_sort": ["travels"]}),
        ("ended", {"pain": 2}, {"ended": "hurt"}),
        ("untold", None, {}),
    ],
)
def test_nothing_goes_up_where_the_last_answer_was_not_calm(
    name: str, next_day: Mapping[str, object] | None, around: Mapping[str, object]
) -> None:
    first, second = after_a_week(name, next_day, **around)
    known = steps(first).keys() & steps(second).keys()
    assert known
    assert {steps(second)[key] for key in known} == {0}


def test_a_clearly_worse_morning_makes_the_rest_of_the_week_smaller_at_once() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    before = plan_at(actor, person, house)
    note(actor, person, "practised", as_played(before), house)
    note(actor, person, "next-day", {"pain": 5}, later(house, days=1))
    after = plan_at(actor, person, later(house, days=1))
    sets = {item.exercise: item.dose.sets for item in before.sessions[0].items}
    smaller = [item for session in after.sessions for item in session.items if item.exercise in sets]
    assert smaller
    assert [item.exercise for item in smaller if item.dose.sets > 1] == []
    assert {why.code for item in smaller for why in item.why} & {"down-next-day-up", "small-next-day-up"}


def test_what_hurt_in_its_least_amount_is_not_in_the_rest_of_the_week() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    plan = plan_at(actor, person, house)
    hurt = plan.sessions[0].items[2]
    line = {"exercise": hurt.exercise, "step": hurt.step, "sets": hurt.dose.sets, "outcome": "hurt"}
    note(actor, person, "practised", as_played(plan) | {"exercises": [line]}, house)
    after = plan_at(actor, person, later(house, days=1))
    assert hurt.exercise not in steps(after)
    [left] = [left for left in after.left_out if left.exercise == hurt.exercise]
    assert left.because.code in ("rest-hurt", "down-hurt-rung")
    assert left.because.entries


def test_a_good_workout_after_it_does_not_bring_the_plan_of_before_back_within_the_week() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    before = plan_at(actor, person, house)
    note(actor, person, "practised", as_played(before), house)
    note(actor, person, "next-day", {"pain": 5}, later(house, days=1))
    wednesday = later(house, days=2)
    smaller = plan_at(actor, person, wednesday)
    note(actor, person, "practised", as_played(smaller), wednesday)
    note(actor, person, "next-day", {"pain": 2}, later(house, days=3))
    after = plan_at(actor, person, later(house, days=3))
    assert after == smaller
    assert max(item.dose.sets for item in before.sessions[0].items) > 1
    assert [item.exercise for item in after.sessions[0].items if item.dose.sets > 1] == []


@pytest.mark.parametrize(("done_before", "told"), [(False, "up-rung"), (True, "up-dose")])
def test_a_harder_step_that_was_done_already_is_not_said_to_open(done_before: bool, told: str) -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    brief = brief_now(standing(actor, person, house), house)
    why = Reason("up-rung", "one-step-at-a-time", ("w",), {"harder": "brisk-walk"})
    last = Try("w", MONDAY, phase=brief.start.phase, step=0, sets=1)
    level = Level(1, Move.UP_RUNG, why, last=last)
    known = {"easy-walk": 0, **({"brisk-walk": 0} if done_before else {})}
    brief = replace(brief, levels=Levels({"easy-walk": level}, {"walk": 2}), known=known)
    found = candidates(brief).chosen_from
    index, candidate = next((i, c) for i, c in enumerate(found) if c.exercise.id == "easy-walk")
    pick = Pick(index, Role.MAIN, len(candidate.options) - 1)
    assert [why.code for why in why_in(candidate, pick, brief) if why.entries] == [told]
