"""The memory of the tests' solver: it gives what the solver gave, and never takes one problem for another."""

from dataclasses import dataclass, field, fields, replace
from typing import Any

import pytest

from support.briefs import brief_for, first_problem
from support.examples import example
from support.solving import Remembering, key_of
from unbend.planning.problem import Candidate, Problem, Solution


@dataclass
class Counting:
    """Another answer each time."""

    asked: list[tuple[Problem, int]] = field(default_factory=list)

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        self.asked.append((problem, seed))
        return Solution((), len(self.asked), len(self.asked), "OPTIMAL")


def problem() -> Problem:
    brief = brief_for(example("desk-worker"))
    assert brief is not None
    return first_problem(brief)


def other(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, dict):
        return {**value, next(iter(value), "another"): 9999}
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else value[1:]


def test_the_same_problem_is_solved_once_for_each_seed() -> None:
    solver = Counting()
    remembering = Remembering(solver)
    one, again, seeded = (remembering.solve(problem(), seed=seed) for seed in (1, 1, 2))
    assert one is again
    assert seeded != one
    assert [seed for _, seed in solver.asked] == [1, 2]


@pytest.mark.parametrize("name", [one.name for one in fields(Problem)])
def test_whatever_of_a_problem_is_another_makes_it_another(name: str) -> None:
    found = problem()
    assert key_of(replace(found, **{name: other(getattr(found, name))})) != key_of(found)


@pytest.mark.parametrize("name", [one.name for one in fields(Candidate)])
def test_whatever_of_a_candidate_is_another_makes_it_another(name: str) -> None:
    found = problem()
    first, second, *rest = found.candidates
    changed: Any = second.exercise if name == "exercise" else other(getattr(first, name))
    another = replace(found, candidates=(replace(first, **{name: changed}), second, *rest))
    assert key_of(another) != key_of(found)
