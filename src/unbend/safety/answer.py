"""The safety answer: codes and ids, no sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from unbend.catalogue.words import Allows, Urgency


@dataclass(frozen=True)
class Reason:
    """A rule that holds, the findings that made it hold, and the clearance that lifts it, if one does.
    `unverified` says what in the rule nobody read at its source."""

    rule: str
    urgency: Urgency
    because: tuple[str, ...]
    allows: Allows
    restrictions: tuple[str, ...]
    sources: tuple[str, ...]
    cleared_by: str | None = None
    unverified: str | None = None


@dataclass(frozen=True)
class SafetyAnswer:
    """What the findings mean. `missing`: gate findings without an answer that could still change it."""

    urgency: Urgency
    allows: Allows
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    restricted_by: Mapping[str, tuple[str, ...]]

    @property
    def complete(self) -> bool:
        """Every gate finding that still matters has an answer."""
        return not self.missing

    @property
    def restrictions(self) -> tuple[str, ...]:
        """The ids of the restrictions, in order of the alphabet."""
        return tuple(sorted(self.restricted_by))

    @property
    def may_plan(self) -> bool:
        """Whether any exercise plan may be made: everything asked, and no rule against it."""
        return self.complete and self.allows is not Allows.NONE
