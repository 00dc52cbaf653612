"""What was done in each week, beside what was planned."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from unbend.progress.observed import Move, Observed
from unbend.progress.span import Span, monday


@dataclass(frozen=True)
class Week:
    """One week from its Monday on. `planned` is None when no plan was made for it; minutes are None when none were
    written down."""

    first: date
    workouts: int
    planned: int | None
    minutes: float | None
    walked: float | None


def weeks_of(seen: Observed, planned_days: Collection[date], span: Span) -> tuple[Week, ...]:
    """Every week of the span, also those in which nothing was written down."""
    workouts = Counter(monday(workout.day) for workout in seen.workouts)
    planned = Counter(monday(day) for day in days_after_moves(planned_days, seen.moves))
    with_plan = {monday(day) for day in planned_days}
    minutes = _sums((monday(workout.day), workout.seconds / 60) for workout in seen.workouts if workout.seconds)
    walked = _sums((monday(walk.day), walk.minutes) for walk in seen.walks)
    return tuple(
        Week(day, workouts[day], planned[day] if day in with_plan else None, minutes.get(day), walked.get(day))
        for day in span.mondays()
    )


def _sums(amounts: Iterable[tuple[date, float]]) -> dict[date, float]:
    sums: defaultdict[date, float] = defaultdict(float)
    for day, amount in amounts:
        sums[day] += amount
    return dict(sums)


def days_after_moves(planned_days: Iterable[date], moves: Iterable[Move]) -> set[date]:
    """The days of workouts once each move is made: on another day, or on none."""
    days = set(planned_days)
    for move in moves:
        if move.taken_from in days:
            days.discard(move.taken_from)
            if move.put_on is not None:
                days.add(move.put_on)
    return days
