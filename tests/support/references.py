"""The references of the catalogue's movements, made once for all tests of a process."""

from functools import cache

from support.movements import movements
from unbend.motion.reference import Reference
from unbend.service.references import compiled


@cache
def reference(exercise: str, view: str | None = None) -> Reference:
    """The reference from the view that the movement names for its camera, or from another."""
    return compiled(movements()[exercise], movements(), view=view)
