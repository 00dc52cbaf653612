"""What is typed into the forms of self-tests, the audit and questionnaires, read or refused with a kind word."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from unbend.catalogue.knowledge import AuditItem, SelfTest
from unbend.catalogue.measure import Measure
from unbend.catalogue.words import Answer, FindingType
from unbend.web.assessment.words import short

MOST_LETTERS = 80
OWN_ITEMS = 3


@dataclass
class Reading:
    """What was read, what was typed, and for each field what is wrong with it."""

    values: dict[str, float] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


def fields_of(test: SelfTest) -> tuple[str, ...]:
    """The names of the numbers that a self-test takes."""
    return ("left", "right") if test.per_side else ("value",)


def numbers_of(test: SelfTest, data: QueryDict) -> Reading:
    """The measured numbers; of two sides one is enough."""
    reading = Reading()
    for name in fields_of(test):
        _read_number(name, data.get(name, ""), reading, low=test.minimum, high=test.maximum)
    if not reading.values and not reading.errors:
        reading.errors[fields_of(test)[0]] = _("Write the number you measured.")
    return reading


def _read_number(name: str, text: str, reading: Reading, *, low: float, high: float) -> None:
    reading.typed[name] = text.strip()
    if not reading.typed[name]:
        return
    value = _number(reading.typed[name])
    if value is None or not low <= value <= high:
        allowed = _("Write a number from {low} to {high}.").format(low=short(low), high=short(high))
        reading.errors[name] = allowed
    else:
        reading.values[name] = value


def _number(text: str) -> float | None:
    """With a point or a comma; None for anything else."""
    digits = text.replace(",", ".", 1)
    try:
        return float(digits) if digits.replace(".", "", 1).lstrip("-").isdecimal() else None
    except ValueError:
        return None


def pain_of(data: QueryDict) -> int | None:
    """Pain from 0 to 10; None where nothing was chosen."""
    text = data.get("pain", "")
    return int(text) if text.isdecimal() and len(text) <= 2 and int(text) <= 10 else None


def answers_of(measure: Measure, data: QueryDict) -> Reading:
    """The answers of a questionnaire. A ticked line is 1; a line left blank stays out."""
    reading = Reading()
    for item in measure.items:
        if measure.own_items:
            _read_own(item, data, reading, measure)
        else:
            _read_number(item, data.get(item, ""), reading, low=measure.item_minimum, high=measure.item_maximum)
    return reading


def _read_own(item: str, data: QueryDict, reading: Reading, measure: Measure) -> None:
    name = " ".join(data.get(f"{item}-name", "").split())
    reading.typed[f"{item}-name"] = name
    rated = Reading()
    _read_number(item, data.get(item, ""), rated, low=measure.item_minimum, high=measure.item_maximum)
    reading.typed |= rated.typed
    if name and not rated.values:
        reading.errors[item] = _("Choose a number for this one.")
    elif rated.values and not name:
        reading.errors[f"{item}-name"] = _("Say what it is.")
    elif len(name) > MOST_LETTERS:
        reading.errors[f"{item}-name"] = _("A few words are enough.")
    elif name:
        reading.values[name] = rated.values[item]


def audit_value(item: AuditItem, data: QueryDict) -> object:
    """The answer as an entry holds it; None where nothing was said. The entry's own reading refuses what is wrong."""
    match item.type:
        case FindingType.CHOICES:
            return data.getlist("answer") or None
        case FindingType.NUMBER:
            value = _number(data.get("answer", "").strip())
            return int(value) if value is not None and value == int(value) else value
        case _:
            return data.get("answer") or None


def options_of(item: AuditItem, options: Mapping[str, str] | None) -> list[Mapping[str, str]]:
    """What may be chosen, with its words."""
    if item.type is FindingType.ANSWER:
        words = {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.UNSURE: _("Not sure")}
        return [{"value": answer.value, "label": label} for answer, label in words.items()]
    return [{"value": option, "label": (options or {})[option]} for option in item.options]
