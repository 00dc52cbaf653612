"""An exercise exchanged for an easier or harder one."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.state import State
from unbend.record.values import exercise_at, object_at


@dataclass(frozen=True)
class Swapped:
    """The planned exercise, and the one instead of it; the same one takes the exchange back."""

    exercise: str
    to: str


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with the exchange, or without it."""
    assert isinstance(data, Swapped)
    swaps = {key: to for key, to in state.swaps.items() if key != data.exercise}
    return replace(state, swaps=swaps if data.to == data.exercise else {**swaps, data.exercise: data.to})


def read(raw: object, catalogue: Catalogue, where: str) -> Swapped:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("exercise", "to"))
    return Swapped(exercise_at(fields, "exercise", catalogue, where), exercise_at(fields, "to", catalogue, where))
