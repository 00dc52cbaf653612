"""Who may see and do what: the only place that decides it."""

from enum import StrEnum

from unbend.record.keeping import Role, Seen
from unbend.service.ports import Actor, Ports


class Right(StrEnum):
    """What an actor wants with a person's record."""

    SEE = "see"
    WRITE = "write"
    OWN = "own"


_ROLES = {
    Right.SEE: frozenset({Role.SELF, Role.CLINICIAN}),
    Right.WRITE: frozenset({Role.SELF}),
    Right.OWN: frozenset({Role.SELF}),
}
"""A clinician reads. Writing, exporting and erasing are the person's own."""


class NotAllowed(Exception):
    """The actor may not do this, or there is no such person: which of the two is not told."""


def require(actor: Actor, person: str, right: Right, ports: Ports) -> Seen:
    """The person as the actor may see them. Raises NotAllowed."""
    for seen in people(actor, ports):
        if seen.person == person and seen.role in _ROLES[right]:
            return seen
    raise NotAllowed(f"{right} is not for this account")


def people(actor: Actor, ports: Ports) -> tuple[Seen, ...]:
    """Everybody whom the actor may see now."""
    return ports.store.visible_to(actor.account, ports.clock.now())
