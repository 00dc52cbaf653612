"""The safety check: from what is known of a person to how soon they need to be seen.

Every rule is tried; the most pressing one that holds decides. A rule is a list of things that worry, so knowing
one more worrying thing can only add rules that hold, never take one away.
"""

from collections.abc import Iterable, Mapping

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.condition import Person, Truth, Values, Verdict, judge
from unbend.catalogue.knowledge import Finding, SafetyRule
from unbend.catalogue.words import Allows, Urgency, Worrying
from unbend.record.state import Clearance
from unbend.safety.answer import Reason, SafetyAnswer

ADULT_AGE = 18
"""Below it nobody gets a plan, whatever a clearance says: the programme's sources studied adults."""

_ORDER = {urgency: urgency.rank for urgency in Urgency}


def check(knowledge: SafetyKnowledge, values: Values, cleared: Mapping[str, Clearance] | None = None) -> SafetyAnswer:
    """The safety answer for `values`. `cleared`: the clearance that covers a finding, by finding."""
    person = Person(values, knowledge.worrying)
    verdicts = [(rule, judge(rule.when, person)) for rule in knowledge.rules]
    reasons = _reasons(verdicts, knowledge, cleared or {})
    urgency = max((r.urgency for r in reasons if not r.cleared_by), key=_ORDER.__getitem__, default=Urgency.SELF_CARE)
    allows = _allows(reasons, values)
    return SafetyAnswer(
        urgency=urgency,
        allows=allows,
        missing=_missing(knowledge, verdicts, person, urgency, allows),
        reasons=reasons,
        restricted_by=_restricted_by(reasons),
    )


def _reasons(
    verdicts: Iterable[tuple[SafetyRule, Verdict]], knowledge: SafetyKnowledge, cleared: Mapping[str, Clearance]
) -> tuple[Reason, ...]:
    """The rules that hold, the most pressing first."""
    held = [_reason(rule, v.because, knowledge, cleared) for rule, v in verdicts if v.truth is Truth.TRUE]
    return tuple(sorted(held, key=lambda reason: -reason.urgency.rank))


def _reason(
    rule: SafetyRule, because: tuple[str, ...], knowledge: SafetyKnowledge, cleared: Mapping[str, Clearance]
) -> Reason:
    clearance = _lifted_by(rule, because, knowledge, cleared)
    return Reason(
        rule=rule.id,
        urgency=rule.urgency,
        because=because,
        allows=clearance.allows if clearance else rule.allows,
        restrictions=rule.restrictions,
        sources=rule.sources,
        cleared_by=clearance.entry if clearance else None,
        unverified=rule.unverified,
    )


def _lifted_by(
    rule: SafetyRule, because: tuple[str, ...], knowledge: SafetyKnowledge, cleared: Mapping[str, Clearance]
) -> Clearance | None:
    """The strictest clearance that lifts the rule: only `see-clinician` can be lifted, and only when every worrying
    answer behind it is covered. A clinician need not name an age or a duration."""
    if rule.urgency is not Urgency.SEE_CLINICIAN:
        return None
    worries = [f for f in because if knowledge.worrying.get(f, Worrying.NEITHER) is not Worrying.NEITHER] or because
    if not worries or not all(finding in cleared for finding in worries):
        return None
    return min((cleared[finding] for finding in worries), key=lambda clearance: clearance.allows.rank)


def _allows(reasons: Iterable[Reason], values: Values) -> Allows:
    age = values.get("age")
    if isinstance(age, float | int) and age < ADULT_AGE:
        return Allows.NONE
    return min((reason.allows for reason in reasons), key=lambda allows: allows.rank, default=Allows.PLAN)


def _missing(
    knowledge: SafetyKnowledge,
    verdicts: Iterable[tuple[SafetyRule, Verdict]],
    person: Person,
    urgency: Urgency,
    allows: Allows,
) -> tuple[str, ...]:
    """Gate findings without an answer that could still raise the urgency or, while a plan is possible, shape it."""
    still_open = {
        finding
        for rule, verdict in verdicts
        if verdict.truth is Truth.UNKNOWN and (rule.urgency.rank > urgency.rank or allows is not Allows.NONE)
        for finding in verdict.open
    }
    return tuple(f.id for f in knowledge.findings.values() if f.id in still_open and is_asked(f, person))


def is_asked(finding: Finding, person: Person) -> bool:
    """Whether a gate finding is to be asked of this person: not of somebody it cannot be true of."""
    if not finding.gate or finding.id in person.values:
        return False
    return finding.asked_when is None or judge(finding.asked_when, person).truth is not Truth.FALSE


def _restricted_by(reasons: Iterable[Reason]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for reason in reasons:
        for restriction in reason.restrictions:
            found.setdefault(restriction, []).append(reason.rule)
    return {restriction: tuple(rules) for restriction, rules in found.items()}
