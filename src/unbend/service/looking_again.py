"""Doing the check again: when it is time, and what is asked anew."""

from datetime import datetime, timedelta

from unbend.adaptation.look_again import checked_at, look_again_now
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import Urgency, Worrying
from unbend.planning.because import why_from
from unbend.planning.plan import Why
from unbend.record.course import SEVERITY
from unbend.service.access import Right
from unbend.service.ports import Actor, Ports
from unbend.service.standing import Standing, standing

MAY_CHANGE = frozenset({"pain", "nerve"})
"""Groups of findings that are asked again when somebody looks again: they come and go, diagnoses stay."""

HOW_IT_IS = frozenset({"severity", "where"})
"""How much and where it hurts is asked each time: a flare is the first reason to look again."""


def is_due(actor: Actor, person: str, begun: datetime | None, ports: Ports) -> bool:
    """Whether what may have changed is asked anew: a week went by since the check, or it comes before the next workout.
    Not where that was begun already, after all that asks for it. Raises NotAllowed."""
    stand = standing(actor, person, ports, right=Right.WRITE)
    if begun is not None and not _is_overtaken(begun, stand):
        return False
    return is_a_week_old(stand, ports.known.catalogue) or waits_for_check(stand, ports.known.catalogue) is not None


def _is_overtaken(begun: datetime, stand: Standing) -> bool:
    """Whether a workout or a morning came since the check was begun. What a fast clock dates ahead has not come yet:
    else the check would begin anew for ever."""
    told = (reading.at for reading in stand.state.pains if reading.about != SEVERITY)
    return any(begun < at <= stand.now for at in (*told, *(workout.at for workout in stand.state.recent)))


def is_a_week_old(stand: Standing, catalogue: Catalogue) -> bool:
    """Whether the check was last gone through a week ago or more."""
    last = checked_at(stand.state)
    return last is not None and stand.now - last >= timedelta(days=catalogue.adaptation.look_again_days)


def waits_for_check(stand: Standing, catalogue: Catalogue) -> Why | None:
    """Why the check comes before the next workout; None while it does not."""
    weeks = catalogue.parameters.calm_weeks_most
    reason = look_again_now(stand.state, catalogue.adaptation, calm_weeks=weeks, now=stand.now)
    return None if reason is None else why_from(reason, catalogue)


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
        or _lapses_soon(finding, stand, catalogue)
    }


def _lapses_soon(finding: Finding, stand: Standing, catalogue: Catalogue) -> bool:
    """Whether the answer grows too old before the next check is due: it is asked with the others, and no workout has to
    wait for it."""
    known, least = stand.state.findings.get(finding.id), finding.lapses_after_days
    if known is None or least is None:
        return False
    return (stand.today - known.at.date()).days + catalogue.adaptation.look_again_days >= least
