"""The time between two exercises: what comes next, getting there, and getting ready."""

from collections.abc import Mapping

from unbend.planning.plan import Item
from unbend.workout.script import Kind, Segment, Shown
from unbend.workout.tempo import Tempo

GET_READY_SECONDS = 5
"""Long enough to count down to the start."""

WORDS_A_SECOND = 2.2
"""Calm speech."""


def lead_in(
    item: Item, tempo: Tempo, say: Mapping[str, str], intro: str, first_step: str, *, seconds: int
) -> tuple[Segment, ...]:
    """The segments before an exercise, in so many seconds: `intro` is said, and the first step where time is left."""
    side, sets = item.sides[0], item.dose.sets + item.extra_sets
    ready = min(GET_READY_SECONDS, seconds)
    words = _with_step(intro, first_step, seconds=seconds - ready)
    moving = Shown(0.0, tempo.round, loop=True)
    # Where a person stays in one pose, getting ready is getting into it.
    getting_there = Shown(0.0, tempo.reached) if stays(item, tempo) else tempo.start
    return (
        Segment(Kind.NEXT, seconds - ready, side, 1, sets, moving, say=words),
        Segment(Kind.GET_READY, ready, side, 1, sets, getting_there, say=_ready(item, tempo, say)),
    )


def _with_step(intro: str, step: str, *, seconds: int) -> str:
    both = f"{intro} {step}"
    return both if len(both.split()) <= seconds * WORDS_A_SECOND else intro


def stays(item: Item, tempo: Tempo) -> bool:
    """Whether the whole dose is spent in one pose, and not in repeating a movement."""
    return tempo.settles and item.dose.repetitions is None


def _ready(item: Item, tempo: Tempo, say: Mapping[str, str]) -> str:
    if stays(item, tempo):
        return say["settle"]
    side = item.sides[0]
    return say["get-ready"] if side == "both" else say[f"get-ready-{tempo.told(side)}"]
