"""Doing the check again: when it is time, and what is asked anew."""

from datetime import timedelta

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Urgency, Worrying
from unbend.record.kinds.advised import Advice
from unbend.service.access import Right
from unbend.service.ports import Actor, Ports
from unbend.service.standing import Standing, standing

LOOK_AGAIN_AFTER = timedelta(days=7)
"""As the answer itself says: do this check again in a week."""

MAY_CHANGE = frozenset({"pain", "nerve"})
"""Groups of findings that are asked again when somebody looks again: they come and go, diagnoses stay."""

HOW_IT_IS = frozenset({"severity", "where"})
"""How much and where it hurts is asked each time: a flare is the first reason to look again."""


def is_due(actor: Actor, person: str, ports: Ports) -> bool:
    """Whether a week went by since the check: then what may have changed is asked anew. Raises NotAllowed."""
    return is_a_week_old(standing(actor, person, ports, right=Right.WRITE))


def is_a_week_old(stand: Standing) -> bool:
    """Whether the last answer of the check was given a week ago or more."""
    last = stand.state.given.get(Advice.SAFETY)
    return last is not None and stand.now - last.at >= LOOK_AGAIN_AFTER


def may_have_changed(stand: Standing, catalogue: Catalogue) -> set[str]:
    """What somebody who looks again is asked anew: signs that come and go, how much and where it hurts."""
    pressing = {key for reason in stand.safety.reasons if reason.urgency.rank >= Urgency.URGENT.rank
                for key in reason.because}  # fmt: skip
    gate = {question.id for question in catalogue.gate}
    return {
        finding.id
        for finding in catalogue.safety.findings.values()
        if finding.id in gate
        or (finding.id in pressing and finding.worrying is not Worrying.NEITHER)
        or (finding.group in MAY_CHANGE and finding.worrying is Worrying.YES)
        or finding.id in HOW_IT_IS
    }
