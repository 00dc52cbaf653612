"""The references of the catalogue's movements, made once for all tests of a process."""

from functools import cache

from support.movements import movements, performance
from unbend.motion.reference import Reference
from unbend.motion.reference_of import reference_of


@cache
def reference(exercise: str, view: str | None = None) -> Reference:
    """The reference from the view that the movement names for its camera, or from another."""
    return reference_of(performance(exercise), view=view or movements()[exercise].camera.view)
