"""Making a week's plan for a profile."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from unbend.adaptation.habit import time_of_day
from unbend.adaptation.levels import levels_of
from unbend.adaptation.phase import phase_now
from unbend.adaptation.smaller import Size, size_now
from unbend.adaptation.walks import walk_aim
from unbend.assessment.needs import wants
from unbend.assessment.reading import lesson_of_week
from unbend.assessment.results import worse_sides
from unbend.assessment.start import start
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person, Values
from unbend.catalogue.words import Place
from unbend.planning.brief import SPREAD, Brief
from unbend.planning.pace import in_use_now
from unbend.planning.plan import Plan
from unbend.planning.problem import Solver
from unbend.planning.week import plan_weeks
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.state import State, Wishes
from unbend.record.today import audit_on
from unbend.safety import SafetyAnswer
from unbend.service.check import check_state

MINUTES, DAYS = 15, 3
"""What is planned for somebody who has not said: little and often (s4), within what trials used (fernandez-2022)."""


@dataclass(frozen=True)
class Advice:
    """The safety answer, and the plan if one may be given. `seconds`: how long planning took. `lesson`: what
    to read this week."""

    safety: SafetyAnswer
    plan: Plan | None
    seconds: float
    lesson: str | None = None


def plan_for(raw: object, catalogue: Catalogue, solver: Solver, *, today: date, week: int = 1, seed: int = 1) -> Advice:
    """The advice for a profile in JSON. Raises BadInput.

    `week` 1 is the week of `today`; later weeks are planned as if nothing changed until then.
    """
    state = fold(profile_of(raw, catalogue, today=today).entries)
    answers = [check_state(state, catalogue.safety, today=today, ahead=timedelta(weeks=n)) for n in range(week)]
    safety, values = answers[-1]
    if not safety.may_plan:
        return Advice(safety, None, 0.0)
    briefs = [
        replace(brief_of(state, then_known, then, catalogue, now=end_of(today)), week=number)
        for number, (then, then_known) in enumerate(answers, start=1)
        if then.may_plan
    ]
    person = Person({**audit_on(state), **values}, catalogue.safety.worrying)
    begun = time.perf_counter()
    plan = plan_weeks(briefs, solver, seed=seed)
    seconds = time.perf_counter() - begun
    return Advice(safety, plan, seconds, lesson_of_week(catalogue, person, week).id)


def end_of(day: date) -> datetime:
    """The last minute of a day, for whoever knows of no clock: all that was said on it has been said."""
    return datetime(day.year, day.month, day.day, 23, 59, tzinfo=UTC)


def brief_of(state: State, values: Values, safety: SafetyAnswer, catalogue: Catalogue, *, now: datetime) -> Brief:
    """What the planner may look at. Raises ValueError where the safety answer forbids a plan."""
    if not safety.may_plan:
        raise ValueError("no plan may be made of this safety answer")
    person = Person({**audit_on(state), **values}, catalogue.safety.worrying)
    begun = start(catalogue, person, allows=safety.allows)
    phase = phase_now(state, begun, catalogue.adaptation, now=now)
    levels = levels_of(state, catalogue, phase=phase.phase, start_rung=begun.rung, now=now)
    asked = size_asked(state.wishes)
    size = size_now(asked, state, catalogue.adaptation, now=now)
    when = time_of_day(state, catalogue.adaptation, now=now)
    return Brief(
        catalogue=catalogue,
        start=replace(begun, phase=phase.phase, phase_rule=phase.rule),
        wants=wants(catalogue, person, state.tests),
        worse_sides=worse_sides(catalogue.tests, state.tests, person, since=now - _sides_count_for(catalogue)),
        restricted_by=safety.restricted_by,
        minutes=size.minutes,
        days=size.days if isinstance(size.days, tuple) else SPREAD[size.days],
        equipment=frozenset(state.wishes.equipment or ()),
        places=frozenset(Place) if state.wishes.positions is None else frozenset(state.wishes.positions),
        time_of_day=when.key,
        shifts=state.wishes.shifts,
        declined=frozenset(state.declined),
        known=_known(state, now.date()),
        in_use=in_use_now(state, now.date(), week=1),
        levels=levels,
        resting=frozenset(key for key in levels.by_exercise if levels.rests_on(key, now.date())),
        kept=frozenset(state.kept),
        phase_why=phase.why,
        because=size.why,
        keeps_sets=size.minutes >= asked.minutes,
        walk=walk_aim(state, catalogue, now=now),
        time_why=when.why,
        stiff=_at_least(person.values, "morning-stiffness-minutes", catalogue.adaptation.stiff_minutes) is not None,
        sitting_hours=_at_least(person.values, "desk-hours", catalogue.adaptation.much_sitting_hours),
    )


def _sides_count_for(catalogue: Catalogue) -> timedelta:
    return timedelta(weeks=catalogue.adaptation.side_weeks)


def size_asked(wishes: Wishes) -> Size:
    """How long the workouts are that a person asked for, and on how many days, or on which."""
    return Size(wishes.minutes or MINUTES, wishes.days or DAYS)


def _at_least(values: Values, key: str, least: float) -> float | None:
    """The number that was told, where it is so much."""
    value = values.get(key)
    return value if isinstance(value, int | float) and value >= least else None


def _known(state: State, today: date) -> Mapping[str, int]:
    """For each exercise in the log, the week it was learnt in, counted from this one: last week is 0."""
    return {key: -((today - p.first_at.date()).days // 7) for key, p in state.practised.items()}
