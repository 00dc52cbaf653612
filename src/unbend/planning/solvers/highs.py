"""HiGHS by way of OR-Tools MathOpt: the second solver, to hold the first one against."""

import math
from datetime import timedelta

from ortools.math_opt.python import mathopt

from unbend.planning.linear import linear_model
from unbend.planning.problem import Problem, Solution

_STATUS = {mathopt.TerminationReason.OPTIMAL: "OPTIMAL", mathopt.TerminationReason.FEASIBLE: "FEASIBLE"}
TIME_LIMIT = timedelta(seconds=60)
"""It is only compared with, so a limit by the clock does no harm here."""


class Highs:
    """HiGHS on one thread."""

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The best picks by branch and bound."""
        linear = linear_model(problem)
        model = mathopt.Model()
        variables = [model.add_integer_variable(lb=low, ub=high) for low, high in linear.bounds]
        for terms, low, high in linear.rows:
            lb, ub = -math.inf if low is None else low, math.inf if high is None else high
            model.add_linear_constraint(lb=lb, ub=ub, expr=mathopt.fast_sum([f * variables[v] for v, f in terms]))
        model.maximize(mathopt.fast_sum([factor * variables[v] for v, factor in linear.objective]))
        parameters = mathopt.SolveParameters(random_seed=seed, time_limit=TIME_LIMIT)
        result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
        status = _STATUS.get(result.termination.reason, "INFEASIBLE")
        if not result.has_primal_feasible_solution():
            return Solution((), 0.0, 0.0, status)
        values = result.variable_values()
        picks = linear.chosen(values[variable] for variable in variables)
        return Solution(picks, result.objective_value(), result.best_objective_bound(), status)
