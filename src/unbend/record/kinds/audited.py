"""Answers to the lifestyle audit, by audit id."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.condition import Value
from unbend.record.kinds.answered import merged
from unbend.record.state import State


@dataclass(frozen=True)
class Audited:
    """The audit items answered together."""

    audit: Mapping[str, Value]


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with these answers as the latest."""
    assert isinstance(data, Audited)
    return replace(state, audit=merged(state.audit, data.audit, at))
