"""A lesson that was read."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.state import State
from unbend.record.values import at as at_key
from unbend.record.values import choice_at, object_at


@dataclass(frozen=True)
class ReadLesson:
    """Which one."""

    lesson: str


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state that knows when the lesson was last read."""
    assert isinstance(data, ReadLesson)
    return replace(state, lessons={**state.lessons, data.lesson: at})


def read(raw: object, catalogue: Catalogue, where: str) -> ReadLesson:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("lesson",))
    return ReadLesson(choice_at(fields.get("lesson"), tuple(catalogue.lessons), where=at_key(where, "lesson")))
