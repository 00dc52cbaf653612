"""Smaller plans where there is little time: workouts get shorter before any message gets louder, and grow back."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from unbend.adaptation.reason import Reason
from unbend.catalogue.adaptation import Adaptation
from unbend.record.course import MOST_WEEKS, MOST_WORKOUTS
from unbend.record.state import State
from unbend.record.wishes import WEEKDAYS

RULE = "smaller-before-louder"
WEEK = timedelta(weeks=1)
FEWEST_DAYS = 2
FIVES_FROM = 10
"""From so many minutes on a workout has whole fives: nobody plans for seventeen minutes."""


@dataclass(frozen=True)
class Size:
    """How long the workouts of a week are, and on how many days, or on which; and what made it so."""

    minutes: int
    days: int | tuple[str, ...]
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class _Week:
    """How many workouts a week was asked for, and the days on which some were done; with the entries that say so."""

    asked: int
    done: tuple[date, ...]
    entries: tuple[str, ...]

    @property
    def share(self) -> float:
        return len(self.done) / self.asked


@dataclass(frozen=True)
class _Step:
    """A notch further or back, and the weeks that decided it. `is_new`: the last full week did."""

    to: int
    weeks: tuple[_Week, ...]
    is_smaller: bool
    is_new: bool

    @property
    def entries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry for week in self.weeks for entry in week.entries))


def size_now(asked: Size, state: State, numbers: Adaptation, *, now: datetime) -> Size:
    """The size for this week: what was asked for, or less after weeks in which little was done. Only full weeks count,
    so that a week stays as it was given; a week in which nobody came counts as one in which nothing was done."""
    weeks = tuple(_weeks(state, now))
    step = _last_step(weeks, numbers)
    if step is None:
        return asked
    minutes = _fewer_minutes(asked.minutes, step.to, numbers)
    days = _fewer_days(asked.days, weeks) if step.to == len(numbers.smaller) else asked.days
    return Size(minutes, days, tuple(_why(step, asked, Size(minutes, days), numbers)))


def _weeks(state: State, now: datetime) -> Iterator[_Week]:
    """The full weeks since there are plans, as far back as plans and workouts are kept."""
    this_monday = now.date() - timedelta(days=now.weekday())
    days, since, last = _days_done(state, now), _all_kept_since(state, now), None
    for monday in (this_monday - WEEK * number for number in range(MOST_WEEKS, 0, -1)):
        last = state.planned.get(monday, last)
        if last is not None and monday >= since:
            asked = len(last.asked(now.tzinfo) if monday in state.planned else last.days)
            done = tuple(day for day in days if monday <= day < monday + WEEK)
            if asked:
                yield _Week(asked, done, (last.entry, *(days[day] for day in done)))


def _all_kept_since(state: State, now: datetime) -> date:
    """The first Monday after which no workout can have dropped out of the state."""
    if len(state.recent) < MOST_WORKOUTS:
        return date.min
    first = state.recent[-MOST_WORKOUTS].at.astimezone(now.tzinfo).date()
    return first + timedelta(days=7 - first.weekday())


def _days_done(state: State, now: datetime) -> Mapping[date, str]:
    """The days with a workout, each with its entry. One that pain ended was no lack of time: it counts."""
    return {workout.at.astimezone(now.tzinfo).date(): workout.entry for workout in state.recent}


def _last_step(weeks: Sequence[_Week], numbers: Adaptation) -> _Step | None:
    """The last notch further or back that still says something about this week."""
    step: _Step | None = None
    low: tuple[_Week, ...] = ()
    for index, week in enumerate(weeks):
        is_last, notch = index == len(weeks) - 1, 0 if step is None else step.to
        low = (*low, week) if week.share < numbers.low_share else ()
        if len(low) == numbers.low_weeks:
            step = _Step(min(notch + 1, len(numbers.smaller)), low, is_smaller=True, is_new=is_last)
            low = ()
        elif week.share >= numbers.good_share and notch:
            step = _Step(notch - 1, (week,), is_smaller=False, is_new=is_last)
    return None if step is None or (step.to == 0 and not step.is_new) else step


def _fewer_minutes(asked: int, notch: int, numbers: Adaptation) -> int:
    if notch == 0:
        return asked
    share = asked * numbers.smaller[notch - 1]
    rounded = round(share / 5) * 5 if share >= FIVES_FROM else round(share)
    return min(asked, max(numbers.smallest_minutes, rounded))


def _fewer_days(asked: int | tuple[str, ...], weeks: Sequence[_Week]) -> int | tuple[str, ...]:
    """A day less where there are more than two: of days that were named, the one on which the least was done."""
    if isinstance(asked, int):
        return asked - 1 if asked > FEWEST_DAYS else asked
    if len(asked) <= FEWEST_DAYS:
        return asked
    done = Counter(WEEKDAYS[day.weekday()] for week in weeks for day in week.done)
    least = min(asked, key=lambda day: (done[day], -asked.index(day)))
    return tuple(day for day in asked if day != least)


def _why(step: _Step, asked: Size, size: Size, numbers: Adaptation) -> Iterator[Reason]:
    """What to say about it; nothing where the week is as it was asked for and was so before."""
    done, planned = sum(len(week.done) for week in step.weeks), sum(week.asked for week in step.weeks)
    params = {"minutes": str(size.minutes), "done": str(done), "planned": str(planned)}
    if size.minutes < asked.minutes:
        yield _why_shorter(step, params, is_welcome=done == 0)
    elif step.to == 0 and _fewer_minutes(asked.minutes, 1, numbers) < asked.minutes:
        yield Reason("full-again", RULE, step.entries, params)
    if (days := _number(size.days)) < _number(asked.days):
        yield Reason("fewer-days", RULE, step.entries, {"days": str(days)})


def _why_shorter(step: _Step, params: Mapping[str, str], *, is_welcome: bool) -> Reason:
    if not step.is_smaller:
        return Reason("growing-back", RULE, step.entries, params)
    if is_welcome:
        return Reason("smaller-welcome", RULE, step.entries, params)
    return Reason("smaller", RULE, step.entries, params)


def _number(days: int | tuple[str, ...]) -> int:
    return days if isinstance(days, int) else len(days)
