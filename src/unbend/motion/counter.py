"""Counting repetitions in one number that goes to and fro: frame by frame, without knowing what is to come.

A repetition is a way out and a way back, each at least half as long as this person goes. How far that is may be known
beforehand (from `start` to `target`), and what the person does corrects it: who goes only six tenths of the way is
counted, and from then on by their own range. With nothing known beforehand, what was seen so far is the range.
Whatever is smaller than the noise of the signal, or shorter than a repetition can be, is nothing; a gap neither
counts nor breaks, and a baseline may wander.
"""

from dataclasses import dataclass
from statistics import median

# A way counts from this share of the range on; the person's own range counts as at least `SMALLEST` of the known one.
HALF, SMALLEST = 0.5, 0.6
NEAR = 0.2  # a repetition leaves, and is back, where it is this share of its range from where it began
REACH = 0.4  # of the known way must be behind one who turns back, however little their own range is
PAUSE = 0.5  # seconds: come half way back and gone no further for so long is back as well
STEADY = 0.08  # seconds a bound must be passed for, so that a landmark that jumps passes none
BEHIND = 0.25  # values further behind the start than this share of the range say no more than this
FORGETS = 30.0  # seconds in which a baseline, and a range that is only seen, follow what is there now
NOISE = 6.0  # standard deviations of the noise that a way must be long
FRAMES = 50  # that the noise is judged by
JUMP = 1.95  # the middle size of a second difference, in standard deviations of the noise
REMEMBERED = 5  # repetitions that make the person's own range
QUICKEST = 0.4  # seconds
STILL = 0.05  # of a way: nearer than before by less is rest, and no going on
SETTLES = 1.6  # seconds after which one is taken to rest where one is


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted: a value that goes from `start` to `target` and back. Where these are not known they are None,
    `rises` says which way is out, and `span` how far it goes if at least that is known. `seconds` is the shortest
    repetition, `least` the shortest way in the value's unit, `settles` is how long a rest must be until the next
    repetition begins from there."""

    start: float | None = None
    target: float | None = None
    rises: bool = True
    span: float | None = None
    seconds: float = QUICKEST
    least: float = 0.0
    settles: float = SETTLES

    @property
    def sign(self) -> float:
        """1.0 if the value grows on the way out, -1.0 if it shrinks."""
        if self.start is None or self.target is None:
            return 1.0 if self.rises else -1.0
        return 1.0 if self.target >= self.start else -1.0

    @property
    def range(self) -> float | None:
        """How far it goes, in the value's unit; None if that is not known."""
        return self.span if self.start is None or self.target is None else abs(self.target - self.start)

    def progress(self, value: float) -> float | None:
        """How far on the way: 0.0 at the start, 1.0 at the target, more beyond; None if these are not known."""
        if self.start is None or self.target is None or self.target == self.start:
            return None
        return (value - self.start) / (self.target - self.start)


@dataclass(frozen=True, slots=True)
class Repetition:
    """One repetition: when it began, was furthest and ended (seconds), and its lowest and highest value."""

    start: float
    peak: float
    end: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Signal:
    """What the signal is like: its last two values, how much it jitters (standard deviation) and what it ranged
    over."""

    frames: int
    time: float
    before: float
    last: float
    noise: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class CounterState:
    """Where the counting stands. `count`, the `last` repetition and whether one is on its way (`out`) are for others.
    The rest is the counter's own, in values that grow on the way out: the turning points and when they were, since
    when a bound is passed, how far the last repetitions went, and the `floor` that one rests on."""

    count: int = 0
    last: Repetition | None = None
    signal: Signal | None = None
    near: float = 0.0
    left: float = 0.0
    far: float = 0.0
    peak: float = 0.0
    back: float = 0.0
    turned: float = 0.0
    passing: float | None = None
    own: tuple[float, ...] = ()
    usual: float | None = None
    out: bool = False
    floor: float | None = None


BEGIN = CounterState()


def count(state: CounterState, counting: Counting, time: float, value: float | None) -> CounterState:
    """The state after one more frame. `time` is in seconds and grows; without a value nothing changes. When `count`
    has grown, `last` is the repetition that is finished."""
    seen = state.signal
    if value is None or (seen is not None and time <= seen.time):
        return state
    sign, span = counting.sign, counting.range
    x = value * sign
    if counting.start is not None and span is not None:
        x = max(x, counting.start * sign - BEHIND * span)
    if seen is None:
        return CounterState(signal=Signal(1, time, x, x, 0.0, x, x), near=x, left=time)
    steady = _middle(seen.before, seen.last, x)
    signal = _signal(seen, time, x, steady)
    way = _way(state, signal, counting)
    moved = _out(state, signal, steady, way) if state.out else _resting(state, counting, signal, steady, way)
    return _finished(moved, counting) if _is_back(moved, counting, steady, way) else moved


