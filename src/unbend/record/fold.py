"""From a log to a state: the same for the same entries, in whatever order they arrived."""

from collections.abc import Iterable
from datetime import UTC

from unbend.record.entry import Entry
from unbend.record.kinds import KINDS
from unbend.record.state import State


def fold(entries: Iterable[Entry]) -> State:
    """The state after all entries, in order of (happened-at, id). An entry given twice counts once; a corrected
    entry does not count."""
    log = {entry.id: entry for entry in entries}
    corrected = {entry.corrects for entry in log.values()}
    state = State()
    for entry in sorted(log.values(), key=lambda e: (e.happened_at.astimezone(UTC), e.id)):
        if entry.id not in corrected:
            state = KINDS[entry.kind].apply(state, entry.data, entry.happened_at, entry.id)
    return state
