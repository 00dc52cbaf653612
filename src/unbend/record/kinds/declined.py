"""An exercise that a person does not want."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.state import State
from unbend.record.values import exercise_at, flag_at, object_at, text_at


@dataclass(frozen=True)
class Declined:
    """An exercise said no to, and why if they said; `again` takes it back."""

    exercise: str
    why: str | None = None
    again: bool = False


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with the exercise declined, or welcome again."""
    assert isinstance(data, Declined)
    declined = {key: why for key, why in state.declined.items() if key != data.exercise}
    if not data.again:
        declined[data.exercise] = data.why
    return replace(state, declined=declined)


def read(raw: object, catalogue: Catalogue, where: str) -> Declined:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("exercise", "why", "again"))
    why = text_at(fields, "why", where) if "why" in fields else None
    return Declined(exercise_at(fields, "exercise", catalogue, where), why, flag_at(fields, "again", where) or False)
