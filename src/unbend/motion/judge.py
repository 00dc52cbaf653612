"""What a finished repetition or hold is worth: side, range and form; and what of it is worth a word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unbend.motion.counter import Repetition
from unbend.motion.cue import DEEPER, HOLD, SLOWER, TWICE, Cue
from unbend.motion.fault import FaultSeen
from unbend.motion.form import (
    FAULTS,
    POSITION,
    RANGE,
    STEADY,
    TEMPO,
    Form,
    Furthest,
    faultless,
    form_of,
    position,
    reached,
    steadiness,
    tempo,
)
from unbend.motion.hold import Hold
from unbend.motion.lane import Plan
from unbend.motion.track import Track, is_held, present_faults

SHALLOW = 0.85  # of the range
SHORT = 0.6  # of the movement's own hold


@dataclass(frozen=True, slots=True)
class Done:
    """A repetition: when, on which side, the lowest and highest value of what is counted, its form, and the ids of the
    faults in it. None: not judged."""

    start: float
    end: float
    side: str
    low: float
    high: float
    form: Form | None
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A hold: when, on which side, for how many seconds the pose was right, and its form."""

    start: float
    end: float
    side: str
    seconds: float
    form: Form | None


def done_of(
    plan: Plan, track: Track, done: Repetition, faults: Sequence[FaultSeen]
) -> tuple[Done, tuple[FaultSeen, ...]]:
    """The repetition, and what was too quick about it."""
    seconds, side = done.end - done.start, track.lane.side
    hurried = tuple(
        FaultSeen(fault.id, done.start, done.end, side)
        for fault in plan.reference.faults
        if fault.quicker_than is not None and seconds < fault.quicker_than
    )
    there = _within(plan, track, (*faults, *hurried), done.start, done.end)
    furthest = track.furthest
    parts = {
        RANGE: reached(plan, _share(plan, done)) if plan.farther else None,
        POSITION: position(plan, furthest.values) if furthest is not None else None,
        TEMPO: tempo(plan, seconds),
        FAULTS: faultless(len(there)) if plan.reference.faults else None,
    }
    form = form_of(parts, plan.reference.judges)
    return Done(done.start, done.end, side, done.low, done.high, form, there), hurried


def held_of(plan: Plan, track: Track, hold: Hold, deepest: Furthest | None, faults: Sequence[FaultSeen]) -> Held:
    """The hold with its form, by the moment at which it was furthest."""
    counted = plan.reference.counted
    there = _within(plan, track, faults, hold.start, hold.end)
    parts = {
        RANGE: reached(plan, deepest.share) if deepest is not None and plan.farther else None,
        POSITION: position(plan, deepest.values) if deepest is not None else None,
        STEADY: steadiness(hold.wavered, counted.tolerance) if counted is not None else None,
        FAULTS: faultless(len(there)) if plan.reference.faults else None,
    }
    return Held(hold.start, hold.end, track.lane.side, hold.seconds, form_of(parts, plan.reference.judges))


def wishes(plan: Plan, repetitions: Sequence[Done], holds: Sequence[Held]) -> Iterator[Cue]:
    """What the last repetitions and holds lack, if several in a row do."""
    last = repetitions[-TWICE:]
    if len(last) == TWICE:
        hurried = [fault.id for fault in plan.reference.faults if fault.quicker_than is not None]
        yield from (Cue(SLOWER, id_) for id_ in hurried if all(id_ in one.faults for one in last))
        if RANGE in plan.reference.judges and all(_part(one.form, RANGE) < SHALLOW for one in last):
            yield Cue(DEEPER)
    if (
        plan.farther
        and plan.reference.judges
        and is_held(plan)
        and len(holds) >= TWICE
        and all(h.seconds < SHORT * plan.target.hold for h in holds[-TWICE:])
    ):
        yield Cue(HOLD)


def _part(form: Form | None, name: str) -> float:
    return dict(form.parts).get(name, 1.0) if form is not None else 1.0


def _share(plan: Plan, done: Repetition) -> float:
    return max(plan.share(done.low) or 0.0, plan.share(done.high) or 0.0)


def _within(plan: Plan, track: Track, faults: Sequence[FaultSeen], start: float, end: float) -> tuple[str, ...]:
    """The faults of this side between two times, each once."""
    over = (fault.id for fault in faults if fault.side == track.lane.side and fault.start < end and fault.end > start)
    return tuple(dict.fromkeys((*over, *present_faults(track, plan))))
