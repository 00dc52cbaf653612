"""What the camera coach is given of an exercise: the movement as one camera sees it, and what it may say."""

from collections.abc import Sequence
from typing import Any

from unbend.catalogue.coach import offers
from unbend.service.knowledge import Knowledge


def coaching(exercise: str, known: Knowledge) -> dict[str, Any] | None:
    """The reference of an exercise as JSON, and its words; None where there is no such exercise, or where a camera
    could do no more than keep the time."""
    item = known.catalogue.exercises.get(exercise)
    if item is None or item.retired or known.studio.movements[exercise].camera.counts is None:
        return None
    return {"reference": known.references.of(exercise), "words": _words(exercise, known)}


def followed(exercises: Sequence[str], known: Knowledge) -> int:
    """How many of these a camera can count, or time while they are held."""
    movements = known.studio.movements
    return sum(movements[exercise].camera.counts is not None for exercise in exercises)


def _words(exercise: str, known: Knowledge) -> dict[str, Any]:
    movement, texts = known.studio.movements[exercise], known.texts.coach
    return {
        "place": texts.place[movement.camera.view],
        "offers": list(offers(movement, texts)),
        "faults": dict(known.studio.words[exercise].faults or {}),
        "cues": dict(texts.cues),
        "praise": list(texts.praise),
        "seen": dict(texts.seen),
        "parts": dict(texts.parts),
        "missing": texts.say["missing"],
    }
