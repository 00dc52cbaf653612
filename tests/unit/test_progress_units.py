"""Lengths in inches: the numbers change, what they mean does not."""

from datetime import date, timedelta

import pytest

from support.people import catalogue
from support.records import on, result
from unbend.catalogue.condition import Person
from unbend.progress import Progress, Window, progress_of, summary_of
from unbend.service.progress_units import in_inches

TODAY = date(2026, 3, 20)


def found() -> Progress:
    before, after = TODAY - timedelta(days=40), TODAY - timedelta(days=2)
    entries = [
        on(day, result(test, **values), key=f"{test}-{day}")
        for day, length, degrees in ((before, 25.4, 60), (after, 12.7, 62))
        for test, values in (
            ("fingertip-to-floor", {"value": length}),
            ("hip-rotation", {"left": degrees, "right": degrees + 2}),
        )
    ]
    person = Person({}, catalogue().safety.worrying)
    return progress_of(entries, catalogue(), window=Window.TWELVE_WEEKS, today=TODAY, person=person)


def test_every_number_of_a_length_is_in_inches() -> None:
    length = next(one for one in in_inches(found()).tests if one.id == "fingertip-to-floor")
    assert length.unit == "in"
    assert [point.value for run in length.runs for point in run] == pytest.approx([10, 5])
    assert length.maximum == pytest.approx(100 / 2.54)
    assert length.band == pytest.approx(((25.4 - 4.5) / 2.54, (25.4 + 4.5) / 2.54))
    assert length.comparison is not None
    assert (length.comparison.first, length.comparison.last) == pytest.approx((10, 5))


def test_what_is_no_length_stays_as_it_is() -> None:
    metric, imperial = found(), in_inches(found())
    assert [one for one in imperial.tests if one.id == "hip-rotation"] == [
        one for one in metric.tests if one.id == "hip-rotation"
    ]
    assert imperial.sides == metric.sides


def test_what_a_change_means_does_not_depend_on_the_unit() -> None:
    assert [fact.code for fact in summary_of(in_inches(found()))] == [fact.code for fact in summary_of(found())]
