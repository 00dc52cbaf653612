"""What a person's own log shows: said for them once, as an answer that they can see the reason of and take back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from unbend.adaptation.reason import Reason
from unbend.adaptation.signs import GETTING_WORSE, NOT_BETTER, WEEK, has_risen, level_on, signs_told
from unbend.adaptation.usual import Day, days_of
from unbend.catalogue.words import Answer
from unbend.record.course import PAINS_FOR
from unbend.record.entry import Entry
from unbend.record.fold import fold
from unbend.record.state import State
from unbend.safety.clearance import cleared_findings
from unbend.service.access import Right, require
from unbend.service.asking import A_MOMENT, last_with
from unbend.service.ids import derived
from unbend.service.ports import Actor, Ports
from unbend.service.record import made
from unbend.service.standing import local

TOLD_BY = ("answered", "practised", "next-day")
"""The kinds of entry that tell of pain."""


@dataclass(frozen=True)
class Shown:
    """That an answer was read from the log and not given on a page: when, and by what; None where that is no longer to
    be seen."""

    at: datetime
    why: Reason | None


def say_what_shows(actor: Actor, person: str, ports: Ports) -> None:
    """Write down as an answer what the person's log shows and no answer says yet. What was said is not said again for
    pain that is as it was. Raises NotAllowed."""
    require(actor, person, Right.WRITE, ports)
    state = ports.store.state(person)
    if not state.findings:
        return
    now = local(ports.clock.now(), state)
    days = days_of(state.pains, zone=now.tzinfo)
    here = _Here(person, state, now, days, ports)
    for finding in signs_told(days, ports.known.catalogue.adaptation, today=now.date()):
        here.say(finding)


def shown_by_log(person: str, finding: str, ports: Ports) -> Shown | None:
    """What the present answer rests on, where the log gave it; None where the person did. Raises nothing."""
    if finding not in (GETTING_WORSE, NOT_BETTER):
        return None
    entry = last_with(person, finding, ports)
    if entry is None or entry.id not in [said.id for said in _said(person, finding, ports)]:
        return None
    return Shown(entry.happened_at, _why_then(person, finding, entry.happened_at, ports))


@dataclass(frozen=True)
class _Here:
    person: str
    state: State
    now: datetime
    days: Sequence[Day]
    ports: Ports

    def say(self, finding: str) -> None:
        """Say it, if it is new; and of pain that somebody has looked at and that grew since, that it grows."""
        if not self._holds(finding):
            if self._is_news(finding):
                self._write(finding)
        elif finding == NOT_BETTER and not self._holds(GETTING_WORSE) and self._rose_since_looked_at():
            self._write(GETTING_WORSE)

    def _holds(self, finding: str) -> bool:
        known = self.state.findings.get(finding)
        return known is not None and known.value is not Answer.NO

    def _is_news(self, finding: str) -> bool:
        """Whether it was not said before; or long enough ago, and the pain is no longer as it was then."""
        said = list(_said(self.person, finding, self.ports))
        if not said:
            return True
        if finding == GETTING_WORSE:
            return self.now - said[-1].happened_at >= timedelta(days=WEEK)
        return self._rose_since(said[-1].happened_at)

    def _rose_since_looked_at(self) -> bool:
        clearance = cleared_findings(self.state, self.now.date()).get(NOT_BETTER)
        said = [entry.happened_at for entry in _said(self.person, GETTING_WORSE, self.ports)]
        return clearance is not None and self._rose_since(max([clearance.at, *said]))

    def _rose_since(self, moment: datetime) -> bool:
        numbers, zone = self.ports.known.catalogue.adaptation, self.now.tzinfo
        day = moment.astimezone(zone).date()
        before = level_on(day, _days_until(self.person, moment, self.now, self.ports), numbers)
        return has_risen(day, before, self.days, numbers, today=self.now.date())

    def _write(self, finding: str) -> None:
        """One entry, after all that was said of it by any clock; however often it is tried at once, it is one."""
        known = self.state.findings.get(finding)
        at = max([self.ports.clock.now(), *([known.at + A_MOMENT] if known else [])])
        number = len(list(_said(self.person, finding, self.ports)))
        data = {"findings": {finding: Answer.YES.value}}
        item = made("answered", data, self.ports, id_=_id(finding, number), happened_at=at)
        self.ports.store.append(self.person, [item], now=self.ports.clock.now())


def _id(finding: str, number: int) -> str:
    """The same in whatever house the log is: it may be taken to another one."""
    return derived("shown by the log", finding, str(number))


def _said(person: str, finding: str, ports: Ports) -> Iterator[Entry]:
    """The entries that said it, in order, also those that were put right since."""
    for number in count():
        entry = ports.store.entry(person, _id(finding, number))
        if entry is None:
            return
        yield entry


def _days_until(person: str, moment: datetime, now: datetime, ports: Ports) -> list[Day]:
    """The days as they were told up to a moment."""
    entries = ports.store.entries(person, kinds=TOLD_BY, since=moment - PAINS_FOR, until=moment)
    return days_of(fold(entries).pains, zone=now.tzinfo)


def _why_then(person: str, finding: str, at: datetime, ports: Ports) -> Reason | None:
    now = local(at, ports.store.state(person))
    days = _days_until(person, at, now, ports)
    return signs_told(days, ports.known.catalogue.adaptation, today=now.date()).get(finding)
