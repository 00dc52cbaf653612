"""What every earlier version left behind, in SQLite and in PostgreSQL: the same is made of it now."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from support.house import Somebody, ports
from support.people import catalogue
from unbend.record.fold import fold
from unbend.record.log import log_of
from unbend.record.state import State
from unbend.service.import_log import import_log
from unbend.service.ports import Actor
from unbend.store.models import Access, EntryRow, ErasedPerson, Person, User
from unbend.store.snapshot import encode
from upgrade.left import Left, is_still

pytestmark = pytest.mark.django_db


def as_json(state: State) -> object:
    return json.loads(encode(state))


def at_home() -> Somebody:
    account = User.objects.at_home()
    return Somebody(
        Actor(account.pk), ports().store.add_person(account.pk, name="", example=False, now=ports().clock.now())
    )


def test_its_rows_in_either_database_fold_to_the_recorded_state(left: Left) -> None:
    account = User.objects.at_home()
    for row in left.rows("store_person"):
        person = Person.objects.create(
            **{**row, "example": bool(row["example"]), "created_at": row["created_at"] + "Z"}
        )
        Access.objects.create(account=account, person=person, role="self")
    for row in left.rows("store_entryrow"):
        moments = {key: f"{row[key]}Z" for key in ("happened_at", "received_at")}
        EntryRow.objects.create(**{key: value for key, value in row.items() if key != "id"} | moments)
    assert is_still(left.state, as_json(ports().store.state(left.person)))
    assert list(ports().store.written(left.person)) == left.lines[1:]


def test_its_export_can_be_brought_in_and_folds_to_the_recorded_state(left: Left) -> None:
    alice = at_home()
    report = import_log(alice.actor, alice.person, (left.folder / "export.jsonl").read_bytes(), ports())
    assert (report.new, report.not_taken) == (len(left.lines) - 1, ())
    assert list(alice.written) == left.lines[1:]
    assert is_still(left.state, as_json(alice.state))
    assert alice.state == fold(log_of([json.loads(line) for line in left.lines[1:]], catalogue()))


def test_what_waited_in_a_browser_is_still_taken(left: Left) -> None:
    account = User.objects.at_home()
    waiting = left.browser["stores"]["outbox"]["values"]
    person = Person.objects.create(pk=waiting[0]["person"], created_at=ports().clock.now())
    Access.objects.create(account=account, person=person, role="self")
    body = {"person": str(person.pk), "client": left.browser["version"], "entries": [one["entry"] for one in waiting]}
    answer = Client(HTTP_HOST="localhost").post(reverse("api:entries"), body, content_type="application/json")
    assert [result["outcome"] for result in answer.json()["results"]] == ["stored"] * len(waiting)


def test_a_tombstone_of_an_earlier_version_still_keeps_the_person_away(left: Left) -> None:
    for row in left.rows("store_erasedperson"):
        ErasedPerson.objects.create(
            person=row["person"], erased_at=f"{row['erased_at']}Z", backups_until=f"{row['backups_until']}Z"
        )
        refused = Somebody(Actor(User.objects.at_home().pk), str(ErasedPerson.objects.get().pk)).said({"id": "a"})
        assert [result.outcome for result in refused] == ["refused"]
        assert ports().store.tombstone(str(ErasedPerson.objects.get().pk)) is not None
