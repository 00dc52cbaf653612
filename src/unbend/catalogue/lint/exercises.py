"""Exercises: doses that can be done, ladders that rise, and words enough to do them by."""

from collections.abc import Iterator

from unbend.catalogue.exercise import DoseRange, Exercise, ExerciseText
from unbend.catalogue.lint.fault import Fault
from unbend.catalogue.lint.reading import Item, Reading

_LENGTHS = ("repetitions", "breaths", "duration_seconds", "metres")
_PAIRS = ("sets", *_LENGTHS, "hold_seconds")


def exercise_faults(reading: Reading) -> Iterator[Fault]:
    """What the schema cannot say of an exercise's facts."""
    for item in reading.of("exercises"):
        if isinstance(item.value, Exercise):
            yield from _weight_faults(item, item.value)
            for phase, dose in item.value.dose.items():
                yield from _dose_faults(item, dose, phase.value)
                if dose.repetitions and item.value.tempo_seconds is None:
                    yield item.fault("repetitions need `tempo_seconds`", "dose", phase.value, "repetitions")


def ladder_faults(reading: Reading) -> Iterator[Fault]:
    """Exercises that stand below an easier one in the file of their ladder."""
    before: Item | None = None
    for item in reading.of("exercises"):
        if before is not None and before.file is item.file and _rung(before) > _rung(item):
            yield item.fault(f"stands after '{before.id}', which is harder: easiest first", "rung")
        before = item


def exercise_word_faults(reading: Reading) -> Iterator[Fault]:
    """Exercises with too little or too much said about them."""
    for item in reading.words:
        if isinstance(item.value, ExerciseText):
            if len(item.value.mistakes) < 2:
                yield item.fault("tell at least two mistakes and their correction", "mistakes")
            if not 3 <= len(item.value.steps) <= 6:
                yield item.fault(f"has {len(item.value.steps)} steps; 3 to 6 can be followed", "steps")
            if not item.value.stop_if:
                yield item.fault("say when to stop", "stop_if")


def _weight_faults(item: Item, exercise: Exercise) -> Iterator[Fault]:
    if not 1 <= exercise.rung <= 5:
        yield item.fault("a rung is 1 to 5", "rung")
    for need, weight in exercise.needs.items():
        if not 1 <= weight <= 3:
            yield item.fault("weighs from 1 (helps) to 3 (made for it)", "needs", need)
    if not exercise.places:
        yield item.fault("must be possible somewhere", "places")
    if exercise.roles and not exercise.dose:
        yield item.fault("has a role in workouts, and so needs a dose for a phase at least", "dose")


def _dose_faults(item: Item, dose: DoseRange, phase: str) -> Iterator[Fault]:
    lengths = [key for key in _LENGTHS if getattr(dose, key) is not None]
    if len(lengths) != 1:
        yield item.fault(f"give exactly one of {', '.join(_LENGTHS)}", "dose", phase)
    if dose.hold_seconds is not None and dose.repetitions is None:
        yield item.fault("is held in each repetition, so give `repetitions`", "dose", phase, "hold_seconds")
    for key in _PAIRS:
        pair = getattr(dose, key)
        if pair is not None and not 0 < pair[0] <= pair[1]:
            yield item.fault("runs from the first week's amount to the most, both above 0", "dose", phase, key)
    if dose.rest_seconds < 0:
        yield item.fault("cannot be below 0", "dose", phase, "rest_seconds")


def _rung(item: Item) -> int:
    rung = item.raw.get("rung")
    return rung if isinstance(rung, int) else 0
