"""Three solvers, one problem: the exact two agree, the simple one is never better, and each repeats itself."""

from collections.abc import Iterator
from functools import cache

import pytest

from support.briefs import brief_for, first_problem
from support.people import person
from support.plain_room import may_come, seconds_and_changes
from unbend.catalogue.words import Role
from unbend.planning.problem import Pick, Problem, Solution, need_points
from unbend.planning.solvers import cpsat
from unbend.planning.solvers.cpsat import CpSat
from unbend.planning.solvers.greedy import Greedy, worth
from unbend.planning.solvers.highs import Highs

TEN = range(10)
CLOSE = 0.001


@cache
def problems() -> tuple[Problem, ...]:
    """Workouts of up to twenty-five minutes, which either exact solver ends quickly."""
    found: list[Problem] = []
    seed = 0
    while len(found) < len(TEN):
        brief = brief_for(person(seed))
        if brief is not None and brief.minutes <= 25:
            found.append(first_problem(brief))
        seed += 1
    return tuple(found)


@cache
def best(number: int) -> Solution:
    return CpSat().solve(problems()[number], seed=1)


@pytest.mark.parametrize("number", TEN)
def test_the_two_exact_solvers_find_the_same_worth(number: int) -> None:
    ours, other = best(number), Highs().solve(problems()[number], seed=1)
    assert (ours.status, other.status) == ("OPTIMAL", "OPTIMAL")
    assert other.value == pytest.approx(ours.value, rel=CLOSE)
    assert ours.gap <= CLOSE


@pytest.mark.parametrize("number", TEN)
def test_the_simple_solver_is_never_better_and_never_counts_wrong(number: int) -> None:
    problem, ours = problems()[number], best(number)
    simple = Greedy().solve(problem, seed=1)
    assert simple.value <= ours.value * (1 + CLOSE)
    assert worth(problem, ours.picks) == pytest.approx(ours.value, rel=CLOSE)


@pytest.mark.parametrize("number", TEN)
def test_the_simple_solver_takes_each_time_what_adds_most_worth_a_second(number: int) -> None:
    """Counted from the start for every pick that could have come, where the solver counts only what is added."""
    problem = problems()[number]
    picks = Greedy().solve(problem, seed=1).picks
    for place, taken in enumerate(picks):
        before = picks[:place]
        most = max(_gain(problem, before, other) for other in _could_come(problem, before, taken.slot))
        assert _gain(problem, before, taken) == most


def _could_come(problem: Problem, picks: tuple[Pick, ...], slot: Role) -> Iterator[Pick]:
    for index, candidate in enumerate(problem.candidates):
        for pick in (Pick(index, slot, option) for option in range(len(candidate.options))):
            in_time = seconds_and_changes(problem, (*picks, pick))[0] <= problem.most_seconds
            if slot in candidate.slots and in_time and may_come(problem, picks, pick):
                yield pick


def _gain(problem: Problem, picks: tuple[Pick, ...], pick: Pick) -> float:
    seconds = problem.candidates[pick.candidate].options[pick.option].seconds + problem.overhead_seconds
    return (worth(problem, (*picks, pick)) - worth(problem, picks)) / seconds


@pytest.mark.parametrize("number", TEN)
def test_every_solver_repeats_itself(number: int) -> None:
    problem = problems()[number]
    assert CpSat().solve(problem, seed=1) == best(number)
    assert Greedy().solve(problem, seed=1) == Greedy().solve(problem, seed=2)


@pytest.mark.parametrize("number", TEN)
def test_what_is_chosen_keeps_the_rules_of_the_problem(number: int) -> None:
    problem = problems()[number]
    for solution in (best(number), Greedy().solve(problem, seed=1)):
        assert_sound(problem, solution.picks)


def assert_sound(problem: Problem, picks: tuple[Pick, ...]) -> None:
    chosen = [problem.candidates[pick.candidate] for pick in picks]
    assert len(picks) <= problem.most_exercises
    assert len({candidate.exercise.ladder for candidate in chosen}) == len(picks)
    assert sum(candidate.is_new for candidate in chosen) <= problem.most_new
    assert problem.may_be_hard or not any(candidate.is_hard for candidate in chosen)
    assert seconds_and_changes(problem, picks)[0] <= problem.most_seconds
    for slot, (least, most) in ((Role.WARM_UP, problem.warm_up), (Role.EASE, problem.ease)):
        assert least <= sum(pick.slot is slot for pick in picks) <= most
    assert all(pick.slot in candidate.slots for pick, candidate in zip(picks, chosen, strict=True))


def test_points_are_counted_with_what_the_other_workouts_give() -> None:
    problem = problems()[0]
    points = need_points(problem, ())
    assert points == {need: problem.given.get(need, 0) for need in problem.wanted}


@pytest.mark.parametrize(
    ("value", "bound", "gap"), [(100, 100, 0), (90, 100, 0.1), (0, 0, 0), (5, -1, 0), (101, 100, 0)]
)
def test_the_gap_is_a_share_of_the_bound_and_never_below_0(value: float, bound: float, gap: float) -> None:
    assert Solution((), value, bound, "FEASIBLE").gap == pytest.approx(gap)


def test_when_the_limit_comes_first_there_is_still_a_workout_that_does_not_claim_to_be_best(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cpsat, "DETERMINISTIC_LIMIT", 1e-9)
    for problem in problems():
        solution = CpSat().solve(problem, seed=1)
        assert solution.picks
        assert solution.status == "FEASIBLE"
        assert solution.bound >= solution.value
        assert solution.gap > 0
