"""What a person asks of the programme."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.state import State, Wishes
from unbend.record.values import at, object_at
from unbend.record.wishes import wishes_of


@dataclass(frozen=True)
class Wished:
    """The wishes said together; None leaves an earlier wish as it was."""

    wishes: Wishes


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with these wishes over the earlier ones."""
    assert isinstance(data, Wished)
    said = {f.name: value for f in fields(Wishes) if (value := getattr(data.wishes, f.name)) is not None}
    return replace(state, wishes=replace(state.wishes, **said))


def read(raw: object, catalogue: Catalogue, where: str) -> Wished:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("wishes",))
    return Wished(wishes_of(fields.get("wishes"), catalogue.things, where=at(where, "wishes")))
