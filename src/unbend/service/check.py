"""Checking what is known of a person for reasons to see somebody."""

from dataclasses import replace
from datetime import date, timedelta

from unbend.catalogue.catalogue import Catalogue, SafetyKnowledge
from unbend.catalogue.condition import Value, Values
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.text import SafetyTexts
from unbend.catalogue.words import Allows, Answer, Urgency
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.state import State
from unbend.record.today import faded_on, findings_on
from unbend.record.values import values_of
from unbend.safety import Reason, SafetyAnswer, check
from unbend.safety.clearance import cleared_findings


def is_profile(raw: object) -> bool:
    """Whether the JSON is a profile rather than a flat object of findings."""
    return isinstance(raw, dict) and "findings" in raw


def check_profile(raw: object, catalogue: Catalogue, *, today: date) -> tuple[SafetyAnswer, Values]:
    """The safety answer for a profile with its log, and the findings it rests on. Raises BadInput."""
    return check_state(fold(profile_of(raw, catalogue, today=today).entries), catalogue.safety, today=today)


def profile_with(values: Values, *, today: date) -> dict[str, object]:
    """The answers as a profile, so that both the check and the plan take it."""
    return {"answered-on": today.isoformat(), "findings": dict(values)}


def findings_in(raw: object, knowledge: SafetyKnowledge) -> dict[str, Value]:
    """The findings in a flat JSON object. Raises BadInput."""
    return values_of(raw, knowledge.findings, where="")


def check_state(
    state: State, knowledge: SafetyKnowledge, *, today: date, ahead: timedelta = timedelta()
) -> tuple[SafetyAnswer, Values]:
    """The safety answer for a record on a date, with the clearances that still hold, and the findings it rests on.
    An answer that has lapsed and held something back is missing: it is asked anew before anything more is allowed.

    `ahead` asks how it will be that much later if nothing else changes.
    """
    values = findings_on(state, knowledge.findings, today, ahead=ahead)
    cleared = cleared_findings(state, today)
    answer, faded = check(knowledge, values, cleared), faded_on(state, knowledge.findings, today)
    if not faded or answer.allows is Allows.NONE:
        return answer, values
    before = check(knowledge, {**faded, **values}, cleared)
    anew = _behind_more(before, answer, faded)
    return replace(answer, missing=tuple(dict.fromkeys((*answer.missing, *anew)))), values


def _behind_more(before: SafetyAnswer, now: SafetyAnswer, faded: Values) -> tuple[str, ...]:
    """The faded answers behind rules that held by them, and whose holding presses or rules out more."""
    rules = {reason.rule for reason in now.reasons}
    more = (r for r in before.reasons if r.rule not in rules and (r.restrictions or r.allows is not Allows.PLAN))
    return tuple(finding for reason in more for finding in reason.because if finding in faded)


def grown_old(answer: SafetyAnswer, state: State, knowledge: SafetyKnowledge) -> tuple[Finding, ...]:
    """What is missing because an answer lapsed, and what no question before a plan asks for."""
    asked = (knowledge.findings[key] for key in answer.missing if key in state.findings)
    return tuple(finding for finding in asked if not finding.gate)


def answer_as_json(answer: SafetyAnswer, texts: SafetyTexts) -> dict[str, object]:
    """The safety answer in the form that `unbend check --json` promises."""
    return {
        "urgency": answer.urgency.value,
        "complete": answer.complete,
        "missing": list(answer.missing),
        "allows": answer.allows.value if answer.complete else Allows.NONE.value,
        "reasons": [_reason_as_json(reason, texts) for reason in answer.reasons],
        "restrictions": list(answer.restrictions),
        "safety_net": safety_net(texts),
    }


def safety_net(texts: SafetyTexts) -> str:
    """When to get help, and when to look again: said with every answer (hard rule 8)."""
    return f"{texts.messages['safety_net']} {texts.messages['look_again']}"


def safety_net_for(values: Values, texts: SafetyTexts) -> str:
    """The same for one person: somebody who is or may be pregnant has more to look out for."""
    pregnant = values.get("pregnant") in (Answer.YES, Answer.UNSURE)
    return f"{safety_net(texts)} {texts.messages['safety_net_pregnant']}" if pregnant else safety_net(texts)


def headline(urgency: Urgency, texts: SafetyTexts) -> str:
    """The urgency as one sentence."""
    return texts.messages["urgency_" + urgency.value.replace("-", "_")]


def _reason_as_json(reason: Reason, texts: SafetyTexts) -> dict[str, object]:
    words = texts.rules[reason.rule]
    told = {key: value for key in ("cleared_by", "unverified") if (value := getattr(reason, key)) is not None}
    return {
        "rule": reason.rule,
        "urgency": reason.urgency.value,
        "because": list(reason.because),
        "text": words.why,
        "advice": words.advice,
        "tell": words.tell,
        "restrictions": list(reason.restrictions),
        "sources": list(reason.sources),
        **told,
    }
