"""Whether one more pick still keeps the rules of a problem, and how long picks take, counted plainly from the start."""

from collections.abc import Sequence

from unbend.catalogue.words import Role
from unbend.planning.problem import Candidate, Pick, Problem


def may_come(problem: Problem, picks: Sequence[Pick], pick: Pick) -> bool:
    """Whether `pick` may be added to `picks`, where there is time for it."""
    return (
        len(picks) < problem.most_exercises
        and _may_stand(problem, picks, pick)
        and _few_new(problem, picks, pick)
        and _teaches_bracing_first(problem, picks, pick)
    )


def seconds_and_changes(problem: Problem, picks: Sequence[Pick]) -> tuple[int, int]:
    """How long the picks take, and how often they change between floor and standing."""
    changes = changes_of(problem, picks)
    seconds = sum(_candidate(problem, p).options[p.option].seconds + problem.overhead_seconds for p in picks)
    return seconds + changes * problem.change_seconds, changes


def _may_stand(problem: Problem, here: Sequence[Pick], pick: Pick) -> bool:
    """Beside what is there: one of a ladder, a warm-up in one place, and nothing hard where nothing may be."""
    candidate = _candidate(problem, pick)
    if candidate.is_hard and not problem.may_be_hard:
        return False
    beside = None if pick.slot is Role.MAIN else pick.slot
    for picked in here:
        other = _candidate(problem, picked)
        if other.exercise.ladder == candidate.exercise.ladder:
            return False
        if picked.slot is beside and other.on_floor != candidate.on_floor:
            return False
    return True


def _few_new(problem: Problem, picks: Sequence[Pick], pick: Pick) -> bool:
    if not _candidate(problem, pick).is_new:
        return True
    return sum(_candidate(problem, p).is_new for p in picks) < problem.most_new


def _teaches_bracing_first(problem: Problem, here: Sequence[Pick], pick: Pick) -> bool:
    """Where bracing must be taught, it is what the warm-up begins with."""
    if not problem.must_brace or pick.slot is not Role.WARM_UP:
        return True
    return any(_candidate(problem, p).teaches_bracing for p in (*here, pick))


def changes_of(problem: Problem, picks: Sequence[Pick]) -> int:
    """How often the person gets down to the floor or up from it."""
    places = {_candidate(problem, p).on_floor for p in picks}
    if len(places) < 2:
        return 0
    ends = {p.slot: _candidate(problem, p).on_floor for p in picks if p.slot is not Role.MAIN}
    there_and_back = Role.WARM_UP in ends and ends[Role.WARM_UP] == ends.get(Role.EASE)
    return 2 if there_and_back else 1


def _candidate(problem: Problem, pick: Pick) -> Candidate:
    return problem.candidates[pick.candidate]
