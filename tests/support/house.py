"""A whole house for tests: a real database behind the ports, a clock that stands, and people out of the examples."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from unbend.planning.solvers.cpsat import CpSat
from unbend.service.knowledge import knowledge
from unbend.service.ports import Actor, Ports
from unbend.service.record import append
from unbend.store.models import User
from unbend.store.store import DjangoStore

EXAMPLES = Path(__file__).parents[2] / "examples"
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)


@dataclass(frozen=True)
class StandingClock:
    """A clock that tells one moment."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


class CountedIds:
    """Ids in order."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self) -> str:
        return f"made-{next(self._numbers):08}"


def ports_at(moment: datetime = MONDAY) -> Ports:
    """The ports at this moment."""
    known = knowledge()
    return Ports(DjangoStore(known.catalogue), StandingClock(moment), CountedIds(), known, CpSat())


def later(ports: Ports, **by: float) -> Ports:
    """The same house some time later."""
    return replace(ports, clock=StandingClock(ports.clock.now() + timedelta(**by)))


def entries_of(profile: Mapping[str, Any], at: datetime) -> Iterator[dict[str, Any]]:
    """The answers of a profile as entries of a log."""
    parts = {"answered": ("findings",), "audited": ("audit",), "wished": ("wishes",)}
    for kind, (key,) in parts.items():
        if key in profile:
            yield {"id": f"profile {key}"[8:], "kind": kind, "happened_at": at.isoformat(), "data": {key: profile[key]}}
    for test, value in profile.get("tests", {}).items():
        data = {"tests": {test: value}}
        yield {"id": f"test {test}", "kind": "tested", "happened_at": at.isoformat(), "data": data}


def example(name: str) -> dict[str, Any]:
    """A profile out of `examples/`."""
    read: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text())
    return read


def moved_in(
    ports: Ports, name: str, *, account: str = "alice", before: timedelta = timedelta(hours=1)
) -> tuple[Actor, str]:
    """Somebody out of the examples, with an account of their own, who answered everything a while ago."""
    now = ports.clock.now()
    actor = Actor(User.objects.get_or_create(username=account)[0].pk)
    person = ports.store.add_person(actor.account, name=name, example=False, now=now)
    results = append(actor, person, list(entries_of(example(name), now - before)), ports)
    assert [result.message for result in results if result.outcome != "stored"] == []
    return actor, person
