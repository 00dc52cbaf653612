"""What a store and the use cases tell each other about people and their entries."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from unbend.record.entry import Entry


class Role(StrEnum):
    """What an account is to a person."""

    SELF = "self"
    CLINICIAN = "clinician"


@dataclass(frozen=True)
class Seen:
    """A person whom an account may see, as what, and until when (None: without end). `example`: somebody made up."""

    person: str
    name: str
    role: Role
    until: datetime | None = None
    example: bool = False


@dataclass(frozen=True)
class Written:
    """An entry as it was read, and as it was written: the JSON that is kept."""

    entry: Entry
    json: str


class Kept(StrEnum):
    """What became of an entry handed to the store."""

    STORED = "stored"
    ALREADY = "already"
    OTHER_CONTENT = "other-content"
    ERASED = "erased"


@dataclass(frozen=True)
class Tombstone:
    """That a person was erased, and when; nothing of what they said. `backups_until`: when the last copy is gone."""

    person: str
    erased_at: datetime
    backups_until: datetime
