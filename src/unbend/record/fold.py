"""From a log to a state: the same for the same entries, in whatever order they arrived."""

from collections.abc import Iterable
from datetime import UTC, datetime

from unbend.record.entry import Entry
from unbend.record.kinds import KINDS
from unbend.record.state import State

FOLD_VERSION = 12
"""Goes up whenever the same entries fold to another state, so that no kept state of before is taken for one of now."""


def fold(entries: Iterable[Entry], *, onto: State | None = None) -> State:
    """The state after all entries that count, in their order. `onto`: a state folded before, from entries that all
    come earlier in that order and that none of these corrects."""
    state = onto or State()
    for entry in counted(entries):
        state = KINDS[entry.kind].apply(state, entry.data, entry.happened_at, entry.id)
    return state


def counted(entries: Iterable[Entry], *, since: datetime | None = None) -> list[Entry]:
    """The entries that count, in order of (happened-at, id), from `since` on. An entry given twice counts once; a
    corrected entry does not count."""
    log = {entry.id: entry for entry in entries}
    corrected = {entry.corrects for entry in log.values()}
    kept = (entry for entry in log.values() if since is None or entry.happened_at >= since)
    return sorted((entry for entry in kept if entry.id not in corrected), key=place)


def place(entry: Entry) -> tuple[datetime, str]:
    """Where an entry stands in its log."""
    return entry.happened_at.astimezone(UTC), entry.id
