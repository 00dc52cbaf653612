"""How it has gone with the exercises, for the letter to a clinician: read from what the log adds up to."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from unbend.adaptation.levels import levels_of
from unbend.adaptation.signs import last_weeks, level_on
from unbend.adaptation.usual import Day, days_of
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Phase
from unbend.exchange.letter_course import SoFar
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.state import State
from unbend.service.plan import end_of

WEEKS = timedelta(weeks=3)
"""As far back as workouts are counted: the state keeps more than anybody does in that time."""

BECAUSE_OF_PAIN = frozenset(
    {"down-next-day-up", "down-pain-rose", "down-ended-by-pain", "down-hurt", "down-hurt-rung", "rest-hurt"}
)
"""The codes by which an exercise goes down for what the back said, and not for days away or for being too hard."""


def so_far(state: State, catalogue: Catalogue, texts: Texts, *, now: datetime) -> SoFar:
    """The facts of the last weeks; what nobody told stays out."""
    days, numbers, span = (
        days_of(state.pains, zone=now.tzinfo),
        catalogue.adaptation,
        catalogue.adaptation.no_better_span,
    )
    today = now.date()
    both = last_weeks(days, until=today, long=2 * span)
    begun = [workout for workout in state.recent if timedelta() <= now - workout.at < WEEKS]
    return SoFar(
        pain=level_on(today, days, numbers),
        pain_before=level_on(today - timedelta(days=span), days, numbers),
        worst=_worst(both) if len(both) >= numbers.no_better_readings else None,
        workouts=len(begun) if state.last_workout or state.planned else None,
        planned=_planned(state, now),
        eased=_eased(state, catalogue, texts, now),
        stage=_stage(state, texts, now),
    )


def so_far_of(raw: object, catalogue: Catalogue, texts: Texts, *, today: date) -> SoFar:
    """The same for a profile with a log, at the end of a day. Raises BadInput."""
    return so_far(fold(profile_of(raw, catalogue, today=today).entries), catalogue, texts, now=end_of(today))


def _worst(days: Iterable[Day]) -> tuple[float, date]:
    worst = max(days, key=lambda day: (day.pain, day.day))
    return worst.pain, worst.day


def _planned(state: State, now: datetime) -> int | None:
    """The workouts that the weeks' plans asked for until today; None where they asked for none."""
    asked = [day for week in state.planned.values() for day in week.asked(now.tzinfo)]
    return sum(now.date() - WEEKS < day <= now.date() for day in asked) or None


def _eased(state: State, catalogue: Catalogue, texts: Texts, now: datetime) -> tuple[str, ...]:
    phase = state.phases[-1].phase if state.phases else Phase.RESTORE
    levels = levels_of(state, catalogue, phase=phase, start_rung=1, now=now).by_exercise
    down = [key for key, level in levels.items() if level.why is not None and level.why.code in BECAUSE_OF_PAIN]
    return tuple(texts.exercises[key].name for key in sorted(down, key=lambda key: state.practised[key].last_at))[::-1]


def _stage(state: State, texts: Texts, now: datetime) -> tuple[str, date] | None:
    if not state.phases:
        return None
    last = state.phases[-1]
    return texts.names["phase"][last.phase.value], last.since.astimezone(now.tzinfo).date()
