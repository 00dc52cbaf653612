"""Hard rules 2 and 4 over generated people, for weeks changed by hand: held against rules the planner never sees."""

from dataclasses import replace

import pytest
from hypothesis import given

from support.effort import SOAK, examples
from support.people import TODAY, Json, catalogue, person, profiles
from support.rules import Given, every_fault, rule_two
from support.scripts import known_of, texts, variant_brief, variant_plan, week_of
from unbend.assessment.start import start
from unbend.catalogue.condition import Person
from unbend.catalogue.words import Place, Role
from unbend.planning.bars import bar
from unbend.planning.brief import Brief
from unbend.planning.one_day import one_day
from unbend.planning.plan import Plan, Why
from unbend.planning.solvers.cpsat import CpSat
from unbend.planning.solvers.greedy import Greedy
from unbend.planning.swap import Neighbour, Refused, neighbours, with_swaps, without
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.today import audit_on
from unbend.safety import SafetyAnswer
from unbend.service.wording import sentence
from unbend.workout.script import Variant

PEOPLE = range(400 if SOAK else 40)
SOMEBODY = 2


def rung_of(profile: Json, safety: SafetyAnswer) -> int:
    state = fold(profile_of(profile, catalogue(), today=TODAY).entries)
    found = known_of(profile)
    assert found is not None
    known = Person({**audit_on(state), **found[1]}, catalogue().safety.worrying)
    return start(catalogue(), known, allows=safety.allows).rung


def given_of(profile: Json, safety: SafetyAnswer, plan: Plan) -> Given:
    return Given(profile, safety, plan, rung_of(profile, safety))


def steps_of(exercise: str, brief: Brief) -> list[Neighbour]:
    beside = neighbours(brief.catalogue.exercises[exercise], brief)
    return [step for step in (beside.easier, beside.harder) if step is not None]


@pytest.mark.parametrize("seed", PEOPLE)
def test_no_swap_breaks_a_hard_rule(seed: int) -> None:
    profile = person(seed)
    found = known_of(profile)
    if found is None:
        return
    safety, _, brief = found
    plan = week_of(brief)
    for exercise in sorted({item.exercise for session in plan.sessions for item in session.items}):
        for step in steps_of(exercise, brief):
            made = with_swaps(plan, brief, {exercise: step.exercise})
            if isinstance(made, Refused):
                assert step.bar in (None, made.because)
                assert sentence(made.because, texts())
            else:
                assert step.bar is None
                assert every_fault(given_of(profile, safety, made)) == []
                assert step.exercise in {item.exercise for session in made.sessions for item in session.items}


def test_most_steps_that_are_open_can_be_taken() -> None:
    taken: list[bool] = []
    for found in (known_of(person(seed)) for seed in range(40)):
        if found is None:
            continue
        brief, plan = found[2], week_of(found[2])
        for item in plan.sessions[0].items if plan.sessions else ():
            open_to = [step.exercise for step in steps_of(item.exercise, brief) if step.bar is None]
            taken += [isinstance(with_swaps(plan, brief, {item.exercise: to}), Plan) for to in open_to]
    assert len(taken) > 40
    assert sum(taken) > len(taken) / 2


@examples(60, soak=5_000)
@given(profiles())
def test_a_step_that_is_barred_is_refused_with_its_bar(profile: Json) -> None:
    found = known_of(profile)
    if found is None:
        return
    brief = found[2]
    plan = week_of(brief)
    barred = [e for e in brief.catalogue.exercises.values() if bar(e, brief) is not None][:25]
    for item in plan.sessions[0].items[:2] if plan.sessions else ():
        for exercise in barred:
            made = with_swaps(plan, brief, {item.exercise: exercise.id})
            assert isinstance(made, Refused)
            assert made.because == bar(exercise, brief)


@pytest.mark.parametrize("seed", range(12))
def test_back_again_is_the_week_as_it_was(seed: int) -> None:
    found = known_of(person(seed))
    if found is not None:
        plan = week_of(found[2])
        every = {item.exercise: item.exercise for session in plan.sessions for item in session.items}
        assert with_swaps(plan, found[2], every) == plan


