"""What was decided by how the back answered, as reasons of a plan that claim no more than the plan does."""

from dataclasses import replace

from unbend.adaptation.level import Level, Move
from unbend.adaptation.reason import Reason
from unbend.catalogue.catalogue import Catalogue
from unbend.planning.plan import Why

KEPT_SMALL = {
    "down-next-day-up": "small-next-day-up",
    "down-pain-rose": "small-pain-rose",
    "down-new-pain": "small-new-pain",
    "down-ended-by-pain": "small-pain-rose",
    "down-too-hard": "small-too-hard",
    "down-hurt": "small-hurt",
    "back-after-break": "small-after-break",
    "back-in-phase": "small-in-phase",
}
"""What is said in the place of less, where the amount was the least already."""


def why_from(reason: Reason, catalogue: Catalogue) -> Why:
    """The reason with the sources of its rule, and what of it nobody read there."""
    rule = next(rule for rule in catalogue.adaptation_rules if rule.id == reason.rule)
    return Why(reason.code, reason.params, rule.sources, rule.unverified, reason.entries, rule.id)


def why_of(level: Level, catalogue: Catalogue) -> Why | None:
    """Why an exercise stands where it stands; None where nothing was decided about it."""
    return None if level.why is None else why_from(level.why, catalogue)


def why_so_much(level: Level, catalogue: Catalogue, *, more: int, harder_is_open: bool) -> Why | None:
    """Why an exercise gets the amount it gets. `more`: above 0 where it is more than at the last try, below where it is
    less; a decision that changed nothing that can be seen is not told as a change."""
    why = why_of(level, catalogue)
    if why is None:
        return None
    if level.move.goes_up:
        if level.move is Move.UP_RUNG and harder_is_open:
            return why
        return replace(why, code="up-dose", params={}) if more > 0 else None
    if level.move.goes_down and more >= 0 and why.code in KEPT_SMALL:
        return replace(why, code=KEPT_SMALL[why.code])
    return why
