"""The people out of `examples/`, with a record in the database of the tests."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from support.house import Stopped, ports
from unbend.service.ports import Actor, Ports
from unbend.service.record import append
from unbend.store.models import User

EXAMPLES = Path(__file__).parents[2] / "examples"
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)


def ports_at(moment: datetime = MONDAY) -> Ports:
    """All parts joined, at this moment."""
    return ports(moment)


def later(house: Ports, **by: float) -> Ports:
    """The same some time later."""
    return replace(house, clock=Stopped(house.clock.now() + timedelta(**by)))


def example(name: str) -> dict[str, Any]:
    """A profile out of `examples/`."""
    read: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text())
    return read


def entries_of(profile: Mapping[str, Any], at: datetime) -> Iterator[dict[str, Any]]:
    """The answers of a profile as entries of a log."""
    for kind, key in (("answered", "findings"), ("audited", "audit"), ("wished", "wishes")):
        if key in profile:
            yield {"id": f"told {key}", "kind": kind, "happened_at": at.isoformat(), "data": {key: profile[key]}}
    for test, value in profile.get("tests", {}).items():
        data = {"tests": {test: value}}
        yield {"id": f"test {test}", "kind": "tested", "happened_at": at.isoformat(), "data": data}


def moved_in(house: Ports, name: str, *, account: str = "alice") -> tuple[Actor, str]:
    """Somebody out of the examples, with an account of their own, who answered everything an hour ago."""
    now = house.clock.now()
    actor = Actor(User.objects.get_or_create(username=account)[0].pk)
    person = house.store.add_person(actor.account, name=name, example=False, now=now)
    results = append(actor, person, list(entries_of(example(name), now - timedelta(hours=1))), house)
    assert [result.message for result in results if result.outcome != "stored"] == []
    return actor, person
