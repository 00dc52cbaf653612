"""A plan written down as codes is the same plan when it is read again."""

import json

import pytest
from hypothesis import given

from support.effort import examples
from support.people import Json, person, profiles
from support.scripts import known_of, variant_plan, week_of
from unbend.planning.codec import plan_as_json, plan_from_json
from unbend.planning.plan import Plan
from unbend.planning.swap import with_swaps, without
from unbend.workout.script import Variant


def again(plan: Plan) -> Plan:
    return plan_from_json(json.loads(json.dumps(plan_as_json(plan))))


@examples(60, soak=5_000)
@given(profiles())
def test_every_plan_comes_back_as_it_was(profile: Json) -> None:
    found = known_of(profile)
    if found is not None:
        plan = week_of(found[2])
        assert again(plan) == plan


def test_plans_changed_by_hand_come_back_too() -> None:
    changed = 0
    for seed in range(12):
        found = known_of(person(seed))
        if found is None:
            continue
        brief = found[2]
        plan = week_of(brief)
        for item in plan.sessions[0].items if plan.sessions else ():
            easier = brief.catalogue.easier(brief.catalogue.exercises[item.exercise])
            made = [without(plan, brief, {item.exercise}), variant_plan(brief, plan, Variant.SHORT)]
            made += [with_swaps(plan, brief, {item.exercise: easier.id})] if easier else []
            for one in made:
                if isinstance(one, Plan):
                    changed += 1
                    assert again(one) == one
    assert changed > 20


def test_no_word_of_a_language_is_written_down() -> None:
    found = known_of(person(3))
    assert found is not None
    written = json.dumps(plan_as_json(week_of(found[2])))
    assert "Breathing and bracing" not in written
    assert "taught-first" in written


@pytest.mark.parametrize("raw", [{}, {"phase": "sprint"}, {"phase": "calm", "phase_why": None}])
def test_what_is_no_plan_is_refused(raw: Json) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        plan_from_json(raw)
