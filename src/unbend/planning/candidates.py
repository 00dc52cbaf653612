"""The exercises that a solver may choose from, and why each of the others is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unbend.assessment.results import Side
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Place, Role
from unbend.planning.bars import WORKOUT_ROLES, bar, usable_places
from unbend.planning.brief import Brief
from unbend.planning.options import options
from unbend.planning.plan import LeftOut, Why
from unbend.planning.pose import has_neighbouring_days
from unbend.planning.problem import Candidate
from unbend.planning.rotation import staying

BRACING = "breathing-and-bracing"

REACHING = 100
"""Worth, each time, of the higher of two rungs."""

SHOWN = 600
"""Worth, each time, of serving what one of this person's own self-tests showed: it is what they came with."""

EASING = 150
"""Worth of moving in the direction that eases."""


@dataclass(frozen=True)
class Candidates:
    """What may be chosen, and what was left out before choosing."""

    chosen_from: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]


def candidates(brief: Brief) -> Candidates:
    """Every exercise is in one of the two lists, once."""
    barred = {e.id: bar(e, brief) for e in brief.catalogue.exercises.values() if not e.retired}
    free = [brief.catalogue.exercises[key] for key, why in barred.items() if why is None]
    wanted = [e for e in free if _serves_something(e, brief)]
    slots = {**dict.fromkeys((e.id for e in free), ()), **_slots(wanted, brief)}
    left_out = [LeftOut(key, why) for key, why in barred.items() if why is not None]
    serving = {e.id for e in wanted}
    left_out += [
        LeftOut(e.id, _better(e, wanted) if e.id in serving else Why("not-needed")) for e in free if not slots[e.id]
    ]
    return Candidates(tuple(_candidate(e, slots[e.id], brief) for e in free if slots[e.id]), tuple(left_out))


def _serves_something(exercise: Exercise, brief: Brief) -> bool:
    """Whether this person wants any of what the exercise is mainly for: the minutes are not to be filled for their own
    sake."""
    most = max(exercise.needs.values(), default=0)
    return any(brief.wants[need].weight > 0 for need, weight in exercise.needs.items() if weight == most)


def _slots(free: Sequence[Exercise], brief: Brief) -> Mapping[str, tuple[Role, ...]]:
    """Where each exercise may stand. The main part takes only the top rung of a ladder, and for days that may not be
    hard the top one below that: the ones further down do less of the same, unless the person asked to keep them.
    Warming up and ending easily may use all."""
    tops = {ladder: _tops(ladder, free, brief) for ladder in {e.ladder for e in free}}
    return {
        e.id: tuple(
            role
            for role in WORKOUT_ROLES
            if role in e.roles and (role is not Role.MAIN or e.id in brief.kept or e.rung in tops[e.ladder])
        )
        for e in free
    }


def _tops(ladder: str, free: Sequence[Exercise], brief: Brief) -> set[int]:
    """The rungs of a ladder that the main part takes; where some workouts may not be hard and all of it is, each."""
    rungs = [e.rung for e in free if e.ladder == ladder and Role.MAIN in e.roles]
    easy = [rung for rung in rungs if rung < brief.catalogue.parameters.hard_rung]
    if not has_neighbouring_days(brief.days):
        return {max(rungs, default=0)}
    return {max(rungs), max(easy)} if easy else set(rungs)


def _better(exercise: Exercise, free: Sequence[Exercise]) -> Why:
    ladder = [e for e in free if e.ladder == exercise.ladder and Role.MAIN in e.roles]
    return Why("better-choice", {"instead": max(ladder, key=lambda e: e.rung, default=exercise).id})


def _candidate(exercise: Exercise, slots: tuple[Role, ...], brief: Brief) -> Candidate:
    return Candidate(
        exercise=exercise,
        slots=slots,
        options=options(exercise, brief, worse_side=worse_side(exercise, brief) is not None),
        points=points_of_set(exercise, brief),
        on_floor=is_on_floor(exercise, brief),
        is_new=brief.is_new(exercise),
        is_hard=is_hard(exercise, brief),
        teaches_bracing=teaches_bracing(exercise),
        liking=_liking(exercise, brief),
    )


def is_on_floor(exercise: Exercise, brief: Brief) -> bool:
    """Whether this person does it lying or on the floor: a change from standing takes time and effort."""
    return not usable_places(exercise, brief) & {Place.CHAIR, Place.STANDING}


def is_hard(exercise: Exercise, brief: Brief) -> bool:
    """Strength work that needs a day of rest after it."""
    return exercise.kind is Kind.STRENGTH and exercise.rung >= brief.catalogue.parameters.hard_rung


def teaches_bracing(exercise: Exercise) -> bool:
    """Whether the exercise is one that breathing and bracing are learnt from."""
    return exercise.needs.get(BRACING, 0) >= 2


def worse_side(exercise: Exercise, brief: Brief) -> tuple[Side, str] | None:
    """The side that gets more, and the test that shows it, for the need the exercise serves most."""
    if not exercise.per_side:
        return None
    found = [
        brief.worse_sides[need] for need, points in exercise.needs.items() if points >= 2 and need in brief.worse_sides
    ]
    return found[0] if found else None


def points_of_set(exercise: Exercise, brief: Brief) -> Mapping[str, int]:
    """Points of each need for one set, counted for how well this kind of work is shown to help."""
    factor = brief.catalogue.parameters.evidence_of_kind.get(exercise.kind, 0.5)
    return {need: round(10 * weight * factor) for need, weight in exercise.needs.items()}


def _liking(exercise: Exercise, brief: Brief) -> int:
    shown = SHOWN if _was_shown(exercise, brief) else 0
    reaching = REACHING if is_hard(exercise, brief) else 0
    return staying(exercise, brief) + _easing(exercise, brief) + shown + reaching


def _was_shown(exercise: Exercise, brief: Brief) -> bool:
    """Whether a self-test pointed to what the exercise is made for; with a worse side, each side apart."""
    made_for = [need for need, weight in exercise.needs.items() if weight == 3]
    return any(
        reason.code == "test" and (exercise.per_side or need not in brief.worse_sides)
        for need in made_for
        for reason in brief.wants[need].reasons
    )


def _easing(exercise: Exercise, brief: Brief) -> int:
    eases = any(set(rule.prefers) & set(exercise.restrictions) for rule in brief.start.directions)
    return EASING if eases and exercise.kind is not Kind.STRENGTH else 0
