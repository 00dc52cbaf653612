"""Hard rule 7 in the database: an acknowledged entry is never lost, changed or counted twice."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from store.conftest import NOW
from support.people import Json, catalogue
from unbend.record.fold import fold
from unbend.record.keeping import Kept, Written
from unbend.record.log import entry_of
from unbend.store.models import EntryRow, Person, Snapshot
from unbend.store.states import WORTH_KEEPING
from unbend.store.store import DjangoStore


def written(id_: str, kind: str, day: int, data: Json, **more: object) -> Written:
    raw = {"id": id_, "kind": kind, "happened_at": f"2026-03-{day:02}T08:00:00+01:00", "data": data, **more}
    return Written(entry_of(raw, catalogue(), where="entry"), json.dumps(raw))


def walk(id_: str, day: int = 1, minutes: int = 10) -> Written:
    return written(id_, "walked", day, {"minutes": minutes})


def pain(id_: str, day: int, severity: int, **more: object) -> Written:
    return written(id_, "answered", day, {"findings": {"severity": severity}}, **more)


@contextmanager
def nothing_can_be_written() -> Iterator[None]:
    """As on a full disk: every attempt fails."""
    sqlite = connection.vendor == "sqlite"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON" if sqlite else "SET LOCAL transaction_read_only = on")
        yield
        if sqlite:
            cursor.execute("PRAGMA query_only = OFF")
        transaction.set_rollback(True)


def append(store: DjangoStore, person: str, *items: Written) -> Sequence[Kept]:
    return store.append(person, items, now=NOW)


def test_an_entry_sent_twice_is_stored_once(store: DjangoStore, person: str) -> None:
    assert append(store, person, walk("a"), walk("b"), walk("a")) == (Kept.STORED, Kept.STORED, Kept.ALREADY)
    assert append(store, person, walk("b"), walk("c")) == (Kept.ALREADY, Kept.STORED)
    assert [json.loads(line)["id"] for line in store.written(person)] == ["a", "b", "c"]


def test_another_content_under_a_known_id_is_refused_and_the_first_stays(store: DjangoStore, person: str) -> None:
    append(store, person, walk("a", minutes=10))
    assert append(store, person, walk("a", minutes=99)) == (Kept.OTHER_CONTENT,)
    assert json.loads(next(store.written(person)))["data"] == {"minutes": 10}


def test_the_database_itself_refuses_to_change_an_entry(store: DjangoStore, person: str) -> None:
    append(store, person, walk("a"))
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        EntryRow.objects.update(written="{}")


def test_what_is_kept_is_what_was_written_even_of_an_old_version(store: DjangoStore, person: str) -> None:
    old = written("w", "practised", 1, {"exercises": [{"exercise": "easy-walk", "felt": "easy"}]}, version=1)
    append(store, person, old)
    assert next(store.written(person)) == old.json
    assert store.state(person).practised["easy-walk"].tries[-1].felt == "easy"


def test_nobody_sees_the_entries_of_another(store: DjangoStore, person: str) -> None:
    other = store.add_person(Person.objects.get().accesses.get().account_id, name="", example=True, now=NOW)
    append(store, person, walk("a"))
    assert store.entries(other) == ()
    assert append(store, other, walk("a", minutes=3)) == (Kept.STORED,)


def test_a_kept_state_is_only_a_cache(store: DjangoStore, person: str) -> None:
    items = [pain(f"p{n:02}", 1 + n % 20, n % 10) for n in range(WORTH_KEEPING + 5)]
    append(store, person, *items)
    before = store.state(person)
    assert Snapshot.objects.count() == 1
    assert store.state(person) == before
    Snapshot.objects.all().delete()
    assert store.state(person) == before == fold(item.entry for item in items)


def test_a_full_disk_keeps_nobody_from_reading_their_record(store: DjangoStore, person: str) -> None:
    items = [pain(f"p{n:02}", 1 + n % 20, n % 10) for n in range(WORTH_KEEPING)]
    append(store, person, *items)
    with nothing_can_be_written():
        assert store.state(person) == fold(item.entry for item in items)
        assert not Snapshot.objects.exists()


def test_a_late_entry_rebuilds_the_state(store: DjangoStore, person: str) -> None:
    items = [pain(f"p{n:02}", 5 + n % 10, 4) for n in range(WORTH_KEEPING)]
    append(store, person, *items)
    store.state(person)
    late = pain("late", 2, 9)
    append(store, person, late)
    assert store.state(person) == fold(item.entry for item in (*items, late))
    assert store.state(person).findings["severity"].value == 4


def test_a_correction_of_something_already_counted_rebuilds_the_state(store: DjangoStore, person: str) -> None:
    items = [pain(f"p{n:02}", 1 + n, 4) for n in range(WORTH_KEEPING)]
    append(store, person, *items)
    store.state(person)
    correction = pain("right", 28, 2, corrects="p19")
    append(store, person, correction)
    assert store.state(person) == fold(item.entry for item in (*items, correction))
    assert "p19" not in [entry.id for entry in store.entries(person, kinds=["answered"])]


def test_a_correction_that_came_before_what_it_corrects_still_counts(store: DjangoStore, person: str) -> None:
    corrects = pain("correction", 1, 3, corrects="first")
    append(store, person, corrects, *(walk(f"w{number}", 2) for number in range(WORTH_KEEPING)))
    assert store.state(person).findings["severity"].value == 3
    assert Snapshot.objects.exists()
    append(store, person, pain("first", 4, 7))
    assert store.state(person).findings["severity"].value == 3


def test_a_state_of_another_catalogue_or_fold_is_not_used(store: DjangoStore, person: str) -> None:
    append(store, person, *[pain(f"p{n:02}", 1 + n, 4) for n in range(WORTH_KEEPING)])
    right = store.state(person)
    for stale in ({"catalogue": "another"}, {"catalogue": catalogue().hash, "fold_version": 0}):
        Snapshot.objects.update(state="{}", **stale)
        assert store.state(person) == right


def test_erasing_removes_everything_but_the_tombstone(store: DjangoStore, person: str) -> None:
    append(store, person, *[pain(f"p{n:02}", 1 + n, 4) for n in range(WORTH_KEEPING)])
    store.state(person)
    store.erase(person, now=NOW, backups_until=NOW)
    assert not EntryRow.objects.exists()
    assert not Snapshot.objects.exists()
    assert not Person.objects.exists()
    tombstone = store.tombstone(person)
    assert tombstone is not None
    assert tombstone.erased_at == NOW
    assert append(store, person, walk("from an old device")) == (Kept.ERASED,)
