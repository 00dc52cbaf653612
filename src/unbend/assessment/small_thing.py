"""The one small thing of the day: what is asked beyond the safety check, a little at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Protocol

from unbend.assessment.offer import offered_tests
from unbend.assessment.results import worse_sides
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person
from unbend.catalogue.words import Phase, Place
from unbend.record.state import State


class Sort(StrEnum):
    """What kind of thing it is."""

    AUDIT = "audit"
    TEST = "test"
    MEASURE = "measure"


@dataclass(frozen=True)
class Thing:
    """A question about a person's days, a self-test or a questionnaire, by its id."""

    sort: Sort
    id: str

    @property
    def code(self) -> str:
        """Such as `audit:desk-hours`."""
        return f"{self.sort}:{self.id}"


class Answered(Protocol):
    """Whatever knows when it was done."""

    @property
    def at(self) -> datetime:
        """When."""


AGAIN = (Sort.TEST, Sort.MEASURE)
"""What is asked for anew after some weeks. Answers about a person's days hold until they change them."""

SET_ASIDE_FOR = timedelta(days=7)

FIRST = ("measure:peg", "audit:exercise", "audit:desk-hours", "measure:psfs")
"""How the back does at the beginning comes first: without it nobody could see later what has changed. Then what changes
the plan most. The order is the project's own choice."""


def small_thing(
    state: State,
    catalogue: Catalogue,
    person: Person,
    *,
    phase: Phase | None,
    restrictions: Iterable[str],
    now: datetime,
) -> Thing | None:
    """What to offer today; None when nothing is due, or one was done or set aside today. Without a phase, where no
    plan may be made, there is more to do than small things."""
    if phase is None or _was_busy(state, now):
        return None
    tests = allowed_tests(state, catalogue, person, phase=phase, restrictions=restrictions)
    due = (
        thing
        for thing in (*_that_show_a_side(state, catalogue, person), *_in_order(catalogue))
        if (thing.sort is not Sort.TEST or thing.id in tests) and _is_due(thing, state, catalogue, now)
    )
    return next(due, None)


def allowed_tests(
    state: State, catalogue: Catalogue, person: Person, *, phase: Phase, restrictions: Iterable[str]
) -> set[str]:
    """The self-tests that nothing keeps back (hard rule 2)."""
    barred = barred_ways(state, restrictions)
    return {o.test.id for o in offered_tests(catalogue, person, phase=phase, restrictions=barred) if o.not_now is None}


def barred_ways(state: State, restrictions: Iterable[str]) -> set[str]:
    """The restrictions, and the floor for whoever said that they do without it."""
    places = state.wishes.positions
    return {*restrictions, *(("floor",) if places is not None and Place.FLOOR not in places else ())}


def _that_show_a_side(state: State, catalogue: Catalogue, person: Person) -> Iterator[Thing]:
    """The tests by which one side gets more: whether it still needs to is the first thing to find out."""
    for test in sorted({test for _, test in worse_sides(catalogue.tests, state.tests, person).values()}):
        yield Thing(Sort.TEST, test)


def _in_order(catalogue: Catalogue) -> Iterator[Thing]:
    """First things first; then audit, tests and questionnaires in turn, so that days differ. What takes a camera is
    for whoever looks for it."""
    groups: Sequence[Sequence[Thing]] = (
        [Thing(Sort.AUDIT, key) for key in catalogue.audit],
        [Thing(Sort.TEST, key) for key, test in catalogue.tests.items() if test.camera is None or not test.camera.only],
        [Thing(Sort.MEASURE, key) for key in catalogue.measures],
    )
    by_code = {thing.code: thing for group in groups for thing in group}
    yield from (by_code[code] for code in FIRST if code in by_code)
    for number in range(max(map(len, groups))):
        yield from (group[number] for group in groups if number < len(group) and group[number].code not in FIRST)


def _is_due(thing: Thing, state: State, catalogue: Catalogue, now: datetime) -> bool:
    aside, done = state.set_aside.get(thing.code), _done_at(thing, state)
    again = timedelta(weeks=catalogue.adaptation.retest_weeks)
    if aside is not None and now - aside < SET_ASIDE_FOR:
        return False
    if done is None and thing.sort is Sort.MEASURE and catalogue.measures[thing.id].is_change:
        done = _began(state)  # a change since the first day means nothing in the first days
        return done is not None and now - done >= again
    return done is None or (thing.sort in AGAIN and now - done >= again)


def _began(state: State) -> datetime | None:
    known = (*state.findings.values(), *state.audit.values())
    return min((*(one.since for one in known), *(one.first_at for one in state.practised.values())), default=None)


def _done_at(thing: Thing, state: State) -> datetime | None:
    if thing.sort is Sort.MEASURE:
        return state.measured.get(thing.id)
    kept: Mapping[str, Answered] = state.audit if thing.sort is Sort.AUDIT else state.tests
    return kept[thing.id].at if thing.id in kept else None


def _was_busy(state: State, now: datetime) -> bool:
    """Whether one was done or waved away today: one a day is enough."""
    results: tuple[Answered, ...] = (*state.audit.values(), *state.tests.values())
    moments = [*(one.at for one in results), *state.measured.values(), *state.set_aside.values()]
    return any(_day(moment, now.tzinfo) == now.date() for moment in moments)


def _day(moment: datetime, zone: tzinfo | None) -> date:
    return moment.astimezone(zone).date()
