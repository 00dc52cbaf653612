"""Is it this exercise? What the camera sees must look like it for a while before anything counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

from unbend.motion.lane import Plan
from unbend.motion.measures import Reading

SEEN, NOBODY, STEP_BACK = "seen", "nobody", "step-back"
TO_SIDE, TO_FRONT, OTHER = "turn-to-side", "turn-to-front", "not-this-exercise"
CODES = (SEEN, NOBODY, STEP_BACK, TO_SIDE, TO_FRONT, OTHER)

# Distances are in allowed differences: 1 is as far as another way of doing the same may look. Between the two the gate
# stays as it is.
NEAR, FAR = 1.0, 1.25
WORST = 3  # so many of the measures that differ most tell how far off a posture is
MOST = 4.0  # one landmark gone wild says no more than this
GUESSED = 2.0  # times as far off may be what is not seen at all but guessed; what is surely seen not
SURE = 0.15  # a reading less sure than this says nothing about the posture
# For how long something must be so before the gate follows, in seconds.
AFTER = {SEEN: 0.3, NOBODY: 0.4, STEP_BACK: 0.5, TO_SIDE: 0.8, TO_FRONT: 0.8, OTHER: 1.0}


@dataclass(frozen=True, slots=True)
class Gate:
    """What is seen, what it may be changing to and since when."""

    seen: str = NOBODY
    other: str | None = None
    since: float = 0.0
    is_new: bool = True


CLOSED = Gate()


def pass_gate(gate: Gate, found: str, time: float) -> Gate:
    """The gate after a frame in which this was found: it follows only what lasts, but takes what comes first."""
    if gate.is_new:
        return Gate(found, None, time, is_new=False)
    if found == gate.seen:
        return gate if gate.other is None else replace(gate, other=None)
    if gate.other is None or (gate.other == SEEN) != (found == SEEN):
        return replace(gate, other=found, since=time)
    if time - gate.since >= AFTER[found]:
        return Gate(found, None, time, is_new=False)
    return gate if gate.other == found else replace(gate, other=found)


def distance(plan: Plan, values: Sequence[Reading]) -> float | None:
    """How far the posture is from the nearest station of the exercise's path, in allowed differences: 1.0 is still
    like it. None when too little is seen to say."""
    known = [
        (i, value, weight, 1.0 / (allowed * (GUESSED - confidence)))
        for i, ((value, confidence), weight, allowed) in enumerate(zip(values, plan.weights, plan.allowed, strict=True))
        if value is not None and weight > 0.0 and confidence >= SURE
    ]
    if not known:
        return None
    return min(_from(station, known) for station in plan.stations)


def _from(station: Sequence[float | None], known: Sequence[tuple[int, float, float, float]]) -> float:
    """From one station: the mean of the worst differences, so that one part in quite another place is enough."""
    off = []
    for i, value, weight, scale in known:
        there = station[i]
        if there is not None:
            off.append(min(abs(value - there) * scale, MOST) * sqrt(weight))
    off.sort(reverse=True)
    worst = off[:WORST]
    return sum(worst) / len(worst) if worst else 0.0
