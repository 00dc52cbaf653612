"""The catalogue's movements, read once for all tests of a process."""

from functools import cache

from unbend.body.build import BUILDS
from unbend.body.movement import Movement
from unbend.body.performance import Performance
from unbend.catalogue.load_movements import load_movements


@cache
def movements() -> dict[str, Movement]:
    return dict(load_movements())


@cache
def performance(exercise: str, person: str | None = None) -> Performance:
    movement = movements()[exercise]
    return Performance(movement, BUILDS[person or movement.person])
