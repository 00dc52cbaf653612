"""Movements as a camera sees them, each made when it is first asked for."""

from collections.abc import Mapping
from typing import Any

from unbend.body.build import BUILDS
from unbend.body.movement import Movement
from unbend.body.performance import Performance
from unbend.motion.lookalike import with_lookalikes
from unbend.motion.reference import Reference
from unbend.motion.reference_json import as_json
from unbend.motion.reference_of import reference_of


def compiled(movement: Movement, movements: Mapping[str, Movement], *, view: str | None = None) -> Reference:
    """The reference of a movement, from a view or from the one that suits it, with those of `movements` that it is not
    to be taken for. Raises KeyError for another view."""
    reference = reference_of(_performed(movement), view=view or movement.camera.view)
    return with_lookalikes(reference, [_performed(movements[exercise]) for exercise in movement.camera.lookalikes])


def _performed(movement: Movement) -> Performance:
    return Performance(movement, BUILDS[movement.person])


class References:
    """Half a second and some kilobytes each."""

    def __init__(self, movements: Mapping[str, Movement]) -> None:
        self._movements = movements
        self._made: dict[str, dict[str, Any]] = {}

    def of(self, exercise: str) -> dict[str, Any]:
        """The reference of a movement as JSON, from the view that suits it. Raises KeyError for an unknown one."""
        if exercise not in self._made:
            self._made[exercise] = as_json(compiled(self._movements[exercise], self._movements))
        return self._made[exercise]
