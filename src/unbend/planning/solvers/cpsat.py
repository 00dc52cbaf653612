"""OR-Tools CP-SAT: exact, and the same answer every time for the same seed.

It is told of a model in the text form of its own format. The classes that build models in Python bring numpy and pandas
with them, which takes longer to load than most weeks take to solve.
"""

from collections.abc import Iterator
from dataclasses import replace

from ortools.sat.python import cp_model_helper as cp_sat

from unbend.planning.linear import LinearModel, Terms, linear_model
from unbend.planning.problem import Problem, Solution, most_worth
from unbend.planning.solvers.greedy import Greedy

DETERMINISTIC_LIMIT = 4.0
"""In the solver's own deterministic seconds: a wall-clock limit would make plans differ from run to run."""

_FAR_BELOW, _FAR_ABOVE = -(2**63), 2**63 - 1


class CpSat:
    """CP-SAT on one thread with a fixed seed."""

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The best picks; proven best unless the deterministic limit ends the search first."""
        linear = linear_model(problem)
        parameters, solver = cp_sat.SatParameters(), cp_sat.SolveWrapper()
        parameters.num_workers = 1
        parameters.random_seed = seed
        parameters.max_deterministic_time = DETERMINISTIC_LIMIT
        parameters.catch_sigint_signal = False  # Ctrl-C ends the program, not only this search
        # The whole linear relaxation from the start: with it nearly every week is proven best in 0.1 s, without it
        # one in eight is not proven at all (docs/benchmarks.md).
        parameters.linearization_level = 2
        parameters.add_lp_constraints_lazily = False
        solver.set_parameters(parameters)
        found = solver.solve(_model(linear))  # type: ignore[no-untyped-call]  # the binding tells no types of it
        if found.status.name == "UNKNOWN":
            return _greedy(problem, seed)
        if found.status.name not in ("OPTIMAL", "FEASIBLE"):
            return Solution((), 0.0, 0.0, found.status.name)
        picks = linear.chosen(found.solution)
        return Solution(picks, found.objective_value, found.best_objective_bound, found.status.name)


def _greedy(problem: Problem, seed: int) -> Solution:
    """When the limit came before any solution: the simple way, with the gap to more than could ever be had."""
    return replace(Greedy().solve(problem, seed=seed), bound=most_worth(problem))


def _model(linear: LinearModel) -> cp_sat.CpModelProto:
    model = cp_sat.CpModelProto()
    if not model.parse_text_format("\n".join(_told(linear))):
        raise ValueError("CP-SAT does not read its own format as it is written here; another version may be installed")
    return model


def _told(linear: LinearModel) -> Iterator[str]:
    """The model, line by line. CP-SAT makes least what is asked, so what is to be made most is told with its signs
    turned."""
    for low, high in linear.bounds:
        yield f"variables {{ domain: [{low}, {high}] }}"
    for terms, least, most in linear.rows:
        limits = [_FAR_BELOW if least is None else least, _FAR_ABOVE if most is None else most]
        yield f"constraints {{ linear {{ {_sum(terms)} domain: {limits} }} }}"
    yield f"objective {{ {_sum([(variable, -factor) for variable, factor in linear.objective])} scaling_factor: -1 }}"


def _sum(terms: Terms) -> str:
    added: dict[int, int] = {}
    for variable, factor in terms:
        added[variable] = added.get(variable, 0) + factor
    variables = sorted(added)
    return f"vars: {variables} coeffs: {[added[variable] for variable in variables]}"
