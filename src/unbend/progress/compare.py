"""Whether a number has changed by more than its measurement error: only then is it called better or worse."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile
from statistics import fmean

from unbend.assessment.outcomes import Change, Score, Verdict, change, rated_change
from unbend.catalogue.knowledge import SelfTest
from unbend.catalogue.measure import Measure
from unbend.progress.observed import Reading, Scored

ENOUGH_DAYS = timedelta(days=14)
"""Pain goes up and down from day to day: two weeks of answers are compared with two weeks of answers."""


@dataclass(frozen=True)
class Comparison:
    """The first value and the last, and what the change means. `error` is the least change that counts: None where
    nobody has measured it."""

    verdict: Verdict
    first: float
    last: float
    first_day: date
    last_day: date
    error: float | None


def compare_pain(readings: Sequence[Reading], measure: Measure, *, today: date) -> Comparison | None:
    """The means of the first and the last two weeks of answers. Not known while they overlap, or when the last answer
    is older than two weeks. None without answers."""
    known = [(reading.day, reading.value) for reading in readings if reading.value is not None]
    if not known:
        return None
    compared = compare_means(known, measure)
    is_old = today - compared.last_day > ENOUGH_DAYS
    return replace(compared, verdict=Verdict.NOT_KNOWN) if is_old else compared


def compare_means(known: Sequence[tuple[date, float]], measure: Measure) -> Comparison:
    """The means of the first and the last two weeks of these answers. Not known while they overlap."""
    first_day, last_day = known[0][0], known[-1][0]
    first = fmean(value for _, value in takewhile(lambda one: one[0] < first_day + ENOUGH_DAYS, known))
    last = fmean(value for _, value in takewhile(lambda one: one[0] > last_day - ENOUGH_DAYS, reversed(known)))
    verdict = change(measure, _score(measure, first), _score(measure, last)).verdict
    overlap = last_day - first_day < 2 * ENOUGH_DAYS - timedelta(days=1)
    error = error_of(measure, first)
    return Comparison(Verdict.NOT_KNOWN if overlap else verdict, first, last, first_day, last_day, error)


def _score(measure: Measure, value: float) -> Score:
    return Score(measure.id, value, measure.items)


def compare_scores(scores: Sequence[Scored], measure: Measure) -> Comparison | None:
    """The last score against the first that rests on the same items. None when there is only one such."""
    last = scores[-1]
    if measure.is_change:
        return _comparison(rated_change(measure, last.score), last, last, measure)
    first = next(scored for scored in scores if scored.score.answered == last.score.answered)
    return None if first is last else _comparison(change(measure, first.score, last.score), first, last, measure)


def _comparison(found: Change, first: Scored, last: Scored, measure: Measure) -> Comparison:
    before = first.score.value
    error = error_of(measure, before, items=len(first.score.answered))
    return Comparison(found.verdict, before, last.score.value, first.day, last.day, error)


def error_of(measure: Measure, before: float, *, items: int | None = None) -> float | None:
    """The least change from `before` that people notice: by points, or by the measure's share where that is less (but
    never one step of one answer)."""
    if measure.important is None:
        return None
    important = measure.important
    points = important.points_of_one if items == 1 and important.points_of_one is not None else important.points
    share = None if important.share is None else max(important.share * abs(before), 1.0)
    return min((one for one in (points, share) if one is not None), default=None)


def compare_results(values: Sequence[tuple[date, float]], test: SelfTest) -> Comparison | None:
    """The last result against the first. None when there is only one."""
    if len(values) < 2:
        return None
    (first_day, first), (last_day, last) = values[0], values[-1]
    return Comparison(verdict_of(test, first, last), first, last, first_day, last_day, test.error)


def verdict_of(test: SelfTest, before: float, after: float) -> Verdict:
    """What a change of a self-test means: nothing, up to the error it is measured with."""
    if test.error is None:
        return Verdict.NOT_KNOWN
    if abs(after - before) <= test.error:
        return Verdict.WITHIN_NOISE
    return Verdict.BETTER if (after > before) == test.higher_is_better else Verdict.WORSE
