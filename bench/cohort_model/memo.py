"""A solver that solves each problem once, for all people of a process; and counts what it did."""

import time
from dataclasses import dataclass, field
from typing import Any

from unbend.planning.problem import Candidate, Problem, Solution, Solver


@dataclass
class Memo:
    """The solutions so far, by all that a solution depends on. `seconds` are those of the processor."""

    solver: Solver
    known: dict[Any, Solution] = field(default_factory=dict)
    asked: int = 0
    solves: int = 0
    seconds: float = 0.0

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The solution, from memory where the same was asked before."""
        self.asked += 1
        key = (seed, *_key(problem))
        if key not in self.known:
            begun = time.process_time()
            self.known[key] = self.solver.solve(problem, seed=seed)
            self.seconds += time.process_time() - begun
            self.solves += 1
        return self.known[key]


def _key(problem: Problem) -> tuple[Any, ...]:
    """All that a solver looks at; what of an exercise is the same in every problem stands in by its id."""
    return (
        tuple(_candidate(one) for one in problem.candidates),
        problem.times,
        tuple(sorted(problem.wanted.items())),
        tuple(sorted(problem.given.items())),
        problem.most_seconds,
        problem.most_exercises,
        problem.most_new,
        problem.may_be_hard,
        problem.must_brace,
    )


def _candidate(one: Candidate) -> tuple[Any, ...]:
    options = tuple((option.seconds, option.share, option.extra_sets) for option in one.options)
    return (one.exercise.id, one.slots, options, one.on_floor, one.is_new, one.is_hard, one.liking)
