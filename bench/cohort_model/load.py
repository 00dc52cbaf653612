"""What an exercise asks of a body: harder rungs and more work are more load."""

from functools import cache

from bench.cohort_model.known import catalogue
from bench.cohort_model.numbers import NUMBERS

from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Phase
from unbend.planning.dose import Dose, dose_at

LOADS = {Kind.STRENGTH: 1.0, Kind.EVERYDAY: 0.8, Kind.AEROBIC: 0.6, Kind.MOBILITY: 0.5, Kind.STRETCH: 0.5}
"""Kinds that load a back, and how much an excess of each of them provokes (invented). The others load nothing."""


def load_of(exercise: Exercise, dose: Dose, *, extra_sets: int = 0) -> float:
    """The load in first amounts of a rung-1 exercise; 0 for breathing, resting and tools."""
    if exercise.kind not in LOADS:
        return 0.0
    volume = work_of(exercise, dose, extra_sets=extra_sets) / _first_work(exercise.id)
    return difficulty(exercise.rung) * float(volume**NUMBERS.volume_power)


def difficulty(rung: float) -> float:
    """How hard a rung is, with its first amount."""
    return float(NUMBERS.rung_factor ** (rung - 1))


def work_of(exercise: Exercise, dose: Dose, *, extra_sets: int = 0) -> float:
    """Seconds of work of one side."""
    parameters = catalogue().parameters
    each = (dose.tempo_seconds or 0) + (dose.hold_seconds or 0)
    one: float = (dose.repetitions or 0) * each + (dose.breaths or 0) * parameters.seconds_per_breath
    one += (dose.duration_seconds or 0) + (dose.metres or 0) / parameters.metres_per_second
    return max(1.0, one) * (dose.sets + extra_sets / (2 if exercise.per_side else 1))


def seconds_of_work(exercise: Exercise, dose: Dose, *, extra_sets: int = 0) -> int:
    """Seconds of work of both sides, without rests, as the player counts them."""
    return round(work_of(exercise, dose, extra_sets=extra_sets) * (2 if exercise.per_side else 1))


@cache
def _first_work(key: str) -> float:
    exercise = catalogue().exercises[key]
    phase = Phase.RESTORE if Phase.RESTORE in exercise.dose else next(iter(exercise.dose))
    amount = exercise.dose[phase]
    return work_of(exercise, dose_at(exercise, amount, sets=amount.sets[0], progress=0.0))
