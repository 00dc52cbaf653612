"""The whole coach over made-up recordings, through the door by which the browser comes in."""

import json
from random import Random
from typing import Any

from unbend.motion import live

EXERCISES = ("squat-full", "glute-bridge", "side-plank-knees")
EVERY = 10  # frames between two that are compared


def inputs() -> Any:
    """What the camera is held against, and what it sees of three people who do it."""
    from unbend.body.build import BUILDS
    from unbend.body.performance import Performance
    from unbend.body.recording import Setting, record
    from unbend.service.coach import coaching
    from unbend.settings.composition import ports

    known = ports().known
    found = {}
    for exercise in EXERCISES:
        movement, told = known.studio.movements[exercise], coaching(exercise, known)
        assert told is not None
        reference = told["reference"]
        seen = record(
            Performance(movement, BUILDS[movement.person]), Setting(2, 0.01, reference["view"], 15.0), Random(3)
        )
        frames = [
            (time, sum(frame.image, ()), sum(frame.world, ()))
            for time, frame in zip(seen.times, seen.seen, strict=True)
        ]
        found[exercise] = {"reference": reference, "frames": frames, "size": (seen.width, seen.height)}
    return found


def outputs(given: Any) -> Any:
    """What is shown on the way and said in the end."""
    return {exercise: _coached(**told) for exercise, told in given.items()}


def _coached(reference: Any, frames: Any, size: Any) -> Any:
    handle = live.begin(json.dumps(reference), "right")
    shown = [json.loads(live.feed(handle, time, image, world, *size)) for time, image, world in frames]
    return {"shown": shown[::EVERY], "end": json.loads(live.end(handle))}
