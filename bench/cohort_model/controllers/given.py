"""What every way of dosing has in common: a workout for a day, within a person's limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bench.cohort_model.known import catalogue
from bench.cohort_model.people import Subject

from support.people import TODAY
from unbend.assessment.start import Start, start
from unbend.catalogue.condition import Person
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Phase, Place, Position, Role
from unbend.planning.dose import dose_at, seconds_of
from unbend.planning.plan import Item
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.today import audit_on
from unbend.service.check import check_state

Json = dict[str, Any]


@dataclass(frozen=True)
class Workout:
    """What is to be done on a day; `phase` is that of the programme it comes from, `times` how many a week has."""

    items: tuple[Item, ...]
    phase: Phase
    minutes: int
    times: int


class Controller(Protocol):
    """One way of dosing, for one person."""

    def workout(self, day: int) -> Workout | None:
        """The workout of a day; None where there is none."""

    def tell(self, entries: Sequence[Json]) -> None:
        """What the person told."""


@dataclass(frozen=True)
class Limits:
    """What a person may not or cannot do, and where they were told to begin. All ways of dosing keep to it."""

    restrictions: frozenset[str]
    places: frozenset[str]
    equipment: frozenset[str]
    declined: frozenset[str]
    start: Start

    def allow(self, exercise: Exercise, phase: Phase) -> bool:
        """Whether the person may do it and can do it, on whatever rung."""
        lies = "supine-long" in self.restrictions and exercise.position is Position.SUPINE
        return (
            not lies
            and not exercise.retired
            and bool(exercise.roles)
            and phase in exercise.dose
            and exercise.id not in self.declined
            and not self.restrictions & set(exercise.restrictions)
            and set(exercise.equipment) <= self.equipment
            and bool(self.places & {place.value for place in exercise.places})
        )


def limits_of(subject: Subject) -> Limits:
    """The limits as they are at the start."""
    state = fold(profile_of(subject.profile, catalogue(), today=TODAY).entries)
    safety, values = check_state(state, catalogue().safety, today=TODAY)
    about = Person({**audit_on(state), **values}, catalogue().safety.worrying)
    wishes, every = subject.profile["wishes"], [place.value for place in Place]
    places = set(wishes.get("positions", every)) - ({"floor"} & set(safety.restrictions))
    return Limits(
        restrictions=frozenset(safety.restrictions),
        places=frozenset(places),
        equipment=frozenset(wishes.get("equipment", ())),
        declined=frozenset(state.declined),
        start=start(catalogue(), about, allows=safety.allows),
    )


def item_at(exercise: Exercise, phase: Phase, *, progress: float, step: int = 0, least_sets: bool = False) -> Item:
    """An exercise at a share of the way from the first amount of a phase to the full one."""
    amount = exercise.dose[phase]
    low, high = amount.sets
    sets = low if least_sets else low + round((min(high, catalogue().parameters.most_sets) - low) * progress)
    dose = dose_at(exercise, amount, sets=sets, progress=progress)
    slot = Role.MAIN if Role.MAIN in exercise.roles else exercise.roles[0]
    sides = ("left", "right") if exercise.per_side else ("both",)
    seconds = seconds_of(exercise, dose, catalogue().parameters)
    return Item(exercise.id, slot, dose, sides, 0, seconds, (), step)


def fitting(items: Sequence[Item], subject: Subject, phase: Phase) -> Workout:
    """As many of the items, in their order, as fit in the minutes; at least one."""
    taken: list[Item] = []
    seconds = 0
    for item in items:
        more = item.seconds + catalogue().parameters.seconds_between_exercises
        if taken and seconds + more > subject.minutes * 60:
            continue
        taken.append(item)
        seconds += more
    return Workout(tuple(taken), phase, -(-seconds // 60), len(subject.weekdays))
