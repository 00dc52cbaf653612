"""Hard rules 2 and 5 over weeks that are lived through: each planned from the log so far, done, and answered."""

from collections.abc import Iterator, Mapping
from itertools import islice

import pytest

from support.effort import SOAK
from support.people import Json
from support.programme import PEOPLE, Week, most_of, weeks_of
from unbend.adaptation.amount import amount_of_set, share_at
from unbend.adaptation.levels import full_steps
from unbend.adaptation.phase import ORDER
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Phase
from unbend.planning.bars import bar
from unbend.planning.dose import amount_of
from unbend.planning.one_day import one_day
from unbend.planning.options import step_of
from unbend.planning.plan import Item, Plan
from unbend.planning.problem import Solver
from unbend.planning.solvers.cpsat import CpSat
from unbend.planning.solvers.greedy import Greedy
from unbend.planning.swap import Refused, neighbours, swapped_item, with_swaps
from unbend.planning.verify import verify

SEEDS = range(60 if SOAK else 6)
WEEKS = 40 if SOAK else 14
people = pytest.mark.parametrize("name", PEOPLE)
seeds = pytest.mark.parametrize("seed", SEEDS)


_LIVED: dict[tuple[str, int], tuple[list[Week], Iterator[Week]]] = {}


def lived(name: str, seed: int, *, weeks: int) -> list[Week]:
    """The first weeks of one life by the simple solver, lived through once however many tests look at them."""
    known, to_come = _LIVED.setdefault((name, seed), ([], weeks_of(name, seed, Greedy(), weeks=WEEKS)))
    known.extend(islice(to_come, max(0, weeks - len(known))))
    return known[:weeks]


def items(plan: Plan) -> Iterator[Item]:
    for session in plan.sessions:
        yield from session.items


def last_workouts(week: Week) -> Mapping[str, Json]:
    """For each exercise tried so far, the last workout with it."""
    found: dict[str, Json] = {}
    for entry in week.log:
        if entry["kind"] == "practised":
            found |= {item["exercise"]: entry for item in entry["data"]["exercises"]}
    return found


def was_too_much(workout: Json, week: Week) -> bool:
    """Whether pain rose by 2 in it or by the morning after, told once more for this test."""
    before = workout["data"]["pain_before"]
    mornings = [e["data"]["pain"] for e in week.log if e["id"] == f"{workout['id']}-morning"]
    return any(pain >= before + 2 for pain in (workout["data"]["pain_after"], *mornings))


@people
@seeds
def test_weeks_that_answer_the_back_keep_the_rules(name: str, seed: int) -> None:
    """Each plan is sound; nothing in it is more than one step above the last time, and nothing is more at all where
    the last time was too much."""
    for week in lived(name, seed, weeks=WEEKS):
        assert verify(week.plan, week.brief) == ()
        workouts = last_workouts(week)
        for item in items(week.plan):
            if item.exercise in workouts:
                _is_no_leap(item, workouts[item.exercise], week)


def _is_no_leap(item: Item, workout: Json, week: Week) -> None:
    tried = next(one for one in workout["data"]["exercises"] if one["exercise"] == item.exercise)
    bad = was_too_much(workout, week) or tried["outcome"] == "hurt"
    exercise, before = week.brief.catalogue.exercises[item.exercise], Phase(workout["data"]["phase"])
    if before is week.plan.phase:
        assert item.step is not None
        assert item.step <= tried["step"] + (0 if bad else 1)
        least = exercise.dose[week.plan.phase].sets[0]
        assert not bad or item.dose.sets <= max(least, tried["sets"])
    full, is_back = full_steps(exercise, week.brief.catalogue), ORDER.index(week.plan.phase) < ORDER.index(before)
    if bad and (before is week.plan.phase or (is_back and loads(exercise))):
        given = amount_of_set(exercise, before, share_at(tried["step"], full, exercise, before)) * tried["sets"]
        assert amount_of(item.dose) <= given
    if bad and item.dose.duration_seconds is not None:
        assert item.dose.duration_seconds * item.dose.sets <= tried["seconds"]


