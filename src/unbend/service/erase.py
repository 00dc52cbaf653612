"""Erasing a person: all that is kept of them goes, and a tombstone stays that keeps it from coming back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from unbend.record.keeping import Tombstone
from unbend.service.access import Right, require
from unbend.service.backup import Database, Place, settle
from unbend.service.ports import Actor, Ports


@dataclass(frozen=True)
class Goes:
    """What would go: so many entries of a person of this name. `backups_until`: when the last copy of them is gone."""

    name: str
    entries: int
    backups_until: datetime


def what_goes(actor: Actor, person: str, ports: Ports, place: Place) -> Goes:
    """What erasing would remove. Raises NotAllowed."""
    seen = require(actor, person, Right.OWN, ports)
    entries = sum(1 for _ in ports.store.written(person))
    return Goes(seen.name, entries, _backups_until(ports.clock.now(), place))


def erase(actor: Actor, person: str, ports: Ports, *, database: Database, place: Place) -> Tombstone:
    """Remove every entry, what was reckoned from them and who may see them. Raises NotAllowed.

    The tombstone is written beside the database too, so that an old copy of it cannot bring the person back.
    """
    require(actor, person, Right.OWN, ports)
    now = ports.clock.now()
    until = _backups_until(now, place)
    ports.store.erase(person, now=now, backups_until=until)
    settle(database, place, now=now)
    return Tombstone(person, now, until)


def _backups_until(now: datetime, place: Place) -> datetime:
    """A copy a day, and so many of them are kept: after as many days none is left that holds the person."""
    return now + timedelta(days=place.kept)
