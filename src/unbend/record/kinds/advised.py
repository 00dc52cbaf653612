"""Advice that was given: a safety answer, a week's plan or a workout's script, as it was given."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Phase
from unbend.record.course import PhaseGiven, with_phase
from unbend.record.errors import BadInput
from unbend.record.planned import planned_week, with_planned
from unbend.record.state import Given, State
from unbend.record.values import Number, choice_at, number_at, object_at, shown, text_at
from unbend.record.values import at as at_key

SEED = Number(0, 2**31 - 1, "", whole=True)
CHECKED = "checked"
"""Marks the safety advice that stood at the end of a whole check, beside that which was only looked at again."""

_KEYS = ("what", "catalogue", "software", "seed", "content")


class Advice(StrEnum):
    """What was given."""

    SAFETY = "safety"
    PLAN = "plan"
    SCRIPT = "script"


@dataclass(frozen=True)
class Advised:
    """The advice in codes, and what it stood on: the catalogue's hash, the version of the software, the seed."""

    what: Advice
    catalogue: str
    software: str
    content: Mapping[str, object]
    seed: int | None = None


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state that knows which entry holds the latest advice of its sort; the advice itself stays in the entry."""
    assert isinstance(data, Advised)
    state = replace(state, given={**state.given, data.what.value: Given(entry, at)})
    if data.what is Advice.SAFETY and data.content.get(CHECKED) is True:
        state = replace(state, checked=at)
    return _with_plan(state, data.content, at, entry) if data.what is Advice.PLAN else state


def _with_plan(state: State, content: Mapping[str, object], at: datetime, entry: str) -> State:
    """The state with what a plan gave: its phase, and the days of its workouts. What is not written as our plans
    are says nothing."""
    with suppress(KeyError, TypeError, ValueError, AttributeError, OverflowError):
        plan: Any = content["plan"]
        given = PhaseGiven(Phase(plan["phase"]), str(plan["phase_why"]["params"].get("by", "")), at, at, entry)
        monday = date.fromisoformat(str(content["monday"]))
        planned = with_planned(state.planned, monday, planned_week(monday, plan, at, entry))
        return replace(state, phases=with_phase(state.phases, given), planned=planned)
    return state


def read(raw: object, catalogue: Catalogue, where: str) -> Advised:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=_KEYS)
    content = fields.get("content")
    if not isinstance(content, dict):
        raise BadInput(at_key(where, "content"), f"{shown(content)} is not an object", "write {...}")
    return Advised(
        what=Advice(choice_at(fields.get("what"), tuple(Advice), where=at_key(where, "what"))),
        catalogue=text_at(fields, "catalogue", where),
        software=text_at(fields, "software", where),
        content=content,
        seed=int(number_at(fields["seed"], SEED, where=at_key(where, "seed"))) if "seed" in fields else None,
    )
