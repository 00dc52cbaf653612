"""A workout put on another day, or left out."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from unbend.catalogue.catalogue import Catalogue
from unbend.record.errors import BadInput
from unbend.record.state import State
from unbend.record.values import at as at_key
from unbend.record.values import date_at, object_at

KEPT = timedelta(days=21)
"""Moves of weeks gone by decide nothing any more, so the state drops them."""
FARTHEST = timedelta(days=13)


@dataclass(frozen=True)
class Moved:
    """The planned day, and the day instead; None leaves it out."""

    day: date
    to: date | None = None


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with the day moved; putting it back where it was takes the move away."""
    assert isinstance(data, Moved)
    kept = {day: to for day, to in state.moved.items() if day != data.day and day >= at.date() - KEPT}
    return replace(state, moved=kept if data.to == data.day else {**kept, data.day: data.to})


def read(raw: object, catalogue: Catalogue, where: str) -> Moved:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("from", "to"))
    day, to = date_at(fields, "from", where), date_at(fields, "to", where) if "to" in fields else None
    if to is not None and abs(to - day) > FARTHEST:
        raise BadInput(at_key(where, "to"), "that is too far away", "write a day at most 13 days from the planned one")
    return Moved(day, to)
