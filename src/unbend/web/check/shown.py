"""The safety answer as templates show it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Values
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Answer
from unbend.planning.because import why_from
from unbend.safety import Reason
from unbend.service.course import Shown, shown_by_log
from unbend.service.ports import Ports
from unbend.service.told import Told
from unbend.service.wording import sentence

MOST_REASONS = 3
"""Told in full; the rest follow in a line each, so that the first thing to do is not lost among them."""


def by_log(found: Iterable[Reason], person: str, ports: Ports) -> dict[str, str]:
    """Of the answers behind these reasons, those that were read from the log: what in it shows them."""
    shown = {key: shown_by_log(person, key, ports) for key in dict.fromkeys(k for one in found for k in one.because)}
    return {key: _as_shown(one, ports) for key, one in shown.items() if one is not None}


def _as_shown(shown: Shown, ports: Ports) -> str:
    known = ports.known
    if shown.why is None:
        return known.texts.reasons["told-over-time"]
    return sentence(why_from(shown.why, known.catalogue), known.texts)


def reasons(
    found: Iterable[Reason], catalogue: Catalogue, texts: Texts, from_log: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Each reason: why, what to do, what to tell, what it rests on, and its sources; and what the log shows of it."""
    return [
        {
            "why": texts.safety.rules[reason.rule].why,
            "advice": texts.safety.rules[reason.rule].advice,
            "tell": texts.safety.rules[reason.rule].tell,
            "unverified": reason.unverified,
            "shown": [{"id": key, "text": from_log[key]} for key in reason.because if key in from_log],
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
