"""How a person wants to be spoken to: each change is one entry, and holds only what is new."""

from collections.abc import Mapping

from unbend.record.state import Preferences
from unbend.service.access import Right, require
from unbend.service.ports import Actor, Ports
from unbend.service.record import note

FIELDS = {
    "units": "units",
    "time-zone": "time_zone",
    "language": "language",
    "country": "country",
    "voice": "voice",
    "beeps": "beeps",
}
"""What an entry calls them, and what the state does."""


def preferences(actor: Actor, person: str, ports: Ports) -> Preferences:
    """What holds now. Raises NotAllowed for everybody but the person."""
    require(actor, person, Right.WRITE, ports)
    return ports.store.state(person).preferences


def prefer(actor: Actor, person: str, said: Mapping[str, object], ports: Ports, *, id_: str) -> bool:
    """Note what differs from what held before; False where nothing does. Raises NotAllowed, BadInput."""
    before = preferences(actor, person, ports)
    new = {key: value for key, value in said.items() if key not in FIELDS or getattr(before, FIELDS[key]) != value}
    if new:
        note(actor, person, "preferred", new, ports, id_=id_)
    return bool(new)
