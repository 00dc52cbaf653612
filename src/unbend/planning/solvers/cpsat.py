"""OR-Tools CP-SAT: exact, and the same answer every time for the same seed."""

from dataclasses import replace

from ortools.sat.python import cp_model

from unbend.planning.linear import LinearModel, linear_model
from unbend.planning.problem import Problem, Solution, most_worth
from unbend.planning.solvers.greedy import Greedy

DETERMINISTIC_LIMIT = 4.0
"""In the solver's own deterministic seconds: a wall-clock limit would make plans differ from run to run."""

_FAR_BELOW, _FAR_ABOVE = cp_model.INT_MIN, cp_model.INT_MAX


class CpSat:
    """CP-SAT on one thread with a fixed seed."""

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The best picks; proven best unless the deterministic limit ends the search first."""
        linear = linear_model(problem)
        model, variables = _translated(linear)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = seed
        solver.parameters.max_deterministic_time = DETERMINISTIC_LIMIT
        solver.parameters.catch_sigint_signal = False  # Ctrl-C ends the program, not only this search
        # The whole linear relaxation from the start: with it nearly every week is proven best in 0.1 s, without it
        # one in eight is not proven at all (docs/benchmarks.md).
        solver.parameters.linearization_level = 2
        solver.parameters.add_lp_constraints_lazily = False
        status = solver.status_name(solver.solve(model))
        if status == "UNKNOWN":
            return _greedy(problem, seed)
        if status not in ("OPTIMAL", "FEASIBLE"):
            return Solution((), 0.0, 0.0, status)
        picks = linear.chosen(solver.value(variable) for variable in variables)
        return Solution(picks, solver.objective_value, solver.best_objective_bound, status)


def _greedy(problem: Problem, seed: int) -> Solution:
    """When the limit came before any solution: the simple way, with the gap to more than could ever be had."""
    return replace(Greedy().solve(problem, seed=seed), bound=most_worth(problem))


def _translated(linear: LinearModel) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    model = cp_model.CpModel()
    variables = [model.new_int_var(low, high, "") for low, high in linear.bounds]
    for terms, low, high in linear.rows:
        total = cp_model.LinearExpr.weighted_sum([variables[v] for v, _ in terms], [factor for _, factor in terms])
        model.add_linear_constraint(total, _FAR_BELOW if low is None else low, _FAR_ABOVE if high is None else high)
    model.maximize(
        cp_model.LinearExpr.weighted_sum([variables[v] for v, _ in linear.objective], [f for _, f in linear.objective])
    )
    return model, variables
