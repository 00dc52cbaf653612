"""The safety answer as templates show it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Values
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Answer
from unbend.safety import Reason
from unbend.service.told import Told

MOST_REASONS = 3
"""Told in full; the rest follow in a line each, so that the first thing to do is not lost among them."""


def reasons(found: Iterable[Reason], catalogue: Catalogue, texts: Texts) -> list[dict[str, Any]]:
    """Each reason: why, what to do, what to tell, what it rests on, and its sources."""
    return [
        {
            "why": texts.safety.rules[reason.rule].why,
            "advice": texts.safety.rules[reason.rule].advice,
            "tell": texts.safety.rules[reason.rule].tell,
            "unverified": reason.unverified,
            "because": [texts.safety.findings[key].label for key in reason.because],
            "sources": [
                {"title": catalogue.sources[key].title, "address": catalogue.sources[key].url} for key in reason.sources
            ],
        }
        for reason in found
    ]


def slips(found: Iterable[Reason], values: Values, texts: Texts) -> list[dict[str, str]]:
    """The answers behind the reasons, each of which may have been a slip of the finger."""
    keys = dict.fromkeys(key for reason in found for key in reason.because)
    return [
        {"id": key, "label": texts.safety.findings[key].label, "said": said(values[key], key, texts)}
        for key in keys
        if key in values
    ]


def said(value: object, finding: str, texts: Texts) -> str:
    """An answer in words."""
    if isinstance(value, Answer):
        return {"yes": _("yes"), "no": _("no"), "unsure": _("not sure")}[value.value]
    if isinstance(value, tuple):
        return ", ".join(texts.names[finding][place] for place in value) or _("nowhere")
    if isinstance(value, float | int):
        return f"{value:g}"
    return texts.names.get(finding, {}).get(str(value), str(value))


def restricted(told: Told, texts: Texts) -> list[dict[str, Any]]:
    """What is left out of the programme, gathered under why."""
    found: dict[str, list[str]] = {}
    for key, rules in sorted(told.safety.restricted_by.items()):
        found.setdefault(_first(texts.safety.rules[rules[0]].why), []).append(texts.names["restriction"][key])
    return [{"why": why, "names": names} for why, names in found.items()]


def _first(why: str) -> str:
    return why.split(". ")[0].rstrip(".")
