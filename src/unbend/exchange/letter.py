"""A one-page letter to a clinician: what was asked, what was answered, and why the check says what it says."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.condition import Value, Values
from unbend.catalogue.text import SafetyTexts
from unbend.catalogue.words import Answer, FindingType, Urgency, Worrying
from unbend.exchange.letter_course import SoFar, day_in_words, lines_of
from unbend.safety import Reason, SafetyAnswer

WIDTH = 78
"""Letters in a line, as any program prints plain text."""

MOST_REASONS = 3
MOST_BEHIND_A_REASON = 5
MOST_LETTERS = {Answer.YES: 520, Answer.UNSURE: 150, Answer.NO: 440}  # in this order
"""So that the letter stays on one page whatever was answered; what presses most comes first."""

MOST_LETTERS_WITH_COURSE = {Answer.YES: 450, Answer.UNSURE: 80, Answer.NO: 250}
"""Where it also tells how it has gone, which takes room from the other answers and the last of the reasons."""

NOTHING_SO_FAR = SoFar()


@dataclass(frozen=True)
class Letter:
    """A letter as headed paragraphs, in order."""

    title: str
    paragraphs: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """The letter as plain text."""
        parts = [self.title, *(f"{heading}\n{_wrapped(body)}".lstrip() for heading, body in self.paragraphs)]
        return "\n\n".join(parts) + "\n"


def letter(
    answer: SafetyAnswer,
    values: Values,
    knowledge: SafetyKnowledge,
    texts: SafetyTexts,
    *,
    today: date,
    so_far: SoFar = NOTHING_SO_FAR,
) -> Letter:
    """The letter for a safety answer, with how it has gone where that is known."""
    words, lately = texts.letter, lines_of(so_far, texts.letter)
    most_letters = MOST_LETTERS_WITH_COURSE if lately else MOST_LETTERS
    paragraphs = [
        ("", f"{words['who']}\n{words['made'].format(date=day_in_words(today))}"),
        (words["numbers"], _numbers(values, knowledge, texts)),
        (words["so_far"], lately),
        (words["outcome"], _outcome(answer, words)),
        (words["why"], "\n".join(_reasons(answer, values, texts, MOST_REASONS - bool(lately)))),
        *(
            (words[said.value], _labels(_told(values, knowledge, said), texts, most))
            for said, most in most_letters.items()
        ),
        (words["open"], _labels(answer.missing, texts, most_letters[Answer.UNSURE])),
        (words["asks"], f"{words['ask']}\n{words['leave_out']}\n{words['signed']}"),
    ]
    kept = (words["numbers"], words["why"], words["yes"])
    return Letter(
        words["title"], tuple((head, body or words["none"]) for head, body in paragraphs if body or head in kept)
    )


def _wrapped(body: str) -> str:
    return "\n".join(
        textwrap.fill(line, WIDTH, subsequent_indent="  " * line.startswith("- "), break_on_hyphens=False)
        for line in body.splitlines()
    )


def _outcome(answer: SafetyAnswer, words: Mapping[str, str]) -> str:
    outcome = words["outcome_" + answer.urgency.value.replace("-", "_")]
    if answer.complete:
        return outcome
    return words["outcome_open"] if answer.urgency is Urgency.SELF_CARE else f"{outcome} {words['outcome_open']}"


def _reasons(answer: SafetyAnswer, values: Values, texts: SafetyTexts, most: int) -> Iterator[str]:
    """The most pressing first; rules that only shape a plan, only where nothing presses."""
    pressing = [r for r in answer.reasons if r.urgency is not Urgency.SELF_CARE] or list(answer.reasons)
    yield from (f"- {_reason(reason, values, texts)}" for reason in pressing[:most])
    if len(pressing) > most:
        yield texts.letter["more_reasons"].format(number=len(pressing) - most)


def _reason(reason: Reason, values: Values, texts: SafetyTexts) -> str:
    words = texts.rules[reason.rule]
    because = [_answered(finding, values, texts) for finding in reason.because[:MOST_BEHIND_A_REASON]]
    return texts.letter["reason"].format(
        why=words.why,
        because="; ".join(because),
        tell=words.tell,
        rule=reason.rule,
        sources=", ".join(reason.sources[:MOST_REASONS]),
    )


def _answered(finding: str, values: Values, texts: SafetyTexts) -> str:
    unsure = f" ({texts.letter['not_sure']})" if values.get(finding) is Answer.UNSURE else ""
    return texts.findings[finding].label + unsure


def _told(values: Values, knowledge: SafetyKnowledge, said: Answer) -> list[str]:
    """The findings answered so, what may worry first."""
    found = [key for key in knowledge.findings if values.get(key) is said]
    return sorted(found, key=lambda key: not _weighs(key, knowledge))


def _weighs(finding: str, knowledge: SafetyKnowledge) -> bool:
    return knowledge.findings[finding].gate or knowledge.findings[finding].worrying is not Worrying.NEITHER


def _labels(findings: Iterable[str], texts: SafetyTexts, most: int) -> str:
    """The labels, as many as `most` letters hold, and how many more there are."""
    labels = [texts.findings[finding].label for finding in findings]
    kept = [label for number, label in enumerate(labels, start=1) if len("; ".join(labels[:number])) <= most]
    if more := len(labels) - len(kept):
        kept.append(texts.letter["and_more"].format(number=more))
    return "; ".join(kept)


def _numbers(values: Values, knowledge: SafetyKnowledge, texts: SafetyTexts) -> str:
    told = [
        f"{texts.findings[key].label}: {_shown(values[key])}{_unit(finding.unit, texts.findings[key].label)}"
        for key, finding in knowledge.findings.items()
        if finding.type is not FindingType.ANSWER and key in values
    ]
    return "; ".join(told)


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(place.replace("-", " ") for place in value)
    return f"{value:g}" if isinstance(value, float | int) else str(value)


def _unit(unit: str | None, label: str) -> str:
    """The unit, unless the label says it: "0-10" is read as out of 10."""
    if unit is None or label.lower().startswith(unit):
        return ""
    return "/" + unit.split("-")[1] if unit[0].isdigit() else f" {unit}"
