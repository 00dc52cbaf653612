"""The second look at a plan: sound plans are spoilt in every way a planner might, and each way must be named."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

import pytest

from support.briefs import brief_for
from support.people import catalogue, person
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Place, Role
from unbend.planning.brief import WEEKDAYS, Brief
from unbend.planning.dose import Dose
from unbend.planning.plan import AFTER_GETTING_UP, Between, Item, Plan, Session, Why
from unbend.planning.solvers.greedy import Greedy
from unbend.planning.verify import verify
from unbend.planning.week import plan_week

EXERCISES = catalogue().exercises
MANY = 40
AMOUNTS = ("repetitions", "breaths", "duration_seconds", "hold_seconds", "metres")


@cache
def sound() -> tuple[tuple[Brief, Plan], ...]:
    """Plans of generated people that nothing is wrong with, three workouts or more each."""
    found: list[tuple[Brief, Plan]] = []
    for seed in range(200):
        brief = brief_for(person(seed))
        if brief is not None and len(brief.days) >= 2 and len(found) < MANY:
            found.append((brief, plan_week(brief, Greedy(), seed=1)))
    return tuple(found)


def test_there_are_sound_plans_to_spoil() -> None:
    assert len(sound()) == MANY
    assert [verify(plan, brief) for brief, plan in sound()] == [()] * MANY


def with_first(plan: Plan, change: Callable[[Session], Session]) -> Plan:
    return replace(plan, sessions=(change(plan.sessions[0]), *plan.sessions[1:]))


def with_item(plan: Plan, number: int, change: Callable[[Item], Item]) -> Plan:
    def changed(session: Session) -> Session:
        items = list(session.items)
        items[number] = change(items[number])
        return replace(session, items=tuple(items))

    return with_first(plan, changed)


def with_items(plan: Plan, items: Iterable[Item]) -> Plan:
    return with_first(plan, lambda session: replace(session, items=tuple(items)))


def lasting(plan: Plan, seconds: int) -> Plan:
    return with_first(plan, lambda session: replace(session, seconds=seconds, short_because=None))


def with_dose(plan: Plan, number: int, dose: Dose) -> Plan:
    return with_item(plan, number, lambda item: replace(item, dose=dose))


def swapped(plan: Plan, exercise: Exercise) -> Plan:
    return with_item(plan, 1, lambda item: replace(item, exercise=exercise.id))


def named(brief: Brief, plan: Plan, words: str) -> bool:
    return any(words in fault for fault in verify(plan, brief))


def somebody_with(restriction: str) -> tuple[Brief, Plan]:
    brief, plan = sound()[0]
    return replace(brief, restricted_by={**brief.restricted_by, restriction: ("a-rule",)}), plan


@pytest.mark.parametrize("restriction", catalogue().restrictions)
def test_an_exercise_with_a_restriction_is_named(restriction: str) -> None:
    carrying = [e for e in EXERCISES.values() if restriction in e.restrictions]
    brief, plan = somebody_with(restriction)
    for exercise in carrying:
        assert named(brief, swapped(plan, exercise), f"carries the restriction {restriction}")
    assert carrying or restriction in ("supine-long", "long-hold")


def test_each_kind_of_exercise_that_may_not_be_is_named() -> None:
    for brief, plan in sound():
        for exercise in EXERCISES.values():
            spoilt = swapped(plan, exercise)
            if set(exercise.equipment) - brief.equipment:
                assert named(brief, spoilt, "needs equipment")
            if exercise.rung > brief.earned_rung(exercise.ladder):
                assert named(brief, spoilt, "not earned")
            if brief.start.phase not in exercise.dose:
                assert named(brief, spoilt, "no dose for the phase")
            if not brief.places & set(exercise.places):
                assert named(brief, spoilt, "no place")


def test_what_was_declined_and_what_bends_too_early_is_named() -> None:
    for brief, plan in sound():
        first = plan.sessions[0].items[0].exercise
        assert named(replace(brief, declined=frozenset({first})), plan, "declined")
        bends = next(e for e in EXERCISES.values() if "end-range-flexion" in e.restrictions)
        assert named(replace(brief, time_of_day="on-waking"), swapped(plan, bends), "first hour")
        assert named(replace(brief, places=frozenset[Place]()), plan, "no place")


def test_what_bends_far_just_after_getting_up_is_named() -> None:
    bends = next(e for e in EXERCISES.values() if "end-range-flexion" in e.restrictions)
    for brief, plan in sound():
        after = Between(bends.id, Dose(sets=1, rest_seconds=0), None, Why(AFTER_GETTING_UP))
        assert named(brief, replace(plan, between=(after,)), "just after getting up")
        later = replace(after, why=Why("break"))
        assert not named(replace(brief, stiff=True), replace(plan, between=(later,)), "just after getting up")


def test_a_dose_beyond_the_phase_is_named() -> None:
    for brief, plan in sound():
        for index, item in enumerate(plan.sessions[0].items):
            dose = item.dose
            spoilt = [replace(dose, sets=dose.sets + 5), replace(dose, sets=0)]
            amounts = {key: getattr(dose, key) for key in AMOUNTS if getattr(dose, key)}
            spoilt += [replace(dose, **{key: amount * 10}) for key, amount in amounts.items()]
            for worse in spoilt:
                assert verify(with_dose(plan, index, worse), brief), (item.exercise, worse)


def test_a_week_out_of_order_is_named() -> None:
    for brief, plan in sound():
        items = plan.sessions[0].items
        assert named(brief, with_items(plan, [i for i in items if i.slot is not Role.WARM_UP]), "warming up")
        assert verify(with_items(plan, items[::-1]), brief)
        assert verify(with_items(plan, []), brief)
        for hard_end in [i for i in items if Role.EASE not in EXERCISES[i.exercise].roles]:
            assert named(brief, with_items(plan, [*items, hard_end]), "end easily")


def test_too_many_or_too_few_minutes_are_named() -> None:
    for brief, plan in sound():
        counted = sum(item.seconds for item in plan.sessions[0].items)
        assert named(brief, lasting(plan, brief.minutes * 60 + 1), "longer than asked")
        assert named(brief, lasting(plan, 60), "shorter than asked")
        assert named(brief, lasting(plan, counted - 1), "takes longer than it says")


def test_a_longer_dose_whose_seconds_were_not_counted_anew_is_named() -> None:
    """The dose stays inside the phase, but the item says the old seconds: the workout would run over."""
    for brief, plan in sound():
        for index, item in enumerate(plan.sessions[0].items):
            amount = EXERCISES[item.exercise].dose[brief.start.phase]
            if item.dose.sets < amount.sets[1]:
                more = with_dose(plan, index, replace(item.dose, sets=amount.sets[1]))
                assert named(brief, more, "takes longer than it says"), item.exercise


def test_too_many_new_things_are_named() -> None:
    for brief, plan in sound():
        used = {item.exercise for session in plan.sessions for item in session.items} | set(brief.known)
        new = [e for e in EXERCISES.values() if e.id not in used and not e.familiar][:5]
        last = plan.sessions[0].items[-1]
        more = [replace(last, exercise=exercise.id) for exercise in new]
        assert named(brief, with_items(plan, [*plan.sessions[0].items, *more]), "new things")


@pytest.mark.parametrize("day", range(7))
def test_hard_days_in_a_row_are_named(day: int) -> None:
    brief, plan = sound()[0]
    hard = next(e for e in EXERCISES.values() if e.kind is Kind.STRENGTH and e.rung >= 3)
    session = replace(plan.sessions[0], items=(replace(plan.sessions[0].items[0], exercise=hard.id),))
    days = (WEEKDAYS[day], WEEKDAYS[day + 1]) if day < 6 else ("monday", "sunday")
    spoilt = replace(plan, sessions=tuple(replace(session, day=name) for name in days))
    assert named(brief, spoilt, "a hard day follows a hard day") is (day < 6)


def test_strength_before_bracing_is_named_in_the_first_weeks() -> None:
    brief, plan = next((b, p) for b, p in sound() if not b.known)
    strength = next(e for e in EXERCISES.values() if e.kind is Kind.STRENGTH and "breathing-and-bracing" not in e.needs)
    spoilt = with_first(plan, lambda s: replace(s, items=tuple(replace(i, exercise=strength.id) for i in s.items)))
    assert named(brief, spoilt, "strength before breathing")


def test_what_stands_between_workouts_is_looked_at_too() -> None:
    brief, plan = next((b, p) for b, p in sound() if p.between)
    far = next(e for e in EXERCISES.values() if e.rung > brief.earned_rung(e.ladder))
    spoilt = replace(plan, between=(replace(plan.between[0], exercise=far.id),))
    assert named(brief, spoilt, "between")
    doubled = replace(plan.between[0].dose, sets=50)
    assert verify(replace(plan, between=(replace(plan.between[0], dose=doubled),)), brief)
