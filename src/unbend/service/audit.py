"""The audit: questions about a person's days, one at a time."""

from dataclasses import dataclass

from unbend.catalogue.condition import Value
from unbend.catalogue.knowledge import AuditItem, AuditText
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import standing


@dataclass(frozen=True)
class AuditView:
    """One question, what was answered before, its place among all, and the next one without an answer."""

    item: AuditItem
    words: AuditText
    answer: Value | None
    number: int
    all: int
    next: str | None


def audit(actor: Actor, person: str, ports: Ports) -> tuple[AuditView, ...]:
    """Every question. Raises NotAllowed."""
    answers, known = standing(actor, person, ports).state.audit, ports.known
    order = list(known.catalogue.audit)
    return tuple(
        AuditView(
            item=item,
            words=known.texts.audit[item.id],
            answer=answers[item.id].value if item.id in answers else None,
            number=number,
            all=len(order),
            next=next((key for key in (*order[number:], *order[: number - 1]) if key not in answers), None),
        )
        for number, item in enumerate(known.catalogue.audit.values(), start=1)
    )


def audit_item(actor: Actor, person: str, item: str, ports: Ports) -> AuditView | None:
    """One question; None where there is no such. Raises NotAllowed."""
    return next((view for view in audit(actor, person, ports) if view.item.id == item), None)


def answer(actor: Actor, person: str, item: str, value: object, ports: Ports, *, id_: str | None = None) -> None:
    """Store an answer. Raises NotAllowed, BadInput."""
    note(actor, person, "audited", {"audit": {item: value}}, ports, id_=id_)
