"""A one-page letter to a clinician: what was asked, what was answered, and why the check says what it says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.condition import Value, Values
from unbend.catalogue.text import SafetyTexts
from unbend.catalogue.words import Answer, FindingType, Urgency
from unbend.safety import SafetyAnswer

MOST_REASONS = 6
"""So that the letter stays on one page; the most pressing come first."""


@dataclass(frozen=True)
class Letter:
    """A letter as headed paragraphs, in order."""

    title: str
    paragraphs: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """The letter as plain text."""
        parts = [self.title, *(f"{heading}\n{body}" if heading else body for heading, body in self.paragraphs)]
        return "\n\n".join(parts) + "\n"


def letter(
    answer: SafetyAnswer, values: Values, knowledge: SafetyKnowledge, texts: SafetyTexts, *, today: date
) -> Letter:
    """The letter for a safety answer."""
    words = texts.letter
    headline = texts.messages["urgency_" + answer.urgency.value.replace("-", "_")]
    answered = _by_answer(values, knowledge)
    paragraphs = [
        ("", words["made"].format(date=today.isoformat())),
        (words["numbers"], _numbers(values, knowledge, texts)),
        (words["outcome"], f"{headline} ({answer.urgency.value})"),
        (words["why"], _reasons(answer, texts)),
        (words["yes"], _labels(answered[Answer.YES], texts) + _unsure(answered[Answer.UNSURE], texts)),
        (words["no"], _labels(answered[Answer.NO], texts)),
        (words["open"], _labels(answer.missing, texts)),
        ("", words["ask"]),
    ]
    return Letter(words["title"], tuple((heading, body or words["none"]) for heading, body in paragraphs))


def _by_answer(values: Values, knowledge: SafetyKnowledge) -> Mapping[Answer, list[str]]:
    found: dict[Answer, list[str]] = {answer: [] for answer in Answer}
    for key in knowledge.findings:
        value = values.get(key)
        if isinstance(value, Answer):
            found[value].append(key)
    return found


def _reasons(answer: SafetyAnswer, texts: SafetyTexts) -> str:
    """What to tell the clinician, the most pressing first; shaping rules only where nothing presses."""
    pressing = [r for r in answer.reasons if r.urgency is not Urgency.SELF_CARE] or list(answer.reasons)
    lines = dict.fromkeys(texts.rules[reason.rule].tell for reason in pressing)
    return "\n".join(f"- {line}" for line in list(lines)[:MOST_REASONS])


def _labels(findings: Iterable[str], texts: SafetyTexts) -> str:
    return ", ".join(texts.findings[finding].label for finding in findings)


def _unsure(findings: Iterable[str], texts: SafetyTexts) -> str:
    return "".join(f"; {texts.findings[finding].label} ({texts.letter['unsure']})" for finding in findings)


def _numbers(values: Values, knowledge: SafetyKnowledge, texts: SafetyTexts) -> str:
    told = [
        f"{texts.findings[key].label}: {_shown(values[key])}{_unit(finding.unit)}"
        for key, finding in knowledge.findings.items()
        if finding.type is not FindingType.ANSWER and key in values
    ]
    return ", ".join(told)


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return " and ".join(value)
    return f"{value:g}" if isinstance(value, float | int) else str(value)


def _unit(unit: str | None) -> str:
    return f" {unit}" if unit else ""
