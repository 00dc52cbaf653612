"""What keeps an exercise out of this person's week, whatever it is worth."""

from collections.abc import Callable, Iterator

from unbend.adaptation.level import Move
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Place, Position, Role
from unbend.planning.because import why_of
from unbend.planning.brief import Brief
from unbend.planning.plan import Why

WORKOUT_ROLES = (Role.WARM_UP, Role.MAIN, Role.EASE)


def bar(exercise: Exercise, brief: Brief, *, roles: tuple[Role, ...] = WORKOUT_ROLES) -> Why | None:
    """The first thing that rules the exercise out; None when it may be chosen."""
    if not any(role in roles for role in exercise.roles):
        return Why("not-in-workouts")
    for check in _CHECKS:
        if (why := check(exercise, brief)) is not None:
            return why
    return None


def usable_places(exercise: Exercise, brief: Brief) -> frozenset[Place]:
    """Where this person can do the exercise."""
    barred = {Place.FLOOR} if "floor" in brief.restricted_by else set()
    return brief.places & frozenset(exercise.places) - barred


def restrictions_of(exercise: Exercise, brief: Brief) -> Iterator[tuple[str, str]]:
    """The restrictions of the person that the exercise carries, each with the rule behind it."""
    for restriction, rules in brief.restricted_by.items():
        if restriction in exercise.restrictions or _lies_long(restriction, exercise):
            yield restriction, rules[0]


def _lies_long(restriction: str, exercise: Exercise) -> bool:
    """Several short exercises on the back make one long time on the back, so none is given."""
    return restriction == "supine-long" and exercise.position is Position.SUPINE


def _is_retired(exercise: Exercise, brief: Brief) -> Why | None:
    return Why("retired") if exercise.retired else None


def _is_declined(exercise: Exercise, brief: Brief) -> Why | None:
    return Why("declined") if exercise.id in brief.declined else None


def _has_a_rest(exercise: Exercise, brief: Brief) -> Why | None:
    return why_of(brief.levels.by_exercise[exercise.id], brief.catalogue) if exercise.id in brief.resting else None


def _is_restricted(exercise: Exercise, brief: Brief) -> Why | None:
    for restriction, rule in restrictions_of(exercise, brief):
        return Why("restriction", {"restriction": restriction, "rule": rule})
    return None


def _is_for_later_in_the_day(exercise: Exercise, brief: Brief) -> Why | None:
    early = set(exercise.restrictions) & set(brief.catalogue.parameters.avoid_first_hour)
    return Why("first-hour", {"restriction": min(early)}) if brief.first_hour and early else None


def _moves_the_sore_way(exercise: Exercise, brief: Brief) -> Why | None:
    if brief.week > brief.catalogue.parameters.easier_first_weeks:
        return None
    for direction in brief.start.directions:
        if set(direction.avoids) & set(exercise.restrictions):
            return Why("direction-later", {"direction": direction.id}, direction.sources)
    return None


def _has_no_place(exercise: Exercise, brief: Brief) -> Why | None:
    return None if usable_places(exercise, brief) else Why("place", {"place": exercise.places[0].value})


def _lacks_equipment(exercise: Exercise, brief: Brief) -> Why | None:
    lacking = [thing for thing in exercise.equipment if thing not in brief.equipment]
    return Why("equipment", {"thing": lacking[0]}) if lacking else None


def _is_of_another_phase(exercise: Exercise, brief: Brief) -> Why | None:
    return None if brief.start.phase in exercise.dose else Why("phase", {"phase": brief.start.phase.value})


def _is_not_earned(exercise: Exercise, brief: Brief) -> Why | None:
    if exercise.rung <= brief.earned_rung(exercise.ladder):
        return None
    level = brief.levels.by_exercise.get(exercise.id)
    return (why_of(level, brief.catalogue) if level and level.move is Move.DOWN_RUNG else None) or Why("not-earned")


_CHECKS: tuple[Callable[[Exercise, Brief], Why | None], ...] = (
    _is_retired,
    _is_restricted,
    _is_declined,
    _has_a_rest,
    _has_no_place,
    _lacks_equipment,
    _is_of_another_phase,
    _is_not_earned,
    _is_for_later_in_the_day,
    _moves_the_sore_way,
)
