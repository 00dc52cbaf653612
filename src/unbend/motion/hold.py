"""The clock of a hold: it runs only while the pose is right, waits while nothing is seen, and forgives a moment."""

from dataclasses import dataclass, replace
from math import acos, pi

GRACE = 0.5  # seconds out of the pose that are forgiven
LOST = 10.0  # seconds unseen after which the hold has ended where it was last seen
LEAST = 1.0  # seconds; shorter is passing through
LONGEST_STEP = 0.5  # seconds between two frames that still belong together
LONGEST_EASE = 1.0  # seconds: more than coming to rest takes


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
    """A hold that may be running. `way` are the last times the value passed half way and the edge of the pose, from
    which follows when it comes to rest. Sums are of time, value and square over the frames in the pose."""

    start: float | None = None
    seconds: float = 0.0
    last_in: float = 0.0
    last_seen: float = 0.0
    half: float | None = None
    before: float | None = None
    left: float | None = None
    frames: int = 0
    total: float = 0.0
    squares: float = 0.0

    @property
    def running(self) -> bool:
        """Whether the pose is held now, or was a moment ago."""
        return self.start is not None and self.left is None


STOPPED = Clock()


def tick(clock: Clock, *, edge: float, time: float, share: float | None, value: float) -> tuple[Clock, Hold | None]:
    """The clock after a frame, and the hold that has just ended. `share` is how far on the way to the pose (1.0) the
    person is, None while unseen; from `edge` on it is the pose."""
    if share is None:
        return _unseen(clock, time)
    if clock.start is None:
        return _waiting(clock, edge, time, share, value), None
    if share >= edge:
        return _inside(clock, time, share, value), None
    return _outside(clock, edge, time, share)


def _waiting(clock: Clock, edge: float, time: float, share: float, value: float) -> Clock:
    half = clock.half
    if share < edge / 2:
        return Clock(last_seen=time, before=share)
    if half is None and clock.before is not None:
        half = time
    if share < edge:
        return replace(clock, half=half, last_seen=time, before=share)
    start = time + _ease(time - half, edge) if half is not None else time
    return Clock(start, 0.0, time, time, half, share, None, 1, value, value * value)


def _inside(clock: Clock, time: float, share: float, value: float) -> Clock:
    start = clock.start if clock.start is not None else time
    step = time - max(clock.last_in, start)
    forgiven = time - clock.last_in <= max(GRACE, LONGEST_STEP) and clock.last_seen - clock.last_in <= GRACE
    return replace(
        clock,
        seconds=clock.seconds + (max(step, 0.0) if forgiven else 0.0),
        last_in=time,
        last_seen=time,
        left=None,
        before=share,
        frames=clock.frames + 1,
        total=clock.total + value,
        squares=clock.squares + value * value,
    )


def _outside(clock: Clock, edge: float, time: float, share: float) -> tuple[Clock, Hold | None]:
    """Out of the pose: it ends when half the way back is gone, which tells when it began to leave, or after the
    grace."""
    if share < edge / 2:
        return Clock(last_seen=time, before=share), _ended(clock, _ease(time - clock.last_in, edge))
    if time - clock.last_in > max(GRACE, LONGEST_EASE):
        return Clock(last_seen=time, before=share), _ended(clock, 0.0)
    return replace(clock, last_seen=time, left=clock.left or time, before=share), None


def _unseen(clock: Clock, time: float) -> tuple[Clock, Hold | None]:
    if clock.start is not None and time - clock.last_in > LOST:
        return Clock(), _ended(clock, 0.0)
    return (clock if clock.start is not None else replace(clock, half=None, before=None)), None


def finish(clock: Clock) -> Hold | None:
    """The hold that was still running when there was nothing more to see."""
    return _ended(clock, 0.0) if clock.start is not None else None


def _ended(clock: Clock, early: float) -> Hold | None:
    """The hold, without the time in which the body was already on its way out; None if it only passed through."""
    assert clock.start is not None  # noqa: S101 - asked only of a clock that runs
    seconds, end = clock.seconds - early, clock.last_in - early
    if seconds < LEAST:
        return None
    mean = clock.total / clock.frames
    spread = max(clock.squares / clock.frames - mean * mean, 0.0) ** 0.5
    return Hold(clock.start, max(end, clock.start), seconds, spread)


def _ease(seconds: float, edge: float) -> float:
    """People come to rest gently: how long from the edge of a pose to rest, if it took so many seconds from half way
    to that edge to the edge. As a cosine eases, which is nearly how the least jerk does."""
    half, there = _when(edge / 2), _when(edge)
    return min(seconds * (1.0 - there) / (there - half), LONGEST_EASE) if 0.0 <= half < there else 0.0


def _when(share: float) -> float:
    return acos(min(max(1.0 - 2.0 * share, -1.0), 1.0)) / pi
