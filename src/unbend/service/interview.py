"""Which questions to ask next: few at a time, and only what can still matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.condition import Person, Truth, Value, Values, judge, touches
from unbend.catalogue.knowledge import Condition, Finding
from unbend.catalogue.words import Allows, Answer, FindingType, Urgency, Worrying
from unbend.safety import SafetyAnswer, check

MOST_ON_A_SCREEN = 5

OPENERS = ("age", "sex", "duration-days", "severity", "where")
"""Asked first of everybody: later questions stand on them."""

LIKELY: Values = {
    "age": 45,
    "sex": "female",
    "duration-days": 30,
    "severity": 4,
    "where": ("low-back",),
    "weeks-pregnant": 20,
}
"""What is taken for an answer still to come, only to say how many screens there may be."""


@dataclass(frozen=True)
class Screen:
    """Findings to ask together. Yes-or-no questions share a screen; "none of these" is no to exactly these."""

    findings: tuple[Finding, ...]


def next_screen(knowledge: SafetyKnowledge, values: Values, skipped: frozenset[str] = frozenset()) -> Screen | None:
    """The next questions, without those skipped; None when nothing asked could still change the answer."""
    answer = check(knowledge, values)
    if answer.urgency is Urgency.EMERGENCY:
        return None
    for asked in (
        _openers(knowledge, values),
        _gates(knowledge, values, answer),
        _following(knowledge, values, answer),
    ):
        if screen := _screen([finding for finding in asked if finding.id not in skipped]):
            return screen
    return None


def screens_left(knowledge: SafetyKnowledge, values: Values, skipped: frozenset[str] = frozenset()) -> int:
    """About how many screens are still to come, the next one with them, if every answer is one that worries nobody.

    It answers a whole stage of the questions at once, because it is worked out for every screen that is shown.
    """
    number = 0
    for stage in (_openers, _gates_of, _gates_of, _following_of):
        asked = [finding for finding in stage(knowledge, values) if finding.id not in skipped]
        alike = sum(finding.type is FindingType.ANSWER for finding in asked)
        number += len(asked) - alike + ceil(alike / MOST_ON_A_SCREEN)
        values = {**values, **{f.id: value for f in asked if (value := _harmless(f)) is not None}}
    return number


def _harmless(finding: Finding) -> Value | None:
    if finding.type is FindingType.ANSWER:
        return Answer.YES if finding.worrying is Worrying.NO else Answer.NO
    return LIKELY.get(finding.id)


def _gates_of(knowledge: SafetyKnowledge, values: Values) -> list[Finding]:
    return _gates(knowledge, values, check(knowledge, values))


def _following_of(knowledge: SafetyKnowledge, values: Values) -> Iterator[Finding]:
    return _following(knowledge, values, check(knowledge, values))


def _openers(knowledge: SafetyKnowledge, values: Values) -> Iterator[Finding]:
    return (knowledge.findings[key] for key in OPENERS if key not in values)


def _gates(knowledge: SafetyKnowledge, values: Values, answer: SafetyAnswer) -> list[Finding]:
    """The open gate questions; those that hang on an answer still to come (problems of a pregnancy) wait for it."""
    person = Person(values, knowledge.worrying)
    asked = [knowledge.findings[key] for key in answer.missing]
    return [f for f in asked if f.asked_when is None or judge(f.asked_when, person).truth is Truth.TRUE] or asked


def _following(knowledge: SafetyKnowledge, values: Values, answer: SafetyAnswer) -> Iterator[Finding]:
    """What rules still hang on that something already speaks for, and then what would shape a plan."""
    person = Person(values, knowledge.worrying)
    still_open = {finding for rule in _half_met(knowledge, person, answer) for finding in judge(rule, person).open}
    shapes = {finding for finding in _shaping(knowledge, person) if answer.allows is not Allows.NONE}
    return (f for f in knowledge.findings.values() if f.id in still_open | shapes and _fits(f, person))


def _half_met(knowledge: SafetyKnowledge, person: Person, answer: SafetyAnswer) -> Iterator[Condition]:
    for rule in knowledge.rules:
        if rule.urgency.rank > answer.urgency.rank and touches(rule.when, person):
            yield rule.when


def _shaping(knowledge: SafetyKnowledge, person: Person) -> Iterator[str]:
    """Findings that alone would rule out movements: knees, shoulders, known conditions."""
    for rule in knowledge.rules:
        verdict = judge(rule.when, person)
        if rule.urgency is Urgency.SELF_CARE and rule.restrictions and verdict.truth is Truth.UNKNOWN:
            yield from verdict.open


def _fits(finding: Finding, person: Person) -> bool:
    if finding.id in person.values:
        return False
    return finding.asked_when is None or judge(finding.asked_when, person).truth is not Truth.FALSE


def _screen(asked: list[Finding]) -> Screen | None:
    """The first question, with those after it when they can be answered by yes or no."""
    if not asked:
        return None
    first = asked[0]
    if first.type is not FindingType.ANSWER:
        return Screen((first,))
    alike = [f for f in asked if f.type is FindingType.ANSWER]
    # One left over is asked with the rest rather than alone.
    return Screen(tuple(alike if len(alike) == MOST_ON_A_SCREEN + 1 else alike[:MOST_ON_A_SCREEN]))
