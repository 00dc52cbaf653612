"""One side of the body on its way: what it repeats, holds and does wrong, frame by frame."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from unbend.motion.counter import BEGIN, CounterState, Counting, Repetition, count
from unbend.motion.fault import FaultSeen, Watch, measured_faults, showing, watch
from unbend.motion.form import Furthest, edge_of
from unbend.motion.hold import STOPPED, Clock, Hold, finish, tick
from unbend.motion.lane import Lane, Plan
from unbend.motion.ledger import EMPTY, Ledger, entered
from unbend.motion.measures import Reading

# A hold of the movement's own that is shorter than this is a turning point, not a hold.
HELD = 1.0  # seconds
QUICKEST_SHARE = 0.2  # of the movement's own time: nobody repeats it faster


@dataclass(frozen=True, slots=True)
class Track:
    """What is known of one lane. `furthest` is the moment since the last repetition at which it was furthest."""

    lane: Lane
    counter: CounterState = BEGIN
    clock: Clock = STOPPED
    watches: tuple[Watch, ...] = ()
    ledger: Ledger = EMPTY
    furthest: Furthest | None = None
    share: float | None = None
    value: float | None = None
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class News:
    """What a frame brought to an end: a repetition as the counter tells it, a hold, faults."""

    repetition: Repetition | None = None
    hold: Hold | None = None
    faults: tuple[FaultSeen, ...] = ()


def track_of(plan: Plan, lane: Lane) -> Track:
    """The track of a lane before the first frame."""
    return Track(lane, watches=tuple(Watch() for _ in measured_faults(plan)))


def counting_of(plan: Plan) -> Counting | None:
    """The settings of the counter; None where nothing goes to and fro."""
    counted = plan.reference.counted
    if counted is None or counted.start == counted.target:
        return None
    seconds = max(QUICKEST_SHARE * plan.reference.seconds, Counting().seconds)
    return Counting(counted.start, counted.target, seconds=seconds)


def is_held(plan: Plan) -> bool:
    """Whether time in the target pose matters in this exercise."""
    counted = plan.reference.counted
    return plan.target.hold >= HELD or (counted is not None and counted.hold)


def follow(
    track: Track, plan: Plan, values: Sequence[Reading], time: float, *, off: bool, is_open: bool
) -> tuple[Track, News]:
    """The track after a frame with these values of its lane. `off`: they lie off the path of the exercise. Behind a
    gate that is not open nothing moves on, as if nothing were seen."""
    value, sure = values[plan.counted] if plan.counted is not None and is_open else (None, 0.0)
    share = plan.share(value)
    counting = counting_of(plan)
    counter = count(track.counter, counting, time, value) if counting is not None else track.counter
    held, hold = _held(track.clock, plan, time, value, share, is_right=is_open and not off)
    watches, faults = _watched(track, plan, values, time, share, is_open=is_open and not off)
    moved = replace(
        track,
        counter=counter,
        clock=held,
        watches=watches,
        ledger=entered(track.ledger, time, off=off) if is_open else track.ledger,
        furthest=_furthest(track.furthest, share, values),
        share=share,
        value=value,
        sure=sure,
    )
    is_done = counter.count > track.counter.count
    return moved, News(counter.last if is_done else None, hold, faults)


def _held(
    clock: Clock, plan: Plan, time: float, value: float | None, share: float | None, *, is_right: bool
) -> tuple[Clock, Hold | None]:
    """The clock. Without a way to the pose, being on the path of the exercise is being in it; where nothing can be
    counted at all, doing the exercise is."""
    if plan.counted is None or counting_of(plan) is None:
        here = 1.0 if is_right else None
        return tick(clock, edge=edge_of(plan), time=time, share=here, value=value or 0.0)
    if not is_held(plan):
        return clock, None
    return tick(clock, edge=edge_of(plan), time=time, share=share if is_right else None, value=value or 0.0)


def _watched(
    track: Track, plan: Plan, values: Sequence[Reading], time: float, share: float | None, *, is_open: bool
) -> tuple[tuple[Watch, ...], tuple[FaultSeen, ...]]:
    if not track.watches:
        return (), ()
    found, mended = [], []
    shown = list(showing(plan, values, share))
    for state, (fault, shows) in zip(track.watches, shown, strict=True):
        after, stretch = watch(state, shows=shows if is_open else None, time=time)
        found.append(after)
        if stretch is not None:
            mended.append(FaultSeen(fault.id, *stretch, track.lane.side))
    return tuple(found), tuple(mended)


def _furthest(before: Furthest | None, share: float | None, values: Sequence[Reading]) -> Furthest | None:
    if share is None or (before is not None and share <= before.share):
        return before
    return Furthest(share, tuple(values))


def present_faults(track: Track, plan: Plan) -> tuple[str, ...]:
    """The faults that are there now."""
    return tuple(
        fault.id for fault, state in zip(measured_faults(plan), track.watches, strict=True) if state.begun is not None
    )


def last_news(track: Track, plan: Plan) -> News:
    """What was still going on when there was nothing more to see."""
    faults = tuple(
        FaultSeen(fault.id, state.begun, state.last, track.lane.side)
        for fault, state in zip(measured_faults(plan), track.watches, strict=True)
        if state.begun is not None
    )
    return News(None, finish(track.clock), faults)
