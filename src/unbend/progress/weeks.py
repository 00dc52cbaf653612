"""What was done in each week, beside what was planned."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from unbend.progress.observed import Observed
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


def weeks_of(seen: Observed, span: Span) -> tuple[Week, ...]:
    """Every week of the span, also those in which nothing was written down."""
    workouts = Counter(monday(workout.day) for workout in seen.workouts)
    planned = Counter(monday(day) for day in days_after_moves(seen))
    minutes = _sums((monday(workout.day), workout.seconds / 60) for workout in seen.workouts if workout.seconds)
    walked = _sums((monday(walk.day), walk.minutes) for walk in seen.walks)
    return tuple(
        Week(day, workouts[day], planned[day] if day in seen.plans else None, minutes.get(day), walked.get(day))
        for day in span.mondays()
    )


def _sums(amounts: Iterable[tuple[date, float]]) -> dict[date, float]:
    sums: defaultdict[date, float] = defaultdict(float)
    for day, amount in amounts:
        sums[day] += amount
    return dict(sums)


def days_after_moves(seen: Observed) -> Iterator[date]:
    """The days of planned workouts once each is where it was put last; what was left out has none."""
    put_on = {move.taken_from: move.put_on for move in seen.moves}
    for planned in seen.plans.values():
        yield from (day for day in (put_on.get(day, day) for day in planned) if day is not None)
