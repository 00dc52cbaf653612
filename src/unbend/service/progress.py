"""How a person is getting on: what the Progress page shows, reading no more of the log than it needs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from unbend.catalogue.condition import Person
from unbend.progress import (
    Day,
    Fact,
    Observed,
    Progress,
    Sight,
    Window,
    first_day,
    later_milestones_of,
    milestones_of,
    month_of,
    observed,
    progress_in,
    summary_of,
)
from unbend.record.entry import Entry
from unbend.record.state import State
from unbend.record.today import audit_on, findings_on
from unbend.service.access import Right, require
from unbend.service.ports import Actor, Ports
from unbend.service.progress_units import in_inches
from unbend.service.standing import local

_SHOWN = ("answered", "next-day", "measured", "tested", "practised", "walked", "moved")
_OF_A_MONTH = ("tested", "practised", "walked", "moved")
_BEFORE_THE_WINDOW = timedelta(days=28)
"""Read beyond the window, so that a workout moved into it, or the first one after a pause, is known for what it is."""
_PLANS_BACK = timedelta(weeks=53)
"""What was planned is told for the last year only: each plan that was given is a long entry."""
_ANY_ZONE = timedelta(days=1)
EARLIEST = date(2000, 1, 1)
"""No calendar is shown before it."""


@dataclass(frozen=True)
class MonthOfDays:
    """A month, its weeks, and the first day of the months beside it; None where there is nothing to see there."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    before: date | None
    after: date | None


@dataclass(frozen=True)
class ProgressPage:
    """`milestones` are those of the window; `all_milestones` is whether the whole record was looked through for them.
    `sights` is what the camera saw in the window, the latest first.
    `elsewhere`: nothing was written down in this window, but before it. `imperial`: lengths are in inches."""

    today: date
    progress: Progress
    summary: tuple[Fact, ...]
    milestones: tuple[Fact, ...]
    all_milestones: bool
    sights: tuple[Sight, ...]
    month: MonthOfDays
    elsewhere: bool
    imperial: bool

    @property
    def empty(self) -> bool:
        """There is nothing to show in this window."""
        return not any((self.progress.pain, self.progress.measures, self.progress.tests, self.done))

    @property
    def done(self) -> bool:
        """Something was done in this window."""
        return any(week.workouts or week.walked for week in self.progress.weeks)


def progress_page(actor: Actor, person: str, ports: Ports, *, window: Window, month: date | None) -> ProgressPage:
    """How it went in the window, and the month that this day lies in (None: the present one). Raises NotAllowed."""
    require(actor, person, Right.SEE, ports)
    state, catalogue = ports.store.state(person), ports.known.catalogue
    today = local(ports.clock.now(), state).date()
    log = _Log(person, state, today, ports)
    seen, before = log.window(window)
    found = progress_in(seen, catalogue, window=window, today=today, person=_about(state, today, ports))
    imperial = state.preferences.units == "imperial"
    found = in_inches(found) if imperial else found
    return ProgressPage(
        today=today,
        progress=found,
        summary=summary_of(found),
        milestones=tuple(fact for fact in _milestones(seen, before, window, today, ports) if fact.day in found.span),
        all_milestones=not before,
        sights=tuple(sight for sight in reversed(seen.sights) if sight.day in found.span),
        month=_month(log, seen, window, month or today),
        elsewhere=bool(before or state.last_workout or state.measured or state.tests),
        imperial=imperial,
    )


class _Log:
    """A person's log, as far as this page reads it."""

    def __init__(self, person: str, state: State, today: date, ports: Ports) -> None:
        self.person, self.state, self.today, self.ports = person, state, today, ports
        self.zone = None if state.preferences.time_zone is None else ZoneInfo(state.preferences.time_zone)

    def window(self, window: Window) -> tuple[Observed, int]:
        """What is seen of the window, and how many workouts lie before it."""
        since, plans_since = reaches_to(window, self.today), self.today - _PLANS_BACK
        entries = self._entries(_SHOWN, since)
        plans = self._entries(("advised",), plans_since if since is None else max(since, plans_since))
        workouts = sum(entry.kind == "practised" for entry in entries)
        before = 0 if since is None else max(self.state.workouts - workouts, 0)
        return self._seen((*entries, *plans)), before

    def days(self, first: date, last: date) -> Observed:
        """What was done on these days."""
        return self._seen(self._entries(_OF_A_MONTH, first, last))

    def _entries(self, kinds: Collection[str], first: date | None, last: date | None = None) -> tuple[Entry, ...]:
        since = None if first is None else _midnight(first) - _ANY_ZONE
        until = None if last is None else _midnight(last) + 2 * _ANY_ZONE
        return self.ports.store.entries(self.person, kinds=kinds, since=since, until=until)

    def _seen(self, entries: Iterable[Entry]) -> Observed:
        return observed(entries, self.ports.known.catalogue.measures, until=self.today, zone=self.zone)


def reaches_to(window: Window, today: date) -> date | None:
    """The first day that is read for the window; None for all time."""
    start = first_day(window, today)
    return None if start is None else start - _BEFORE_THE_WINDOW


def _milestones(seen: Observed, before: int, window: Window, today: date, ports: Ports) -> tuple[Fact, ...]:
    """Those that can be told from what was read."""
    since = reaches_to(window, today)
    if since is None or not before:
        return milestones_of(seen, ports.known.catalogue, today=today)
    return later_milestones_of(seen, since=since, before=before)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _about(state: State, today: date, ports: Ports) -> Person:
    safety = ports.known.catalogue.safety
    return Person({**audit_on(state), **findings_on(state, safety.findings, today)}, safety.worrying)


def _month(log: _Log, seen: Observed, window: Window, wanted: date) -> MonthOfDays:
    """The month: out of what was read already where that reaches, else read for itself."""
    present = log.today.replace(day=1)
    first = min(max(wanted, EARLIEST).replace(day=1), present)
    after = (first + timedelta(days=31)).replace(day=1)
    weeks = month_of(seen, first, today=log.today)
    read_from = reaches_to(window, log.today)
    if read_from is not None and weeks[0][0].day < read_from:
        there = log.days(weeks[0][0].day, weeks[-1][-1].day)
        weeks = month_of(there, first, today=log.today)
    before = (first - timedelta(days=1)).replace(day=1)
    return MonthOfDays(first, weeks, before if before >= EARLIEST else None, after if after <= present else None)
