"""A walk outside any workout."""

from dataclasses import dataclass
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.state import State
from unbend.record.values import Number, at, number_at, object_at

MINUTES = Number(1, 600, "minutes", whole=True)


@dataclass(frozen=True)
class Walked:
    """How many minutes."""

    minutes: int


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state as it was: walks count in the progress, and nothing is decided by one."""
    assert isinstance(data, Walked)
    return state


def read(raw: object, catalogue: Catalogue, where: str) -> Walked:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("minutes",))
    return Walked(int(number_at(fields.get("minutes"), MINUTES, where=at(where, "minutes"))))
