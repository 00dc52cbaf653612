"""Twelve weeks of a person whose back takes everything well, through the log: few things change at a time."""

from itertools import pairwise

import pytest

from support.a_week import Person, lives
from support.people import catalogue
from unbend.planning.brief import WEEKDAYS
from unbend.planning.plan import Plan
from unbend.service.changes import keep

pytestmark = pytest.mark.django_db
CATALOGUE = catalogue()
MOST = CATALOGUE.parameters.new_things_later_weeks
WEEKS, KEPT = 12, "bird-dog"


def learnt(plan: Plan) -> set[str]:
    held = {item.exercise for session in plan.sessions for item in session.items}
    return {key for key in held if not CATALOGUE.exercises[key].familiar}


def lived(person: Person, number: int) -> Plan:
    """A week in which every workout was done and felt right."""
    person.looked_again(f"check {number}")
    plan = person.week.plan
    lived_days(person, plan, number)
    return plan


def lived_days(person: Person, plan: Plan, number: int) -> None:
    for session in plan.sessions:
        day = person.after(days=WEEKDAYS.index(session.day))
        day.did(f"workout {number} {session.day}", session)
        day.after(hours=21).woke(f"morning {number} {session.day}", 2)


def test_each_week_brings_few_new_things_and_what_is_kept_stays() -> None:
    person = lives("desk-worker")
    plans = [lived(person.after(weeks=number), number) for number in range(2)]
    sunday = person.after(weeks=1, days=6)
    changed = keep(sunday.actor, sunday.id, KEPT, sunday.house, no_longer=False, entry="keep bird-dog")
    assert changed.refused is None
    plans += [lived(person.after(weeks=number), number) for number in range(2, WEEKS)]
    came = [learnt(plan) - learnt(before) for before, plan in pairwise(plans)]
    assert max(map(len, came)) <= MOST
    assert [plan.week for plan in plans if KEPT not in learnt(plan)] == []
    assert len(set().union(*map(learnt, plans))) >= 2 * len(learnt(plans[0])), "nothing ever changed"
    told = [why.code for plan in plans for why in plan.because]
    assert "time-for-a-change" in told
    assert "phase-on" in told


def test_a_plan_made_anew_within_a_week_changes_only_what_has_to_change() -> None:
    person = lives("desk-worker")
    for number in range(7):
        lived(person.after(weeks=number), number)
    eighth = person.after(weeks=7)
    eighth.looked_again("check 7")
    plan = eighth.week.plan
    hurt = next(item.exercise for item in plan.sessions[0].items if item.slot.value == "main" and item.step > 0)
    eighth.did("workout 7", plan.sessions[0], hurt=[hurt])
    again = eighth.after(days=1).week
    assert again.plan != plan
    assert hurt in {why.params.get("exercise") for why in again.plan.because}
    assert len(learnt(again.plan) ^ learnt(plan)) <= 1


def test_a_week_in_which_nothing_asks_for_less_stays_as_it_was_given() -> None:
    person = lives("desk-worker")
    for number in range(6):
        monday = person.after(weeks=number)
        monday.looked_again(f"check {number}")
        given = monday.week
        lived_days(monday, given.plan, number)
        assert monday.after(days=6, hours=8).week.entry == given.entry, f"week {number + 1} was made anew"
