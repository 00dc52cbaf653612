"""What the camera coach is given of an exercise: the movement as one camera sees it, and what it may say."""

from collections.abc import Iterator
from typing import Any

from unbend.body.movement import Movement
from unbend.catalogue.coach import CoachText
from unbend.service.knowledge import Knowledge


def coaching(exercise: str, known: Knowledge) -> dict[str, Any] | None:
    """The reference of an exercise as JSON, and its words; None where there is no such exercise, or where a camera
    could do no more than keep the time."""
    item = known.catalogue.exercises.get(exercise)
    if item is None or item.retired or known.studio.movements[exercise].camera.counts is None:
        return None
    return {"reference": known.references.of(exercise), "words": _words(exercise, known)}


def _words(exercise: str, known: Knowledge) -> dict[str, Any]:
    movement, texts = known.studio.movements[exercise], known.texts.coach
    return {
        "place": texts.place[movement.camera.view],
        "offers": list(_offers(movement, texts)),
        "faults": dict(known.studio.words[exercise].faults or {}),
        "cues": dict(texts.cues),
        "praise": list(texts.praise),
        "seen": dict(texts.seen),
        "parts": dict(texts.parts),
        "missing": texts.say["missing"],
    }


def _offers(movement: Movement, texts: CoachText) -> Iterator[str]:
    """What it does here, and what it cannot see."""
    holds = movement.count is not None and movement.count.hold
    yield texts.offers["holds" if holds else "counts"].format(from_where=texts.from_where[movement.camera.view])
    if movement.camera.unseen:
        things = ", ".join(texts.unseen[code] for code in movement.camera.unseen)
        yield texts.offers["unseen"].format(things=things)
