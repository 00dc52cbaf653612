"""Movements read, performed and seen by a made-up camera: all of `body` that the coach's engine is tried on."""

from random import Random
from typing import Any

from unbend.body.angles import Side
from unbend.body.build import BUILDS
from unbend.body.performance import Performance
from unbend.body.read import from_dict, stances_from_dict
from unbend.body.recording import Setting, record

EXERCISES = ("squat-full", "glute-bridge", "side-plank-knees", "bird-dog")


def inputs() -> Any:
    """The catalogue's own data, which the browser gets as JSON."""
    from support.movements import on_file

    return on_file()


def outputs(given: Any) -> Any:
    """A few repetitions of some exercises, every third frame."""
    stances = stances_from_dict(given["stances"], file="stances.toml")
    movements = [from_dict(entry, stances, file="movements") for entry in given["movements"]]
    return {movement.exercise: _seen(movement) for movement in movements if movement.exercise in EXERCISES}


def _seen(movement: Any) -> Any:
    performance = Performance(movement, BUILDS[movement.person])
    setting = Setting(2, 0.01, movement.views[0], 10.0, side=Side.LEFT)
    found = record(performance, setting, Random(7))
    turns = [(turn.start, turn.end, turn.side, turn.low, turn.high) for turn in found.repetitions]
    frames = [{"image": frame.image, "world": frame.world} for frame in found.seen[::3]]
    return {"times": found.times[::3], "turns": turns, "frames": frames}
