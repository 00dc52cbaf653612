"""Stances and movements that the body cannot read, and exercises without a movement."""

from collections.abc import Iterator, Mapping

from unbend.body.read import MovementError, Stance, from_dict, stances_from_dict
from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.reading import Item, Reading


def movement_faults(reading: Reading) -> Iterator[Fault]:
    """Stances and movements that the body cannot read; exercises without a movement, movements without an exercise."""
    stances: dict[str, Stance] = {}
    for item in reading.of("stances"):
        try:
            stances |= stances_from_dict([item.raw], file=item.file.path)
        except MovementError as error:
            yield item.fault(_without_place(error))
    exercises, movements = reading.ids("exercises"), reading.ids("movements")
    for item in movements.values():
        yield from _one(item, stances, exercises)
    for name, exercise in exercises.items():
        if name not in movements:
            yield exercise.fault("has no movement in data/movements")


def _one(item: Item, stances: Mapping[str, Stance], exercises: Mapping[str, Item]) -> Iterator[Fault]:
    exercise = exercises.get(item.id)
    if exercise is None:
        yield item.fault(unknown("exercise", item.id, exercises), "id")
    elif exercise.file.path.rpartition("/")[2] != item.file.path.rpartition("/")[2]:
        place = exercise.file.path.rpartition("/")[2]
        yield item.fault(f"belongs in data/movements/{place}, as its exercise does", "id")
    try:
        from_dict(item.raw, stances, file=item.file.path)
    except MovementError as error:
        yield item.fault(_without_place(error))


def _without_place(error: MovementError) -> str:
    """The message without file and id, which the fault gives itself."""
    return str(error).split(": ", 2)[-1]
