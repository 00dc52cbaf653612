"""Signs that the log itself shows: pain that grew over a week, and pain that six weeks did not make better."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import mean, median

from unbend.adaptation.reason import Reason
from unbend.adaptation.usual import Day
from unbend.catalogue.adaptation import Adaptation

GETTING_WORSE, NOT_BETTER = "getting-worse", "not-better-after-6-weeks"
"""The findings that the log may tell: the same that the check asks about."""

WEEK = 7


def signs_told(days: Sequence[Day], numbers: Adaptation, *, today: date) -> Mapping[str, Reason]:
    """The findings that these days show today, each with what it rests on."""
    shown = {GETTING_WORSE: _worse_over_a_week(days, numbers, today), NOT_BETTER: _no_better(days, numbers, today)}
    return {finding: reason for finding, reason in shown.items() if reason is not None}


def last_weeks(days: Iterable[Day], *, until: date, long: int) -> list[Day]:
    """The days told within so many days that end with `until`."""
    return [day for day in days if until - timedelta(days=long) < day.day <= until]


def mean_of(days: Sequence[Day], least: int) -> float | None:
    """The mean pain of the days; None where too few were told."""
    return mean(day.pain for day in days) if len(days) >= max(1, least) else None


def level_on(day: date, days: Iterable[Day], numbers: Adaptation) -> float | None:
    """The mean pain of the weeks that end with a day; None where too few days were told."""
    return mean_of(last_weeks(days, until=day, long=numbers.no_better_span), numbers.no_better_readings)


def has_risen(since: date, before: float | None, days: Sequence[Day], numbers: Adaptation, *, today: date) -> bool:
    """Whether pain rose by what matters since a day on which its level was `before`, or above the lowest weeks that
    came after it. Where too little is known it is as it was."""
    present = level_on(today, days, numbers)
    after = [level_on(day.day, days, numbers) for day in days if day.day > since]
    known = [level for level in (before, *after) if level is not None]
    return present is not None and bool(known) and present >= min(known) + numbers.worse_week_rise


def _worse_over_a_week(days: Sequence[Day], numbers: Adaptation, today: date) -> Reason | None:
    """A week clearly worse than the one before, by its mean and its middle, from its first days to its last: a single
    bad day is none, nor a flare that is easing."""
    now = last_weeks(days, until=today, long=WEEK)
    before = last_weeks(days, until=today - timedelta(days=WEEK), long=WEEK)
    if min(len(now), len(before)) < numbers.worse_week_readings:
        return None
    rises = [of(_pains(now)) - of(_pains(before)) for of in (mean, median)]
    if min(rises) < numbers.worse_week_rise or mean(_pains(now)) < numbers.worse_week_pain:
        return None
    first, last = _pains(now)[: len(now) // 2], _pains(now)[-(len(now) // 2) :]
    holds = min(mean(first), mean(last)) >= mean(_pains(before)) + numbers.worse_week_rise
    is_easing = max(_pains(now)[-2:]) <= max(_pains(now)) - numbers.better_points
    if not holds or is_easing or mean(last) <= mean(first) - numbers.worse_week_rise:
        return None
    return _reason("told-worse-week", "worse-over-a-week", before, now)


def _no_better(days: Sequence[Day], numbers: Adaptation, today: date) -> Reason | None:
    """Two weeks no better than those six weeks before them, neither by their mean nor by their middle."""
    now = last_weeks(days, until=today, long=numbers.no_better_span)
    before = last_weeks(days, until=today - timedelta(days=numbers.no_better_days), long=numbers.no_better_span)
    if min(len(now), len(before)) < numbers.no_better_readings:
        return None
    levels = [(of(_pains(before)), of(_pains(now))) for of in (mean, median)]
    if any(_is_better(*level, numbers) or level[1] <= numbers.no_better_pain for level in levels):
        return None
    if _was_better_between(mean(_pains(before)), days, numbers, today):
        return None
    return _reason("told-no-better", "six-weeks-no-better", before, now)


def _was_better_between(before: float, days: Sequence[Day], numbers: Adaptation, today: date) -> bool:
    """Whether some weeks in between were better: then this is another episode."""
    since = today - timedelta(days=numbers.no_better_days)
    between = (level_on(day.day, days, numbers) for day in days if since < day.day <= today)
    return any(level is not None and _is_better(before, level, numbers) for level in between)


def _is_better(before: float, now: float, numbers: Adaptation) -> bool:
    """Lower by what matters: by some points, or by a share of what it was."""
    return before - now >= min(numbers.better_points, numbers.better_share * before)


def _pains(days: Iterable[Day]) -> list[float]:
    return [day.pain for day in days]


def _reason(code: str, rule: str, before: Sequence[Day], now: Sequence[Day]) -> Reason:
    params = {"before": f"{mean(_pains(before)):.0f}", "now": f"{mean(_pains(now)):.0f}"}
    return Reason(code, rule, tuple(day.entry for day in (*before, *now)), params)
