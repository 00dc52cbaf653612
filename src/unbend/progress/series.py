"""The course of each number in a window: pain, questionnaires and self-tests, each with its band of error."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unbend.assessment.results import Side
from unbend.catalogue.knowledge import SelfTest
from unbend.catalogue.measure import Measure
from unbend.progress.compare import Comparison, compare_pain, compare_results, compare_scores, error_of
from unbend.progress.observed import Observed, Reading, Result, Scored
from unbend.progress.points import Run, runs_of
from unbend.progress.span import Span
from unbend.record.course import PAINS, SEVERITY

PAIN_MEASURE = "nrs-average"
"""The measure whose important change tells what counts for pain from 0 to 10."""

_GAP_OF_PAIN, _GAP_OF_SEVERITY, _GAP_OF_MEASURES = 7, 31, 100
"""More days than this between two answers are a gap: pain is asked with each workout, the others now and then."""


class Topic(StrEnum):
    """What a series is about."""

    PAIN = "pain"
    MEASURE = "measure"
    TEST = "test"


@dataclass(frozen=True)
class Series:
    """One number over time. `id` is the occasion of pain, the measure or the test. `band` is where the first value
    cannot be told from others: inside it a value is about the same."""

    topic: Topic
    id: str
    side: Side | None
    runs: tuple[Run, ...]
    minimum: float
    maximum: float
    unit: str | None
    higher_is_better: bool
    band: tuple[float, float] | None
    comparison: Comparison | None


def pain_series(seen: Observed, measure: Measure, span: Span) -> Iterator[Series]:
    """Pain as told on each kind of occasion that had an answer; they are never mixed."""
    for occasion in PAINS:
        inside = [reading for reading in seen.pain[occasion] if reading.day in span]
        runs = runs_of(inside, span, gap_days=_GAP_OF_SEVERITY if occasion == SEVERITY else _GAP_OF_PAIN)
        compared = compare_pain(inside, measure, today=span.last)
        if compared is not None:
            band = _band(compared.first, compared.error, measure)
            yield Series(
                topic=Topic.PAIN,
                id=occasion,
                side=None,
                runs=runs,
                minimum=measure.minimum,
                maximum=measure.maximum,
                unit=None,
                higher_is_better=measure.higher_is_better,
                band=band,
                comparison=compared,
            )


def measure_series(seen: Observed, measures: Mapping[str, Measure], span: Span) -> Iterator[Series]:
    """Each questionnaire that was filled in."""
    for name, scores in seen.scores.items():
        inside = [scored for scored in scores if scored.day in span]
        if inside:
            yield _of_measure(measures[name], inside, span)


def _of_measure(measure: Measure, scores: Sequence[Scored], span: Span) -> Series:
    compared = compare_scores(scores, measure)
    first = scores[0].score
    before, error = (
        (first.value, error_of(measure, first.value, items=len(first.answered)))
        if compared is None
        else (compared.first, compared.error)
    )
    return Series(
        topic=Topic.MEASURE,
        id=measure.id,
        side=None,
        runs=runs_of((Reading(one.day, one.score.value) for one in scores), span, gap_days=_GAP_OF_MEASURES),
        minimum=measure.minimum,
        maximum=measure.maximum,
        unit=None,
        higher_is_better=measure.higher_is_better,
        band=None if measure.is_change else _band(before, error, measure),
        comparison=compared,
    )


def self_test_series(seen: Observed, tests: Mapping[str, SelfTest], span: Span) -> Iterator[Series]:
    """Each self-test that was done: one series, or one a side."""
    for name, results in seen.results.items():
        inside = [result for result in results if result.day in span]
        for side in (None, Side.LEFT, Side.RIGHT):
            values = values_of_side(inside, side)
            if values:
                yield _of_test(tests[name], side, values, span)


def values_of_side(results: Sequence[Result], side: Side | None) -> list[tuple[date, float]]:
    """What was measured on that side, or of the whole body; what was not measured is not there."""
    found = ((result.day, getattr(result.tested, "value" if side is None else side.value)) for result in results)
    return [(day, value) for day, value in found if value is not None]


def _of_test(test: SelfTest, side: Side | None, values: Sequence[tuple[date, float]], span: Span) -> Series:
    return Series(
        topic=Topic.TEST,
        id=test.id,
        side=side,
        runs=runs_of((Reading(day, value) for day, value in values), span, gap_days=_GAP_OF_MEASURES),
        minimum=test.minimum,
        maximum=test.maximum,
        unit=test.unit,
        higher_is_better=test.higher_is_better,
        band=_band(values[0][1], test.error, test),
        comparison=compare_results(values, test),
    )


def _band(value: float, error: float | None, scale: Measure | SelfTest) -> tuple[float, float] | None:
    """The values that cannot be told from this one, as far as the scale goes."""
    if error is None:
        return None
    return max(value - error, scale.minimum), min(value + error, scale.maximum)
