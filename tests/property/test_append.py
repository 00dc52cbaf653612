"""Hard rule 7 over the network: however entries are split, repeated and ordered on their way, each is kept once."""

import json
from random import Random
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from support.effort import examples
from support.house import Somebody, somebody
from support.logs import logs
from support.people import Json, catalogue
from unbend.record.fold import fold
from unbend.record.log import log_of
from unbend.store.models import User

pytestmark = pytest.mark.django_db
BAD: tuple[Any, ...] = (
    None, 7, "entry", [], {}, {"id": "b"}, {"id": "b", "kind": "walked"}, {"id": "\ud800", "kind": "walked"},
    {"id": "b", "kind": "walked", "happened_at": "2026-03-01T08:00:00Z", "data": {"minutes": -1}},
    {"id": "b\x00", "kind": "walked", "happened_at": "2026-03-01T08:00:00Z", "data": {"minutes": 1}},
    {"id": "b", "kind": "walked", "happened_at": "9999-12-31T23:59:59Z", "data": {"minutes": 1}},
    {"id": "b", "kind": "walked", "version": 9, "happened_at": "2026-03-01T08:00:00Z", "data": {"minutes": 1}},
    {"id": "b", "kind": "advised", "happened_at": "2026-03-01T08:00:00Z",
     "data": {"what": "plan", "catalogue": "c", "software": "s", "content": {"x": float("inf")}}},
)  # fmt: skip


def send(who: Somebody, entries: list[Any]) -> list[Json]:
    """What the API said to each entry of one batch."""
    device = Client(HTTP_HOST="localhost")
    device.force_login(User.objects.get(pk=who.actor.account))
    body = json.dumps({"person": who.person, "client": 1, "entries": entries})
    answer = device.post(reverse("api:entries"), body, content_type="application/json")
    assert answer.status_code == 200, answer.content
    results: list[Json] = answer.json()["results"]
    return results


def batches(log: list[Json], chance: Random) -> list[list[Json]]:
    """The entries on their way: split anywhere, some batches sent again, all out of order."""
    left, made = [*log, *chance.sample(log, len(log) // 2)], []
    chance.shuffle(left)
    while left:
        size = chance.randint(1, 4)
        made.append(left[:size])
        left = left[size:]
    made += chance.sample(made, len(made) // 2)
    chance.shuffle(made)
    return made


def ids(who: Somebody) -> list[str]:
    """Of every entry that is kept."""
    return [json.loads(text)["id"] for text in who.written]


def said_again(who: Somebody, log: list[Json]) -> list[Json]:
    """What the server wrote beside what was sent: warning signs that a harmless answer would have hidden, no more."""
    sent = {entry["id"] for entry in log}
    more: list[Json] = [entry for text in who.written if (entry := json.loads(text))["id"] not in sent]
    signs = {item for entry in log if entry["kind"] == "answered" for item in entry["data"]["findings"].items()
             if isinstance(item[1], str)}  # fmt: skip
    assert all(entry["kind"] == "answered" and set(entry["data"]["findings"].items()) <= signs for entry in more)
    return more


@pytest.fixture(autouse=True)
def _often(settings: Settings) -> None:
    settings.APPENDS_A_MINUTE = 10**6


@examples(40, soak=5_000, one_database=True)
@given(logs(), st.randoms(use_true_random=False))
def test_any_split_repetition_and_order_of_batches_gives_the_same_record(log: list[Json], chance: Random) -> None:
    who = somebody()
    seen: dict[str, list[str]] = {}
    for batch in batches(log, chance):
        results = send(who, batch)
        assert [result["id"] for result in results] == [entry["id"] for entry in batch]
        for result in results:
            seen.setdefault(result["id"], []).append(result["outcome"])
    for outcomes in seen.values():
        assert sorted(outcomes) == ["already"] * (len(outcomes) - 1) + ["stored"]
    assert sorted(kept for kept in ids(who) if kept in seen) == sorted(entry["id"] for entry in log)
    assert who.state == fold(log_of([*log, *said_again(who, log)], catalogue()))


@examples(40, soak=5_000, one_database=True)
@given(logs(), st.lists(st.sampled_from(BAD), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_what_is_refused_never_takes_another_entry_with_it(log: list[Json], bad: list[Any], chance: Random) -> None:
    who = somebody()
    mixed: list[Any] = [*log, *bad]
    chance.shuffle(mixed)
    results = list(zip(mixed, send(who, mixed), strict=True))
    assert all(result["outcome"] == "stored" for entry, result in results if entry in log)
    refused = [result for entry, result in results if entry not in log]
    assert all(result["outcome"] == "refused" and result["code"] and result["message"] for result in refused)
    assert who.state == fold(log_of([*log, *said_again(who, log)], catalogue()))
