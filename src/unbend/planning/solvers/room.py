"""What picks leave room for under the rules of a problem, and how long picks take."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from unbend.catalogue.words import Role
from unbend.planning.problem import Candidate, Pick, Problem


@dataclass(frozen=True)
class Room:
    """What was picked, as far as it decides what may come beside it. `places` says of each slot, or of all with None,
    whether something in it is on the floor, and whether something is not."""

    problem: Problem
    is_full: bool
    ladders: frozenset[str]
    takes_new: bool
    braces: bool
    places: Mapping[Role | None, frozenset[bool]]
    ends: Mapping[Role, bool]

    @classmethod
    def beside(cls, problem: Problem, picks: Sequence[Pick]) -> Self:
        """The room beside these picks."""
        here = [(pick.slot, problem.candidates[pick.candidate]) for pick in picks]
        return cls(
            problem=problem,
            is_full=len(picks) >= problem.most_exercises,
            ladders=frozenset(one.exercise.ladder for _, one in here),
            takes_new=sum(one.is_new for _, one in here) < problem.most_new,
            braces=any(one.teaches_bracing for _, one in here),
            places={
                None: frozenset(one.on_floor for _, one in here),
                **{slot: frozenset(one.on_floor for its, one in here if its is slot) for slot in Role},
            },
            ends={slot: one.on_floor for slot, one in here if slot is not Role.MAIN},
        )

    def takes(self, candidate: Candidate, slot: Role) -> bool:
        """Whether the exercise may be added in this slot, where there is time for it: one of a ladder, a warm-up in one
        place, few new ones, nothing hard where nothing may be, and where bracing must be taught, that at the begin."""
        problem = self.problem
        if self.is_full or candidate.exercise.ladder in self.ladders:
            return False
        if (candidate.is_hard and not problem.may_be_hard) or (candidate.is_new and not self.takes_new):
            return False
        if slot is not Role.MAIN and (not candidate.on_floor) in self.places[slot]:
            return False
        begins = slot is Role.WARM_UP and problem.must_brace
        return not begins or self.braces or candidate.teaches_bracing

    def changes_with(self, slot: Role, *, on_floor: bool) -> int:
        """How often the person gets down to the floor or up from it, with one more in this slot."""
        ends = self.ends if slot is Role.MAIN else {**self.ends, slot: on_floor}
        return _changes(self.places[None] | {on_floor}, ends)

    @property
    def changes(self) -> int:
        """How often the person gets down to the floor or up from it."""
        return _changes(self.places[None], self.ends)


def _changes(places: Collection[bool], ends: Mapping[Role, bool]) -> int:
    if len(places) < 2:
        return 0
    there_and_back = Role.WARM_UP in ends and ends[Role.WARM_UP] == ends.get(Role.EASE)
    return 2 if there_and_back else 1


def seconds_and_changes(problem: Problem, picks: Sequence[Pick]) -> tuple[int, int]:
    """How long the picks take, and how often they change between floor and standing."""
    changes = Room.beside(problem, picks).changes
    seconds = sum(problem.candidates[p.candidate].options[p.option].seconds + problem.overhead_seconds for p in picks)
    return seconds + changes * problem.change_seconds, changes
