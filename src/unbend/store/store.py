"""The store over Django's models."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from unbend.catalogue.catalogue import Catalogue
from unbend.record.entry import Entry
from unbend.record.keeping import Kept, Role, Seen, Tombstone, Written
from unbend.record.state import State
from unbend.store.leftovers import wipe
from unbend.store.models import Access, EntryRow, ErasedPerson, Person
from unbend.store.rows import entry_in, row_of
from unbend.store.states import state_of


class DjangoStore:
    """People and their entries in the database that Django is set up for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def add_person(self, account: int, *, name: str, example: bool, now: datetime) -> str:
        """A new person whose own account this is; their id."""
        with transaction.atomic():
            person = Person.objects.create(name=name, example=example, created_at=now)
            Access.objects.create(account_id=account, person=person, role=Role.SELF)
        return str(person.pk)

    def visible_to(self, account: int, now: datetime) -> tuple[Seen, ...]:
        """Everybody whom the account may see now, themselves first, then in the order of their beginning."""
        rows = Access.objects.filter(Q(until=None) | Q(until__gt=now), account_id=account).select_related("person")
        found = [Seen(str(row.person_id), row.person.name, Role(row.role), row.until, row.person.example)
                 for row in rows.order_by("person__created_at", "pk")]  # fmt: skip
        return tuple(sorted(found, key=lambda seen: (seen.role is not Role.SELF, seen.example)))

    def append(self, person: str, written: Sequence[Written], *, now: datetime) -> tuple[Kept, ...]:
        """Store what is not there yet, in one transaction; what became of each, in order."""
        with transaction.atomic():
            found = Person.objects.select_for_update().filter(pk=UUID(person)).first()
            if found is None:
                return (Kept.ERASED,) * len(written)
            return self._append(found, written, now)

    def together(self) -> AbstractContextManager[None]:
        """Whatever is stored inside is stored as a whole, or not at all."""
        return transaction.atomic()

    def _append(self, person: Person, written: Sequence[Written], now: datetime) -> tuple[Kept, ...]:
        ids = [item.entry.id for item in written]
        there = dict(EntryRow.objects.filter(person=person, entry_id__in=ids).values_list("entry_id", "written"))
        fresh = {item.entry.id: item for item in reversed(written) if item.entry.id not in there}
        if fresh:
            person.revision += 1
            person.save(update_fields=["revision"])
            EntryRow.objects.bulk_create(row_of(person, item, now) for item in fresh.values())
        return tuple(_outcome(item, fresh, there) for item in written)

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
        rows = _counted(person)
        rows = rows if kinds is None else rows.filter(kind__in=kinds)
        rows = rows if since is None else rows.filter(happened_at__gte=since)
        rows = rows if until is None else rows.filter(happened_at__lt=until)
        in_order = rows.order_by("happened_at", "entry_id").values_list("written", flat=True)
        return tuple(entry_in(text, self.catalogue) for text in in_order)

    def entry(self, person: str, entry: str) -> Entry | None:
        """One entry; None where there is none of this id."""
        rows = EntryRow.objects.filter(person_id=UUID(person), entry_id=entry).values_list("written", flat=True)
        return next((entry_in(text, self.catalogue) for text in rows), None)

    def named(self, person: str, ids: Collection[str]) -> Mapping[str, Entry]:
        """Those of these entries that are there and count, by id."""
        rows = _counted(person).filter(entry_id__in=ids).values_list("written", flat=True)
        entries = (entry_in(text, self.catalogue) for text in rows)
        return {entry.id: entry for entry in entries}

    def state(self, person: str) -> State:
        """The fold over all entries, on from the kept state where that is possible."""
        return state_of(UUID(person), self.catalogue)

    def written(self, person: str) -> Iterator[str]:
        """Every entry as it was written, in order."""
        rows = EntryRow.objects.filter(person_id=UUID(person)).order_by("happened_at", "entry_id")
        return rows.values_list("written", flat=True).iterator(chunk_size=1000)

    def erase(self, person: str, *, now: datetime, backups_until: datetime) -> None:
        """Remove the person and all that is kept of them, and leave a tombstone."""
        with transaction.atomic():
            ErasedPerson.objects.update_or_create(
                pk=UUID(person), defaults={"erased_at": now, "backups_until": backups_until}
            )
            Person.objects.filter(pk=UUID(person)).delete()
            transaction.on_commit(wipe)

    def tombstone(self, person: str) -> Tombstone | None:
        """The tombstone of a person who was erased."""
        found = ErasedPerson.objects.filter(pk=UUID(person)).first()
        if found is None:
            return None
        return Tombstone(str(found.pk), found.erased_at.astimezone(UTC), found.backups_until.astimezone(UTC))


def _counted(person: str) -> QuerySet[EntryRow]:
    """The person's entries without those that another one corrects."""
    corrected = EntryRow.objects.filter(person_id=UUID(person), corrects__isnull=False).values("corrects")
    return EntryRow.objects.filter(person_id=UUID(person)).exclude(entry_id__in=corrected)


def _outcome(item: Written, fresh: Mapping[str, Written], there: Mapping[str, str]) -> Kept:
    """Of two entries with one id in the same batch the first is stored."""
    stored = fresh.get(item.entry.id)
    if stored is item:
        return Kept.STORED
    kept = stored.json if stored else there[item.entry.id]
    return Kept.ALREADY if kept == item.json else Kept.OTHER_CONTENT
