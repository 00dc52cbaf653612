"""One side of the body on its way: what it repeats, holds and does wrong, frame by frame."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from unbend.motion.counter import BEGIN, CounterState, Repetition, count
from unbend.motion.fault import FaultSeen, Watch, showing, watch
from unbend.motion.form import Furthest
from unbend.motion.hold import STOPPED, Clock, Hold, Look, finish, tick
from unbend.motion.lane import Lane, Plan
from unbend.motion.ledger import EMPTY, Ledger, entered
from unbend.motion.measures import Reading
from unbend.motion.pose import PoseFrame
from unbend.motion.rounds import joined
from unbend.motion.way import is_on_the_way

# A hold of the movement's own that is shorter than this is a turning point, not a hold.
HELD = 1.0  # seconds
TOO_LATE = 2.0  # times the movement's own time: a way so long ago is of no repetition that goes on


@dataclass(frozen=True, slots=True)
class Track:
    """What is known of one lane. `furthest` is the moment since the last repetition at which it was furthest, `deepest`
    that of the hold that runs or waits, `ways` what of a repetition is done that is made of several ways out and back;
    `station` is where on the path it is."""

    lane: Lane
    counter: CounterState = BEGIN
    clock: Clock = STOPPED
    watches: tuple[Watch, ...] = ()
    ledger: Ledger = EMPTY
    furthest: Furthest | None = None
    deepest: Furthest | None = None
    share: float | None = None
    value: float | None = None
    ways: tuple[Repetition, ...] = ()
    sure: float = 0.0
    station: int | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """A frame as one lane sees it: the values of its measures, the same with each side as it is, how far `away` from
    the path of the exercise they are (None: it cannot be told), whether that is `off` it, and whether the gate is
    open; with the frame itself if there is one, and the `station` of the path that is nearest."""

    values: tuple[Reading, ...]
    plain: tuple[Reading, ...]
    away: float | None
    off: bool
    is_open: bool
    frame: PoseFrame | None = None
    station: int | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What a frame brought to an end: a repetition as the counter tells it, a hold with the moment at which it was
    furthest, faults."""

    repetition: Repetition | None = None
    hold: Hold | None = None
    deepest: Furthest | None = None
    faults: tuple[FaultSeen, ...] = ()


def track_of(plan: Plan, lane: Lane) -> Track:
    """The track of a lane before the first frame."""
    return Track(lane, watches=tuple(Watch() for _ in plan.faults))


def is_held(plan: Plan) -> bool:
    """Whether time in the target pose matters in this exercise."""
    counted = plan.reference.counted
    return plan.target.hold >= HELD or (counted is not None and counted.hold)


def follow(track: Track, plan: Plan, glance: Glance, time: float) -> tuple[Track, News]:
    """The track after a frame. Behind a gate that is not open nothing moves on, as if nothing were seen."""
    values, is_open = glance.values, glance.is_open
    value, sure = values[plan.counted] if plan.counted is not None and is_open else (None, 0.0)
    share = plan.share(value)
    counter = count(track.counter, plan.counting, time, value) if plan.counting is not None else track.counter
    clock, hold = _held(track.clock, plan, glance, time, value, share)
    deepest = track.deepest if clock.start == track.clock.start else None
    watches, faults = _watched(track, plan, values, time, share, is_open=is_open and not glance.off)
    news = News(None, hold, track.deepest if hold is not None else None, faults)
    # Each frame makes one: `replace` would take three times as long.
    moved = Track(
        track.lane,
        counter=counter,
        clock=clock,
        watches=watches,
        ledger=entered(track.ledger, time, values, off=glance.off, away=glance.away) if is_open else track.ledger,
        furthest=_furthest(track.furthest, share, values),
        deepest=_furthest(deepest, share, values) if clock.is_in else deepest,
        share=share,
        value=value,
        ways=track.ways,
        sure=sure,
        station=glance.station if glance.station is not None else track.station,
    )
    way = counter.last if counter.count > track.counter.count else None
    if way is None:
        return moved, news
    ways = (*(one for one in track.ways if way.start - one.end < TOO_LATE * plan.reference.seconds), way)
    if len(ways) < plan.ways:
        return replace(moved, ways=ways), news
    return replace(moved, ways=()), replace(news, repetition=joined(ways))


def _held(
    clock: Clock,
    plan: Plan,
    glance: Glance,
    time: float,
    value: float | None,
    share: float | None,
) -> tuple[Clock, Hold | None]:
    """The clock. Without a way to the pose, being on the path of the exercise is being in it; where nothing can be
    counted at all, doing the exercise is."""
    pose = plan.pose
    if glance.off or not glance.is_open:
        return tick(clock, pose, time, None)
    if plan.counted is None or plan.counting is None:
        return tick(clock, pose, time, Look(1.0, value or 0.0, ()))
    if not is_held(plan):
        return clock, None
    if share is None or value is None:
        return tick(clock, pose, time, None)
    posture = plan.posture(glance.plain)
    # What is counted may be there before the rest of the body is.
    share = min(share, 0.6 * pose.edge) if is_on_the_way(posture, plan.goal, pose.long_in) else share
    look = Look(share, value, posture, glance.frame)
    return tick(clock, pose, time, look)


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
    return tuple(fault.id for fault, state in zip(plan.faults, track.watches, strict=True) if state.begun is not None)


def last_news(track: Track, plan: Plan) -> News:
    """What was still going on when there was nothing more to see."""
    faults = tuple(
        FaultSeen(fault.id, state.begun, state.last, track.lane.side)
        for fault, state in zip(plan.faults, track.watches, strict=True)
        if state.begun is not None
    )
    return News(None, finish(track.clock, plan.pose), track.deepest, faults)
