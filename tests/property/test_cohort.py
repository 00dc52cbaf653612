"""Hard rule 5 over half a year: simulated people do as they are told, or not, and answer, or not (docs/benchmarks.md).

They show how the rules behave on bodies that are made up; nothing here is about getting better.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from itertools import islice

import pytest
from bench.cohort_model import simulate
from bench.cohort_model.body import Body
from bench.cohort_model.cohort import SIMPLE, Outcome, outcome, without_clock
from bench.cohort_model.controllers.given import item_at
from bench.cohort_model.controllers.ours import EXACT
from bench.cohort_model.known import catalogue
from bench.cohort_model.luck import Luck
from bench.cohort_model.memo import Memo
from bench.cohort_model.numbers import SOURCES, Numbers
from bench.cohort_model.people import day_of, subject
from bench.cohort_model.remembered import remembered

from support.effort import SOAK
from support.people import TODAY, person
from unbend.catalogue.words import Phase
from unbend.planning.solvers.greedy import Greedy
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.today import findings_on
from unbend.safety import check

PEOPLE = 2000 if SOAK else 200
GROUPS = 8
EXACT_EVERY = 1 if SOAK else 10
"""The exact solver for every so manieth person, the simple one for the others: what is dosed how does not depend on
which exercises were chosen; `bench/cohort.py --exact-every 1` has all of them with the exact one."""


def group_of(number: int) -> list[Outcome]:
    """A share of the people, each with a seed of the group's own."""
    return list(islice(_group(number), PEOPLE // GROUPS))


def _group(number: int) -> Iterator[Outcome]:
    for place in range(PEOPLE):
        seed = number + GROUPS * place
        found = outcome(seed, solver=EXACT if place % EXACT_EVERY == 0 else SIMPLE)
        if found is not None:
            yield found


def share(found: list[Outcome], arm: str, count: str) -> float:
    """The share of the main exercises that were under-dosed or over-dosed."""
    counted: int = sum(getattr(one.arms[arm], count) for one in found)
    return counted / sum(one.arms[arm].judged for one in found)


@pytest.mark.parametrize("number", range(GROUPS))
def test_half_a_year_breaks_no_hard_rule_and_raises_nothing_after_a_worse_morning(number: int) -> None:
    found = group_of(number)
    assert len(found) == PEOPLE // GROUPS
    assert {one.seed: one.faults[:3] for one in found if one.faults} == {}
    assert {one.seed: one.arms["ours"].raised for one in found if one.arms["ours"].raised} == {}
    assert sum(one.plans for one in found) > 5 * len(found)
    assert any(one.arms["always up"].raised for one in found), "no raise was seen where there are many"
    assert share(found, "ours", "over") < share(found, "always up", "over") / 2


@pytest.mark.parametrize("seed", [4, 12])
def test_the_same_seed_gives_the_same_half_year(seed: int) -> None:
    one, two = (outcome(seed, weeks=5, solver=Memo(Greedy())) for _ in range(2))
    assert one is not None
    assert two is not None
    assert without_clock(one) == without_clock(two)


def test_all_ways_of_dosing_meet_the_same_chances() -> None:
    """Where nothing was overdone, every way of dosing sees the same flares, whatever it gave."""
    found = [one for one in (outcome(seed, weeks=3, solver=SIMPLE) for seed in range(6)) if one is not None]
    calm = [one for one in found if not any(m.over or m.hurt for m in one.arms.values())]
    assert calm
    assert all(len({m.flares for m in one.arms.values()}) == 1 for one in calm)


def body_of(seed: int) -> Body:
    found = (subject(number, days=60) for number in range(seed, seed + 20))
    return next(someone.body() for someone in found if someone is not None)


def worked(seed: int, progress: float) -> Body:
    """A body on the day after a hard exercise."""
    body = body_of(seed)
    body.wake()
    body.work([item_at(catalogue().exercises["figure-four-bridge"], Phase.STRENGTHEN, progress=progress)])
    body.wake()
    return body


@pytest.mark.parametrize("seed", range(0, 100, 10))
def test_in_the_model_more_than_a_body_can_take_never_hurts_less(seed: int) -> None:
    little, much = worked(seed, 0.0), worked(seed, 1.0)
    assert much.sore >= little.sore
    assert (much.pain, much.provoked) >= (little.pain, little.provoked)


@pytest.mark.parametrize("worse", [-1.5, 1.5])
def test_in_the_model_more_sets_even_the_sides_only_where_they_fall_on_the_worse_one(worse: float) -> None:
    """A difference above 0 is a right side that does better."""
    clamshell = item_at(catalogue().exercises["clamshell"], Phase.RESTORE, progress=0.0)
    body = body_of(0)
    body.sides = {"single-leg-stand": worse}
    body.wake()
    body.work([replace(clamshell, sides=("left", "right"), extra_sets=1)])
    assert (abs(body.sides["single-leg-stand"]) < abs(worse)) == (worse > 0)
    assert (body.more_on_worse, body.more_on_better) == ((1, 0) if worse > 0 else (0, 1))


@pytest.mark.parametrize("seed", range(5))
def test_what_is_drawn_for_a_day_does_not_hang_on_what_was_drawn_before(seed: int) -> None:
    one, two = Luck(seed, 40), Luck(seed, 40)
    drawn = [one.normal("felt", day, "plank") for day in range(40)]
    assert [two.uniform("flare", day) for day in range(40)] != drawn
    assert [two.normal("felt", day, "plank") for day in reversed(range(40))] == drawn[::-1]


@pytest.mark.parametrize("days", [0, 3, 40, 200])
def test_a_remembered_safety_check_is_the_check(days: int) -> None:
    knowledge = catalogue().safety
    for seed in range(20):
        state = fold(profile_of(person(seed), catalogue(), today=TODAY).entries)
        values = findings_on(state, knowledge.findings, day_of(days))
        assert remembered(knowledge, values) == check(knowledge, values)


@pytest.mark.parametrize("seed", [4, 12])
def test_what_is_remembered_changes_nothing_of_a_half_year(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    known = outcome(seed, weeks=6, solver=Memo(Greedy()))
    monkeypatch.setattr(simulate, "remembering", nullcontext)
    assert known is not None
    anew = outcome(seed, weeks=6, solver=Memo(Greedy()))
    assert anew is not None
    assert without_clock(anew) == without_clock(known)


def test_every_number_of_the_model_says_where_it_comes_from() -> None:
    assert set(SOURCES) == set(Numbers.__dataclass_fields__)
    assert all(meaning and source for meaning, source in SOURCES.values())
