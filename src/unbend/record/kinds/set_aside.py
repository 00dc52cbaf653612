"""A small thing of the day that was waved away."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.state import State
from unbend.record.values import at as at_key
from unbend.record.values import choice_at, object_at


@dataclass(frozen=True)
class SetAside:
    """What: `audit:`, `test:` or `measure:` and its id."""

    thing: str


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state that knows when it was waved away."""
    assert isinstance(data, SetAside)
    return replace(state, set_aside={**state.set_aside, data.thing: at})


def read(raw: object, catalogue: Catalogue, where: str) -> SetAside:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("thing",))
    known = {"audit": catalogue.audit, "test": catalogue.tests, "measure": catalogue.measures}
    things = tuple(f"{kind}:{key}" for kind, ids in known.items() for key in ids)
    return SetAside(choice_at(fields.get("thing"), things, where=at_key(where, "thing")))
