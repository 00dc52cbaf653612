"""Whose own account each person has: what a command at the machine itself acts with."""

from dataclasses import dataclass

from unbend.record.keeping import Role
from unbend.store.models import Access


@dataclass(frozen=True)
class Owner:
    """A person, and the account that is their own. `example`: somebody made up."""

    account: int
    person: str
    example: bool


def owners() -> tuple[Owner, ...]:
    """Everybody, in the order of their beginning."""
    rows = Access.objects.filter(role=Role.SELF).select_related("person").order_by("person__created_at", "pk")
    return tuple(Owner(row.account_id, str(row.person_id), row.person.example) for row in rows)
