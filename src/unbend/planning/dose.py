"""How much of an exercise: the dose of a week, and how long it takes."""

from dataclasses import dataclass, replace

from unbend.adaptation.amount import between, time_between
from unbend.catalogue.exercise import DoseRange, Exercise
from unbend.catalogue.parameters import Parameters


@dataclass(frozen=True)
class Dose:
    """One exercise's amount; with `per_side` exercises each number is for one side. None does not apply."""

    sets: int
    rest_seconds: int
    repetitions: int | None = None
    hold_seconds: int | None = None
    breaths: int | None = None
    duration_seconds: int | None = None
    metres: int | None = None
    tempo_seconds: int | None = None


def dose_at(exercise: Exercise, amount: DoseRange, *, sets: int, progress: float) -> Dose:
    """The dose at `progress` from 0 (first week) to 1 (the most of this phase)."""
    return Dose(
        sets=sets,
        rest_seconds=amount.rest_seconds,
        repetitions=between(amount.repetitions, progress),
        hold_seconds=time_between(amount.hold_seconds, progress),
        breaths=between(amount.breaths, progress),
        duration_seconds=time_between(amount.duration_seconds, progress),
        metres=between(amount.metres, progress),
        tempo_seconds=exercise.tempo_seconds,
    )


def with_short_holds(dose: Dose, longest: int) -> Dose:
    """The dose with no hold over `longest` seconds, and more repetitions in its place (at most three times as many)."""
    if dose.hold_seconds is None or dose.hold_seconds <= longest or dose.repetitions is None:
        return dose
    more = min(3, -(-dose.hold_seconds // longest))
    return replace(dose, hold_seconds=longest, repetitions=dose.repetitions * more)


def no_more(dose: Dose, most: Dose, parameters: Parameters) -> Dose:
    """The dose with no number above the other's, as far as both are counted so, and no more time in a set: what is held
    now and was not then takes the place of repetitions."""
    less = replace(
        dose,
        repetitions=lower(dose.repetitions, most.repetitions),
        hold_seconds=lower(dose.hold_seconds, most.hold_seconds),
        breaths=lower(dose.breaths, most.breaths),
        duration_seconds=lower(dose.duration_seconds, most.duration_seconds),
        metres=lower(dose.metres, most.metres),
    )
    return lasting_at_most(_seconds_of_set(most, parameters), less, parameters)


def lasting_at_most(seconds: int, dose: Dose, parameters: Parameters) -> Dose:
    """The dose with fewer repetitions or breaths, one at least, where a set of it would be longer than that."""
    long = _seconds_of_set(dose, parameters)
    if long <= seconds:
        return dose
    if dose.repetitions is not None:
        return replace(dose, repetitions=max(1, dose.repetitions * seconds // long))
    return dose if dose.breaths is None else replace(dose, breaths=max(1, dose.breaths * seconds // long))


def lower(one: int | None, other: int | None) -> int | None:
    """The lower of two numbers; the first where one of them does not apply."""
    return one if one is None or other is None else min(one, other)


def seconds_of(exercise: Exercise, dose: Dose, parameters: Parameters, *, extra_sets: int = 0) -> int:
    """How long the exercise takes, with rests and changes of side, without getting there. `extra_sets`: one side's."""
    sides = 2 if exercise.per_side else 1
    one_set = _seconds_of_set(dose, parameters)
    rests = dose.rest_seconds * (dose.sets - 1 + extra_sets)
    changes = parameters.seconds_to_change_side * (sides - 1) * dose.sets
    return one_set * (dose.sets * sides + extra_sets) + rests + changes


def amount_of(dose: Dose) -> int:
    """How much it is in all, to compare with another amount of the same exercise: what is counted, times what is held,
    times the sets."""
    counted = dose.repetitions or dose.breaths or dose.duration_seconds or dose.metres or 1
    return counted * max(1, dose.hold_seconds or 1) * dose.sets


def _seconds_of_set(dose: Dose, parameters: Parameters) -> int:
    if dose.repetitions is not None:
        return dose.repetitions * ((dose.tempo_seconds or 0) + (dose.hold_seconds or 0))
    if dose.breaths is not None:
        return dose.breaths * parameters.seconds_per_breath
    if dose.metres is not None:
        return round(dose.metres / parameters.metres_per_second)
    return dose.duration_seconds or 0
