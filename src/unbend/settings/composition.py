"""All parts joined: what every use case is given."""

from functools import cache

from django.conf import settings

from unbend.planning.solvers.when_needed import SolverWhenNeeded
from unbend.service.clock import MachineClock
from unbend.service.ids import RandomIds
from unbend.service.knowledge import knowledge
from unbend.service.ports import Ports
from unbend.store.store import DjangoStore


@cache
def ports() -> Ports:
    """The store, the clock, ids, what is known, and the solver."""
    known = knowledge()
    return Ports(
        DjangoStore(known.catalogue), MachineClock(settings.UNBEND.time_zone), RandomIds(), known, SolverWhenNeeded()
    )
