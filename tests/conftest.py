"""What holds for all tests: their order, how memory is tidied, and a solver that remembers."""

import gc
from collections.abc import Iterator

import pytest

from support.solving import Remembering
from unbend.planning.solvers.when_needed import SolverWhenNeeded

FIRST = "tests/property/test_cohort.py"
"""What takes longest of all and cannot be divided further. What moves in real time before a camera comes last instead,
as files of few tests do: then the other processes are through."""
FEW_TIDYINGS = (20_000, 10, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first: whoever is through with the rest takes its share of what is left over."""
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))


def pytest_collection_finish() -> None:
    """The tests themselves stay to the end: looking through them for what may go, thousands of times, was an eighth of
    all time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*FEW_TIDYINGS)


@pytest.fixture(scope="session", autouse=True)
def solver_that_remembers() -> Iterator[None]:
    """Pages and use cases, joined as in the program, get each week's problem solved once for all tests of a process."""
    from unbend.settings.composition import ports

    remembering = Remembering(SolverWhenNeeded())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("unbend.settings.composition.SolverWhenNeeded", lambda: remembering)
        ports.cache_clear()
        yield
    ports.cache_clear()
