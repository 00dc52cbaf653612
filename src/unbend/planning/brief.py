"""What a week has to fit: the person's wishes, limits and what they already know, gathered into one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from unbend.adaptation.level import Levels
from unbend.adaptation.reason import Reason
from unbend.adaptation.walks import WalkAim
from unbend.assessment.needs import Want
from unbend.assessment.results import Side
from unbend.assessment.start import Start
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Place

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

SPREAD = {
    1: ("monday",),
    2: ("monday", "thursday"),
    3: ("monday", "wednesday", "friday"),
    4: ("monday", "tuesday", "thursday", "saturday"),
    5: ("monday", "tuesday", "thursday", "friday", "saturday"),
    6: ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday"),
    7: WEEKDAYS,
}
"""Days spread over the week with as many rest days between as can be."""


@dataclass(frozen=True)
class Brief:
    """Everything the planner may look at. `restricted_by`: the rules behind each restriction; `known`: for each
    exercise already learnt, the week it was learnt in (week 1 is the first of this plan; earlier weeks are below).
    `in_use`: for each exercise of the workouts so far, the week since which they have held it without a break;
    `is_begun`: this week had a plan already, so that no more of them make way in it.
    `levels`: where the person stands with each exercise today, `resting` those that have a rest, `kept` those to stay;
    `because`: what about this week was decided by how the back answered, and by how the last weeks went; `keeps_sets`:
    nothing gets fewer sets than it had, unless the back asks for less: not where the time is shorter; `walk`: how far
    the walks between workouts go, `time_why` where the time of day was learnt and not said, `stiff` for somebody who
    gets up stiff, `sitting_hours` at a desk where they are many."""

    catalogue: Catalogue
    start: Start
    wants: Mapping[str, Want]
    worse_sides: Mapping[str, tuple[Side, str]]
    restricted_by: Mapping[str, tuple[str, ...]]
    minutes: int
    days: tuple[str, ...]
    equipment: frozenset[str]
    places: frozenset[Place]
    time_of_day: str | None
    shifts: str | None
    declined: frozenset[str]
    known: Mapping[str, int]
    in_use: Mapping[str, int] = field(default_factory=dict)
    is_begun: bool = False
    levels: Levels = field(default_factory=Levels)
    resting: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    phase_why: Reason | None = None
    because: tuple[Reason, ...] = ()
    keeps_sets: bool = True
    walk: WalkAim | None = None
    time_why: Reason | None = None
    stiff: bool = False
    sitting_hours: float | None = None
    week: int = 1

    @property
    def first_hour(self) -> bool:
        """Whether workouts fall into the first hour after rising, when the back is not bent far or under load."""
        return self.time_of_day == "on-waking"

    def earned_rung(self, ladder: str) -> int:
        """The highest rung of the ladder that the person may stand on."""
        return self.levels.rungs.get(ladder, self.start.rung)

    def learnt_this_week(self) -> int:
        """How many new things this very week has brought already, from an earlier plan of it."""
        learnt = (key for key, week in self.known.items() if week == self.week)
        return sum(not self.catalogue.exercises[key].familiar for key in learnt)

    def weeks_known(self, exercise: Exercise) -> int | None:
        """Whole weeks since the exercise was learnt; None when it is new."""
        learnt = self.known.get(exercise.id)
        return None if learnt is None else self.week - learnt

    def weeks_in_use(self, exercise: Exercise) -> int | None:
        """Whole weeks for which the workouts have held the exercise; None when they do not."""
        since = self.in_use.get(exercise.id)
        return None if since is None else self.week - since

    def is_new(self, exercise: Exercise) -> bool:
        """Whether it counts among the few new things of a week: never learnt, or known and coming back into use. When a
        phase has just changed, all that is known is at hand at once."""
        if exercise.familiar:
            return False
        comes_back = bool(self.in_use) and exercise.id not in self.in_use and self.phase_why is None
        return exercise.id not in self.known or comes_back
