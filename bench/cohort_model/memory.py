"""A record kept in memory: the store of one simulated person, as the use cases see it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from unbend.record.entry import Entry
from unbend.record.fold import fold, place
from unbend.record.keeping import Kept, Role, Seen, Tombstone, Written
from unbend.record.state import State

ME = "me"


@dataclass
class Memory:
    """The entries of one person, in order, and what they add up to so far. Nothing comes late, nothing is corrected."""

    log: list[Entry] = field(default_factory=list)
    by_id: dict[str, Entry] = field(default_factory=dict)
    folded: State = field(default_factory=State)

    def add_person(self, account: int, *, name: str, example: bool, now: datetime) -> str:
        raise NotImplementedError("there is one person, and they are there already")

    def visible_to(self, account: int, now: datetime) -> tuple[Seen, ...]:  # noqa: ARG002
        return (Seen(ME, "", Role.SELF),)

    def append(self, person: str, written: Sequence[Written], *, now: datetime) -> tuple[Kept, ...]:  # noqa: ARG002
        new = [item.entry for item in written if item.entry.id not in self.by_id]
        if len(new) < len(written) or (self.log and new and place(min(new, key=place)) <= place(self.log[-1])):
            raise ValueError("an entry was given twice, or came late")
        for entry in new:
            self.by_id[entry.id] = entry
        self.log += sorted(new, key=place)
        self.folded = fold(new, onto=self.folded)
        return (Kept.STORED,) * len(new)

    def together(self) -> AbstractContextManager[None]:
        return nullcontext()

    def entries(
        self,
        person: str,  # noqa: ARG002
        *,
        kinds: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Entry, ...]:
        return tuple(
            entry
            for entry in self.log
            if (kinds is None or entry.kind in kinds)
            and (since is None or since <= entry.happened_at)
            and (until is None or entry.happened_at < until)
        )

    def entry(self, person: str, entry: str) -> Entry | None:  # noqa: ARG002
        return self.by_id.get(entry)

    def named(self, person: str, ids: Collection[str]) -> Mapping[str, Entry]:  # noqa: ARG002
        return {id_: self.by_id[id_] for id_ in ids if id_ in self.by_id}

    def state(self, person: str) -> State:  # noqa: ARG002
        return self.folded

    def written(self, person: str) -> Iterator[str]:
        raise NotImplementedError("only entries are kept, not their text")

    def erase(self, person: str, *, now: datetime, backups_until: datetime) -> None:
        raise NotImplementedError("nobody is erased")

    def tombstone(self, person: str) -> Tombstone | None:  # noqa: ARG002
        return None


@dataclass
class Clock:
    """A clock that is set by hand."""

    at: datetime

    def now(self) -> datetime:
        return self.at


@dataclass
class Numbered:
    """Ids in order."""

    count: int = 0

    def new(self) -> str:
        self.count += 1
        return f"e{self.count:05}"
