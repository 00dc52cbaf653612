"""Stances and movements that the body cannot read, and exercises without a movement."""

from collections.abc import Iterator, Mapping, Sequence

from unbend.body.movement import Movement
from unbend.body.read import MovementError, Stance, from_dict, stances_from_dict
from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.reading import Item, Reading
from unbend.motion.measures import MEASURES
from unbend.motion.shown import is_measure


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
        movement = from_dict(item.raw, stances, file=item.file.path)
    except MovementError as error:
        yield item.fault(_without_place(error))
    else:
        yield from _of_the_camera(item, movement)
        yield from _lookalikes(item, movement.camera.lookalikes, exercises)


def _of_the_camera(item: Item, movement: Movement) -> Iterator[Fault]:
    """What a camera counts is a measure; it and `count` go together, and so do faults and that they are judged."""
    counts = movement.camera.counts
    if counts is not None and not is_measure(counts):
        names = {name for measure in MEASURES for name in (measure.name, measure.full_name)}
        yield item.fault(unknown("measure", counts, names), "camera", "counts")
    if (counts is None) != (movement.count is None):
        yield item.fault("'count' and 'counts' of the camera go together: give both or none", "camera")
    if bool(movement.faults) != ("faults" in movement.camera.judges):
        yield item.fault("'faults' are there to be judged: name them in 'judges' too, or in neither", "camera")


def _lookalikes(item: Item, lookalikes: Sequence[str], exercises: Mapping[str, Item]) -> Iterator[Fault]:
    """What may be taken for an exercise is another one."""
    for name in lookalikes:
        if name not in exercises:
            yield item.fault(unknown("exercise", name, exercises), "camera", "lookalikes")
        elif name == item.id:
            yield item.fault("an exercise is no lookalike of itself", "camera", "lookalikes")


def _without_place(error: MovementError) -> str:
    """The message without file and id, which the fault gives itself."""
    return str(error).split(": ", 2)[-1]
