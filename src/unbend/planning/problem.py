"""The planner's problem in plain numbers: what a solver may choose from, and what the choice is worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Role
from unbend.planning.dose import Dose

STEPS = ((50, 20), (50, 12), (50, 5), (150, 1))
"""What a need's points are worth: (width in percent of what is wanted, worth of a point), from the first point on.
Worth falls, so that every need gets something before one gets everything."""


@dataclass(frozen=True)
class Option:
    """One way to do an exercise: its dose, how long it takes, and how its points grow with it (percent)."""

    dose: Dose
    seconds: int
    share: int
    extra_sets: int = 0


@dataclass(frozen=True)
class Candidate:
    """An exercise that may be chosen. `points` per need at share 100; `liking` is worth added each
    time it is done."""

    exercise: Exercise
    slots: tuple[Role, ...]
    options: tuple[Option, ...]
    points: Mapping[str, int]
    on_floor: bool
    is_new: bool
    is_hard: bool
    teaches_bracing: bool
    liking: int = 0


@dataclass(frozen=True)
class Problem:
    """Fill one workout, done `times` a week, so that the needs' worth is greatest.

    `wanted` are points a week by need, `given` the points that the week's other workouts already give; times in
    seconds. The pairs are the least and the most exercises of that slot.
    """

    candidates: tuple[Candidate, ...]
    times: int
    wanted: Mapping[str, int]
    given: Mapping[str, int]
    most_seconds: int
    least_seconds: int
    overhead_seconds: int
    change_seconds: int
    warm_up: tuple[int, int]
    ease: tuple[int, int]
    most_exercises: int
    most_new: int
    may_be_hard: bool
    must_brace: bool


@dataclass(frozen=True)
class Pick:
    """A candidate by its index: where in the workout it stands, and which of its options."""

    candidate: int
    slot: Role
    option: int


@dataclass(frozen=True)
class Solution:
    """What a solver found. `bound` is the most that any choice could be worth; `status` OPTIMAL, FEASIBLE or
    INFEASIBLE."""

    picks: tuple[Pick, ...]
    value: float
    bound: float
    status: str

    @property
    def gap(self) -> float:
        """How far the value may be from the best, as a share of the bound: 0 is proven best."""
        return 0.0 if self.bound <= 0 else max(0.0, (self.bound - self.value) / self.bound)


@dataclass(frozen=True)
class SolvedWorkout:
    """A problem and what a solver made of it."""

    problem: Problem
    solution: Solution


class Solver(Protocol):
    """Anything that can solve a problem, the same way each time for the same seed."""

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The best picks it can find."""


SHORT_COST = 3
"""What a second below the least length costs each time; enough that a workout is short only when nothing fits."""

CHANGE_COST = 150
"""What one change between floor and standing costs each time, beside its seconds."""


def points_of(problem: Problem, candidate: Candidate, option: Option) -> dict[str, int]:
    """Points a week of each need that one pick gives."""
    share = option.share * problem.times
    return {need: each * share // 100 for need, each in candidate.points.items()}


def need_points(problem: Problem, picks: tuple[Pick, ...]) -> dict[str, int]:
    """Points a week of each need, with what the other workouts give."""
    points = {need: problem.given.get(need, 0) for need in problem.wanted}
    for pick in picks:
        candidate = problem.candidates[pick.candidate]
        for need, each in points_of(problem, candidate, candidate.options[pick.option]).items():
            points[need] += each
    return points


def most_worth(problem: Problem) -> float:
    """More than any workout can be worth: every need filled to the brim by what is liked most."""
    filled = sum(wanted * width // 100 * worth for wanted in problem.wanted.values() for width, worth in STEPS)
    liked = max((candidate.liking for candidate in problem.candidates), default=0)
    return filled + max(0, liked) * problem.most_exercises * problem.times
