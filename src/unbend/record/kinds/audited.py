"""Answers to the lifestyle audit, by audit id."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Value
from unbend.record.kinds.answered import merged
from unbend.record.state import State
from unbend.record.values import at, object_at, values_of


@dataclass(frozen=True)
class Audited:
    """The audit items answered together."""

    audit: Mapping[str, Value]


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with these answers as the latest."""
    assert isinstance(data, Audited)
    return replace(state, audit=merged(state.audit, data.audit, at))


def read(raw: object, catalogue: Catalogue, where: str) -> Audited:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("audit",))
    return Audited(values_of(fields.get("audit"), catalogue.audit, where=at(where, "audit")))
