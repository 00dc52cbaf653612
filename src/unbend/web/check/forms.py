"""Screens of the check as forms: what was sent, and what a template shows of each question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from unbend.catalogue.condition import Value, Values
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Answer, FindingType
from unbend.record.errors import BadInput

DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 365}
"""What a unit of time counts for where a number of days is asked; the page says so."""

MOST_DIGITS = 12
NO_FAULTS: Mapping[str, BadInput] = {}


@dataclass(frozen=True)
class Sent:
    """A screen as it was sent: the questions shown on it, and which button went on."""

    id: str
    shown: tuple[str, ...]
    raw: Mapping[str, object]
    follows: str | None
    replaces: str | None
    confirmed: bool
    skipped: bool
    muddled: bool


def sent(post: QueryDict, findings: Mapping[str, Finding]) -> Sent:
    """What was sent. "None of these" is no to exactly the questions shown; so is "no to the others" to those left."""
    shown = tuple(dict.fromkeys(post.getlist("_shown")))
    raw = {key: _raw(post, findings[key]) if key in findings else None for key in shown}
    button = post.get("_go", "")
    alarmed = any(value in (Answer.YES.value, Answer.UNSURE.value) for value in raw.values())
    if button in ("none", "rest") and not (button == "none" and alarmed):
        raw = {key: Answer.NO.value if value is None else value for key, value in raw.items()}
    return Sent(
        id=post.get("_id", ""),
        shown=shown,
        raw=raw,
        follows=post.get("_follows") or None,
        replaces=post.get("_replaces") or None,
        confirmed=post.get("_confirmed") == "yes",
        skipped=button == "skip",
        muddled=button == "none" and alarmed,
    )


def _raw(post: QueryDict, finding: Finding) -> object:
    """The value as JSON would hold it; None where nothing was said."""
    if finding.type is FindingType.CHOICES:
        chosen = list(dict.fromkeys(post.getlist(finding.id)))
        return chosen if chosen or post.get("_go") == "nowhere" else None
    typed = post.get(finding.id, "").strip()
    if not typed:
        return None
    return _number(typed, finding, post) if finding.type is FindingType.NUMBER else typed


def _number(typed: str, finding: Finding, post: QueryDict) -> object:
    plain = typed.replace(",", ".")
    if len(plain) > MOST_DIGITS or not plain.replace(".", "", 1).isdecimal() or not plain.isascii():
        return typed
    number = float(plain)
    if finding.unit == "days":
        return round(number * DAYS.get(post.get(f"{finding.id}-unit", "days"), 1))
    return int(number) if number.is_integer() else number


def questions(
    findings: tuple[Finding, ...], texts: Texts, known: Values, faults: Mapping[str, BadInput], *, follow_up: bool
) -> Iterator[dict[str, Any]]:
    """What the template shows of each question."""
    for finding in findings:
        words = texts.safety.findings[finding.id]
        yield {
            "id": finding.id,
            "control": _control(finding),
            "question": words.follow_up if follow_up and words.follow_up else words.question,
            "help": None if follow_up else words.help,
            "options": _options(finding, texts),
            "value": _shown(known.get(finding.id)),
            "unit": finding.unit,
            "min": _plain(finding.minimum),
            "max": _plain(finding.maximum),
            "step": 1 if finding.whole else "any",
            "error": _said(finding, faults.get(finding.id), known.get(finding.id)),
        }


def _control(finding: Finding) -> str:
    if finding.type is FindingType.NUMBER:
        return "scale" if finding.unit == "0-10" else "days" if finding.unit == "days" else "number"
    return {FindingType.ANSWER: "answer", FindingType.CHOICE: "choice", FindingType.CHOICES: "map"}[finding.type]


def _options(finding: Finding, texts: Texts) -> list[dict[str, str]]:
    if finding.type is FindingType.ANSWER:
        return [
            {"value": "yes", "label": _("Yes")},
            {"value": "no", "label": _("No")},
            {"value": "unsure", "label": _("Not sure")},
        ]
    names = texts.names[finding.id] if finding.options else {}
    return [{"value": option, "label": names[option]} for option in finding.options]


def _shown(value: Value | None) -> object:
    return list(value) if isinstance(value, tuple) else _plain(value) if isinstance(value, float | int) else value


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number


def _said(finding: Finding, fault: BadInput | None, value: object) -> str | None:
    """What is wrong, for the person in front of the page."""
    if fault is None:
        return None
    if finding.type is not FindingType.NUMBER or (value is None and "null" in fault.what):
        return _("Please choose an answer.") if finding.type is not FindingType.NUMBER else _("Please write a number.")
    low, high = _plain(finding.minimum), _plain(finding.maximum)
    return _("Please write a number from {low} to {high}.").format(low=low, high=high)
