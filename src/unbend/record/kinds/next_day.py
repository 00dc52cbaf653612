"""How the back is on the day after a workout, after getting up."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.kinds.practised import RISE, SCALE
from unbend.record.state import Known, State, Workout
from unbend.record.values import at as at_key
from unbend.record.values import choice_at, number_at, object_at

COMPARED = ("better", "same", "worse")


@dataclass(frozen=True)
class NextDay:
    """Pain from 0 to 10, and how the back is beside the day before; None was not said."""

    pain: int
    compared: str | None = None


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with this as the latest answer. A workout after which pain had risen was not taken well."""
    assert isinstance(data, NextDay)
    told = replace(state, next_day=Known(data.pain, at=at, since=at))
    last = state.last_workout
    if last is None or not last.taken_well or not _rose(data, last):
        return told
    return replace(told, last_workout=replace(last, taken_well=False), taken_well=max(0, state.taken_well - 1))


def _rose(data: NextDay, last: Workout) -> bool:
    return data.compared == "worse" or (last.pain_before is not None and data.pain >= last.pain_before + RISE)


def read(raw: object, catalogue: Catalogue, where: str) -> NextDay:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("pain", "compared"))
    compared = (
        choice_at(fields["compared"], COMPARED, where=at_key(where, "compared")) if "compared" in fields else None
    )
    return NextDay(int(number_at(fields.get("pain"), SCALE, where=at_key(where, "pain"))), compared)
