"""Hard rule 5 over half a year: simulated people do as they are told, or not, and answer, or not (docs/benchmarks.md).

They show how the rules behave on bodies that are made up; nothing here is about getting better.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest
from bench.cohort_model.cohort import Outcome, outcome, without_clock
from bench.cohort_model.controllers.ours import EXACT
from bench.cohort_model.known import catalogue
from bench.cohort_model.memo import Memo
from bench.cohort_model.numbers import SOURCES, Numbers
from bench.cohort_model.people import day_of
from bench.cohort_model.remembered import remembered

from support.effort import SOAK
from support.people import TODAY, person
from unbend.planning.solvers.greedy import Greedy
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.today import findings_on
from unbend.safety import check

PEOPLE = 2000 if SOAK else 200
GROUPS = 4
EXACT_EVERY = 1 if SOAK else 5
"""The exact solver for every so manieth person, the simple one for the others: what is dosed how does not depend on
which exercises were chosen, and all of them with the exact one are in `make bench`."""

SIMPLE = Memo(Greedy())


def group_of(number: int) -> list[Outcome]:
    """A quarter of the people, each with a seed of the group's own."""
    return list(islice(_group(number), PEOPLE // GROUPS))


def _group(number: int) -> Iterator[Outcome]:
    for place in range(PEOPLE):
        seed = number + GROUPS * place
        found = outcome(seed, solver=EXACT if place % EXACT_EVERY == 0 else SIMPLE)
        if found is not None:
            yield found


group_once = cache(group_of)


def share(found: list[Outcome], arm: str, count: str) -> float:
    """The share of the main exercises that were under-dosed or over-dosed."""
    counted: int = sum(getattr(one.arms[arm], count) for one in found)
    return counted / sum(one.arms[arm].judged for one in found)


@pytest.mark.parametrize("number", range(GROUPS))
class TestHalfAYear:
    """All tests of a group stand on one run of it."""

    def test_no_plan_breaks_a_hard_rule(self, number: int) -> None:
        found = group_once(number)
        assert len(found) == PEOPLE // GROUPS
        assert {one.seed: one.faults[:3] for one in found if one.faults} == {}
        assert sum(one.plans for one in found) > 5 * len(found)

    def test_less_is_over_dosed_than_by_always_going_up(self, number: int) -> None:
        found = group_once(number)
        assert share(found, "ours", "over") < share(found, "always up", "over") / 2


@pytest.mark.parametrize("seed", [3, 4, 12])
def test_the_same_seed_gives_the_same_half_year(seed: int) -> None:
    one, two = (outcome(seed, weeks=6, solver=Memo(Greedy())) for _ in range(2))
    assert one is not None
    assert two is not None
    assert without_clock(one) == without_clock(two)


def test_all_ways_of_dosing_meet_the_same_chances() -> None:
    """Where nothing was overdone, every way of dosing sees the same flares, whatever it gave."""
    found = [one for one in (outcome(seed, weeks=4, solver=SIMPLE) for seed in range(12)) if one is not None]
    calm = [one for one in found if not any(m.over or m.hurt for m in one.arms.values())]
    assert calm
    assert all(len({m.flares for m in one.arms.values()}) == 1 for one in calm)


@pytest.mark.parametrize("days", [0, 3, 40, 200])
def test_a_remembered_safety_check_is_the_check(days: int) -> None:
    knowledge = catalogue().safety
    for seed in range(60):
        state = fold(profile_of(person(seed), catalogue(), today=TODAY).entries)
        values = findings_on(state, knowledge.findings, day_of(days))
        assert remembered(knowledge, values) == check(knowledge, values)


def test_every_number_of_the_model_says_where_it_comes_from() -> None:
    assert set(SOURCES) == set(Numbers.__dataclass_fields__)
    assert all(meaning and source for meaning, source in SOURCES.values())
