"""Exercises stay for some weeks and then change, a few at a time and within the same need, unless they are kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from support.briefs import brief_for
from support.examples import example
from support.people import catalogue
from unbend.adaptation.level import Level, Levels, Move
from unbend.adaptation.levels import full_steps
from unbend.adaptation.reason import Reason
from unbend.planning.brief import Brief
from unbend.planning.plan import Plan
from unbend.planning.rotation import turns
from unbend.planning.solvers.cpsat import CpSat
from unbend.planning.week import plan_week, weeks_in_turn

WEEKS, FIRST = 12, 3
"""From the third week on nothing is added only because the programme has just begun."""

CATALOGUE = catalogue()
MOST = CATALOGUE.parameters.new_things_later_weeks
NAMES = ("desk-worker", "climber-with-a-stiff-hip")


def brief_of(name: str) -> Brief:
    brief = brief_for(example(name))
    assert brief is not None
    return brief


@cache
def twelve_weeks(name: str, kept: frozenset[str] = frozenset()) -> Sequence[Plan]:
    """The plans of the weeks, each standing on the one before it."""
    briefs = [replace(brief_of(name), week=week, kept=kept) for week in range(1, WEEKS + 1)]
    return tuple(weeks_in_turn(briefs, CpSat(), seed=1))


def learnt(plan: Plan) -> set[str]:
    """The exercises of its workouts that have to be learnt."""
    held = {item.exercise for session in plan.sessions for item in session.items}
    return {key for key in held if not CATALOGUE.exercises[key].familiar}


@pytest.mark.parametrize("name", NAMES)
def test_in_twelve_weeks_no_week_brings_more_than_the_few_new_things(name: str) -> None:
    plans = twelve_weeks(name)
    came = [learnt(plan) - learnt(before) for before, plan in pairwise(plans)]
    assert max(map(len, came)) <= MOST
    assert len(set().union(*map(learnt, plans))) > len(learnt(plans[FIRST])), "nothing ever changed"


@pytest.mark.parametrize("name", NAMES)
def test_what_has_its_turn_makes_way_for_the_same_need_and_both_say_so(name: str) -> None:
    told = 0
    for before, plan in pairwise(twelve_weeks(name)):
        for left in plan.left_out:
            if left.because.code != "changed-for":
                continue
            old, new = (CATALOGUE.exercises[key] for key in (left.exercise, left.because.params["instead"]))
            assert {need for need, weight in old.needs.items() if weight == max(old.needs.values())} & set(new.needs)
            assert left.exercise in learnt(before)
            items = [item for session in plan.sessions for item in session.items if item.exercise == new.id]
            assert {item.why[0].code for item in items} == {"time-for-a-change"}
            assert {item.why[0].params["instead"] for item in items} == {old.id}
            told += 1
    assert told >= MOST


def served(plan: Plan) -> float:
    """How much of what is wanted the week gives."""
    return sum(min(need.got, need.want) for need in plan.needs) / sum(need.want for need in plan.needs)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_back_needs_goes_on_being_served_while_exercises_change(name: str) -> None:
    plans = twelve_weeks(name)[FIRST - 2 :]
    assert min(map(served, plans)) >= 0.9 * served(plans[0])
    for need in [share.need for share in plans[0].needs[:5]]:
        got = [next(share.got for share in plan.needs if share.need == need) for plan in plans]
        assert (0, 0, 0) not in set(zip(got, got[1:], got[2:], strict=False)), need


@pytest.mark.parametrize("name", NAMES)
def test_what_a_person_keeps_stays_for_as_long_as_they_like(name: str) -> None:
    gone = sorted(learnt(twelve_weeks(name)[FIRST]) - learnt(twelve_weeks(name)[-1]))[0]
    plans = twelve_weeks(name, frozenset({gone}))
    since = next(number for number, plan in enumerate(plans) if gone in learnt(plan))
    assert [plan.week for plan in plans[since:] if gone not in learnt(plan)] == []
    codes = {w.code for plan in plans for s in plan.sessions for i in s.items if i.exercise == gone for w in i.why}
    assert "kept" in codes


def test_a_wish_to_keep_is_stronger_than_the_top_of_a_ladder_but_than_no_rule() -> None:
    brief = brief_of("desk-worker")
    wanted = "bird-dog"
    assert wanted in learnt(plan_week(brief, CpSat(), seed=1))
    kept = replace(brief, kept=frozenset({wanted}))
    why = Reason("rest-hurt", "rest-what-hurts", ("did-1",))
    rests = Levels({wanted: Level(move=Move.REST, why=why, rests_until=date(2026, 3, 9))})
    for barred in (
        replace(kept, declined=frozenset({wanted})),
        replace(kept, resting=frozenset({wanted}), levels=rests),
        replace(kept, restricted_by={"hand-weight-bearing": ("sore-wrist",)}),
    ):
        plan = plan_week(barred, CpSat(), seed=1)
        assert plan.sessions
        assert wanted not in learnt(plan)


def test_of_many_that_are_due_few_have_their_turn_and_each_has_it_once_a_round() -> None:
    due = ("bird-dog", "cat-cow", "glute-bridge", "plank", "wall-angel")
    weeks = CATALOGUE.parameters.change_growing_after_weeks
    brief = replace(brief_of("desk-worker"), week=20, in_use=dict.fromkeys(due, 20 - weeks), kept=frozenset({"plank"}))
    rounds = [turns(replace(brief, week=20 + number)) for number in range(2)]
    assert [len(turn) for turn in rounds] == [MOST, MOST]
    assert {key for turn in rounds for key in turn} == {*due} - {"plank"}
    assert turns(replace(brief, in_use=dict.fromkeys(due, 21 - weeks))) == ()


def test_what_has_reached_its_full_amount_makes_way_sooner_than_what_still_grows() -> None:
    soon = CATALOGUE.parameters.change_after_weeks
    full = full_steps(CATALOGUE.exercises["cat-cow"], CATALOGUE)
    brief = replace(brief_of("desk-worker"), week=20, in_use=dict.fromkeys(("bird-dog", "cat-cow"), 20 - soon))
    assert turns(brief) == ()
    grown = Levels({"cat-cow": Level(step=full), "bird-dog": Level(step=full - 1)})
    assert turns(replace(brief, levels=grown)) == ("cat-cow",)