def finish(state: CounterState, counting: Counting) -> CounterState:
    """The state at the end of a recording: a repetition that was already half way back counts."""
    return state if not state.out or state.passing is None else _finished(state, counting)


def _middle(a: float, b: float, c: float) -> float:
    return max(min(a, b), min(max(a, b), c))


def _signal(seen: Signal, time: float, x: float, steady: float) -> Signal:
    frames = min(seen.frames + 1, FRAMES)
    jump = abs(x - 2.0 * seen.last + seen.before) / JUMP
    forgets = min(time - seen.time, PAUSE) / FORGETS
    return Signal(
        frames,
        time,
        seen.last,
        x,
        seen.noise + (jump - seen.noise) / frames,
        min(seen.bottom + (steady - seen.bottom) * forgets, steady),
        max(seen.top + (steady - seen.top) * forgets, steady),
    )


def _way(state: CounterState, signal: Signal, counting: Counting) -> float:
    """How long a way out or back must be to be one."""
    span = counting.range if counting.range is not None else signal.top - signal.bottom
    own = span if state.usual is None else min(max(state.usual, SMALLEST * span), span)
    return max(HALF * own, counting.least, NOISE * signal.noise)


def _resting(state: CounterState, counting: Counting, signal: Signal, x: float, way: float) -> CounterState:
    """Before a repetition: where it is nearest, when it leaves, and whether it is on its way."""
    time, since = signal.time, state.signal.time if state.signal else signal.time
    near = min(state.near + (x - state.near) * min(time - since, PAUSE) / FORGETS, x)
    floor = _floor(state, counting, x, near, time - since)
    kept = (state.own, state.usual)
    if way <= 0.0 or x - near < way:
        left = time if x <= floor + 2.0 * NEAR * way else state.left
        return CounterState(state.count, state.last, signal, near, left, x, time, x, time, None, *kept, floor=floor)
    passing = time if state.passing is None else state.passing
    is_out = time - passing >= STEADY
    since_when = None if is_out else passing
    turn = (near, state.left, x, time, x, time, since_when)
    return CounterState(state.count, state.last, signal, *turn, *kept, out=is_out, floor=floor)


def _floor(state: CounterState, counting: Counting, x: float, near: float, seconds: float) -> float:
    """Where one rests before leaving: it follows sooner than the nearest does, since a rest may be anywhere near."""
    if state.floor is None or counting.start is None:
        return near
    return min(state.floor + (x - state.floor) * min(seconds / counting.settles, 1.0), x)


def _out(state: CounterState, signal: Signal, x: float, way: float) -> CounterState:
    """During a repetition: where it is furthest, and how far it came back from there."""
    time, near, left = signal.time, state.near, state.left
    far, peak, back, turned, passing = state.far, state.peak, state.back, state.turned, state.passing
    if x > far:
        far, peak, back, turned, passing = x, time, x, time, None
    elif x < back - STILL * way:
        back, turned = x, time
    if x <= far - way:
        passing = time if passing is None else passing
    elif passing is not None and time - passing < 2.0 * STEADY:
        passing, back, turned = None, x, time
    turn = (near, left, far, peak, back, turned, passing)
    return CounterState(state.count, state.last, signal, *turn, state.own, state.usual, out=True)


def _is_back(state: CounterState, counting: Counting, x: float, way: float) -> bool:
    """Whether a repetition is over: near where it began, or half way back and waiting there or already leaving."""
    if not state.out or state.passing is None or state.signal is None:
        return False
    time = state.signal.time
    if time - state.passing < STEADY:
        return False
    near = state.near if counting.start is None else max(state.near, counting.start * counting.sign)
    home = x <= near + NEAR * (state.far - near)
    return home or time - state.turned >= PAUSE or x - state.back >= way


def _finished(state: CounterState, counting: Counting) -> CounterState:
    """At rest again, with one repetition more if it was one."""
    sign, end = counting.sign, state.turned
    reached = counting.progress(state.far * sign)
    if end - state.left < counting.seconds or (reached is not None and reached < REACH):
        near = min(state.near, state.back)
        return CounterState(
            state.count, state.last, state.signal, near, end, own=state.own, usual=state.usual, floor=near
        )
    size = state.far - state.near
    low, high = sorted((min(state.near, state.back) * sign, state.far * sign))
    done = Repetition(state.left, state.peak, end, low, high)
    own = state.own if counting.range is not None else tuple(o for o in state.own if o >= HALF * SMALLEST * size)
    dropped = len(state.own) - len(own) if state.count <= REMEMBERED else 0
    own = (*own, size)[-REMEMBERED:]
    return CounterState(
        state.count + 1 - dropped, done, state.signal, state.back, end, own=own, usual=median(own), floor=state.back
    )
