"""Is it this exercise? What the camera sees must look like it for a while before anything counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from unbend.motion.lane import Plan, Values
from unbend.motion.measures import Reading

SEEN, NOBODY, STEP_BACK = "seen", "nobody", "step-back"
TO_SIDE, TO_FRONT, OTHER = "turn-to-side", "turn-to-front", "not-this-exercise"
CODES = (SEEN, NOBODY, STEP_BACK, TO_SIDE, TO_FRONT, OTHER)

# Distances are in allowed differences: 1 is as far as another way of doing the same may look. Between the two the gate
# stays as it is.
NEAR, FAR = 1.0, 1.25
WORST = 3  # so many of the measures that differ most tell how far off a posture is
CLEARLY = 0.5  # so near it is looked for nowhere else
MOST = 4.0  # one landmark gone wild says no more than this
BEYOND = 2 * MOST  # further than anything
GUESSED = 2.0  # times as far off may be what is not seen at all but guessed; what is surely seen not
SURE = 0.15  # a reading less sure than this says nothing about the posture
BLINK = 0.25  # seconds: so short a time without anybody does not begin the waiting anew
BOTH_SEEN = 0.5  # a side less sure than this is mostly guessed, and is not held against the other
TOO_FAR = 2.5  # times as far as the exercise goes nobody goes in it: it is another one
# For how long something must be so before the gate follows, in seconds.
AFTER = {SEEN: 0.3, NOBODY: 0.4, STEP_BACK: 0.5, TO_SIDE: 0.8, TO_FRONT: 0.8, OTHER: 1.0}


@dataclass(frozen=True, slots=True)
class Gate:
    """What is seen, what it may be changing to, since when, and when that was last so."""

    seen: str = NOBODY
    other: str | None = None
    since: float = 0.0
    last: float = 0.0
    is_new: bool = True


CLOSED = Gate()


def pass_gate(gate: Gate, found: str, time: float) -> Gate:
    """The gate after a frame in which this was found: it follows only what lasts, but takes what comes first."""
    if gate.is_new:
        return Gate(found, None, time, is_new=False)
    if found == gate.seen:
        blinks = found == NOBODY and time - gate.last <= BLINK
        return gate if gate.other is None or blinks else replace(gate, other=None)
    if gate.other is None or (gate.other == SEEN) != (found == SEEN):
        return replace(gate, other=found, since=time, last=time)
    if time - gate.since >= AFTER[found]:
        return Gate(found, None, time, is_new=False)
    return replace(gate, other=found, last=time)


def distance(plan: Plan, values: Sequence[Reading], *, around: int | None = None) -> tuple[float, int] | None:
    """How far the posture is from the nearest station of the exercise's path, in allowed differences (1.0 is still
    like it), and which station that is. `around` is where it was a moment ago: there it is looked for first. None when
    too little is seen to say."""
    known = _known(plan, values)
    if not known:
        return None
    count, best, where = len(plan.stations), BEYOND, 0
    place = plan.place(values[plan.counted][0]) if plan.counted is not None else None
    if around is not None:
        for i in (around, around - 1, around + 1):
            if _is_near(plan, i % count, place):
                off = _from(plan.stations[i % count], known, best)
                best, where = (off, i % count) if off < best else (best, where)
        if best <= CLEARLY:
            return best, where
    for i, station in enumerate(plan.stations):
        if _is_near(plan, i, place):
            off = _from(station, known, best)
            best, where = (off, i) if off < best else (best, where)
    return best, where


def nearest(plan: Plan, stations: Sequence[Values], values: Sequence[Reading]) -> float | None:
    """How far the posture is from the nearest of some stations, wherever on their way; None: too little is seen."""
    known = _known(plan, values)
    if not known:
        return None
    best = BEYOND
    for station in stations:
        best = min(best, _from(station, known, best))
    return best


def _known(plan: Plan, values: Sequence[Reading]) -> list[tuple[int, float, float]]:
    """What is read and how much of a difference in it is one allowed difference."""
    allowed = plan.allowed
    return [
        (i, value, 1.0 / (allowed[i] * (GUESSED - confidence)))
        for i in plan.compared
        if (value := (reading := values[i])[0]) is not None and (confidence := reading[1]) >= SURE
    ]


def _is_near(plan: Plan, i: int, place: float | None) -> bool:
    """Whether a station is about as far on the way as the body is: a posture of the way's beginning with what is
    counted at its end is none of this exercise."""
    there = plan.places[i]
    return place is None or there is None or -plan.apart <= there - place <= plan.apart


def is_lopsided(plan: Plan, readings: Sequence[Reading]) -> bool:
    """Whether one leg does something else than the other in an exercise in which both do the same. Only what is surely
    seen of both says so."""
    for i, j, most in plan.pairs:
        (here, sure), (there, known) = readings[i], readings[j]
        if here is not None and there is not None and min(sure, known) >= BOTH_SEEN and abs(here - there) > most:
            return True
    return False


def is_too_far(plan: Plan, values: Sequence[Reading]) -> bool:
    """Whether what is counted is further than anybody goes in this exercise."""
    share = plan.share(values[plan.counted][0]) if plan.counted is not None else None
    return share is not None and share > TOO_FAR


def _from(station: Sequence[float | None], known: Sequence[tuple[int, float, float]], best: float) -> float:
    """From one station: the mean of the worst differences, so that one part in quite another place is enough. Not
    looked at to the end once it is further than the best."""
    first = second = third = 0.0
    share = 1.0 / min(WORST, len(known))
    limit = best / share
    for i, value, scale in known:
        there = station[i]
        if there is None:
            continue
        off = (value - there) * scale
        off = -off if off < 0.0 else off
        if off <= third:
            continue
        off = off if off < MOST else MOST
        if off > first:
            first, second, third = off, first, second
        elif off > second:
            second, third = off, second
        else:
            third = off
        if first + second + third >= limit:
            return best
    return (first + second + third) * share


@lru_cache(maxsize=64)
def apart_of(plan: Plan) -> float:
    """How far from its path the exercise is for the other side where it is furthest; 0 where both sides do the same."""
    if len(plan.lanes) < 2:
        return 0.0
    seen = [(value, 1.0) for value in plan.target.values]
    found = distance(plan, plan.lanes[1].plain(seen))
    return found[0] if found is not None else 0.0