def test_a_swap_says_why_and_stays_within_the_minutes() -> None:
    found = known_of(person(SOMEBODY))
    assert found is not None
    brief, plan = found[2], week_of(found[2])
    changed = 0
    for number, item in enumerate(plan.sessions[0].items):
        for step in steps_of(item.exercise, brief):
            made = with_swaps(plan, brief, {item.exercise: step.exercise})
            if isinstance(made, Plan):
                changed += 1
                new = made.sessions[0].items[number]
                spare = brief.minutes * 60 - plan.sessions[0].seconds
                assert new.seconds <= item.seconds + spare
                assert made.sessions[0].seconds <= brief.minutes * 60
                assert new.why[-1].code == "swapped"
                assert new.slot is item.slot
                gone = next(left for left in made.left_out if left.exercise == item.exercise)
                assert gone.because.code == "swapped-for"
                assert gone.because.params == {"instead": step.exercise}
    assert changed


@pytest.mark.parametrize("seed", PEOPLE)
def test_leaving_something_out_keeps_the_warm_up_the_bracing_and_the_ease(seed: int) -> None:
    profile = person(seed)
    found = known_of(profile)
    if found is None:
        return
    safety, _, brief = found
    plan = week_of(brief)
    for item in plan.sessions[0].items if plan.sessions else ():
        made = without(plan, brief, {item.exercise}, day=plan.sessions[0].day)
        if isinstance(made, Refused):
            assert sentence(made.because, texts())
            assert item.slot is not Role.MAIN or made.because.code == "keeps-bracing"
        else:
            assert every_fault(given_of(profile, safety, made)) == []
            assert item.exercise not in {other.exercise for other in made.sessions[0].items}
            assert made.sessions[1:] == plan.sessions[1:]


def test_what_warms_up_alone_and_what_ends_easily_stay() -> None:
    found = known_of(person(SOMEBODY))
    assert found is not None
    plan = week_of(found[2])
    done = {item.exercise for item in plan.sessions[0].items}
    ends, warm = (
        {key for key in done if role in catalogue().exercises[key].roles} for role in (Role.EASE, Role.WARM_UP)
    )
    assert without(plan, found[2], ends - warm) == Refused(Why("keeps-ease"))
    assert without(plan, found[2], warm) == Refused(Why("keeps-warm-up"))


@pytest.mark.parametrize("variant", [Variant.SHORT, Variant.NO_FLOOR])
@pytest.mark.parametrize("seed", PEOPLE)
def test_a_workout_for_one_day_keeps_every_rule_and_its_own_limits(seed: int, variant: Variant) -> None:
    profile = person(seed)
    found = known_of(profile)
    if found is None:
        return
    safety, _, brief = found
    limits = variant_brief(brief, variant)
    made = variant_plan(brief, week_of(brief), variant)
    if isinstance(made, Refused):
        assert sentence(made.because, texts())
        return
    wishes = {**profile.get("wishes", {}), "minutes": limits.minutes, "days": list(limits.days)}
    asked = {**profile, "wishes": {**wishes, "positions": [place.value for place in limits.places]}}
    held_against = given_of(profile, safety, made)
    given = replace(held_against, profile=asked)
    if made.sessions and len(made.sessions[0].items) > 1:
        assert every_fault(given) == []
    for key in [i.exercise for s in made.sessions for i in s.items] + [small.exercise for small in made.between]:
        assert list(rule_two(key, given)) == []
        assert variant is Variant.SHORT or set(catalogue().exercises[key].places) != {Place.FLOOR}
    assert all(session.seconds <= limits.minutes * 60 for session in made.sessions)


def test_where_nothing_whole_fits_there_is_breathing_or_a_walk_or_a_word() -> None:
    found = known_of(person(SOMEBODY))
    assert found is not None
    brief = found[2]
    for minutes, places in ((2, frozenset(Place)), (1, frozenset(Place)), (2, frozenset({Place.STANDING}))):
        made = one_day(brief, Greedy(), seed=1, day="monday", minutes=minutes, places=places)
        if isinstance(made, Refused):
            assert made.because.code == "nothing-fits-today"
        else:
            assert sum(s.seconds for s in made.sessions) <= minutes * 60
    assert isinstance(one_day(brief, Greedy(), seed=1, day="monday", minutes=2), Plan)
    assert isinstance(one_day(brief, Greedy(), seed=1, day="monday", places=frozenset()), Plan | Refused)


def test_the_exact_solver_makes_the_short_one_of_what_the_week_teaches() -> None:
    found = known_of(person(SOMEBODY))
    assert found is not None
    brief = found[2]
    plan = week_of(brief)
    taught = {item.exercise for session in plan.sessions for item in session.items}
    made = one_day(brief, CpSat(), seed=1, day="monday", minutes=8, taught=taught)
    assert isinstance(made, Plan)
    used = {item.exercise for item in made.sessions[0].items}
    assert {key for key in used if not catalogue().exercises[key].familiar} <= taught | set(brief.known)
