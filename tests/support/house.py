"""People with records in the database of the tests, and all that the use cases stand on, at a moment of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count

from support.people import Json
from unbend.record.keeping import Role
from unbend.record.state import State
from unbend.service.ports import Actor, Ports
from unbend.service.record import Result, append
from unbend.settings.composition import ports as joined
from unbend.store.models import Access, User

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
_NUMBERS = count(1)


@dataclass(frozen=True)
class Stopped:
    """A clock that stands."""

    at: datetime = NOW

    def now(self) -> datetime:
        """Always the same moment."""
        return self.at


def ports(at: datetime = NOW) -> Ports:
    """All parts joined as in the program, but for the clock."""
    return replace(joined(), clock=Stopped(at))


@dataclass(frozen=True)
class Somebody:
    """A person, and the account that is their own."""

    actor: Actor
    person: str

    def said(self, *entries: Json) -> tuple[Result, ...]:
        """What became of these entries of theirs."""
        return append(self.actor, self.person, entries, ports())

    @property
    def state(self) -> State:
        """What their record adds up to."""
        return ports().store.state(self.person)

    @property
    def written(self) -> Sequence[str]:
        """Their entries as they are kept."""
        return list(ports().store.written(self.person))


def somebody(name: str = "Alice") -> Somebody:
    """A new person with an account and no entries."""
    account = User.objects.create_user(f"account-{next(_NUMBERS)}-{name.lower()}")
    return Somebody(Actor(account.pk), ports().store.add_person(account.pk, name=name, example=False, now=NOW))


def clinician_of(person: str, until: datetime | None = None) -> Actor:
    """An account that may see the person as their clinician."""
    account = User.objects.create_user(f"account-{next(_NUMBERS)}-clinician")
    Access.objects.create(account=account, person_id=person, role=Role.CLINICIAN, until=until)
    return Actor(account.pk)
