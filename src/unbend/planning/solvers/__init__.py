"""The solvers behind `planning.problem.Solver`. Only here is OR-Tools imported, and only when one is made."""
