"""The conditions of rules: what they name, how they compare, and the law that a worry never lowers the urgency."""

from collections.abc import Iterator, Mapping
from typing import Any

from unbend.catalogue.clause import Clause, ClauseError, Operator, parse_clause
from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.lines import KeyPath
from unbend.catalogue.lint.reading import Item, Reading
from unbend.catalogue.words import Answer, FindingType, Urgency, Worrying

PLACES = ("when", "asked_when")
COMPARISONS = {Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOVE, Operator.BELOW}


def condition_faults(reading: Reading) -> Iterator[Fault]:
    """Clauses that cannot be read, name nothing, or compare what cannot be so compared; and impossible counts."""
    subjects = reading.ids("findings", "audit")
    for item in reading.facts:
        for place in PLACES:
            for path, text in clauses(item.raw.get(place), (place,)):
                message = _clause_fault(text, subjects)
                if message:
                    yield item.fault(message, *path)
            for path, condition in conditions(item.raw.get(place), (place,)):
                message = _count_fault(condition)
                if message:
                    yield item.fault(message, *path)


def safety_law_faults(reading: Reading) -> Iterator[Fault]:
    """Clauses of a safety rule above self-care that a worrying answer would make untrue, and empty conditions."""
    findings = reading.ids("findings")
    for item in reading.of("safety"):
        if item.raw.get("urgency") == Urgency.SELF_CARE:
            continue
        if not any(True for _ in clauses(item.raw.get("when"), ("when",))):
            yield item.fault("asks for nothing, so it would hold for everybody", "when")
        for path, text in clauses(item.raw.get("when"), ("when",)):
            if _asks_for_calm(text, findings):
                yield item.fault(
                    f"'{text}' is not the worrying answer: to give the worrying one would then lower the urgency", *path
                )


def conditions(raw: Any, at: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """A condition and all conditions inside it, with their paths."""
    if not isinstance(raw, Mapping):
        return
    yield at, raw
    for part in ("all", "any", "of"):
        inner = raw.get(part)
        for index, one in enumerate(inner if isinstance(inner, list) else ()):
            yield from conditions(one, (*at, part, index))


def clauses(raw: Any, at: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The lines of a condition and of all conditions inside it, with their paths."""
    for path, condition in conditions(raw, at):
        for part in ("all", "any", "of"):
            inner = condition.get(part)
            for index, one in enumerate(inner if isinstance(inner, list) else ()):
                if isinstance(one, str):
                    yield (*path, part, index), one


def parsed(text: str) -> Clause | None:
    """The clause, or None where the line is none."""
    try:
        return parse_clause(text)
    except ClauseError:
        return None


def _clause_fault(text: str, subjects: Mapping[str, Item]) -> str | None:
    try:
        clause = parse_clause(text)
    except ClauseError as error:
        return str(error)
    subject = subjects.get(clause.subject)
    if subject is None:
        return unknown("finding or audit item", clause.subject, subjects)
    return _comparison_fault(clause, subject) if subject.value is not None else None


def _comparison_fault(clause: Clause, subject: Item) -> str | None:
    """Whether the subject's type of value can be compared like this. A subject with faults of its own is left alone."""
    kind: FindingType = subject.value.type
    allowed = {
        FindingType.ANSWER: {Operator.WORRYING, Operator.IS},
        FindingType.NUMBER: COMPARISONS,
        FindingType.CHOICE: {Operator.IS},
        FindingType.CHOICES: {Operator.HAS},
    }[kind]
    if clause.operator not in allowed:
        ways = " or ".join(sorted(f"'{o.value}'" if o.value else "the bare id" for o in allowed))
        return f"'{subject.id}' is of type {kind.value}: compare it by {ways}"
    options = tuple(Answer) if kind is FindingType.ANSWER else subject.value.options
    if isinstance(clause.value, str) and clause.value not in options:
        return unknown(f"value of '{subject.id}'", clause.value, options)
    return _range_fault(clause, subject)


def _range_fault(clause: Clause, subject: Item) -> str | None:
    least, most = subject.value.minimum, subject.value.maximum
    if not isinstance(clause.value, float):
        return None
    if (least is not None and clause.value < least) or (most is not None and clause.value > most):
        return f"'{subject.id}' runs from {least:g} to {most:g}"
    return None


def _count_fault(condition: Mapping[str, Any]) -> str | None:
    of, number = condition.get("of", []), condition.get("at_least")
    if bool(of) != (number is not None):
        return "`at_least` and `of` go together"
    if isinstance(number, int) and isinstance(of, list) and not 1 <= number <= len(of):
        return f"at_least = {number} of {len(of)} cannot be"
    return None


def _asks_for_calm(text: str, findings: Mapping[str, Item]) -> bool:
    clause = parsed(text)
    if clause is None or clause.operator is not Operator.IS or clause.subject not in findings:
        return False
    worrying = findings[clause.subject].raw.get("worrying", Worrying.NEITHER)
    return worrying in {Worrying.YES, Worrying.NO} and clause.value != worrying
