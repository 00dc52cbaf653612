"""How much of a log the page reads: no more than its window."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from support.decade import decade
from support.house import NOW, Somebody, ports, somebody
from unbend.progress import Window
from unbend.record.entry import Entry
from unbend.service.progress import progress_page

pytestmark = pytest.mark.django_db


@dataclass
class Watched:
    """The store, and what was read from it."""

    store: Any
    read: list[Entry] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)

    def entries(
        self,
        person: str,
        *,
        kinds: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Entry, ...]:
        """Those of the store."""
        found: tuple[Entry, ...] = self.store.entries(person, kinds=kinds, since=since, until=until)
        self.read += found
        return found


@pytest.fixture
def dora() -> Somebody:
    made = somebody("Dora")
    raws = list(decade(NOW))[-2500:]
    for start in range(0, len(raws), 500):
        made.said(*raws[start : start + 500])
    return made


def read_for(somebody: Somebody, window: Window, month: date | None = None) -> list[Entry]:
    house = ports()
    watched = Watched(house.store)
    progress_page(somebody.actor, somebody.person, replace(house, store=watched), window=window, month=month)
    return watched.read


def test_twelve_weeks_read_twelve_weeks_and_a_little_before(dora: Somebody) -> None:
    read = read_for(dora, Window.TWELVE_WEEKS)
    assert NOW - timedelta(weeks=18) < min(entry.happened_at for entry in read) < NOW - timedelta(weeks=12)
    assert len(read) < 700


def test_what_the_page_does_not_show_is_not_read(dora: Somebody) -> None:
    kinds = {entry.kind for entry in read_for(dora, Window.ALL)}
    assert not kinds & {"read", "preferred", "audited", "wished"}


def test_a_month_inside_what_was_read_is_not_read_again(dora: Somebody) -> None:
    once = len(read_for(dora, Window.TWELVE_WEEKS))
    assert len(read_for(dora, Window.TWELVE_WEEKS, date(2026, 2, 1))) == once
    assert once < len(read_for(dora, Window.TWELVE_WEEKS, date(2025, 6, 1))) < once + 200


def test_nothing_is_written_by_looking(dora: Somebody) -> None:
    before = dora.written
    for window in Window:
        read_for(dora, window)
    assert dora.written == before
