"""All parts joined: what every use case is given."""

from functools import cache

from django.conf import settings

from unbend.planning.problem import Problem, Solution
from unbend.service.clock import MachineClock
from unbend.service.ids import RandomIds
from unbend.service.knowledge import knowledge
from unbend.service.ports import Ports
from unbend.store.store import DjangoStore


class SolverWhenNeeded:
    """CP-SAT, which takes half a second and 100 MB to load: nobody waits for it who only reads a page."""

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The best picks."""
        from unbend.planning.solvers.cpsat import CpSat

        return CpSat().solve(problem, seed=seed)


@cache
def ports() -> Ports:
    """The store, the clock, ids, what is known, and the solver."""
    known = knowledge()
    return Ports(
        DjangoStore(known.catalogue), MachineClock(settings.UNBEND.time_zone), RandomIds(), known, SolverWhenNeeded()
    )
