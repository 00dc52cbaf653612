"""How the back is on the day after a workout, after getting up."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.kinds.practised import SCALE
from unbend.record.state import Known, State
from unbend.record.values import at as at_key
from unbend.record.values import choice_at, number_at, object_at

COMPARED = ("better", "same", "worse")


@dataclass(frozen=True)
class NextDay:
    """Pain from 0 to 10, and how the back is beside the day before; None was not said."""

    pain: int
    compared: str | None = None


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with this as the latest answer."""
    assert isinstance(data, NextDay)
    return replace(state, next_day=Known(data.pain, at=at, since=at))


def read(raw: object, catalogue: Catalogue, where: str) -> NextDay:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("pain", "compared"))
    compared = (
        choice_at(fields["compared"], COMPARED, where=at_key(where, "compared")) if "compared" in fields else None
    )
    return NextDay(int(number_at(fields.get("pain"), SCALE, where=at_key(where, "pain"))), compared)
