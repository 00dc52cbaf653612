"""What a store and the use cases tell each other about accounts, their devices and whom they show themselves to."""

from dataclasses import dataclass
from datetime import datetime

AT_HOME = "at-home"
"""The account of the one person who needs none: it has no password, only this machine signs in with it, and nobody
else may take its name."""


@dataclass(frozen=True)
class Device:
    """A phone, tablet or other machine of the same home that was paired with an account."""

    id: int
    account: int
    name: str
    paired_at: datetime
    seen_at: datetime


@dataclass(frozen=True)
class Shared:
    """An account that may see a person, until when."""

    account: int
    name: str
    until: datetime | None


@dataclass(frozen=True)
class Account:
    """Somebody who signs in; `people` are the records of their own, by id."""

    id: int
    name: str
    since: datetime
    people: tuple[str, ...] = ()
