"""A questionnaire that was filled in and submitted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.measure import Measure
from unbend.record.errors import BadInput
from unbend.record.state import State
from unbend.record.values import Number, at, choice_at, number_at, object_at

MOST_OWN_ITEMS = 5


@dataclass(frozen=True)
class Measured:
    """The measure, and its answers by item: whole numbers. What a person leaves out is absent."""

    measure: str
    answers: Mapping[str, int]


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state that knows when the measure was last filled in."""
    assert isinstance(data, Measured)
    return replace(state, measured={**state.measured, data.measure: at})


def read(raw: object, catalogue: Catalogue, where: str) -> Measured:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("measure", "answers"))
    measure = catalogue.measures[
        choice_at(fields.get("measure"), tuple(catalogue.measures), where=at(where, "measure"))
    ]
    answers = _answers(fields.get("answers"), measure, at(where, "answers"))
    allowed = Number(measure.item_minimum, measure.item_maximum, "", whole=True)
    read_off = {key: int(number_at(value, allowed, where=at(where, key))) for key, value in answers.items()}
    return Measured(measure.id, read_off)


def _answers(raw: object, measure: Measure, where: str) -> dict[str, object]:
    """The items that the measure knows, or up to five that the person named."""
    if not measure.own_items:
        return object_at(raw, where=where, keys=measure.items)
    answers = object_at(raw, where=where, keys=raw if isinstance(raw, dict) else {})
    if len(answers) > MOST_OWN_ITEMS or not all(1 <= len(str(key).strip()) <= 80 for key in answers):
        raise BadInput(where, "that is too much", f"name at most {MOST_OWN_ITEMS} things, each in up to 80 letters")
    return answers
