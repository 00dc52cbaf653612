"""The clock of a hold: it runs only while the pose is right, waits while nothing is seen, and forgives a moment."""

from dataclasses import dataclass, replace

from unbend.motion.measures import Reading
from unbend.motion.pose import PoseFrame
from unbend.motion.settled import KEPT, Moment, came_to_rest, left, remembered
from unbend.motion.way import Way

GRACE = 0.5  # seconds out of the pose that are forgiven
WATCHED = 1.0  # seconds in which somebody who left the pose is looked at before it is told how long it was held
LOST = 10.0  # seconds unseen after which the hold has ended where it was last seen
BLINK = 1.0  # seconds unseen after which it is no longer known where somebody comes from
LEAST = 0.6  # seconds; shorter is passing through
MOVES_AT_MOST = 0.6  # of the time in a pose, whatever its movement says, the body is still on its way into or out of it
LEADS_IN = 3.6  # seconds after the beginning that still tell when the body came to rest


@dataclass(frozen=True, slots=True)
class Pose:
    """The pose that is held: from which share of the way on it is that pose, and the ways to where one may come
    from and go to; none where there is no other pose. `needs_way`: who stands in it from the beginning does not hold
    it, as where the movement ends standing. `arrives` and `leaves` are for how many seconds the body still moves when
    what is counted is good enough already, and when it still is. `long_in` are the ways in that are long."""

    edge: float
    ways_in: tuple[Way, ...]
    ways_out: tuple[Way, ...]
    needs_way: bool = False
    arrives: float = 0.0
    leaves: float = 0.0
    long_in: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a frame shows of the pose: how far on the way to it (1.0) the person is, what is counted, and all that is
    read, with the frame itself if there is one."""

    share: float
    value: float
    values: tuple[Reading, ...]
    frame: PoseFrame | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold that was: from `start` to `end`, of which the pose was right for `seconds`. `wavered` is how far the
    counted value went to and fro, as a standard deviation in its own unit."""

    start: float
    end: float
    seconds: float
    wavered: float


@dataclass(frozen=True, slots=True)
class Clock:
    """A hold that may be running. `came` says whether the person was seen on the way to the pose; `recent` are the
    moments of the last while, `before` those before its beginning, `lead` those round it; the sums are of the counted
    value and its square over the frames in the pose. `has_left`: it is over, and only looked at a little longer to tell
    when it ended."""

    start: float | None = None
    seconds: float = 0.0
    last_in: float = 0.0
    is_in: bool = False
    came: bool = False
    recent: tuple[Moment, ...] = ()
    lead: tuple[Moment, ...] = ()
    frames: int = 0
    total: float = 0.0
    squares: float = 0.0
    before: tuple[Moment, ...] = ()
    has_left: bool = False


STOPPED = Clock()


def tick(clock: Clock, pose: Pose, time: float, look: Look | None) -> tuple[Clock, Hold | None]:
    """The clock after a frame, None while the person or the exercise is not seen; and the hold that has just ended."""
    if look is None:
        if clock.start is not None and time - clock.last_in > (WATCHED if clock.has_left else LOST):
            return STOPPED, finish(clock, pose)
        is_known = clock.start is not None or (clock.recent and time - clock.recent[-1].time <= BLINK)
        return (replace(clock, is_in=False) if is_known else STOPPED), None
    came = clock.came or look.share < pose.edge / 2
    recent = remembered(clock.recent, Moment(time, look.values, look.frame), KEPT + max(pose.arrives, pose.leaves))
    fresh = Clock(recent=recent, came=came)
    if look.share >= pose.edge and (came or not pose.needs_way):
        if clock.has_left:
            return _inside(fresh, fresh, pose, time, look), finish(replace(clock, recent=recent), pose)
        return _inside(clock, fresh, pose, time, look), None
    if clock.start is None:
        return fresh, None
    gone = time - clock.last_in
    if gone > WATCHED:
        return fresh, finish(replace(clock, recent=recent), pose)
    has_left = clock.has_left or look.share < pose.edge / 2 or gone > GRACE
    return replace(clock, recent=recent, is_in=False, has_left=has_left), None


def finish(clock: Clock, pose: Pose) -> Hold | None:
    """The hold that was running, from when the body came to rest until it left; None if it only passed through."""
    if clock.start is None:
        return None
    whole = clock.last_in - clock.start
    moves = pose.arrives + pose.leaves
    less = min(1.0, MOVES_AT_MOST * whole / moves) if moves > 0.0 else 1.0
    known = min(LEADS_IN, whole)
    lead = (*clock.before, *(one for one in clock.lead if one.time > clock.start))
    rest = came_to_rest(lead, clock.start, known, pose.ways_in, moves=less * pose.arrives)
    away = left(clock.recent, clock.last_in, known, pose.ways_out, moves=less * pose.leaves)
    start = max(rest if rest is not None else clock.start, clock.start)
    end = min(away if away is not None else clock.last_in, clock.last_in)
    paused = clock.last_in - clock.start - clock.seconds
    seconds = end - start - paused
    if seconds < LEAST:
        return None
    mean = clock.total / clock.frames
    return Hold(start, end, seconds, max(clock.squares / clock.frames - mean * mean, 0.0) ** 0.5)


def _inside(clock: Clock, now: Clock, pose: Pose, time: float, look: Look) -> Clock:
    """The clock in the pose; `now` has what is remembered."""
    start = time if clock.start is None else clock.start
    step = time - clock.last_in if clock.start is not None else 0.0
    goes_on = clock.is_in or step <= GRACE
    return Clock(
        start=start,
        seconds=clock.seconds + (step if goes_on and step <= 2 * GRACE else 0.0),
        last_in=time,
        is_in=True,
        came=now.came,
        recent=now.recent,
        before=now.recent if clock.start is None else clock.before,
        lead=now.recent if time - start <= LEADS_IN + pose.arrives else clock.lead,
        frames=clock.frames + 1,
        total=clock.total + look.value,
        squares=clock.squares + look.value * look.value,
    )
