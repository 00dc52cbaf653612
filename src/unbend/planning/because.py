"""What was decided by how the back answered, as reasons of a plan."""

from unbend.adaptation.level import Level
from unbend.adaptation.reason import Reason
from unbend.catalogue.catalogue import Catalogue
from unbend.planning.brief import Brief
from unbend.planning.plan import Why


def why_of(level: Level, brief: Brief) -> Why | None:
    """Why an exercise stands where it stands; None where nothing was decided about it."""
    return None if level.why is None else why_from(level.why, brief.catalogue)


def why_from(reason: Reason, catalogue: Catalogue) -> Why:
    """The reason with the sources of its rule, and what of it nobody read there."""
    rule = next(rule for rule in catalogue.adaptation_rules if rule.id == reason.rule)
    return Why(reason.code, reason.params, rule.sources, rule.unverified, reason.entries)
