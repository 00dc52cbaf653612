"""Self-tests of one person: which may be done now, how results compare with earlier ones, and storing them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from unbend.assessment.offer import MOST_PAIN, offered_tests
from unbend.assessment.outcomes import Verdict
from unbend.assessment.results import Side, norm_of, worse_side
from unbend.assessment.small_thing import barred_ways
from unbend.catalogue.knowledge import Norm, SelfTest, SelfTestText
from unbend.progress.compare import verdict_of
from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.kinds.tested import Tested
from unbend.record.state import TestResult
from unbend.service.access import Right
from unbend.service.assessment import phase_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import Standing, standing

READY_FOR = timedelta(hours=1)
"""How long an answer about the pain now stands for "now"."""

SHOWN = 6
"""Results that a page shows, the latest first."""


@dataclass(frozen=True)
class Number:
    """One measured number: of a side, or of the whole (None). `verdict`: beside the one before, if there was one."""

    side: Side | None
    value: float
    before: float | None
    verdict: Verdict | None


@dataclass(frozen=True)
class Told:
    """A result on its day. `worse`: the side that truly shows less."""

    entry: str
    day: date
    numbers: tuple[Number, ...]
    worse: Side | None


@dataclass(frozen=True)
class TestView:
    """A self-test for this person: `not_now` is a code of why it waits, `closed` or one of the offer's. `norm` is the
    border for people of their age and sex, where it was measured. `results`: the latest first."""

    test: SelfTest
    words: SelfTestText
    not_now: str | None
    norm: Norm | None
    results: tuple[Told, ...]


class NotNow(Exception):
    """The test must wait; the code says why."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def self_tests(actor: Actor, person: str, ports: Ports) -> tuple[TestView, ...]:
    """Every self-test. Raises NotAllowed."""
    here = standing(actor, person, ports)
    entries = ports.store.entries(person, kinds=["tested"])
    return tuple(_view(test, waiting, here, entries, ports) for test, waiting in _offers(here, ports).items())


def self_test(actor: Actor, person: str, test: str, ports: Ports) -> TestView | None:
    """One of them; None where there is no such. Raises NotAllowed."""
    return next((view for view in self_tests(actor, person, ports) if view.test.id == test), None)


def is_ready(test: SelfTest, pain: int) -> bool:
    """Whether the test may be done with this much pain now (hard rule 2)."""
    return not test.effortful or 0 <= pain <= MOST_PAIN


def still_ready(answered_at: datetime, now: datetime) -> bool:
    """Whether the answer about the pain now was given just now."""
    return timedelta(0) <= now - answered_at <= READY_FOR


def store_result(
    actor: Actor,
    person: str,
    test: str,
    numbers: Mapping[str, float],
    ports: Ports,
    *,
    id_: str | None = None,
    corrects: str | None = None,
) -> None:
    """Store what was measured: `value`, or `left` and `right`. A correction of a slip is always taken. Raises
    NotAllowed, NotNow, BadInput."""
    here = standing(actor, person, ports, right=Right.WRITE)
    former = None if corrects is None else _former(person, test, corrects, ports)
    waiting = _offers(here, ports)[test]
    if former is None and waiting is not None:
        raise NotNow(waiting)
    per_side = ports.known.catalogue.tests[test].per_side
    measured: object = dict(numbers) if per_side else numbers.get("value")
    when = None if former is None else former.happened_at
    note(actor, person, "tested", {"tests": {test: measured}}, ports, id_=id_, happened_at=when, corrects=corrects)


def _former(person: str, test: str, corrects: str, ports: Ports) -> Entry:
    found = ports.store.entry(person, corrects)
    if found is None or not isinstance(found.data, Tested) or found.data.test != test:
        raise BadInput("corrects", "there is no such result", "go back and choose the result again")
    return found


def _offers(here: Standing, ports: Ports) -> Mapping[str, str | None]:
    """For every test, why it waits."""
    catalogue, phase = ports.known.catalogue, phase_of(here, ports)
    if phase is None:
        return dict.fromkeys(catalogue.tests, "closed")
    barred = barred_ways(here.state, here.safety.restrictions)
    offers = offered_tests(catalogue, here.about, phase=phase, restrictions=barred)
    return {offer.test.id: offer.not_now for offer in offers}


def _view(test: str, waiting: str | None, here: Standing, entries: Sequence[Entry], ports: Ports) -> TestView:
    facts = ports.known.catalogue.tests[test]
    mine = [entry for entry in entries if isinstance(entry.data, Tested) and entry.data.test == test]
    told = tuple(_told(entry, mine[number - 1] if number else None, facts, here) for number, entry in enumerate(mine))
    return TestView(facts, ports.known.texts.tests[test], waiting, norm_of(facts, here.about), told[::-1][:SHOWN])


def _told(entry: Entry, before: Entry | None, test: SelfTest, here: Standing) -> Told:
    after, earlier = _values(entry), {} if before is None else _values(before)
    numbers = tuple(_number(side, value, earlier.get(side), test) for side, value in after.items())
    worse = worse_side(test, _result(entry, test.id), here.about)
    return Told(entry.id, entry.happened_at.astimezone(here.now.tzinfo).date(), numbers, worse)


def _number(side: Side | None, value: float, before: float | None, test: SelfTest) -> Number:
    return Number(side, value, before, None if before is None else verdict_of(test, before, value))


def _values(entry: Entry) -> dict[Side | None, float]:
    data = entry.data
    if not isinstance(data, Tested):
        return {}
    given = {None: data.value, Side.LEFT: data.left, Side.RIGHT: data.right}
    return {side: value for side, value in given.items() if value is not None}


def _result(entry: Entry, test: str) -> TestResult:
    values = _values(entry)
    return TestResult(test, entry.happened_at, left=values.get(Side.LEFT), right=values.get(Side.RIGHT))
