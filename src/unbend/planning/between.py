"""Something small for the time between workouts: a break from sitting, something loosening, and a walk."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from unbend.adaptation.level import Level
from unbend.adaptation.walks import WalkAim, is_walk
from unbend.assessment.needs import Want
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Place, Role
from unbend.planning.bars import bar, usable_places
from unbend.planning.because import why_from
from unbend.planning.brief import Brief
from unbend.planning.candidates import points_of_set
from unbend.planning.dose import Dose
from unbend.planning.options import options, share_of
from unbend.planning.plan import AFTER_GETTING_UP, Between, Plan, Session, Why

MOST_BREAKS = 2
LOOSENING = (Kind.MOBILITY, Kind.AEROBIC)
_NO_LESS = ("walk-grows", "walk-there", "walk-stays")


def between(brief: Brief, sessions: Iterable[Session]) -> tuple[Between, ...]:
    """Breaks that need nothing new to be learnt, something loosening for whoever gets up stiff, and walks on the days
    that have none in their workout."""
    workouts = tuple(sessions)
    small = [e for e in _small(brief, workouts) if _needs_no_floor(e, brief)]
    loosening = tuple(_loosening(small, brief))
    taken = {brief.catalogue.exercises[item.exercise].ladder for item in loosening}
    breaks = _breaks([e for e in small if e.ladder not in taken], brief)
    return (*loosening, *breaks, *_walks(brief, workouts))


def next_walk(brief: Brief, plan: Plan) -> WalkAim | None:
    """The aim after a week in which its walks went well."""
    numbers, parameters = brief.catalogue.adaptation, brief.catalogue.parameters
    walk = next((item for item in plan.between if item.times_a_week is not None), None)
    if walk is None:
        return brief.walk
    minutes = (walk.dose.duration_seconds or 0) // 60 + numbers.walk_minutes_step
    days = (walk.times_a_week or 0) + _days_walked(plan.sessions, brief) + 1
    return WalkAim(min(minutes, parameters.walking_target_minutes), min(days, parameters.walking_target_days))


def points_between(small: Iterable[Between], brief: Brief) -> Mapping[str, int]:
    """Points a week that the walks give; breaks are too small to count."""
    points: dict[str, int] = {}
    for item in small:
        exercise = brief.catalogue.exercises[item.exercise]
        share = share_of(exercise, item.dose) * (item.times_a_week or 0)
        for need, each in points_of_set(exercise, brief).items():
            points[need] = points.get(need, 0) + each * share // 100
    return points


def _small(brief: Brief, sessions: tuple[Session, ...]) -> list[Exercise]:
    """What may be done between workouts without learning anything new, the most wanted first."""
    learnt = {item.exercise for session in sessions for item in session.items} | set(brief.known)
    known = (e for e in brief.catalogue.exercises.values() if e.familiar or e.id in learnt)
    fit = _free(known, brief, Role.BREAK)
    return sorted(fit, key=lambda e: (-_worth(e, brief.wants), e.id))


def _loosening(small: Iterable[Exercise], brief: Brief) -> Iterable[Between]:
    """One gentle movement after getting up, which bends nothing far or under load (hard rule 4)."""
    early = set(brief.catalogue.parameters.avoid_first_hour)
    fit = [e for e in small if e.kind in LOOSENING and not early & set(e.restrictions)]
    if brief.stiff and fit:
        exercise = min(fit, key=lambda e: LOOSENING.index(e.kind))
        yield Between(exercise.id, _least(exercise, brief), None, Why(AFTER_GETTING_UP, {}, ("s4", "snook-1998")))


def _breaks(small: Iterable[Exercise], brief: Brief) -> Iterable[Between]:
    """The break moves that serve most of what is wanted, of different ladders."""
    taken: set[str] = set()
    for exercise in small:
        if exercise.ladder not in taken and len(taken) < MOST_BREAKS:
            taken.add(exercise.ladder)
            yield Between(exercise.id, _least(exercise, brief), None, _why_break(brief))


def _why_break(brief: Brief) -> Why:
    if brief.sitting_hours is None:
        return Why("break", {}, ("active-breaks-2021",))
    return Why("break-sitting", {"hours": f"{brief.sitting_hours:g}"}, ("active-breaks-2021",))


def _walks(brief: Brief, sessions: tuple[Session, ...]) -> Iterable[Between]:
    """A walk that this person may take, on the days of the week's aim that have none in their workout; on one at least,
    until the week has its five."""
    walks = _free(filter(is_walk, brief.catalogue.exercises.values()), brief, Role.MAIN)
    walked = _days_walked(sessions, brief)
    days = min(max(_days_now(brief) - walked, 1), brief.catalogue.parameters.walking_target_days - walked)
    if days > 0 and (familiar := sorted((e for e in walks if e.familiar), key=lambda e: (e.rung, e.id))):
        walk = familiar[-1] if brief.walk is None else _reaching(familiar, brief.walk, brief)
        dose = _this_week(walk, brief)
        yield Between(walk.id, dose, days, _why_walk(walk, dose, brief))


def _days_now(brief: Brief) -> int:
    """The days of this week that are to have a walk, in a workout or outside."""
    return brief.catalogue.adaptation.walk_days_first if brief.walk is None else brief.walk.days


def _days_walked(sessions: Iterable[Session], brief: Brief) -> int:
    """The workouts that have a walk in them."""
    exercises = brief.catalogue.exercises
    return sum(any(is_walk(exercises[item.exercise]) for item in session.items) for session in sessions)


def _reaching(walks: Sequence[Exercise], aim: WalkAim, brief: Brief) -> Exercise:
    """The briskest walk that may be as short as the aim; else the easiest."""
    short = [walk for walk in walks if _seconds(walk, brief)[0] <= aim.minutes * 60]
    return short[-1] if short else walks[0]


def _this_week(walk: Exercise, brief: Brief) -> Dose:
    """As long as the week's aim, or as the first one; never over the dose of the phase, what a walk is to reach, or
    what is left of it after it hurt in a workout."""
    dose = options(walk, brief, worse_side=False)[-1].dose
    least, most = _seconds(walk, brief)
    most = min(most, brief.catalogue.parameters.walking_target_minutes * 60)
    now, level = dose.duration_seconds or most, brief.levels.by_exercise.get(walk.id)
    if brief.walk is not None and not (_has_hurt(level) and now <= brief.walk.minutes * 60):
        now = brief.walk.minutes * 60
    return replace(dose, duration_seconds=min(most, max(least, now)))


def _has_hurt(level: Level | None) -> bool:
    return level is not None and level.why is not None and level.why.code.startswith(("down-hurt", "rest-hurt"))


def _seconds(walk: Exercise, brief: Brief) -> tuple[int, int]:
    """The shortest and the longest it may be in this phase."""
    return walk.dose[brief.start.phase].duration_seconds or (0, 0)


def _why_walk(walk: Exercise, dose: Dose, brief: Brief) -> Why:
    """Why it is so long. Where the stage gives less than the aim, nothing is said to grow."""
    if brief.walk is None or brief.walk.why is None:
        return Why("walk", {}, ("walkback-2024",))
    _, most = _seconds(walk, brief)
    ends = most < brief.walk.minutes * 60 and dose.duration_seconds == most and brief.walk.why.code in _NO_LESS
    why = replace(brief.walk.why, code="walk-most") if ends else brief.walk.why
    return why_from(why, brief.catalogue)


def _free(exercises: Iterable[Exercise], brief: Brief, role: Role) -> list[Exercise]:
    return [e for e in exercises if bar(e, brief, roles=(role,)) is None]


def _least(exercise: Exercise, brief: Brief) -> Dose:
    return options(exercise, brief, worse_side=False)[0].dose


def _needs_no_floor(exercise: Exercise, brief: Brief) -> bool:
    return bool(usable_places(exercise, brief) & {Place.CHAIR, Place.STANDING})


def _worth(exercise: Exercise, wants: Mapping[str, Want]) -> float:
    return sum(weight * wants[need].weight for need, weight in exercise.needs.items())
