"""Hard rule 2 for self-tests: whoever and whenever, no small thing of the day is one that must wait."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.people import catalogue, findings
from unbend.assessment.offer import MOST_PAIN
from unbend.assessment.small_thing import SET_ASIDE_FOR, Sort, Thing, allowed_tests, barred_ways, small_thing
from unbend.assessment.start import start
from unbend.catalogue.condition import Person
from unbend.catalogue.words import Answer, Phase, Place
from unbend.record.state import Known, State, Wishes
from unbend.record.state import TestResult as Measured
from unbend.record.values import values_of
from unbend.safety.check import check

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
MOMENTS = st.one_of(st.none(), st.integers(0, 60).map(lambda days: NOW - timedelta(days=days)))


@st.composite
def states(draw: st.DrawFn) -> State:
    """A record in which any of it may have been answered, measured or set aside within two months."""
    known, state = catalogue(), State()
    audit = {key: at for key in known.audit if (at := draw(MOMENTS)) is not None}
    tests = {key: at for key in known.tests if (at := draw(MOMENTS)) is not None}
    measured = {key: at for key in known.measures if (at := draw(MOMENTS)) is not None}
    aside = draw(st.dictionaries(st.sampled_from(codes()), st.integers(0, 20), max_size=4))
    places = draw(st.one_of(st.none(), st.sets(st.sampled_from(list(Place))).map(tuple)))
    return replace(
        state,
        audit={key: Known(Answer.NO, at, at) for key, at in audit.items()},
        tests={key: Measured(key, at, value=1.0) for key, at in tests.items()},
        measured=measured,
        set_aside={code: NOW - timedelta(days=days) for code, days in aside.items()},
        wishes=Wishes(positions=places),
    )


def codes() -> list[str]:
    known = catalogue()
    groups = {Sort.AUDIT: known.audit, Sort.TEST: known.tests, Sort.MEASURE: known.measures}
    return [Thing(sort, key).code for sort, ids in groups.items() for key in ids]


def offered(
    state: State, said: dict[str, object], now: datetime = NOW
) -> tuple[Thing | None, Person, Phase | None, set[str]]:
    known = catalogue()
    values = values_of(said, known.safety.findings, where="")
    safety, person = check(known.safety, values), Person(values, known.safety.worrying)
    phase = start(known, person, allows=safety.allows).phase if safety.may_plan else None
    thing = small_thing(state, known, person, phase=phase, restrictions=safety.restrictions, now=now)
    return thing, person, phase, barred_ways(state, safety.restrictions)


@given(states(), findings())
@examples(150, soak=20_000)
def test_no_test_is_offered_that_breaks_a_restriction_or_is_too_much_now(state: State, said: dict[str, object]) -> None:
    for _ in range(60):  # on through the list, as if each thing had been done at once
        thing, person, phase, barred = offered(state, said)
        if thing is None:
            break
        assert phase is not None
        if thing.sort is Sort.TEST:
            test = catalogue().tests[thing.id]
            assert not set(test.restrictions) & barred
            if test.effortful:
                assert phase is not Phase.CALM
                assert person.values.get("pregnant") not in (Answer.YES, Answer.UNSURE)
                severity = person.values.get("severity")
                assert isinstance(severity, int | float)
                assert severity <= MOST_PAIN
        state = without(state, thing)


def without(state: State, thing: Thing) -> State:
    """As if the thing had been set aside yesterday."""
    return replace(state, set_aside={**state.set_aside, thing.code: NOW - timedelta(days=1)})


@given(states(), findings())
@examples(150, soak=20_000)
def test_after_one_there_is_none_the_same_day_and_the_same_not_within_a_week(
    state: State, said: dict[str, object]
) -> None:
    thing, *_ = offered(state, said)
    if thing is None:
        return
    aside = replace(state, set_aside={**state.set_aside, thing.code: NOW})
    assert offered(aside, said, NOW + timedelta(hours=3))[0] is None
    for day in range(1, SET_ASIDE_FOR.days):
        assert offered(aside, said, NOW + timedelta(days=day))[0] != thing


@given(states(), findings())
@examples(150, soak=20_000)
def test_where_no_plan_may_be_made_there_is_none(state: State, said: dict[str, object]) -> None:
    thing, _, phase, _ = offered(state, said)
    assert phase is not None or thing is None


@given(findings())
@examples(100, soak=5_000)
def test_whoever_leaves_the_floor_out_is_offered_no_test_on_it(said: dict[str, object]) -> None:
    state = State(wishes=Wishes(positions=(Place.CHAIR, Place.STANDING)))
    _, person, phase, barred = offered(state, said)
    if phase is not None:
        found = allowed_tests(state, catalogue(), person, phase=phase, restrictions=barred)
        assert not [key for key in found if "floor" in catalogue().tests[key].restrictions]


def test_the_test_by_which_one_side_gets_more_is_the_first_to_be_done_again() -> None:
    known = catalogue()
    sided = next(test for test in known.tests.values() if test.per_side and test.error is not None and test.raises)
    weeks = timedelta(weeks=known.adaptation.retest_weeks)
    for age, expected in ((weeks - timedelta(days=1), False), (weeks, True)):
        result = Measured(sided.id, NOW - age, left=sided.minimum, right=sided.maximum)
        values = values_of({"age": 40, "severity": 1}, known.safety.findings, where="")
        person = Person(values, known.safety.worrying)
        state = State(tests={sided.id: result})
        found = small_thing(state, known, person, phase=Phase.STRENGTHEN, restrictions=(), now=NOW)
        assert (found == Thing(Sort.TEST, sided.id)) is expected
