"""Was it this exercise? Asked once more of each repetition and hold when it is over, of all that was seen of it."""

from collections.abc import Sequence
from statistics import fmean

from unbend.motion.counter import Repetition
from unbend.motion.gate import MOST, apart_of, nearest
from unbend.motion.hold import Hold
from unbend.motion.judge import Done, Held
from unbend.motion.lane import Plan
from unbend.motion.ledger import Ledger
from unbend.motion.track import HELD, Track

# With more of its frames than this off the path of the exercise it was something else.
OFF_AT_MOST = 0.3
# And so if it was further from the path than this on the whole, in allowed differences. Of made-up people before a
# camera in its place 99 in 100 are within 0.4; people who are filmed lean, turn and reach as they do, and come to 1.0
# (bench/coach.py). Their own exercise comes first.
LIKE = 1.0
# Seconds to both sides of where a repetition was furthest, and how much of them may be off.
AT_PEAK, HALF = 0.25, 0.5
# Of how much the sides differ in the exercise itself: less is no work of one side.
ONE_SIDED = 0.1
# By how much one side must look more like the exercise than the other to be the one that worked.
MORE_LIKE = 0.02
# It was another exercise if on the whole it was as near to that one's path as `ANOTHER`, and at most half as far from
# it as from its own; what is as near to its own as `SELF` is not asked. Who only does the exercise in a way of their
# own is near to neither.
SELF, ANOTHER, HALF_AS_FAR = 0.15, 0.4, 0.5
# A repetition must be seen for such a share of its time, but for so many seconds that are always forgiven.
COVERED, UNSEEN = 0.6, 0.5


def was_repeated(plan: Plan, tracks: Sequence[Track], track: Track, done: Repetition, known: Sequence[Done]) -> bool:
    """Whether a repetition was one of this exercise and this side: on its path most of the time, and where it was
    furthest; and if one side works, then not both. `known` are those that are written down."""
    ledger, apart = track.ledger, ONE_SIDED * apart_of(plan)
    return (
        ledger.covered(done.start, done.end) + UNSEEN >= COVERED * (done.end - done.start)
        and _was_like(plan, ledger, done.start, done.end)
        and ledger.off_share(done.peak - AT_PEAK, done.peak + AT_PEAK) <= HALF
        and all(_differs(other.ledger, ledger, done.peak) >= apart for other in _others(track, tracks))
        and _is_of(track, tracks, known, done.start, done.end)
    )


def was_held(plan: Plan, tracks: Sequence[Track], track: Track, hold: Hold, known: Sequence[Held]) -> bool:
    """Whether a hold was one of this exercise and this side, and where holds are counted no moment in passing."""
    counted = plan.reference.counted
    return (
        _was_like(plan, track.ledger, hold.start, hold.end)
        and (counted is None or not counted.hold or hold.seconds >= HELD)
        and _is_of(track, tracks, known, hold.start, hold.end)
    )


def _was_like(plan: Plan, ledger: Ledger, start: float, end: float) -> bool:
    away = ledger.away(start, end)
    if ledger.off_share(start, end) > OFF_AT_MOST or away > LIKE:
        return False
    return away <= SELF or not _was_another(plan, ledger, start, end, away)


def _was_another(plan: Plan, ledger: Ledger, start: float, end: float, away: float) -> bool:
    """Whether between these times it was one of the lookalikes, and not what it was so far `away` from."""
    seen = [one.values for one in ledger.between(start, end)]
    for other in plan.reference.lookalikes:
        off = [nearest(plan, other.path, values) for values in seen]
        if fmean(MOST if one is None else min(one, MOST) for one in off) <= min(ANOTHER, HALF_AS_FAR * away):
            return True
    return False


def _differs(other: Ledger, own: Ledger, time: float) -> float:
    """How much less the other side looked like it at that time."""
    return other.away(time - AT_PEAK, time + AT_PEAK) - own.away(time - AT_PEAK, time + AT_PEAK)


def _is_of(track: Track, tracks: Sequence[Track], known: Sequence[Done | Held], start: float, end: float) -> bool:
    """Whether what was between these times is this side's: not if the other side looked more like it all the while, or
    it is already written down for the other."""
    own = track.ledger.away(start, end) - MORE_LIKE
    if any(other.ledger.away(start, end) < own for other in _others(track, tracks)):
        return False
    return not any(
        one.side != track.lane.side and min(one.end, end) - max(one.start, start) > (end - start) / 2
        for one in known[-2:]
    )


def _others(track: Track, tracks: Sequence[Track]) -> list[Track]:
    return [other for other in tracks if other.lane.side != track.lane.side]
