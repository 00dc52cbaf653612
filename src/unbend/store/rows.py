"""Entries as rows, and back."""

import json
from datetime import UTC, datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.entry import Entry
from unbend.record.keeping import Written
from unbend.record.log import entry_of
from unbend.store.models import EntryRow, Person


def row_of(person: Person, item: Written, now: datetime) -> EntryRow:
    """The row that keeps an entry, in the person's present revision."""
    return EntryRow(
        person=person,
        entry_id=item.entry.id,
        kind=item.entry.kind,
        happened_at=item.entry.happened_at.astimezone(UTC),
        corrects=item.entry.corrects,
        written=item.json,
        revision=person.revision,
        received_at=now,
    )


def entry_in(text: str, catalogue: Catalogue) -> Entry:
    """The entry that was written. Data of older versions are upgraded in the reading; the text stays as it is."""
    return entry_of(json.loads(text), catalogue, where="store")
