"""What is measured of a half year: plain numbers of each person, for each way of dosing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import fmean

from bench.cohort_model.body import Felt
from bench.cohort_model.known import catalogue
from bench.cohort_model.load import load_of
from bench.cohort_model.numbers import NUMBERS
from bench.cohort_model.simulate import Course, Did, Half

from unbend.catalogue.words import Kind, Role

JUDGED = (Kind.STRENGTH, Kind.EVERYDAY, Kind.AEROBIC)
"""Kinds whose dose is meant to load: of these, those in the main part are judged."""

STABLE_WEEKS = 4
HIGHER_BY = 1.001
LAST_DAYS = 28


@dataclass(frozen=True)
class Measured:
    """One person's half year with one way of dosing.

    `under`, `fitting` and `over` count judged exercises; `raised` are those of which more was given after a morning
    that was told to be worse, in `after_worse` cases; `stable` are, for each ladder that was done in enough weeks, the
    weeks until its rung did not change any more, None where it still did; `turns` counts changes of a dose from up to
    down or back, among `repeats`. `evened` are the tests whose sides truly differed at first, and whether that is
    over; `uneven_dose_at_end` the evened ones, and whether one side still gets more. `weeks`: how long they used it;
    `more_on_worse`: more sets that fell on the truly worse side of a test, `more_on_better` on the other.
    """

    arm: str
    weeks: int
    workouts: int
    planned: int
    under: int
    fitting: int
    over: int
    hurt: int
    raised: tuple[str, ...]
    after_worse: int
    stable: tuple[int | None, ...]
    turns: int
    repeats: int
    pain_first: float
    pain_last: float
    flares: int
    more_on_worse: int
    more_on_better: int
    evened: dict[str, bool] = field(default_factory=dict)
    uneven_dose_at_end: dict[str, bool] = field(default_factory=dict)
    share_by_week: dict[int, float] = field(default_factory=dict)

    @property
    def judged(self) -> int:
        """Exercises that were judged."""
        return self.under + self.fitting + self.over


def measured(half: Half, arm: str) -> Measured:
    """The numbers of one course."""
    course = half.courses[arm]
    shares = [part.share for did in course.done for part in judged(did)]
    cases = list(_after_worse(course))
    doses = [[load for _, load in run] for run in _loads(course).values()]
    return Measured(
        arm=arm,
        weeks=half.uses_days // 7,
        workouts=len(course.done),
        planned=course.planned,
        under=sum(share < NUMBERS.under for share in shares),
        fitting=sum(NUMBERS.under <= share <= NUMBERS.over for share in shares),
        over=sum(share > NUMBERS.over for share in shares),
        hurt=sum(did.taken.hurt for did in course.done),
        raised=tuple(case for case, raised in cases if raised),
        after_worse=len(cases),
        stable=tuple(_stable(course, half.uses_days // 7)),
        turns=sum(map(_turns, doses)),
        repeats=sum(max(0, len(run) - 1) for run in doses),
        pain_first=fmean(course.pains[:7]),
        pain_last=fmean(course.pains[-LAST_DAYS:]),
        flares=course.flares,
        more_on_worse=course.more_on_worse,
        more_on_better=course.more_on_better,
        evened={test: abs(course.sides[test]) <= 1 for test, begun in half.sides.items() if abs(begun) > 1},
        uneven_dose_at_end=_uneven_at_end(course, half),
        share_by_week=_by_week(course),
    )


def judged(did: Did) -> Iterator[Felt]:
    """The exercises of a workout whose dose is judged."""
    for part in did.taken.parts:
        if part.item.slot is Role.MAIN and catalogue().exercises[part.item.exercise].kind in JUDGED:
            yield part


def _by_week(course: Course) -> dict[int, float]:
    """The mean share of tolerance in each week in which something was judged."""
    found: dict[int, list[float]] = {}
    for did in course.done:
        found.setdefault(did.day // 7, []).extend(part.share for part in judged(did))
    return {week: fmean(shares) for week, shares in found.items() if shares}


def _dose_of(part: Felt) -> float:
    """The load of a dose by itself, without more sets for one side."""
    return load_of(catalogue().exercises[part.item.exercise], part.item.dose)


def _after_worse(course: Course) -> Iterator[tuple[str, bool]]:
    """Each exercise whose workout was followed by a worse morning that was told: whether there was more of it the next
    time, or more on a rung above all that its ladder had seen."""
    for number, did in enumerate(course.done):
        for part in did.taken.parts if did.worse else ():
            if part.load == 0:
                continue
            found = _next(part, course.done[number + 1 :])
            if found is None:
                continue
            later, one = found
            here, there = (catalogue().exercises[x.item.exercise] for x in (part, one))
            same = here is there and _dose_of(one) > _dose_of(part) * HIGHER_BY
            rises = there.rung > max(here.rung, _highest(there.ladder, course.done[: number + 1]))
            higher = rises and _dose_of(one) > _dose_of(part) * HIGHER_BY
            yield f"day {did.day} to {later.day}: {here.id} to {there.id}", same or higher


def _next(part: Felt, after: Sequence[Did]) -> tuple[Did, Felt] | None:
    """The next time that something of its ladder was done."""
    ladder = catalogue().exercises[part.item.exercise].ladder
    for did in after:
        for one in did.taken.parts:
            if catalogue().exercises[one.item.exercise].ladder == ladder:
                return did, one
    return None


def _highest(ladder: str, before: Sequence[Did]) -> int:
    exercises = catalogue().exercises
    done = (exercises[part.item.exercise] for did in before for part in did.taken.parts)
    return max((exercise.rung for exercise in done if exercise.ladder == ladder), default=0)


def _loads(course: Course) -> dict[str, list[tuple[int, float]]]:
    """The doses of each judged exercise over the days."""
    found: dict[str, list[tuple[int, float]]] = {}
    for did in course.done:
        for part in judged(did):
            found.setdefault(part.item.exercise, []).append((did.day, _dose_of(part)))
    return found


def _turns(doses: Sequence[float]) -> int:
    """How often a dose that had gone up goes down, or the other way round."""
    ways = [b > a for a, b in pairwise(doses) if abs(b / a - 1) > 1e-6]
    return sum(before != after for before, after in pairwise(ways))


def _stable(course: Course, weeks: int) -> Iterator[int | None]:
    """For each ladder done in four weeks at least: weeks from its first day until its rung did not change any more, for
    four weeks at least; None where it did not come to that."""
    for history in _rungs(course).values():
        if len(history) < STABLE_WEEKS:
            continue
        runs = [(rung, [week for week, _ in run]) for rung, run in groupby(history, key=lambda one: one[1])]
        since = runs[-1][1][0]
        lasting = len(runs) == 1 or min(weeks, history[-1][0] + 1) - since >= STABLE_WEEKS
        yield since - history[0][0] if lasting else None


def _rungs(course: Course) -> dict[str, list[tuple[int, int]]]:
    """For each ladder with strength in it, the highest rung done in each week in which it was done."""
    found: dict[str, dict[int, int]] = {}
    for did in course.done:
        for part in judged(did):
            exercise = catalogue().exercises[part.item.exercise]
            weeks = found.setdefault(exercise.ladder, {})
            weeks[did.day // 7] = max(weeks.get(did.day // 7, 0), exercise.rung)
    return {ladder: sorted(weeks.items()) for ladder, weeks in found.items()}


def _uneven_at_end(course: Course, half: Half) -> dict[str, bool]:
    """For each test whose sides differed at first and do no more: whether one side still gets more at the end."""
    last = [did for did in course.done if did.day >= half.weeks * 7 - LAST_DAYS]
    found = {}
    for test, begun in half.sides.items():
        if abs(begun) > 1 >= abs(course.sides[test]) and last:
            needs = catalogue().tests[test].raises
            items = (part.item for did in last for part in did.taken.parts if part.item.extra_sets)
            found[test] = any(
                catalogue().exercises[item.exercise].needs.get(need, 0) >= 2 for item in items for need in needs
            )
    return found
