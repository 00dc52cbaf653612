"""The simple way: take what is worth most for its time, until the minutes are full."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from unbend.catalogue.words import Role
from unbend.planning.problem import (
    CHANGE_COST,
    SHORT_COST,
    STEPS,
    Candidate,
    Option,
    Pick,
    Problem,
    Solution,
    need_points,
    points_of,
)
from unbend.planning.solvers.room import Room, seconds_and_changes


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
        gain, index, option = max(_additions(_SoFar.of(problem, picks), slot), key=_by_gain, default=(0.0, -1, 0))
        if index < 0 or (slot is Role.MAIN and gain <= 0):
            break
        picks = (*picks, Pick(index, slot, option))
    return picks


Addition = tuple[float, int, int]  # what is gained by it, which candidate, and which of its options


def _by_gain(addition: Addition) -> float:
    return addition[0]


@dataclass(frozen=True)
class _SoFar:
    """What was picked, and what it adds up to: points of each need and their worth, seconds without changes of place,
    and those that are missing to the least length."""

    problem: Problem
    room: Room
    points: Mapping[str, int]
    worths: Mapping[str, int]
    seconds: int
    short: int

    @classmethod
    def of(cls, problem: Problem, picks: tuple[Pick, ...]) -> Self:
        room, points = Room.beside(problem, picks), need_points(problem, picks)
        seconds, changes = seconds_and_changes(problem, picks)
        worths = {need: _worth_of_need(problem.wanted[need], got) for need, got in points.items()}
        short = max(0, problem.least_seconds - seconds)
        return cls(problem, room, points, worths, seconds - changes * problem.change_seconds, short)

    def gain(self, candidate: Candidate, option: Option, changes: int) -> float:
        """What the worth grows by with one pick more, for each second it takes; `changes`: of place, with it."""
        problem, each = self.problem, option.seconds + self.problem.overhead_seconds
        short = max(0, problem.least_seconds - self.seconds - each - changes * problem.change_seconds)
        more = candidate.liking - CHANGE_COST * (changes - self.room.changes) + SHORT_COST * (self.short - short)
        total = problem.times * more
        for need, points in points_of(problem, candidate, option).items():
            total += _worth_of_need(problem.wanted[need], self.points[need] + points) - self.worths[need]
        return total / each


def _additions(so_far: _SoFar, slot: Role) -> Iterator[Addition]:
    """All that may come next, each with what is gained by it."""
    problem, room = so_far.problem, so_far.room
    changes_by_place = {on_floor: room.changes_with(slot, on_floor=on_floor) for on_floor in (False, True)}
    for index, candidate in enumerate(problem.candidates):
        if slot not in candidate.slots or not room.takes(candidate, slot):
            continue
        changes = changes_by_place[candidate.on_floor]
        left = problem.most_seconds - so_far.seconds - changes * problem.change_seconds - problem.overhead_seconds
        for number, option in enumerate(candidate.options):
            if option.seconds <= left:
                yield so_far.gain(candidate, option, changes), index, number


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
        step = wanted * width // 100
        if left <= step:
            return total + left * worth_of_point
        total += step * worth_of_point
        left -= step
    return total
