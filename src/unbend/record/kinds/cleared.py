"""A clinician's clearance, told by the person or entered by the clinician."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Allows
from unbend.record.state import Clearance, State
from unbend.record.values import at, choice_at, choices_at, object_at, text_at


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


def read(raw: object, catalogue: Catalogue, where: str) -> Cleared:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("by", "covers", "allows"))
    covers = choices_at(fields.get("covers"), tuple(catalogue.safety.findings), where=at(where, "covers"))
    allows = Allows(choice_at(fields.get("allows"), tuple(Allows), where=at(where, "allows")))
    return Cleared(by=text_at(fields, "by", where), covers=covers, allows=allows)
