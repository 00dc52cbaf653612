"""The order of a workout: warm up, work in one place and then the other, stretch when warm, end easily."""

from collections.abc import Sequence

from unbend.catalogue.words import Kind, Position, Role
from unbend.planning.problem import Candidate, Pick, Problem

_KINDS = (Kind.BREATHING, Kind.AEROBIC, Kind.MOBILITY, Kind.STRENGTH, Kind.STRETCH, Kind.RELAXATION)
_POSITIONS = tuple(Position)


def in_order(problem: Problem, picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """The picks of one template, first to last."""
    first_on_floor = _first_on_floor(problem, picks)
    return tuple(sorted(picks, key=lambda pick: _place_in_workout(problem, pick, first_on_floor=first_on_floor)))


def _first_on_floor(problem: Problem, picks: Sequence[Pick]) -> bool:
    """Where the main part begins: where the warm-up is, so that there is no change yet. When the workout both starts
    and ends lying down, there is one change there and one back anyway, so a walk comes first."""
    ends = {pick.slot: _candidate(problem, pick).on_floor for pick in picks if pick.slot is not Role.MAIN}
    begins = ends.get(Role.WARM_UP, False)
    walks = any(_candidate(problem, p).exercise.kind is Kind.AEROBIC for p in picks if p.slot is Role.MAIN)
    return begins and not (walks and ends.get(Role.EASE, False))


def _place_in_workout(problem: Problem, pick: Pick, *, first_on_floor: bool) -> tuple[int, int, int, int, int, str]:
    candidate = _candidate(problem, pick)
    exercise = candidate.exercise
    return (
        (Role.WARM_UP, Role.MAIN, Role.EASE).index(pick.slot),
        int(pick.slot is Role.MAIN and candidate.on_floor is not first_on_floor),
        0 if candidate.teaches_bracing else 1 + (_KINDS.index(exercise.kind) if exercise.kind in _KINDS else 9),
        _POSITIONS.index(exercise.position),
        exercise.rung,
        exercise.id,
    )


def _candidate(problem: Problem, pick: Pick) -> Candidate:
    return problem.candidates[pick.candidate]
