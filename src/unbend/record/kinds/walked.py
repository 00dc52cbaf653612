"""A walk outside any workout."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.course import Walk, with_walk
from unbend.record.state import State
from unbend.record.values import Number, at, number_at, object_at

MINUTES = Number(1, 600, "minutes", whole=True)


@dataclass(frozen=True)
class Walked:
    """How many minutes."""

    minutes: int


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with this walk: the walks of the last weeks say how far the next ones go."""
    assert isinstance(data, Walked)
    return replace(state, walks=with_walk(state.walks, Walk(entry, at, data.minutes)))


def read(raw: object, catalogue: Catalogue, where: str) -> Walked:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("minutes",))
    return Walked(int(number_at(fields.get("minutes"), MINUTES, where=at(where, "minutes"))))
