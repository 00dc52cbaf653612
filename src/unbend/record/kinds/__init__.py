"""The kinds of entry, one file each: what it holds, and what it does to the state."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from unbend.record.kinds import answered, audited, cleared, declined, practised, tested, wished
from unbend.record.state import State

Data = (
    answered.Answered
    | audited.Audited
    | tested.Tested
    | wished.Wished
    | cleared.Cleared
    | practised.Practised
    | declined.Declined
)


@dataclass(frozen=True)
class EntryKind:
    """A kind's present version, the type of its data, and its step of the fold."""

    version: int
    data: type
    apply: Callable[[State, object, datetime, str], State]


KINDS: dict[str, EntryKind] = {
    "answered": EntryKind(1, answered.Answered, answered.apply),
    "audited": EntryKind(1, audited.Audited, audited.apply),
    "tested": EntryKind(1, tested.Tested, tested.apply),
    "wished": EntryKind(1, wished.Wished, wished.apply),
    "cleared": EntryKind(1, cleared.Cleared, cleared.apply),
    "practised": EntryKind(1, practised.Practised, practised.apply),
    "declined": EntryKind(1, declined.Declined, declined.apply),
}
