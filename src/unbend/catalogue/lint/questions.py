"""Findings, audit items and self-tests: an answer of their type must be possible."""

from collections.abc import Iterator

from unbend.catalogue.knowledge import AuditItem, Finding
from unbend.catalogue.lint.fault import Fault
from unbend.catalogue.lint.reading import Item, Reading
from unbend.catalogue.words import FindingType

_CHOICES = {FindingType.CHOICE, FindingType.CHOICES}


def question_faults(reading: Reading) -> Iterator[Fault]:
    """Choices without options, numbers without unit or range, and ranges that run backwards."""
    for item in reading.of("findings", "audit"):
        if isinstance(item.value, Finding | AuditItem):
            yield from _type_faults(item, item.value)
    for item in reading.of("findings", "audit", "tests", "measures"):
        least, most = item.raw.get("minimum"), item.raw.get("maximum")
        if isinstance(least, int | float) and isinstance(most, int | float) and least >= most:
            yield item.fault(f"must be above the minimum, {least:g}", "maximum")


def weight_faults(reading: Reading) -> Iterator[Fault]:
    """Needs raised by less than 1 or more than 3."""
    for item in reading.of("causes", "tests"):
        raises = item.raw.get("raises")
        for need, weight in raises.items() if isinstance(raises, dict) else ():
            if isinstance(weight, int) and not 1 <= weight <= 3:
                yield item.fault("weighs from 1 to 3", "raises", need)


def _type_faults(item: Item, question: Finding | AuditItem) -> Iterator[Fault]:
    if question.type in _CHOICES and len(question.options) < 2:
        yield item.fault("a choice needs at least two options", "options")
    if question.type not in _CHOICES and question.options:
        yield item.fault(f"type {question.type.value} has no options", "options")
    if question.type is FindingType.NUMBER and None in (question.unit, question.minimum, question.maximum):
        yield item.fault("a number needs `unit`, `minimum` and `maximum`, or impossible ones cannot be refused", "type")
