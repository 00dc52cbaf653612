"""A clinician's clearance, told by the person or entered by the clinician."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.words import Allows
from unbend.record.state import Clearance, State


@dataclass(frozen=True)
class Cleared:
    """Who cleared which findings, and for what."""

    by: str
    covers: tuple[str, ...]
    allows: Allows


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with this clearance beside the earlier ones."""
    assert isinstance(data, Cleared)
    clearance = Clearance(entry, data.by, at, data.covers, data.allows)
    return replace(state, clearances=(*state.clearances, clearance))
