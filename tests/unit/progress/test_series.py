"""Numbers over time: gaps where nothing is known, a band of error, and no change claimed inside it."""

from datetime import date, timedelta

import pytest

from support.people import catalogue
from support.records import on, result, workout
from unbend.assessment.outcomes import Verdict
from unbend.assessment.results import Side
from unbend.catalogue.condition import Person, Values
from unbend.catalogue.words import Answer
from unbend.progress import Progress, Series, Window, progress_of
from unbend.record.entry import Entry
from unbend.record.kinds.answered import Answered
from unbend.record.kinds.measured import Measured
from unbend.record.kinds.next_day import NextDay
from unbend.record.kinds.walked import Walked

CATALOGUE = catalogue()
TODAY = date(2026, 3, 5)
MONDAY = date(2026, 3, 2)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def progress(*entries: Entry, window: Window = Window.TWELVE_WEEKS, known: Values | None = None) -> Progress:
    person = Person(known or {}, CATALOGUE.safety.worrying)
    return progress_of(entries, CATALOGUE, window=window, today=TODAY, person=person)


def pain(found: Progress, occasion: str) -> Series:
    return next(series for series in found.pain if series.id == occasion)


def verdict(series: Series) -> Verdict:
    assert series.comparison is not None
    return series.comparison.verdict


def test_pain_of_each_occasion_is_a_series_of_its_own() -> None:
    found = progress(
        on(ago(3), workout(4, 2)), on(ago(2), NextDay(3)), on(ago(1), Answered({"severity": 5, "age": 40}))
    )
    values = {series.id: [point.value for run in series.runs for point in run] for series in found.pain}
    assert values == {"next-day": [3], "severity": [5], "before": [4], "after": [2]}


def test_a_question_that_was_not_answered_parts_the_line_and_is_no_0() -> None:
    found = progress(on(ago(6), workout(4, 3)), on(ago(4), workout(None, 3)), on(ago(2), workout(2, 3)))
    assert [[point.value for point in run] for run in pain(found, "before").runs] == [[4], [2]]
    assert [[point.value for point in run] for run in pain(found, "after").runs] == [[3, 3, 3]]


def test_more_than_a_week_without_an_answer_is_a_gap() -> None:
    found = progress(*(on(ago(days), NextDay(3)) for days in (30, 23, 15, 10)))
    assert [len(run) for run in pain(found, "next-day").runs] == [2, 2]


def test_a_long_window_has_one_point_a_week_with_its_range() -> None:
    week = [on(MONDAY - timedelta(days=28 - n), NextDay(value)) for n, value in enumerate((2, 3, 7))]
    (run,) = pain(progress(*week, window=Window.YEAR), "next-day").runs
    (point,) = run
    assert (point.day, point.value, point.lowest, point.highest, point.count) == (
        MONDAY - timedelta(days=28),
        4,
        2,
        7,
        3,
    )


def test_what_lies_before_the_window_is_not_in_it() -> None:
    entries = on(ago(200), NextDay(9)), on(ago(1), NextDay(2))
    assert [len(pain(progress(*entries, window=window), "next-day").runs) for window in Window] == [1, 2, 2]


def test_two_weeks_of_pain_are_compared_with_two_weeks_and_not_one_day_with_another() -> None:
    steady = [on(ago(days), NextDay(4)) for days in range(60, 0, -1)]
    flare = on(TODAY, NextDay(9))
    assert verdict(pain(progress(*steady, flare), "next-day")) is Verdict.WITHIN_NOISE
    fallen = [on(ago(days), NextDay(6 if days > 30 else 3)) for days in range(60, 0, -1)]
    assert verdict(pain(progress(*fallen), "next-day")) is Verdict.BETTER
    risen = [on(ago(days), NextDay(3 if days > 30 else 6)) for days in range(60, 0, -1)]
    assert verdict(pain(progress(*risen), "next-day")) is Verdict.WORSE


def test_less_than_four_weeks_or_an_old_last_answer_say_nothing_of_pain() -> None:
    short = [on(ago(days), NextDay(8 if days > 10 else 1)) for days in range(20, 0, -1)]
    assert verdict(pain(progress(*short), "next-day")) is Verdict.NOT_KNOWN
    old = [on(ago(days), NextDay(8 if days > 45 else 1)) for days in range(70, 20, -1)]
    assert verdict(pain(progress(*old), "next-day")) is Verdict.NOT_KNOWN


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(15, 12.6, Verdict.WITHIN_NOISE), (15, 12.5, Verdict.WITHIN_NOISE), (15, 12.4, Verdict.BETTER), (12, 15, "worse")],
)
def test_a_self_test_counts_as_changed_only_beyond_its_error(first: float, last: float, expected: str) -> None:
    test = "five-times-sit-to-stand"
    found = progress(on(ago(40), result(test, value=first)), on(ago(2), result(test, value=last)))
    (series,) = found.tests
    assert verdict(series) == expected
    assert series.band == (first - 2.5, first + 2.5)


def test_a_test_whose_error_nobody_measured_has_no_band_and_no_verdict() -> None:
    found = progress(*(on(ago(days), result("squat-hold", value=days)) for days in (50, 5)))
    (series,) = found.tests
    assert series.band is None
    assert verdict(series) is Verdict.NOT_KNOWN


def test_a_questionnaire_is_scored_with_its_own_important_change() -> None:
    answers = ("pain", "enjoyment", "general-activity")
    found = progress(
        on(ago(50), Measured("peg", dict.fromkeys(answers, 6))), on(ago(5), Measured("peg", dict.fromkeys(answers, 4)))
    )
    (series,) = found.measures
    assert verdict(series) is Verdict.BETTER
    assert series.band == (4.25, 7.75)


def test_a_questionnaire_with_too_few_answers_is_missing() -> None:
    assert progress(on(ago(5), Measured("peg", {"pain": 3}))).measures == ()


def test_sides_are_compared_as_far_as_the_test_can_tell() -> None:
    close = on(ago(9), result("hip-rotation", left=50, right=58))
    apart = on(ago(2), result("hip-rotation", left=40, right=58))
    (now,) = progress(close, apart).sides
    assert (now.left, now.right, now.error, now.worse) == (40, 58, 10, Side.LEFT)
    (before,) = progress(close).sides
    assert before.worse is None


def test_sides_are_not_compared_with_a_replaced_hip() -> None:
    apart = on(ago(2), result("hip-rotation", left=40, right=58))
    assert progress(apart, known={"hip-replacement": Answer.YES}).sides[0].worse is None


def test_a_side_that_was_not_measured_is_no_series() -> None:
    found = progress(on(ago(2), result("hip-rotation", left=40)))
    assert [series.side for series in found.tests] == [Side.LEFT]
    assert found.sides == ()


def test_a_correction_stands_in_for_what_it_corrects() -> None:
    found = progress(on(ago(5), NextDay(9), key="a"), on(ago(5), NextDay(3), key="b", corrects="a"))
    assert [point.value for run in pain(found, "next-day").runs for point in run] == [3]


def test_weeks_tell_what_was_written_down_and_nothing_else() -> None:
    found = progress(on(ago(1), workout()), on(ago(2), workout(seconds=None)), on(ago(1), Walked(25)))
    now, before = found.weeks[-1], found.weeks[-2]
    assert (now.workouts, now.minutes, now.walked, now.planned) == (2, 15, 25, None)
    assert (before.workouts, before.minutes, before.walked) == (0, None, None)
    assert len(found.weeks) == 12
