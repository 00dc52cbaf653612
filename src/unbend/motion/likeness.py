"""Was it this exercise? Asked once more of each repetition and hold when it is over, of all that was seen of it."""

from collections.abc import Sequence

from unbend.motion.counter import Repetition
from unbend.motion.gate import apart_of
from unbend.motion.hold import Hold
from unbend.motion.judge import Done, Held
from unbend.motion.lane import Plan
from unbend.motion.ledger import Ledger
from unbend.motion.track import HELD, Track

# With more of its frames than this off the path of the exercise it was something else.
OFF_AT_MOST = 0.3
# And so if it was further from the path than this on the whole, in allowed differences. Of made-up people before a
# camera in its place 99 in 100 are within 0.4; with the phone 20 degrees aside some come to 0.75; the same way done in
# another posture begins at about 0.6 (bench/coach.py). People's own exercise comes first.
LIKE = 0.8
# Seconds to both sides of where a repetition was furthest, and how much of them may be off.
AT_PEAK, HALF = 0.25, 0.5
# Of how much the sides differ in the exercise itself: less is no work of one side.
ONE_SIDED = 0.1
# By how much one side must look more like the exercise than the other to be the one that worked.
MORE_LIKE = 0.02


def was_repeated(plan: Plan, tracks: Sequence[Track], track: Track, done: Repetition, known: Sequence[Done]) -> bool:
    """Whether a repetition was one of this exercise and this side: on its path most of the time, and where it was
    furthest; and if one side works, then not both. `known` are those that are written down."""
    ledger, apart = track.ledger, ONE_SIDED * apart_of(plan)
    return (
        _was_like(ledger, done.start, done.end)
        and ledger.off_share(done.peak - AT_PEAK, done.peak + AT_PEAK) <= HALF
        and all(_differs(other.ledger, ledger, done.peak) >= apart for other in _others(track, tracks))
        and _is_of(track, tracks, known, done.start, done.end)
    )


def was_held(plan: Plan, tracks: Sequence[Track], track: Track, hold: Hold, known: Sequence[Held]) -> bool:
    """Whether a hold was one of this exercise and this side, and where holds are counted no moment in passing."""
    counted = plan.reference.counted
    return (
        _was_like(track.ledger, hold.start, hold.end)
        and (counted is None or not counted.hold or hold.seconds >= HELD)
        and _is_of(track, tracks, known, hold.start, hold.end)
    )


def _was_like(ledger: Ledger, start: float, end: float) -> bool:
    return ledger.off_share(start, end) <= OFF_AT_MOST and ledger.away(start, end) <= LIKE


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
