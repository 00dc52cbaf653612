"""The fold over a person's rows, on from a kept state where nothing came late."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

from django.db import DatabaseError

from unbend.catalogue.catalogue import Catalogue
from unbend.record.entry import Entry
from unbend.record.fold import FOLD_VERSION, fold, place
from unbend.record.state import State
from unbend.store.models import EntryRow, Person, Snapshot
from unbend.store.rows import entry_in
from unbend.store.snapshot import decode, encode

WORTH_KEEPING = 20
"""New entries after which the state is kept anew: fewer are folded more quickly than a state is written."""


def state_of(person: UUID, catalogue: Catalogue) -> State:
    """The person's state. What is kept of it is only a cache: without it, or after a late entry, all is folded.

    Nothing is locked for it: entries never change, and those of later revisions are left for the next time.
    """
    revision = Person.objects.filter(pk=person).values_list("revision", flat=True).first()
    if revision is None:
        return State()
    kept = _kept(person, catalogue)
    entries = _entries(person, catalogue, since=kept.revision if kept else 0, until=revision)
    if kept is not None and not _came_late(entries, kept) and not _was_corrected(person, entries, kept):
        state = fold(entries, onto=decode(kept.state, catalogue))
    else:
        entries = _entries(person, catalogue, since=0, until=revision)
        state = fold(entries)
    if len(entries) >= WORTH_KEEPING:
        with suppress(DatabaseError):  # a full disk, or somebody who writes for long: reading goes on without the cache
            _keep(person, revision, entries, state, catalogue)
    return state


def _kept(person: UUID, catalogue: Catalogue) -> Snapshot | None:
    return Snapshot.objects.filter(pk=person, fold_version=FOLD_VERSION, catalogue=catalogue.hash).first()


def _entries(person: UUID, catalogue: Catalogue, *, since: int, until: int) -> list[Entry]:
    """What was appended after `since` and up to `until`, whatever comes in meanwhile."""
    rows = EntryRow.objects.filter(person_id=person, revision__gt=since, revision__lte=until)
    rows = rows.order_by("happened_at", "entry_id")
    return [entry_in(text, catalogue) for text in rows.values_list("written", flat=True)]


def _came_late(entries: Sequence[Entry], kept: Snapshot) -> bool:
    """Whether an entry belongs before the kept state's last, or corrects one that it has already counted."""
    last: tuple[datetime, str] = (kept.last_at.astimezone(UTC), kept.last_id)
    new = {entry.id for entry in entries}
    return any(place(entry) <= last or (entry.corrects and entry.corrects not in new) for entry in entries)


def _was_corrected(person: UUID, entries: Sequence[Entry], kept: Snapshot) -> bool:
    """Whether what corrects one of these came before it: devices send when they can, and by clocks of their own."""
    ids = [entry.id for entry in entries]
    before = EntryRow.objects.filter(person_id=person, corrects__isnull=False, revision__lte=kept.revision)
    return bool(ids) and before.filter(corrects__in=ids).exists()


def _keep(person: UUID, revision: int, entries: Sequence[Entry], state: State, catalogue: Catalogue) -> None:
    last_at, last_id = max(place(entry) for entry in entries)
    Snapshot.objects.update_or_create(
        pk=person,
        defaults={
            "revision": revision,
            "last_at": last_at,
            "last_id": last_id,
            "fold_version": FOLD_VERSION,
            "catalogue": catalogue.hash,
            "state": encode(state),
        },
    )
