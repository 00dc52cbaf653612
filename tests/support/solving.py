"""The solver as the program has it, with a memory: many stories here ask for the very same week."""

from dataclasses import fields
from typing import Any

from unbend.planning.problem import Candidate, Problem, Solution, Solver

OF_PROBLEM = [one.name for one in fields(Problem) if one.name not in ("candidates", "wanted", "given")]
OF_CANDIDATE = [one.name for one in fields(Candidate) if one.name not in ("exercise", "points")]


class Remembering:
    """Solves each problem once. That a solver gives the same each time is shown where there is none of this."""

    def __init__(self, solver: Solver) -> None:
        self._solver = solver
        self._known: dict[Any, Solution] = {}

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The solution, from memory where the same was asked before."""
        key = (seed, *key_of(problem))
        if key not in self._known:
            self._known[key] = self._solver.solve(problem, seed=seed)
        return self._known[key]


def key_of(problem: Problem) -> tuple[Any, ...]:
    """All that a problem is made of; of its exercises what solvers look at."""
    return (
        tuple(_candidate(one) for one in problem.candidates),
        tuple(problem.wanted.items()),
        tuple(problem.given.items()),
        *(getattr(problem, name) for name in OF_PROBLEM),
    )


def _candidate(one: Candidate) -> tuple[Any, ...]:
    own = tuple(getattr(one, name) for name in OF_CANDIDATE)
    return (one.exercise.id, one.exercise.ladder, tuple(one.points.items()), own)
