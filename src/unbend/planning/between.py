"""Something small for the time between workouts: a minute's break from sitting, and a walk on other days."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from unbend.assessment.needs import Want
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Place, Position, Role
from unbend.planning.bars import bar, usable_places
from unbend.planning.brief import Brief
from unbend.planning.candidates import points_of_set
from unbend.planning.dose import Dose
from unbend.planning.options import options, share_of
from unbend.planning.plan import Between, Session, Why

MOST_BREAKS = 2


def between(brief: Brief, sessions: Iterable[Session]) -> tuple[Between, ...]:
    """Breaks that need nothing new to be learnt, and walks on the days that have none in their workout."""
    workouts = tuple(sessions)
    return (*_breaks(brief, workouts), *_walks(brief, workouts))


def points_between(small: Iterable[Between], brief: Brief) -> Mapping[str, int]:
    """Points a week that the walks give; breaks are too small to count."""
    points: dict[str, int] = {}
    for item in small:
        exercise = brief.catalogue.exercises[item.exercise]
        share = share_of(exercise, item.dose) * (item.times_a_week or 0)
        for need, each in points_of_set(exercise, brief).items():
            points[need] = points.get(need, 0) + each * share // 100
    return points


def _breaks(brief: Brief, sessions: tuple[Session, ...]) -> Iterable[Between]:
    """The break moves that serve most of what is wanted, of different ladders."""
    learnt = {item.exercise for session in sessions for item in session.items} | set(brief.known)
    fit = [e for e in _free(brief, Role.BREAK) if (e.familiar or e.id in learnt) and _needs_no_floor(e, brief)]
    taken: set[str] = set()
    for exercise in sorted(fit, key=lambda e: (-_worth(e, brief.wants), e.id)):
        if exercise.ladder not in taken and len(taken) < MOST_BREAKS:
            taken.add(exercise.ladder)
            yield Between(exercise.id, _least(exercise, brief), None, Why("break", {}, ("active-breaks-2021",)))


def _walks(brief: Brief, sessions: tuple[Session, ...]) -> Iterable[Between]:
    """The brisker walk this person may do, on so many days that the week has its five."""
    walks = [e for e in _free(brief, Role.MAIN) if e.kind is Kind.AEROBIC and e.position is Position.WALKING]
    walked = sum(any(_is_aerobic(item.exercise, brief) for item in session.items) for session in sessions)
    days = brief.catalogue.parameters.walking_target_days - walked
    if days > 0 and (familiar := [e for e in walks if e.familiar]):
        walk = max(familiar, key=lambda e: (e.rung, e.id))
        yield Between(walk.id, _this_week(walk, brief), days, Why("walk", {}, ("walkback-2024",)))


def _this_week(walk: Exercise, brief: Brief) -> Dose:
    """The longest dose of the week, but never over the minutes a walk is to reach."""
    dose = options(walk, brief, worse_side=False)[-1].dose
    most = brief.catalogue.parameters.walking_target_minutes * 60
    return replace(dose, duration_seconds=min(dose.duration_seconds or most, most))


def _free(brief: Brief, role: Role) -> list[Exercise]:
    return [e for e in brief.catalogue.exercises.values() if bar(e, brief, roles=(role,)) is None]


def _least(exercise: Exercise, brief: Brief) -> Dose:
    return options(exercise, brief, worse_side=False)[0].dose


def _needs_no_floor(exercise: Exercise, brief: Brief) -> bool:
    return bool(usable_places(exercise, brief) & {Place.CHAIR, Place.STANDING})


def _is_aerobic(exercise: str, brief: Brief) -> bool:
    return brief.catalogue.exercises[exercise].kind is Kind.AEROBIC


def _worth(exercise: Exercise, wants: Mapping[str, Want]) -> float:
    return sum(weight * wants[need].weight for need, weight in exercise.needs.items())
