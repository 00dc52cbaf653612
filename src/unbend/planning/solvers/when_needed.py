"""The exact solver, loaded only when there is something to solve."""

from unbend.planning.problem import Problem, Solution


class SolverWhenNeeded:
    """CP-SAT, which takes half a second and 100 MB to load: nobody waits for it who reads a page, or gets no plan."""

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The best picks."""
        from unbend.planning.solvers.cpsat import CpSat

        return CpSat().solve(problem, seed=seed)
