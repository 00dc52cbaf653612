"""The parts that the JSON Schemas share, made from the catalogue: every id with its type, unit and range."""

from collections.abc import Mapping
from typing import Any

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.knowledge import SelfTest
from unbend.catalogue.words import Answer, FindingType, Place
from unbend.record.seen import CODE, DEGREES, FORM, HELD, MEASURE, MOST_FAULTS, MOST_NAME, REPETITIONS, SIDES
from unbend.record.values import Declared
from unbend.record.wishes import DAYS, GOALS, MINUTES, SHIFTS, TIMES_OF_DAY, WEEKDAYS


def findings_schema(catalogue: Catalogue) -> dict[str, Any]:
    """All findings, each with its type, unit and range."""
    gates = {key: {"x-gate": True} for key, finding in catalogue.safety.findings.items() if finding.gate}
    properties = {key: {**value_schema(f), **gates.get(key, {})} for key, f in catalogue.safety.findings.items()}
    return object_of(properties)


def audit_schema(catalogue: Catalogue) -> dict[str, Any]:
    """All audit items."""
    return object_of({key: value_schema(item) for key, item in catalogue.audit.items()})


def tests_schema(catalogue: Catalogue) -> dict[str, Any]:
    """All self-tests."""
    return object_of({key: _result(test) for key, test in catalogue.tests.items()})


def _result(test: SelfTest) -> dict[str, Any]:
    number = {"type": "number", "minimum": test.minimum, "maximum": test.maximum, "x-unit": test.unit}
    return {**object_of({"left": number, "right": number}), "minProperties": 1} if test.per_side else number


def wishes_schema(catalogue: Catalogue) -> dict[str, Any]:
    """What a person may ask of the programme."""
    weekdays = {**list_of(WEEKDAYS), "minItems": 1}
    return object_of(
        {
            "minutes": value_schema(MINUTES),
            "days": {"anyOf": [value_schema(DAYS), weekdays]},
            "equipment": list_of(tuple(catalogue.things)),
            "positions": {**list_of(tuple(Place)), "minItems": 1},
            "time-of-day": {"enum": list(TIMES_OF_DAY)},
            "shifts": {"enum": list(SHIFTS)},
            "goal": {"enum": list(GOALS)},
        }
    )


def value_schema(declared: Declared) -> dict[str, Any]:
    """The value of a finding or an audit item."""
    match declared.type:
        case FindingType.ANSWER:
            return {"enum": list(Answer)}
        case FindingType.CHOICE:
            return {"enum": list(declared.options)}
        case FindingType.CHOICES:
            return list_of(declared.options)
        case FindingType.NUMBER:
            return _number(declared)


def _number(declared: Declared) -> dict[str, Any]:
    limits = {"minimum": declared.minimum, "maximum": declared.maximum, "x-unit": declared.unit}
    known = {key: value for key, value in limits.items() if value is not None}
    return {"type": "integer" if declared.whole else "number", **known}


def seen_schema() -> dict[str, Any]:
    """What the camera saw of an exercise."""
    ends = ("low", "high")
    reached = object_of(dict.fromkeys(ends, _number(DEGREES)), required=ends)
    side = {"repetitions": _number(REPETITIONS), "seconds": _number(HELD), "range": reached, "form": _number(FORM)}
    id_ = {"type": "string", "pattern": CODE, "maxLength": MOST_NAME}
    return object_of(
        {
            **side,
            "measure": {"type": "string", "pattern": MEASURE, "maxLength": MOST_NAME},
            "sides": object_of({name: object_of(side) for name in SIDES}),
            "faults": {"type": "array", "items": id_, "maxItems": MOST_FAULTS, "uniqueItems": True},
        }
    )


def list_of(options: tuple[str, ...]) -> dict[str, Any]:
    """A list of some of these, none twice."""
    return {"type": "array", "items": {"enum": list(options)}, "uniqueItems": True}


def object_of(properties: Mapping[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    """An object with these keys and no others."""
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": dict(properties), "additionalProperties": False, **needed}
