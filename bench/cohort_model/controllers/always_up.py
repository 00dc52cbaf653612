"""Always a step further: our exercises, but each week one step up, whatever the back says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.cohort_model.controllers.given import Limits, Workout, item_at
from bench.cohort_model.known import catalogue
from bench.cohort_model.people import Subject

from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Phase, Role
from unbend.planning.plan import Item


@dataclass
class Place:
    """Where a ladder stands: its exercise, the step of its dose, and the week it was last moved."""

    exercise: Exercise
    step: int
    week: int


class AlwaysUp:
    """Follows the workouts that our programme gave on the same days, with doses of its own."""

    def __init__(self, subject: Subject, limits: Limits, ours: Mapping[int, Workout]) -> None:
        self._limits, self._ours, self._times = limits, ours, len(subject.weekdays)
        self._places: dict[str, Place] = {}

    def workout(self, day: int) -> Workout | None:
        if not (known := [given for given in self._ours if given <= day]):
            return None
        given = self._ours[day] if day in self._ours else self._ours[max(known)]
        phase = self._phase(day // 7)
        items = tuple(self._further(item, day // 7, phase) for item in given.items)
        return Workout(items, phase, given.minutes, self._times)

    def tell(self, entries: Sequence[dict[str, Any]]) -> None:
        """Nothing that is told changes it."""

    def _phase(self, week: int) -> Phase:
        """As if all had gone well: calm for two weeks, then restore for three, then strength."""
        numbers, begun = catalogue().adaptation, self._limits.start.phase
        calm = catalogue().parameters.calm_weeks_most if begun is Phase.CALM else 0
        if week < calm:
            return Phase.CALM
        if begun is Phase.STRENGTHEN or week >= calm + numbers.restore_weeks:
            return Phase.STRENGTHEN
        return Phase.RESTORE

    def _further(self, item: Item, week: int, phase: Phase) -> Item:
        """The main exercises go further; warming up and ending easily stay as they are."""
        exercise = catalogue().exercises[item.exercise]
        if item.slot is not Role.MAIN:
            return item
        place = self._places.setdefault(exercise.ladder, Place(exercise, 0, week))
        while place.week < week:
            self._step(place, phase)
        now = place.exercise if phase in place.exercise.dose else exercise
        if phase not in now.dose:
            return item
        return item_at(now, phase, progress=place.step / catalogue().adaptation.steps_of_dose, step=place.step)

    def _step(self, place: Place, phase: Phase) -> None:
        place.week += 1
        if place.step < catalogue().adaptation.steps_of_dose:
            place.step += 1
            return
        harder = catalogue().harder(place.exercise)
        if harder is not None and self._limits.allow(harder, phase):
            place.exercise, place.step = harder, 0
