"""The clock of a hold: it runs only while the pose is right, waits while nothing is seen, and forgives a moment."""

from dataclasses import dataclass, replace

from unbend.motion.measures import Reading
from unbend.motion.pose import PoseFrame
from unbend.motion.settled import Moment, came_to_rest, left, remembered
from unbend.motion.way import Way

GRACE = 0.5  # seconds out of the pose that are forgiven
LOST = 10.0  # seconds unseen after which the hold has ended where it was last seen
BLINK = 1.0  # seconds unseen after which it is no longer known where somebody comes from
LEAST = 0.6  # seconds; shorter is passing through
LEADS_IN = 3.6  # seconds after the beginning that still tell when the body came to rest


@dataclass(frozen=True, slots=True)
class Pose:
    """The pose that is held: from which share of the way on it is that pose, and the ways to where one may come
    from and go to; none where there is no other pose. `needs_way`: who stands in it from the beginning does not hold
    it, as where the movement ends standing."""

    edge: float
    ways_in: tuple[Way, ...]
    ways_out: tuple[Way, ...]
    needs_way: bool = False


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
    """A hold that may be running. `came` says whether the person was seen on the way to
    the pose; `recent` are the moments of the last while, `before` those before its beginning, `lead` those round it;
    the sums are of the counted value and its square over the frames in the pose."""

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


STOPPED = Clock()


def tick(clock: Clock, pose: Pose, time: float, look: Look | None) -> tuple[Clock, Hold | None]:
    """The clock after a frame, None while the person or the exercise is not seen; and the hold that has just ended."""
    if look is None:
        if clock.start is not None and time - clock.last_in > LOST:
            return STOPPED, finish(clock, pose)
        is_known = clock.start is not None or (clock.recent and time - clock.recent[-1].time <= BLINK)
        return (replace(clock, is_in=False) if is_known else STOPPED), None
    came = clock.came or look.share < pose.edge / 2
    clock = replace(clock, recent=remembered(clock.recent, Moment(time, look.values, look.frame)), came=came)
    if look.share >= pose.edge and (came or not pose.needs_way):
        return _inside(clock, time, look), None
    if clock.start is None:
        return clock, None
    if look.share < pose.edge / 2 or time - clock.last_in > GRACE:
        return Clock(recent=clock.recent, came=came), finish(clock, pose)
    return replace(clock, is_in=False), None


def finish(clock: Clock, pose: Pose) -> Hold | None:
    """The hold that was running, from when the body came to rest until it left; None if it only passed through."""
    if clock.start is None:
        return None
    known = min(LEADS_IN, clock.last_in - clock.start)
    lead = (*clock.before, *(one for one in clock.lead if one.time > clock.start))
    rest = came_to_rest(lead, clock.start, known, pose.ways_in)
    away = left(clock.recent, clock.last_in, known, pose.ways_out)
    start = max(rest if rest is not None else clock.start, clock.start)
    end = min(away if away is not None else clock.last_in, clock.last_in)
    paused = clock.last_in - clock.start - clock.seconds
    seconds = end - start - paused
    if seconds < LEAST:
        return None
    mean = clock.total / clock.frames
    return Hold(start, end, seconds, max(clock.squares / clock.frames - mean * mean, 0.0) ** 0.5)


def _inside(clock: Clock, time: float, look: Look) -> Clock:
    start = time if clock.start is None else clock.start
    step = time - clock.last_in if clock.start is not None else 0.0
    goes_on = clock.is_in or step <= GRACE
    return replace(
        clock,
        start=start,
        seconds=clock.seconds + (step if goes_on and step <= 2 * GRACE else 0.0),
        last_in=time,
        is_in=True,
        before=clock.recent if clock.start is None else clock.before,
        lead=clock.recent if time - start <= LEADS_IN else clock.lead,
        frames=clock.frames + 1,
        total=clock.total + look.value,
        squares=clock.squares + look.value * look.value,
    )
