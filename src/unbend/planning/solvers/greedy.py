"""The simple way: take what is worth most for its time, until the minutes are full."""

from collections.abc import Iterator

from unbend.catalogue.words import Role
from unbend.planning.problem import CHANGE_COST, SHORT_COST, STEPS, Pick, Problem, Solution, need_points
from unbend.planning.solvers.room import fits, seconds_and_changes


class Greedy:
    """Warm-up, end and bracing first, then the best worth a second, one pick at a time."""

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """Picks that keep every rule of the problem; nothing is proven, so the bound is only what it found."""
        picks: tuple[Pick, ...] = ()
        for slot in (Role.WARM_UP, Role.EASE, Role.MAIN):
            picks = _filled(problem, picks, slot)
        if not _is_whole(problem, picks):
            return Solution((), 0.0, 0.0, "INFEASIBLE")
        value = worth(problem, picks)
        return Solution(picks, value, value, "FEASIBLE")


def _is_whole(problem: Problem, picks: tuple[Pick, ...]) -> bool:
    """Whether the workout has its warm-up, with bracing where it must, and its easy end."""
    counts = {slot: sum(pick.slot is slot for pick in picks) for slot in (Role.WARM_UP, Role.EASE)}
    braces = any(problem.candidates[p.candidate].teaches_bracing for p in picks if p.slot is Role.WARM_UP)
    whole = counts[Role.WARM_UP] >= problem.warm_up[0] and counts[Role.EASE] >= problem.ease[0]
    return whole and (braces or not problem.must_brace)


def _filled(problem: Problem, picks: tuple[Pick, ...], slot: Role) -> tuple[Pick, ...]:
    most = {Role.WARM_UP: 1, Role.EASE: 1}.get(slot, problem.most_exercises)
    for _ in range(most):
        better = max(_additions(problem, picks, slot), key=lambda p: _gain(problem, picks, p), default=None)
        if better is None or (slot is Role.MAIN and _gain(problem, picks, better) <= 0):
            break
        picks = (*picks, better)
    return picks


def _additions(problem: Problem, picks: tuple[Pick, ...], slot: Role) -> Iterator[Pick]:
    for index, candidate in enumerate(problem.candidates):
        for option in range(len(candidate.options)):
            pick = Pick(index, slot, option)
            if slot in candidate.slots and fits(problem, picks, pick):
                yield pick


def _gain(problem: Problem, picks: tuple[Pick, ...], pick: Pick) -> float:
    seconds = problem.candidates[pick.candidate].options[pick.option].seconds + problem.overhead_seconds
    return (worth(problem, (*picks, pick)) - worth(problem, picks)) / seconds


def worth(problem: Problem, picks: tuple[Pick, ...]) -> float:
    """The worth of picks, as the linear model counts it."""
    points = need_points(problem, picks)
    total = sum(_worth_of_need(problem.wanted[need], got) for need, got in points.items())
    liked = sum(problem.candidates[pick.candidate].liking for pick in picks)
    seconds, changes = seconds_and_changes(problem, picks)
    cost = SHORT_COST * max(0, problem.least_seconds - seconds) + CHANGE_COST * changes
    return total + problem.times * (liked - cost)


def _worth_of_need(wanted: int, got: int) -> int:
    total, left = 0, got
    for width, worth_of_point in STEPS:
        step = min(left, wanted * width // 100)
        total += step * worth_of_point
        left -= step
    return total
