"""What holds for every record: order of arrival changes nothing, missing is never a value, noise is never a change."""

from datetime import date, timedelta
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from support.effort import examples
from support.people import catalogue
from support.records import on, result, workout
from unbend.assessment.outcomes import Verdict
from unbend.catalogue.condition import Person
from unbend.progress import Progress, Series, Window, milestones_of, observed, progress_of, summary_of
from unbend.record.entry import Entry
from unbend.record.kinds import Data
from unbend.record.kinds.answered import Answered
from unbend.record.kinds.measured import Measured
from unbend.record.kinds.next_day import NextDay
from unbend.record.kinds.walked import Walked

CATALOGUE = catalogue()
TODAY = date(2026, 3, 5)
NOBODY = Person({}, CATALOGUE.safety.worrying)
TESTS = sorted(CATALOGUE.tests)

scale = st.integers(0, 10)
maybe = st.none() | scale


def _tested(name: str) -> st.SearchStrategy[Data]:
    test = CATALOGUE.tests[name]
    value = st.none() | st.floats(test.minimum, test.maximum, allow_nan=False)
    if test.per_side:
        return st.builds(lambda left, right: result(name, left=left, right=right), value, value)
    return st.builds(lambda one: result(name, value=one), value)


def _measured(name: str) -> st.SearchStrategy[Measured]:
    measure = CATALOGUE.measures[name]
    value = st.integers(measure.item_minimum, measure.item_maximum)
    return st.dictionaries(st.sampled_from(measure.items), value).map(lambda answers: Measured(name, answers))


things: st.SearchStrategy[Data] = st.one_of(
    st.builds(workout, maybe, maybe),
    st.builds(NextDay, scale),
    st.builds(Walked, st.integers(1, 90)),
    st.builds(lambda value: Answered({"severity": value}), scale),
    st.sampled_from(TESTS).flatmap(_tested),
    st.sampled_from(sorted(CATALOGUE.measures)).flatmap(_measured),
)


days = st.integers(0, 400) | st.sampled_from((3, 10, 40, 60))
"""Any day of a year, and often the same one: then the order is that of the ids."""


@st.composite
def records(draw: st.DrawFn) -> list[Entry]:
    made: list[Entry] = []
    for number in range(draw(st.integers(0, 25))):
        day = TODAY - timedelta(days=draw(days))
        corrects = draw(st.sampled_from([None, None, None, *(f"e{n}" for n in range(number))]))
        made.append(on(day, draw(things), key=f"e{number}", corrects=corrects))
    return made


windows = st.sampled_from(list(Window))


def progress(record: list[Entry], window: Window) -> Progress:
    return progress_of(record, CATALOGUE, window=window, today=TODAY, person=NOBODY)


def all_series(found: Progress) -> tuple[Series, ...]:
    return (*found.pain, *found.measures, *found.tests)


@examples(150, soak=10_000)
@given(records(), windows, st.randoms(use_true_random=False))
def test_the_order_of_arrival_and_doubles_change_nothing(record: list[Entry], window: Window, chance: Random) -> None:
    shuffled = [*record, *record[:3]]
    chance.shuffle(shuffled)
    one, other = progress(record, window), progress(shuffled, window)
    assert one == other
    assert summary_of(one) == summary_of(other)
    milestones = [
        milestones_of(observed(entries, CATALOGUE.measures, until=TODAY), CATALOGUE, today=TODAY)
        for entries in (record, shuffled)
    ]
    assert milestones[0] == milestones[1]


@examples(150, soak=10_000)
@given(records(), windows, things, things, st.integers(0, 400))
def test_an_entry_that_is_corrected_changes_nothing(
    record: list[Entry], window: Window, wrong: Data, right: Data, days: int
) -> None:
    day = TODAY - timedelta(days=days)
    corrected = [*record, on(day, wrong, key="wrong"), on(day, right, key="x-right", corrects="wrong")]
    assert progress(corrected, window) == progress([*record, on(day, right, key="x-right")], window)


@examples(150, soak=10_000)
@given(records(), windows)
def test_every_value_was_given_and_a_missing_one_never_is(record: list[Entry], window: Window) -> None:
    given_values = {name: set[float]() for name in ("before", "after")}
    for entry in record:
        for name, known in given_values.items():
            value = getattr(entry.data, f"pain_{name}", None)
            known |= set() if value is None else {value}
    for series in progress(record, window).pain:
        for point in (point for run in series.runs for point in run):
            assert point.lowest <= point.value <= point.highest
            assert {point.lowest, point.highest} <= given_values.get(series.id, {point.lowest, point.highest})


@examples(150, soak=10_000)
@given(records(), windows)
def test_a_change_within_the_error_is_never_called_one(record: list[Entry], window: Window) -> None:
    found = progress(record, window)
    for series in all_series(found):
        compared = series.comparison
        if compared is None or compared.verdict in (Verdict.WITHIN_NOISE, Verdict.NOT_KNOWN):
            continue
        if compared.first_day == compared.last_day and compared.first == compared.last:
            assert series.id == "global-change"  # a rating that is a change itself
            continue
        assert compared.error is not None
        assert abs(compared.last - compared.first) >= compared.error - 1e-9
        assert (compared.verdict is Verdict.BETTER) == ((compared.last > compared.first) == series.higher_is_better)


@examples(200, soak=10_000)
@given(st.sampled_from(TESTS), st.data())
def test_a_self_test_within_its_error_is_about_the_same_or_not_known(name: str, data: st.DataObject) -> None:
    test = CATALOGUE.tests[name]
    first = data.draw(st.floats(test.minimum, test.maximum))
    step = data.draw(st.floats(-1, 1)) * (test.error or 5)
    last = first + step
    assume(test.error is None or abs(last - first) <= test.error)
    sides = ("left", "right") if test.per_side else ("value",)
    record = [
        on(TODAY - timedelta(days=40), result(name, **dict.fromkeys(sides, first))),
        on(TODAY, result(name, **dict.fromkeys(sides, last))),
    ]
    expected = Verdict.NOT_KNOWN if test.error is None else Verdict.WITHIN_NOISE
    found = progress(record, Window.TWELVE_WEEKS)
    assert [series.comparison.verdict for series in found.tests if series.comparison] == [expected] * len(sides)
    assert not [fact for fact in summary_of(found) if fact.code.endswith(("better", "worse"))]
