"""Sending entries: each by itself, once, and with an answer of its own."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from unbend.settings.composition import ports
from unbend.store.models import EntryRow, User
from web.api.conftest import Send, outcomes, post, walk


def test_what_is_new_is_stored_and_what_was_there_is_said_to_be_there(send: Send) -> None:
    assert outcomes(send([walk("a"), walk("b")])) == [("a", "stored"), ("b", "stored")]
    assert outcomes(send([walk("b"), walk("c"), walk("c")])) == [("b", "already"), ("c", "stored"), ("c", "already")]
    assert EntryRow.objects.count() == 3


def test_one_bad_entry_does_not_hold_up_the_others(send: Send) -> None:
    ahead = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    bad = [
        "no entry at all", None, {}, walk("b1", minutes="many"), walk("b2", kind="unheard-of"), walk("b3", version=99),
        walk("b4", happened_at="yesterday"), walk("b5", happened_at=ahead), walk("b6", minutes=float("nan")),
        walk("b7", unknown=1), walk("b\x00"), walk("b8\ud800"), walk("x" * 65),
        walk("b9", happened_at="0001-01-01T00:00:00Z"),
    ]  # fmt: skip
    status, answer = send([walk("a"), *bad, walk("z")])
    assert status == 200
    results = answer["results"]
    assert [result["outcome"] for result in results] == ["stored", *["refused"] * len(bad), "stored"]
    assert all(result["code"] and result["message"] for result in results[1:-1])
    assert sorted(EntryRow.objects.values_list("entry_id", flat=True)) == ["a", "z"]


def test_a_text_that_no_database_keeps_is_refused_alone(send: Send) -> None:
    odd = {"id": "odd", "kind": "declined", "happened_at": "2026-03-01T08:00:00Z",
           "data": {"exercise": "plank", "why": "\ud800"}}  # fmt: skip
    assert outcomes(send([odd, walk("a")])) == [("odd", "refused"), ("a", "stored")]


def test_another_content_under_a_stored_id_is_refused(send: Send) -> None:
    send([walk("a", minutes=10)])
    status, answer = send([walk("a", minutes=99)])
    assert (status, answer["results"][0]["code"]) == (200, "other-content")


def test_an_answer_names_the_oldest_program_that_need_not_be_renewed(send: Send) -> None:
    answer = send([])[1]
    assert (answer["min_client"], answer["results"]) == (1, [])


def test_an_answer_tells_the_time_so_that_a_device_can_see_its_clock_is_wrong(send: Send) -> None:
    before = datetime.now(UTC)
    told = datetime.fromisoformat(send([walk("a")])[1]["now"])
    assert before <= told <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("sent_at", "noted"),
    [
        (lambda now: now, False),
        (lambda now: now + timedelta(hours=3), True),
        (lambda now: (now - timedelta(days=400)).astimezone(timezone(timedelta(hours=9))), True),
        (lambda now: now.replace(tzinfo=None), False),
        (lambda _: "+275760-09-13T00:00:00.000Z", False),
        (lambda _: "", False),
    ],
    ids=["right", "hours ahead", "years behind", "no zone", "past all years", "empty"],
)
def test_no_clock_is_so_wrong_that_an_entry_is_refused_for_it(
    send: Send, caplog: pytest.LogCaptureFixture, sent_at: Callable[[datetime], datetime | str], noted: bool
) -> None:
    with caplog.at_level(logging.WARNING):
        sent = send([walk("a")], sent_at=str(sent_at(datetime.now(UTC))))
    assert outcomes(sent) == [("a", "stored")]
    assert any("clock of a device" in record.getMessage() for record in caplog.records) is noted


@pytest.mark.parametrize("client", [0, 1, 99])
def test_a_program_of_any_age_empties_its_outbox(send: Send, client: int) -> None:
    assert outcomes(send([walk("a")], client=client)) == [("a", "stored")]


def test_who_is_not_signed_in_is_told_so_and_nothing_is_stored(person: str) -> None:
    stranger = Client(enforce_csrf_checks=True, HTTP_HOST="localhost", REMOTE_ADDR="192.168.1.7")
    status, answer = post(stranger, json.dumps({"person": person, "client": 1, "entries": [walk("a")]}))
    assert (status, answer["code"]) == (401, "sign-in")
    assert not EntryRow.objects.exists()


def test_a_request_without_its_token_is_refused_in_json(send: Send) -> None:
    status, answer = send([walk("a")], token="b" * 32)
    assert (status, answer["code"]) == (403, "csrf")
    assert not EntryRow.objects.exists()


def test_nobody_writes_to_the_record_of_another(send: Send) -> None:
    other = User.objects.create_user("bob")
    theirs = ports().store.add_person(other.pk, name="Bob", example=False, now=datetime(2026, 3, 1, tzinfo=UTC))
    for about in (theirs, "00000000-0000-4000-8000-000000000000"):
        status, answer = send([walk("a")], about=about)
        assert (status, answer["code"]) == (403, "not-allowed")
    assert not EntryRow.objects.exists()


def test_entries_of_an_erased_person_are_refused_one_by_one(send: Send, person: str) -> None:
    send([walk("a")])
    ports().store.erase(person, now=datetime.now(UTC), backups_until=datetime.now(UTC))
    status, answer = send([walk("a"), walk("b")])
    assert (status, [result["code"] for result in answer["results"]]) == (200, ["erased", "erased"])
    assert not EntryRow.objects.exists()


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "3", '{"person": "x", "client": 1, "entries": []}', '{"client": 1, "entries": []}', b"\xff\xfe",
     '{"person": "00000000-0000-4000-8000-000000000000", "client": "1", "entries": []}', "[" * 100_000,
     '{"person": "00000000-0000-4000-8000-000000000000", "client": 1, "entries": [], "more": 1}'],
    ids=range(10),
)  # fmt: skip
@pytest.mark.usefixtures("send")
def test_what_is_not_built_as_described_is_refused_in_one_sentence(device: Client, body: str) -> None:
    status, answer = post(device, body)
    assert (status, answer["code"]) == (400, "bad-input")
    assert set(answer) == {"code", "message"}
    assert len(answer["message"].splitlines()) == 1


def test_too_many_entries_at_once_are_refused_and_none_is_stored(send: Send) -> None:
    status, answer = send([walk(f"e{number}") for number in range(501)])
    assert (status, answer["code"]) == (400, "bad-input")
    assert "at most 500" in answer["message"]
    assert not EntryRow.objects.exists()


@pytest.mark.usefixtures("send")
def test_what_is_too_large_is_not_even_read(device: Client) -> None:
    status, answer = post(device, "[" + " " * (4 * 1024 * 1024) + "]")
    assert (status, answer["code"]) == (413, "too-large")


def test_who_sends_very_often_waits_a_minute(send: Send, settings: Settings) -> None:
    settings.APPENDS_A_MINUTE = 3
    cache.clear()
    assert [send([walk(f"e{number}")])[0] for number in range(3)] == [200, 200, 200]
    status, answer = send([walk("late")])
    if status == 200:  # the minute turned meanwhile
        status, answer = [send([walk("late")]) for _ in range(4)][-1]
    assert (status, answer["code"]) == (429, "too-often")


def test_a_bug_is_answered_in_json_and_the_log_holds_no_value(
    send: Send, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the value 4711")

    monkeypatch.setattr("unbend.web.api.entries.take_in", broken)
    with caplog.at_level(logging.DEBUG):
        status, answer = send([walk("a")])
    assert (status, answer["code"]) == (500, "our-side")
    assert "4711" not in str(answer)
    assert any(record.name == "unbend.api" and record.exc_info for record in caplog.records)


@pytest.mark.usefixtures("send")
def test_the_api_describes_itself_and_shows_no_page(device: Client) -> None:
    described = device.get(reverse("api:openapi-json")).json()
    assert described["paths"]["/api/v1/entries"]["post"]["operationId"]
    assert set(described["components"]["schemas"]["Batch"]["properties"]) == {"person", "client", "entries", "sent_at"}
    assert device.get("/api/v1/docs").status_code == 404
