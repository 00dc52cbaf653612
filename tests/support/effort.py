"""How hard a property test tries: a little in `make test`, very hard in `make soak`."""

import os

from hypothesis import HealthCheck, settings

SOAK = os.environ.get("UNBEND_TESTS") == "soak"


def examples(normal: int, *, soak: int, one_database: bool = False) -> settings:
    """Settings for a property test: so many examples, and so many in a soak. The clock of the machine never decides.

    In `make test` the examples are the same each time, so that a failure is the fault of the change at hand;
    `make soak` looks for new ones. `one_database`: all examples share it, and each makes people of its own.
    """
    sharing = [HealthCheck.function_scoped_fixture] if one_database else []
    return settings(
        max_examples=soak if SOAK else normal,
        derandomize=not SOAK,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, *sharing],
    )
