"""The problem as one linear model over whole numbers, which every solver takes as it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from unbend.catalogue.words import Role
from unbend.planning.problem import CHANGE_COST, SHORT_COST, STEPS, Candidate, Pick, Problem, points_of

Terms = list[tuple[int, int]]


@dataclass
class LinearModel:
    """Maximise `objective` over whole numbers `bounds` under `rows`. A term is (variable, factor)."""

    bounds: list[tuple[int, int]] = field(default_factory=list)
    rows: list[tuple[Terms, int | None, int | None]] = field(default_factory=list)
    objective: Terms = field(default_factory=list)
    picks: dict[int, Pick] = field(default_factory=dict)

    def variable(self, low: int, high: int) -> int:
        """A new whole number between `low` and `high`."""
        self.bounds.append((low, high))
        return len(self.bounds) - 1

    def between(self, terms: Terms, low: int | None, high: int | None) -> None:
        """Require low <= sum of terms <= high; None is no limit."""
        self.rows.append((terms, low, high))

    def at_most(self, terms: Terms, high: int) -> None:
        """Require sum of terms <= high."""
        self.between(terms, None, high)

    def chosen(self, values: Iterable[float]) -> tuple[Pick, ...]:
        """The picks whose variables are 1 in a solution."""
        solution = list(values)
        return tuple(pick for variable, pick in self.picks.items() if solution[variable] > 0.5)


def linear_model(problem: Problem) -> LinearModel:
    """The model of a problem. Its greatest objective is the worth of the best workout."""
    model = LinearModel()
    variables = list(_add_picks(model, problem))
    _add_counts(model, problem, variables)
    changes = _add_changes(model, problem, variables)
    _add_minutes(model, problem, variables, changes)
    _add_needs(model, problem)
    return model


def _add_picks(model: LinearModel, problem: Problem) -> Iterator[int]:
    for index, candidate in enumerate(problem.candidates):
        if candidate.is_hard and not problem.may_be_hard:
            continue
        for slot in candidate.slots:
            for option in range(len(candidate.options)):
                variable = model.variable(0, 1)
                model.picks[variable] = Pick(index, slot, option)
                if candidate.liking:
                    model.objective.append((variable, candidate.liking * problem.times))
                yield variable


def _add_counts(model: LinearModel, problem: Problem, variables: list[int]) -> None:
    """At most one exercise of a ladder; so many to warm up, to end with, new, and in all."""
    by_ladder: dict[str, Terms] = {}
    for variable in variables:
        by_ladder.setdefault(_candidate(model, problem, variable).exercise.ladder, []).append((variable, 1))
    for terms in by_ladder.values():
        model.at_most(terms, 1)
    model.between(_in_slot(model, variables, Role.WARM_UP), *problem.warm_up)
    model.between(_in_slot(model, variables, Role.EASE), *problem.ease)
    model.at_most([(v, 1) for v in variables], problem.most_exercises)
    model.at_most([(v, 1) for v in variables if _candidate(model, problem, v).is_new], problem.most_new)
    if problem.must_brace:
        warm_up = _in_slot(model, variables, Role.WARM_UP)
        braces = [(v, factor) for v, factor in warm_up if _candidate(model, problem, v).teaches_bracing]
        model.between(braces, 1, len(problem.candidates))


def _add_changes(model: LinearModel, problem: Problem, variables: list[int]) -> int:
    """A variable that counts changes between floor and standing: none when all is in one place, one when the workout
    ends elsewhere than it began, two when it goes there and back."""
    changes = model.variable(0, 2)
    model.objective.append((changes, -CHANGE_COST * problem.times))
    used = {
        on_floor: _used(model, [v for v in variables if _on_floor(model, problem, v) is on_floor])
        for on_floor in (True, False)
    }
    model.at_most([(used[True], 1), (used[False], 1), (changes, -1)], 1)
    ends = {slot: _ends(model, problem, variables, slot) for slot in (Role.WARM_UP, Role.EASE)}
    for on_floor in (True, False):
        there_and_back = [(ends[Role.WARM_UP][on_floor], 2), (ends[Role.EASE][on_floor], 2), (used[not on_floor], 2)]
        model.at_most([*there_and_back, (changes, -1)], 4)
    return changes


def _ends(model: LinearModel, problem: Problem, variables: list[int], slot: Role) -> dict[bool, int]:
    """Whether the slot is on the floor and whether it is not: never both, so that its order is free."""
    in_slot = [v for v in variables if model.picks[v].slot is slot]
    used = {
        on_floor: _used(model, [v for v in in_slot if _on_floor(model, problem, v) is on_floor])
        for on_floor in (True, False)
    }
    model.at_most([(used[True], 1), (used[False], 1)], 1)
    return used


def _used(model: LinearModel, variables: list[int]) -> int:
    """A variable that is 1 as soon as one of `variables` is."""
    used = model.variable(0, 1)
    for variable in variables:
        model.at_most([(variable, 1), (used, -1)], 0)
    return used


def _add_minutes(model: LinearModel, problem: Problem, variables: list[int], changes: int) -> None:
    """Never longer than asked; each second below the least length costs."""
    terms = [(v, _seconds(model, problem, v)) for v in variables] + [(changes, problem.change_seconds)]
    model.at_most(terms, problem.most_seconds)
    short = model.variable(0, problem.least_seconds)
    model.between([*terms, (short, 1)], problem.least_seconds, None)
    model.objective.append((short, -SHORT_COST * problem.times))


def _add_needs(model: LinearModel, problem: Problem) -> None:
    """A need's points fill its steps from the steepest on; what goes beyond them is worth nothing more."""
    gives: dict[str, Terms] = {need: [] for need in problem.wanted}
    for variable, pick in model.picks.items():
        candidate = problem.candidates[pick.candidate]
        for need, points in points_of(problem, candidate, candidate.options[pick.option]).items():
            gives[need].append((variable, points))
    for need, wanted in problem.wanted.items():
        steps = [(model.variable(0, wanted * width // 100), worth) for width, worth in STEPS]
        model.objective.extend(steps)
        filled = [(step, 1) for step, _ in steps] + [(v, -points) for v, points in gives[need]]
        model.at_most(filled, problem.given.get(need, 0))


def _candidate(model: LinearModel, problem: Problem, variable: int) -> Candidate:
    return problem.candidates[model.picks[variable].candidate]


def _on_floor(model: LinearModel, problem: Problem, variable: int) -> bool:
    return _candidate(model, problem, variable).on_floor


def _seconds(model: LinearModel, problem: Problem, variable: int) -> int:
    return _candidate(model, problem, variable).options[model.picks[variable].option].seconds + problem.overhead_seconds


def _in_slot(model: LinearModel, variables: list[int], slot: Role) -> Terms:
    return [(v, 1) for v in variables if model.picks[v].slot is slot]
