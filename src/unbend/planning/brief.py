"""What a week has to fit: the person's wishes, limits and what they already know, gathered into one value."""

from collections.abc import Mapping
from dataclasses import dataclass

from unbend.assessment.needs import Want
from unbend.assessment.results import Side
from unbend.assessment.start import Start
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Place
from unbend.record.state import Practice

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

EASY_TIMES = 2
"""How often an exercise must have felt easy before the next rung is earned (hard rule 5: earned twice)."""


@dataclass(frozen=True)
class Brief:
    """Everything the planner may look at. `restricted_by`: the rules behind each restriction; `known`: for each
    exercise already learnt, the week it was learnt in (week 1 is the first of this plan; earlier weeks are below)."""

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
    practised: Mapping[str, Practice]
    declined: frozenset[str]
    known: Mapping[str, int]
    week: int = 1

    @property
    def first_hour(self) -> bool:
        """Whether workouts fall into the first hour after rising, when the back is not bent far or under load."""
        return self.time_of_day == "on-waking"

    def earned_rung(self, ladder: str) -> int:
        """The highest rung of the ladder that the person may stand on."""
        return max([self.start.rung, *(self._earned_by(exercise) for exercise in self.catalogue.ladders[ladder])])

    def _earned_by(self, exercise: Exercise) -> int:
        practice = self.practised.get(exercise.id)
        if practice is None:
            return 0
        harder = self.catalogue.harder(exercise)
        return harder.rung if harder and practice.easy_times >= EASY_TIMES else exercise.rung

    def learnt_this_week(self) -> int:
        """How many new things this very week has brought already, from an earlier plan of it."""
        learnt = (key for key, week in self.known.items() if week == self.week)
        return sum(not self.catalogue.exercises[key].familiar for key in learnt)

    def weeks_known(self, exercise: Exercise) -> int | None:
        """Whole weeks since the exercise was learnt; None when it is new."""
        learnt = self.known.get(exercise.id)
        return None if learnt is None else self.week - learnt
