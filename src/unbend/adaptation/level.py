"""Where a person stands with an exercise: its step of dose, how many sets at most, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from unbend.adaptation.reason import Reason
from unbend.record.course import Try


class Move(StrEnum):
    """What the last answers of the back ask for."""

    UP_RUNG = "up-rung"
    UP_DOSE = "up-dose"
    STAY = "stay"
    DOWN_DOSE = "down-dose"
    DOWN_RUNG = "down-rung"
    REST = "rest"

    @property
    def goes_down(self) -> bool:
        """Whether it asks for less."""
        return self in (Move.DOWN_DOSE, Move.DOWN_RUNG, Move.REST)

    @property
    def goes_up(self) -> bool:
        """Whether it allows more."""
        return self in (Move.UP_RUNG, Move.UP_DOSE)


@dataclass(frozen=True)
class Level:
    """`step` counts from 0, the first amount of the phase, to the full one. `most_sets` None: as many as the step
    allows; `most_seconds`: no longer in one set of a side; `ceilings`: in one set no more than in any of these tries of
    other phases. `rests_until`: not before that day. `last` is the last try in this phase."""

    step: int = 0
    move: Move = Move.STAY
    why: Reason | None = None
    most_sets: int | None = None
    rests_until: date | None = None
    last: Try | None = None
    most_seconds: int | None = None
    ceilings: tuple[Try, ...] = ()

    @property
    def fewest_sets(self) -> int | None:
        """As many sets as were earned, or as the last time where nothing asks for less; None: as few as the dose begins
        with."""
        if self.most_sets is None or self.last is None or not self.last.sets or self.move.goes_down:
            return None
        return self.most_sets if self.move.goes_up else min(self.most_sets, self.last.sets)


@dataclass(frozen=True)
class Levels:
    """The levels of all that was tried, by exercise; and the highest rung that each ladder has earned."""

    by_exercise: Mapping[str, Level] = field(default_factory=dict)
    rungs: Mapping[str, int] = field(default_factory=dict)

    def step(self, exercise: str) -> int:
        """The step of dose; 0 for what was never tried."""
        return self.by_exercise[exercise].step if exercise in self.by_exercise else 0

    def rests_on(self, exercise: str, day: date) -> bool:
        """Whether the exercise has a rest on that day."""
        level = self.by_exercise.get(exercise)
        return level is not None and level.rests_until is not None and day < level.rests_until
