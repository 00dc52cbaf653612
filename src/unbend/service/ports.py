"""What the use cases stand on, as they see it: where entries are kept, what time it is, fresh ids, the solver."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from unbend.planning.problem import Solver
from unbend.record.entry import Entry
from unbend.record.keeping import Kept, Seen, Tombstone, Written
from unbend.record.state import State
from unbend.service.knowledge import Knowledge


@dataclass(frozen=True)
class Actor:
    """Who asks: the account that signed in."""

    account: int


class Store(Protocol):
    """Where people and their entries are kept. An entry that is stored is never changed."""

    def add_person(self, account: int, *, name: str, example: bool, now: datetime) -> str:
        """A new person whose own account this is; their id."""

    def visible_to(self, account: int, now: datetime) -> tuple[Seen, ...]:
        """Everybody whom the account may see now, themselves first."""

    def append(self, person: str, written: Sequence[Written], *, now: datetime) -> tuple[Kept, ...]:
        """Store what is not there yet, in one transaction; what became of each, in order."""

    def together(self) -> AbstractContextManager[None]:
        """Whatever is stored inside is stored as a whole, or not at all."""

    def entries(
        self,
        person: str,
        *,
        kinds: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Entry, ...]:
        """The entries that count, of these kinds, in this time (`since` <= happened < `until`), in order of
        (happened, id)."""

    def entry(self, person: str, entry: str) -> Entry | None:
        """One entry; None where there is none of this id."""

    def named(self, person: str, ids: Collection[str]) -> Mapping[str, Entry]:
        """Those of these entries that are there and count, by id."""

    def state(self, person: str) -> State:
        """The fold over all entries."""

    def written(self, person: str) -> Iterator[str]:
        """Every entry as it was written, in order."""

    def erase(self, person: str, *, now: datetime, backups_until: datetime) -> None:
        """Remove the person and all that is kept of them, and leave a tombstone."""

    def tombstone(self, person: str) -> Tombstone | None:
        """The tombstone of a person who was erased."""


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """The present moment, with a time zone."""


class Ids(Protocol):
    """What makes ids."""

    def new(self) -> str:
        """A fresh id."""


@dataclass(frozen=True)
class Ports:
    """All of it together, handed to every use case."""

    store: Store
    clock: Clock
    ids: Ids
    known: Knowledge
    solver: Solver
