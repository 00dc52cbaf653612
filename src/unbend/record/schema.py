"""JSON Schemas of what comes in from outside, made from the catalogue: every id with its type, unit and range."""

from collections.abc import Mapping
from typing import Any

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.knowledge import SelfTest
from unbend.catalogue.words import Allows, Answer, FindingType, Place
from unbend.record.kinds import KINDS
from unbend.record.log import FELT
from unbend.record.values import Declared
from unbend.record.wishes import DAYS, GOALS, MINUTES, SHIFTS, TIMES_OF_DAY, WEEKDAYS

NAMES = ("profile", "entry", "findings")
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str, catalogue: Catalogue) -> dict[str, Any]:
    """The schema called `name`, one of NAMES."""
    made = {"profile": _profile, "entry": _entry, "findings": _findings}[name](catalogue)
    return {"$schema": _DRAFT, "title": f"Unbend {name}", **made}


def _profile(catalogue: Catalogue) -> dict[str, Any]:
    properties = {
        "about": {"type": "string", "description": "a note for the reader; nothing is made of it"},
        "answered-on": {"type": "string", "format": "date"},
        "findings": _findings(catalogue),
        "audit": _audit(catalogue),
        "tests": _tests(catalogue),
        "wishes": _wishes(catalogue),
        "log": {"type": "array", "items": _entry(catalogue)},
    }
    return _object(properties, required=("findings",))


def _findings(catalogue: Catalogue) -> dict[str, Any]:
    gates = {key: {"x-gate": True} for key, finding in catalogue.safety.findings.items() if finding.gate}
    properties = {key: {**_value(f), **gates.get(key, {})} for key, f in catalogue.safety.findings.items()}
    return _object(properties)


def _audit(catalogue: Catalogue) -> dict[str, Any]:
    return _object({key: _value(item) for key, item in catalogue.audit.items()})


def _tests(catalogue: Catalogue) -> dict[str, Any]:
    return _object({key: _result(test) for key, test in catalogue.tests.items()})


def _result(test: SelfTest) -> dict[str, Any]:
    number = {"type": "number", "minimum": test.minimum, "maximum": test.maximum, "x-unit": test.unit}
    return {**_object({"left": number, "right": number}), "minProperties": 1} if test.per_side else number


def _wishes(catalogue: Catalogue) -> dict[str, Any]:
    weekdays = {**_list(WEEKDAYS), "minItems": 1}
    return _object(
        {
            "minutes": _value(MINUTES),
            "days": {"anyOf": [_value(DAYS), weekdays]},
            "equipment": _list(tuple(catalogue.things)),
            "positions": {**_list(tuple(Place)), "minItems": 1},
            "time-of-day": {"enum": list(TIMES_OF_DAY)},
            "shifts": {"enum": list(SHIFTS)},
            "goal": {"enum": list(GOALS)},
        }
    )


def _entry(catalogue: Catalogue) -> dict[str, Any]:
    """One schema for each kind, so that an editor can tell which data belong to it."""
    return {"oneOf": [_entry_of(kind, data) for kind, data in _data(catalogue).items()]}


def _entry_of(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    properties = {
        "id": {"type": "string", "minLength": 1},
        "kind": {"const": kind},
        "version": {"const": KINDS[kind].version},
        "happened_at": {"type": "string", "format": "date-time"},
        "corrects": {"type": "string", "minLength": 1},
        "data": data,
    }
    return _object(properties, required=("id", "kind", "happened_at", "data"))


def _data(catalogue: Catalogue) -> Mapping[str, dict[str, Any]]:
    exercise = {"enum": list(catalogue.exercises)}
    done = _object({"exercise": exercise, "felt": {"enum": list(FELT)}}, required=("exercise",))
    text, one = {"type": "string", "minLength": 1}, {"minProperties": 1, "maxProperties": 1}
    declined = {"exercise": exercise, "why": text, "again": {"type": "boolean"}}
    cleared = {"by": text, "covers": _list(tuple(catalogue.safety.findings)), "allows": {"enum": list(Allows)}}
    return {
        "answered": _object({"findings": _findings(catalogue)}, required=("findings",)),
        "audited": _object({"audit": _audit(catalogue)}, required=("audit",)),
        "tested": _object({"tests": {**_tests(catalogue), **one}}, required=("tests",)),
        "wished": _object({"wishes": _wishes(catalogue)}, required=("wishes",)),
        "cleared": _object(cleared, required=("by", "covers", "allows")),
        "practised": _object({"exercises": {"type": "array", "items": done}}, required=("exercises",)),
        "declined": _object(declined, required=("exercise",)),
    }


def _value(declared: Declared) -> dict[str, Any]:
    match declared.type:
        case FindingType.ANSWER:
            return {"enum": list(Answer)}
        case FindingType.CHOICE:
            return {"enum": list(declared.options)}
        case FindingType.CHOICES:
            return _list(declared.options)
        case FindingType.NUMBER:
            return _number(declared)


def _number(declared: Declared) -> dict[str, Any]:
    limits = {"minimum": declared.minimum, "maximum": declared.maximum, "x-unit": declared.unit}
    known = {key: value for key, value in limits.items() if value is not None}
    return {"type": "integer" if declared.whole else "number", **known}


def _list(options: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "array", "items": {"enum": list(options)}, "uniqueItems": True}


def _object(properties: Mapping[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": dict(properties), "additionalProperties": False, **needed}
