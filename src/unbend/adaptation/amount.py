"""How much one set of an exercise is at a step of its dose, in numbers that a person can count."""

from unbend.catalogue.exercise import Exercise, Range
from unbend.catalogue.words import Phase

FAMILIAR_FROM = 1 / 3
"""How far through its dose a thing starts that everybody can do: nobody has to learn to walk ten minutes."""


def share_at(step: int, full: int, exercise: Exercise, phase: Phase) -> float:
    """How far through the dose of a phase a step is: from 0 to 1 at the `full` one."""
    done = step / full
    if not exercise.familiar:
        return done
    start = 0.0 if phase is Phase.CALM else FAMILIAR_FROM
    return start + (1 - start) * done


def amount_of_set(exercise: Exercise, phase: Phase, share: float) -> int:
    """What is counted in one set, times what is held, to compare with another amount of the same exercise."""
    dose = exercise.dose[phase]
    counted = (
        between(dose.repetitions, share)
        or between(dose.breaths, share)
        or time_between(dose.duration_seconds, share)
        or between(dose.metres, share)
    )
    return (counted or 1) * max(1, time_between(dose.hold_seconds, share) or 1)


def between(ends: Range | None, share: float) -> int | None:
    """A whole number on the way between the ends."""
    if ends is None:
        return None
    low, high = ends
    return low + round((high - low) * min(1.0, max(0.0, share)))


def time_between(ends: Range | None, share: float) -> int | None:
    """A time that a person can count, on the way between the ends: fives above ten seconds, whole minutes above two."""
    seconds = between(ends, share)
    if ends is None or seconds is None or seconds in ends or seconds <= 10:
        return seconds
    return max(ends[0], seconds // 60 * 60 if seconds > 120 else seconds // 5 * 5)
