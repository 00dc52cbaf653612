"""Quiet milestones: what went well, and never what did not happen."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice, pairwise, takewhile

from unbend.assessment.outcomes import Verdict, change
from unbend.assessment.results import Side
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.knowledge import SelfTest
from unbend.catalogue.measure import Measure
from unbend.progress.compare import ENOUGH_DAYS, compare_means, verdict_of
from unbend.progress.fact import Fact
from unbend.progress.observed import Observed, Reading, Scored
from unbend.progress.series import PAIN_MEASURE, values_of_side
from unbend.progress.span import WEEK, Span
from unbend.progress.weeks import weeks_of
from unbend.record.course import NEXT_DAY

_COUNTS = (10, 25, 50, 100, 200, 300, 500, 750, 1000, 1500, 2000, 3000)
_PAUSE = timedelta(days=21)
"""After so long without a workout, the next one is a coming back."""


def milestones_of(seen: Observed, catalogue: Catalogue, *, today: date) -> tuple[Fact, ...]:
    """All milestones of a whole record, the latest first."""
    found = [
        *_of_workouts([workout.day for workout in seen.workouts], before=0),
        *_of_walks(seen),
        *_of_plan(seen, today),
        *_of_pain(seen.pain[NEXT_DAY], catalogue.measures[PAIN_MEASURE]),
        *(fact for name, scores in seen.scores.items() for fact in _of_measure(catalogue.measures[name], scores)),
        *(fact for name in seen.results for fact in _of_test(catalogue.tests[name], seen)),
    ]
    return tuple(sorted(found, key=lambda fact: fact.day, reverse=True))


def later_milestones_of(seen: Observed, *, since: date, before: int) -> tuple[Fact, ...]:
    """The milestones in what is seen of a record from a day on, with so many workouts before that day: those that can
    be told without what went before, the latest first."""
    found = _of_workouts([workout.day for workout in seen.workouts], before=before, since=since)
    return tuple(sorted(found, key=lambda fact: fact.day, reverse=True))


def _of_workouts(days: Sequence[date], *, before: int, since: date | None = None) -> Iterator[Fact]:
    """`since`: the first day that is seen; the last workout before it was earlier still."""
    if days and not before:
        yield Fact("first-workout", days[0])
    for count in _COUNTS:
        if before < count <= before + len(days):
            yield Fact("workouts", days[count - before - 1], {"count": str(count)})
    known = days if since is None else (since, *days)
    yield from (Fact("back-again", later) for earlier, later in pairwise(known) if later - earlier > _PAUSE)


def _of_walks(seen: Observed) -> Iterator[Fact]:
    if seen.walks:
        yield Fact("first-walk", seen.walks[0].day)


def _of_plan(seen: Observed, today: date) -> Iterator[Fact]:
    """The first week in which as many workouts were done as were planned."""
    if not seen.plans:
        return
    span = Span(min(seen.plans), today, weekly=True)
    for week in weeks_of(seen, span):
        if week.planned and week.workouts >= week.planned:
            yield Fact("first-week-as-planned", min(week.first + WEEK - timedelta(days=1), today))
            return


def _of_pain(readings: Sequence[Reading], measure: Measure) -> Iterator[Fact]:
    """The first time that two weeks of answers are lower than the first two by more than chance."""
    known = [(reading.day, reading.value) for reading in readings if reading.value is not None]
    first = list(takewhile(lambda one: one[0] < known[0][0] + ENOUGH_DAYS, known))
    recent: deque[tuple[date, float]] = deque()
    for day, value in known:
        recent.append((day, value))
        while recent[0][0] <= day - ENOUGH_DAYS:
            recent.popleft()
        if len(recent) > 1 and compare_means([*first, *recent], measure).verdict is Verdict.BETTER:
            yield Fact("pain-lower", day)
            return


def _of_measure(measure: Measure, scores: Sequence[Scored]) -> Iterator[Fact]:
    """The first time that a questionnaire is better than at first by more than its error."""
    if measure.is_change:
        return
    first = scores[0].score
    comparable = (scored for scored in scores[1:] if scored.score.answered == first.answered)
    better = (one.day for one in comparable if change(measure, first, one.score).verdict is Verdict.BETTER)
    yield from (Fact("milestone-measure", day, {"measure": measure.id}) for day in islice(better, 1))


def _of_test(test: SelfTest, seen: Observed) -> Iterator[Fact]:
    """The first time that a self-test, or one side of it, is better than at first by more than its error."""
    for side in (None, *Side):
        values = values_of_side(seen.results[test.id], side)
        better = (day for day, value in values[1:] if verdict_of(test, values[0][1], value) is Verdict.BETTER)
        for day in islice(better, 1):
            params: Mapping[str, str] = {"test": test.id} if side is None else {"test": test.id, "side": side.value}
            yield Fact("milestone-test" if side is None else "milestone-side", day, params)
