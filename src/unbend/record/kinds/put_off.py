"""An exercise left out for one day."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.state import State
from unbend.record.values import exercise_at, object_at


@dataclass(frozen=True)
class PutOff:
    """Not today, only on the day of the entry."""

    exercise: str


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with the exercise left out on this day; other days are forgotten."""
    assert isinstance(data, PutOff)
    today = {key: day for key, day in state.put_off.items() if day == at.date()}
    return replace(state, put_off={**today, data.exercise: at.date()})


def read(raw: object, catalogue: Catalogue, where: str) -> PutOff:
    """The data of this kind from JSON. Raises BadInput."""
    return PutOff(exercise_at(object_at(raw, where=where, keys=("exercise",)), "exercise", catalogue, where))
