"""What must hold between the entries of a log, each of which is sound by itself."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, timedelta

from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.values import at, shown

RESERVED = "profile-"
"""Begins the ids of the entries that a profile's own answers stand for; no entry of a log may replace those."""


def check_log(log: Sequence[Entry], *, today: date, where: str = "log") -> None:
    """Raises BadInput for the first entry that cannot stand beside the others."""
    first: dict[str, Entry] = {}
    for number, entry in enumerate(log):
        place = f"{where}[{number}]"
        _check_id(entry, first.setdefault(entry.id, entry), place)
        # The date line: somebody's evening may be tomorrow's morning elsewhere.
        if entry.happened_at.astimezone(UTC).date() > today + _grace(today):
            raise BadInput(at(place, "happened_at"), "it lies ahead", f"write a time not after {today}")
    _check_corrections(log, first, where)


def _grace(today: date) -> timedelta:
    return timedelta(days=0 if today == date.max else 1)


def _check_id(entry: Entry, first: Entry, place: str) -> None:
    if entry.id.startswith(RESERVED):
        raise BadInput(at(place, "id"), f"{shown(entry.id)} is not allowed", f'do not begin it with "{RESERVED}"')
    if entry != first:
        raise BadInput(
            at(place, "id"), f"{shown(entry.id)} is the id of another entry too", "write an id of its own for each"
        )


def _check_corrections(log: Sequence[Entry], by_id: Mapping[str, Entry], where: str) -> None:
    """Each correction names an entry of the log, and none corrects itself by however many steps."""
    sound: set[str] = set()
    for number, entry in enumerate(log):
        place, chain = at(f"{where}[{number}]", "corrects"), {entry.id}
        corrected = entry.corrects
        while corrected is not None and corrected not in sound:
            if corrected not in by_id:
                raise BadInput(place, f"{shown(corrected)} is not in the log", "write the id of the entry it replaces")
            if corrected in chain:
                raise BadInput(place, "the entry corrects itself", "write the id of the entry it replaces")
            chain.add(corrected)
            corrected = by_id[corrected].corrects
        sound |= chain
