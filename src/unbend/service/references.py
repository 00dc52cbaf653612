"""Movements as a camera sees them, each made when it is first asked for."""

from collections.abc import Mapping
from typing import Any

from unbend.body.build import BUILDS
from unbend.body.movement import Movement
from unbend.body.performance import Performance
from unbend.motion.reference_json import as_json
from unbend.motion.reference_of import reference_of


class References:
    """A third of a second and a few kilobytes each."""

    def __init__(self, movements: Mapping[str, Movement]) -> None:
        self._movements = movements
        self._made: dict[str, dict[str, Any]] = {}

    def of(self, exercise: str) -> dict[str, Any]:
        """The reference of a movement as JSON, from the view that suits it. Raises KeyError for an unknown one."""
        if exercise not in self._made:
            movement = self._movements[exercise]
            performance = Performance(movement, BUILDS[movement.person])
            self._made[exercise] = as_json(reference_of(performance, view=movement.camera.view))
        return self._made[exercise]
