"""Hard rule 7 under pressure: eight devices that send at the same moment, over connections of their own."""

import json
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection

from support.house import Somebody, ports, somebody
from support.people import Json, catalogue, entry
from unbend.record.fold import fold
from unbend.record.log import log_of
from unbend.service.record import Result
from unbend.store.models import EntryRow, Person

DEVICES, ENTRIES = 8, 40
pytestmark = pytest.mark.django_db(transaction=True)


def log() -> list[Json]:
    return [entry(f"e{n:02}", "answered", n % 9, {"findings": {"severity": n % 10}}) for n in range(ENTRIES)]


def at_once(who: Somebody, batches: Sequence[Sequence[Json]]) -> list[tuple[Result, ...]]:
    """What each device heard; all begin together."""
    begin = threading.Barrier(len(batches))

    def device(batch: Sequence[Json]) -> tuple[Result, ...]:
        try:
            begin.wait(timeout=30)
            return who.said(*batch)
        finally:
            close_old_connections()
            connection.close()

    ports()  # what is loaded once is loaded before
    with ThreadPoolExecutor(len(batches)) as devices:
        return list(devices.map(device, batches))


def test_what_all_devices_send_together_is_stored_once() -> None:
    who = somebody()
    heard = at_once(who, [log()[n:] + log()[:n] for n in range(DEVICES)])
    outcomes = Counter((result.id, result.outcome) for results in heard for result in results)
    assert {outcomes[f"e{n:02}", "stored"] for n in range(ENTRIES)} == {1}
    assert {outcomes[f"e{n:02}", "already"] for n in range(ENTRIES)} == {DEVICES - 1}
    assert sorted(json.loads(text)["id"] for text in who.written) == sorted(e["id"] for e in log())
    assert who.state == fold(log_of(log(), catalogue()))


def test_devices_with_entries_of_their_own_lose_none_and_every_append_has_its_revision() -> None:
    who = somebody()
    at_once(who, [log()[n::DEVICES] for n in range(DEVICES)])
    assert EntryRow.objects.filter(person_id=who.person).count() == ENTRIES
    assert Person.objects.get(pk=who.person).revision == DEVICES
    assert who.state == fold(log_of(log(), catalogue()))


def test_two_contents_under_one_id_leave_exactly_one() -> None:
    who = somebody()
    heard = at_once(who, [[entry("same", "walked", 1, {"minutes": n + 1})] for n in range(DEVICES)])
    outcomes = Counter(result.code or result.outcome for results in heard for result in results)
    assert outcomes == {"stored": 1, "other-content": DEVICES - 1}
    assert len(who.written) == 1


def test_a_state_read_while_others_write_is_never_ahead_of_itself() -> None:
    who = somebody()
    who.said(*log())
    seen: list[bool] = []

    def reader() -> None:
        try:
            for _ in range(20):
                state = who.state
                seen.append("severity" in state.findings)
        finally:
            connection.close()

    reading = threading.Thread(target=reader)
    reading.start()
    at_once(who, [[entry(f"late-{n}", "walked", n, {"minutes": 5})] for n in range(DEVICES)])
    reading.join(timeout=60)
    assert seen == [True] * 20
    assert EntryRow.objects.filter(person_id=who.person).count() == ENTRIES + DEVICES
    assert who.state == ports().store.state(who.person)
