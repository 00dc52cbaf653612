"""A workout for one day within other limits, such as only five minutes, or no floor: by the same rules as a week."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Place, Position, Role
from unbend.planning.bars import bar
from unbend.planning.brief import Brief
from unbend.planning.candidates import teaches_bracing
from unbend.planning.dose import Dose
from unbend.planning.options import step_of
from unbend.planning.plan import Between, Item, LeftOut, Plan, Session, Why
from unbend.planning.problem import Solver
from unbend.planning.session import fitted, seconds_of_items, sides
from unbend.planning.swap import Refused
from unbend.planning.verify import verify
from unbend.planning.week import plan_week


def limits_of_day(
    brief: Brief, *, day: str, minutes: int | None = None, places: frozenset[Place] | None = None
) -> Brief:
    """The brief of one day within other limits: what its workout is planned by, and its script compiled by."""
    here = brief.places if places is None else brief.places & places
    minutes = brief.minutes if minutes is None else minutes
    return replace(brief, days=(day,), minutes=minutes, places=here, keeps_sets=False)


def one_day(
    brief: Brief,
    solver: Solver,
    *,
    seed: int,
    day: str,
    minutes: int | None = None,
    places: frozenset[Place] | None = None,
    taught: Collection[str] = (),
) -> Plan | Refused:
    """A plan of one workout. Where no whole one fits, breathing or a walk; where not even that, why not.

    `taught` are the exercises of the week's plan: as long as a workout can be made of these and of what the person
    knows, nothing new comes.
    """
    limits = limits_of_day(brief, day=day, minutes=minutes, places=places)
    for tried in (_nothing_new(limits, taught), limits):
        plan = plan_week(tried, solver, seed=seed)
        if plan.sessions:
            return replace(plan, between=(), left_out=_said_truly(plan, brief))
    return _breathing(limits, plan) or _walk(limits, plan) or Refused(Why("nothing-fits-today"))


def _nothing_new(brief: Brief, taught: Collection[str]) -> Brief:
    """The brief as if what is new were declined, and what the week's plan teaches were being learnt this week."""
    known = {**dict.fromkeys(taught, brief.week), **brief.known}
    new = {e.id for e in brief.catalogue.exercises.values() if not e.familiar and e.id not in known}
    in_use = {**dict.fromkeys(taught, brief.week), **brief.in_use}
    return replace(brief, known=known, in_use=in_use, declined=brief.declined | new)


def _said_truly(plan: Plan, brief: Brief) -> tuple[LeftOut, ...]:
    """What is new was only kept for later; the person did not decline it."""
    later = Why("new-thing-later")
    return tuple(
        replace(left, because=later)
        if left.because.code == "declined" and left.exercise not in brief.declined
        else left
        for left in plan.left_out
    )


def _breathing(brief: Brief, plan: Plan) -> Plan | None:
    """A workout of breathing alone: it warms up, it braces and it ends easily."""
    for exercise in _free(brief):
        if {Role.WARM_UP, Role.EASE} <= set(exercise.roles) and teaches_bracing(exercise):
            return _sound(_alone(exercise, brief, plan), brief)
    return None


def _alone(exercise: Exercise, brief: Brief, plan: Plan) -> Plan | None:
    room = brief.minutes * 60 - brief.catalogue.parameters.seconds_between_exercises
    option = fitted(exercise, brief, most_seconds=room)
    if option is None:
        return None
    why = (
        Why("taught-first", {}, exercise.sources),
        Why("fits-today", {"minutes": str(brief.minutes)}, ("house-programme",)),
    )
    both, step = sides(exercise, brief), step_of(exercise, brief)
    item = Item(exercise.id, Role.WARM_UP, option.dose, both, option.extra_sets, option.seconds, why, step)
    short = Why("nothing-more-fits", {"minutes": str(brief.minutes)})
    session = Session(brief.days[0], seconds_of_items((item,), brief), (item,), short_because=short)
    return replace(plan, sessions=(session,), left_out=_without(plan, exercise.id))


def _walk(brief: Brief, plan: Plan) -> Plan | None:
    """A walk in the place of a workout, no longer than the minutes asked for."""
    for exercise in _free(brief):
        if exercise.kind is Kind.AEROBIC and exercise.position is Position.WALKING and exercise.familiar:
            option = fitted(exercise, brief, most_seconds=brief.minutes * 60)
            if option is not None:
                walk = Between(exercise.id, option.dose, 1, _why_walk(exercise, option.dose))
                return _sound(replace(plan, between=(walk,), left_out=_without(plan, exercise.id)), brief)
    return None


def _why_walk(walk: Exercise, dose: Dose) -> Why:
    minutes = str((dose.duration_seconds or 0) // 60)
    return Why("walk-instead", {"instead": walk.id, "minutes": minutes}, walk.sources)


def _free(brief: Brief) -> Iterator[Exercise]:
    """What the person may do, the easiest first."""
    for exercise in sorted(brief.catalogue.exercises.values(), key=lambda e: (e.rung, e.id)):
        if bar(exercise, brief) is None:
            yield exercise


def _without(plan: Plan, exercise: str) -> tuple[LeftOut, ...]:
    return tuple(left for left in plan.left_out if left.exercise != exercise)


def _sound(plan: Plan | None, brief: Brief) -> Plan | None:
    return None if plan is None or verify(plan, brief) else plan