@people
@seeds
def test_a_worse_morning_never_gives_more_of_anything(name: str, seed: int) -> None:
    """Whatever phase comes of it: the most that may be chosen of what loads the back is never more than with a milder
    one. Of breathing, bracing and gentle moving, earlier stages ask for more sets than later ones: the same holds for
    these within a stage."""
    for week in lived(name, seed, weeks=WEEKS // 2):
        if not any(entry["kind"] == "next-day" for entry in week.log):
            continue
        for pain in (5, 10):
            worse = week.with_more_pain(pain)
            for exercise in week.brief.catalogue.exercises.values():
                comparable = loads(exercise) or worse.start.phase is week.brief.start.phase
                if comparable and bar(exercise, worse) is None and bar(exercise, week.brief) is None:
                    more = most_of(exercise.id, worse) - most_of(exercise.id, week.brief)
                    assert more <= 0, (exercise.id, pain, worse.levels.by_exercise.get(exercise.id))


def loads(exercise: Exercise) -> bool:
    """Whether the exercise is work for the back and not a way to brace or to loosen it."""
    return exercise.kind is Kind.AEROBIC or (exercise.kind is Kind.STRENGTH and exercise.ladder != "breathing")


@people
def test_nothing_opens_by_a_worse_morning_but_what_is_only_for_gentler_stages(name: str) -> None:
    for week in lived(name, 3, weeks=WEEKS):
        if any(entry["kind"] == "next-day" for entry in week.log):
            worse = week.with_more_pain(9, compared="worse")
            opened = [
                e.id for e in week.brief.catalogue.exercises.values() if bar(e, worse) is None and bar(e, week.brief)
            ]
            assert [key for key in opened if week.brief.start.phase in week.brief.catalogue.exercises[key].dose] == []


@people
@seeds
def test_harder_by_hand_is_refused_until_it_is_earned_and_easier_is_not(name: str, seed: int) -> None:
    *_, week = lived(name, seed, weeks=5)
    for item in {item.exercise: item for item in items(week.plan)}.values():
        exercise = week.brief.catalogue.exercises[item.exercise]
        beside = neighbours(exercise, week.brief)
        harder = None if beside.harder is None else week.brief.catalogue.exercises[beside.harder.exercise]
        if harder is not None and harder.rung > week.brief.earned_rung(harder.ladder):
            assert isinstance(swapped_item(item, harder, week.brief), Refused)
            assert isinstance(with_swaps(week.plan, week.brief, {exercise.id: harder.id}), Refused)
        if beside.easier is not None and beside.easier.bar is not None:
            assert beside.easier.bar.code != "not-earned"


@people
@seeds
def test_five_minutes_and_easier_parts_keep_to_the_same_steps(name: str, seed: int) -> None:
    *_, week = lived(name, seed, weeks=6)
    short = one_day(week.brief, Greedy(), seed=1, day="monday", minutes=5)
    if not isinstance(short, Refused):
        for item in items(short):
            assert item.step == step_of(week.brief.catalogue.exercises[item.exercise], week.brief)
            assert amount_of(item.dose) <= most_of(item.exercise, week.brief)


@pytest.mark.parametrize("seed", range(20 if SOAK else 2))
@pytest.mark.parametrize("solver", [CpSat()], ids=["exact"])
def test_the_exact_solver_answers_the_back_by_the_same_rules(seed: int, solver: Solver) -> None:
    for week in weeks_of("desk-worker", seed, solver, weeks=4):
        assert verify(week.plan, week.brief) == ()


def test_a_calm_back_comes_to_the_later_stages_and_an_angry_one_does_not() -> None:
    """Not a rule: the weeks above do go somewhere."""
    calm = [week.plan.phase for week in weeks_of("desk-worker", 1, Greedy(), weeks=24, temper=0.0)]
    angry = [week.plan.phase for week in weeks_of("desk-worker", 1, Greedy(), weeks=12, temper=0.9)]
    assert Phase.STRENGTHEN in calm
    assert set(angry) <= {Phase.CALM, Phase.RESTORE}
