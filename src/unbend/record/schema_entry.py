"""The JSON Schema of an entry: one for each kind, so that an editor can tell which data belong to it."""

from collections.abc import Mapping
from typing import Any

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Allows, Phase
from unbend.record.course import Ended, Outcome, PainSort
from unbend.record.kinds import KINDS
from unbend.record.kinds.advised import SEED, Advice
from unbend.record.kinds.next_day import COMPARED, SAT, SLEPT
from unbend.record.kinds.practised import FELT, SCALE, SECONDS, SETS, STEP
from unbend.record.kinds.preferred import UNITS
from unbend.record.kinds.walked import MINUTES
from unbend.record.log import MOST_ID
from unbend.record.schema_parts import (
    audit_schema,
    findings_schema,
    list_of,
    object_of,
    seen_schema,
    tests_schema,
    value_schema,
    wishes_schema,
)
from unbend.record.seen import REPETITIONS
from unbend.record.values import MOST_TEXT

_TEXT = {"type": "string", "minLength": 1, "maxLength": MOST_TEXT}
_DATE = {"type": "string", "format": "date"}
_FLAG = {"type": "boolean"}


def entry_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The schema of one line of a log."""
    return {"oneOf": [_entry_of(kind, data) for kind, data in _data(catalogue).items()]}


def _entry_of(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    newest = KINDS[kind].version
    name = {"type": "string", "minLength": 1, "maxLength": MOST_ID}
    properties = {
        "id": name,
        "kind": {"const": kind},
        "version": {"const": newest} if newest == 1 else {"enum": list(range(1, newest + 1))},
        "happened_at": {"type": "string", "format": "date-time"},
        "corrects": name,
        "data": data,
    }
    return object_of(properties, required=("id", "kind", "happened_at", "data"))


def _data(catalogue: Catalogue) -> Mapping[str, dict[str, Any]]:
    return {**_answers(catalogue), **_exercise(catalogue), **_programme(catalogue)}


def _answers(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """What a person says of themselves, and what a clinician says of them."""
    one = {"minProperties": 1, "maxProperties": 1}
    covers = list_of(tuple(catalogue.safety.findings))
    cleared = {"by": _TEXT, "covers": covers, "allows": {"enum": list(Allows)}}
    items = {"type": "object", "additionalProperties": {"type": "integer"}}
    measured = {"measure": {"enum": list(catalogue.measures)}, "answers": items}
    said = {key: {"enum": list(words)} for key, words in (("compared", COMPARED), ("slept", SLEPT), ("sat", SAT))}
    next_day = {"pain": value_schema(SCALE), **said}
    return {
        "answered": object_of({"findings": findings_schema(catalogue)}, required=("findings",)),
        "audited": object_of({"audit": audit_schema(catalogue)}, required=("audit",)),
        "tested": object_of({"tests": {**tests_schema(catalogue), **one}}, required=("tests",)),
        "wished": object_of({"wishes": wishes_schema(catalogue)}, required=("wishes",)),
        "cleared": object_of(cleared, required=("by", "covers", "allows")),
        "next-day": object_of(next_day, required=("pain",)),
        "measured": object_of(measured, required=("measure", "answers")),
    }


def _exercise(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """What was done, and what is not wanted."""
    exercise = {"enum": list(catalogue.exercises)}
    numbers = {"step": value_schema(STEP), "sets": value_schema(SETS), "seconds": value_schema(SECONDS)}
    seen = {"repetitions": value_schema(REPETITIONS), "camera": seen_schema()}
    chosen = {"outcome": {"enum": list(Outcome)}, "felt": {"enum": list(FELT)}}
    done = object_of(
        {"exercise": exercise, "instead_of": exercise, **chosen, **numbers, **seen}, required=("exercise",)
    )
    pain = {key: value_schema(SCALE) for key in ("pain_before", "pain_during", "pain_after", "effort")}
    pain["pain_sort"] = list_of(tuple(PainSort))
    chosen_before = {"script": _TEXT, "phase": {"enum": list(Phase)}}
    told = {**chosen_before, "note": _TEXT, "seconds": value_schema(SECONDS), "ended": {"enum": list(Ended)}}
    practised = {"exercises": {"type": "array", "items": done}, **pain, **told}
    return {
        "practised": object_of(practised, required=("exercises",)),
        "walked": object_of({"minutes": value_schema(MINUTES)}, required=("minutes",)),
        "declined": object_of({"exercise": exercise, "why": _TEXT, "again": _FLAG}, required=("exercise",)),
        "kept": object_of({"exercise": exercise, "no_longer": _FLAG}, required=("exercise",)),
        "swapped": object_of({"exercise": exercise, "to": exercise}, required=("exercise", "to")),
        "put-off": object_of({"exercise": exercise}, required=("exercise",)),
    }


def _programme(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """How a person uses the programme, and what it told them."""
    codes = {"time-zone": _TEXT, "language": _TEXT, "country": _TEXT}
    preferred = {"units": {"enum": list(UNITS)}, **codes, "voice": _FLAG, "beeps": _FLAG}
    stood_on = {"catalogue": _TEXT, "software": _TEXT, "seed": value_schema(SEED)}
    advised = {"what": {"enum": list(Advice)}, **stood_on, "content": {"type": "object"}}
    return {
        "moved": object_of({"from": _DATE, "to": _DATE}, required=("from",)),
        "preferred": object_of(preferred),
        "read": object_of({"lesson": {"enum": list(catalogue.lessons)}}, required=("lesson",)),
        "set-aside": object_of({"thing": _TEXT}, required=("thing",)),
        "advised": object_of(advised, required=("what", "catalogue", "software", "content")),
    }
