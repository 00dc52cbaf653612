"""Answers to questions about health: findings by id."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Value
from unbend.record.course import SEVERITY, Reading, with_reading
from unbend.record.state import Known, State
from unbend.record.values import at, object_at, values_of


@dataclass(frozen=True)
class Answered:
    """The findings answered together."""

    findings: Mapping[str, Value]


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with these answers as the latest; how bad the pain was is one more reading of it."""
    assert isinstance(data, Answered)
    pain = data.findings.get(SEVERITY)
    told = (Reading(at, pain, SEVERITY, entry),) if isinstance(pain, float | int) else ()
    pains = with_reading(state.pains, *told) if told else state.pains
    return replace(state, findings=merged(state.findings, data.findings, at), pains=pains)


def merged(known: Mapping[str, Known], new: Mapping[str, Value], at: datetime) -> Mapping[str, Known]:
    """Known answers with the new ones over them; an answer that only repeats itself keeps its `since`."""
    return {**known, **{key: _updated(known.get(key), value, at) for key, value in new.items()}}


def _updated(before: Known | None, value: Value, at: datetime) -> Known:
    if before is None or _changed(before.value, value):
        return Known(value, at=at, since=at)
    return Known(value, at=at, since=before.since)


def _changed(before: Value, value: Value) -> bool:
    """Numbers that fall are no new finding (a clearance may stay); everything else that differs is."""
    if isinstance(before, float | int) and isinstance(value, float | int):
        return value > before
    return before != value


def read(raw: object, catalogue: Catalogue, where: str) -> Answered:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("findings",))
    return Answered(values_of(fields.get("findings"), catalogue.safety.findings, where=at(where, "findings")))
