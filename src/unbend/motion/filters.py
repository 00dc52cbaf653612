"""Smoothing of one measure over time. Live: the One Euro filter. Recordings: Hampel against outliers, then a
Butterworth low pass forwards and backwards, which moves nothing in time. None is a gap and stays one."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import pi, sqrt, tan
from statistics import median

Values = Sequence[float | None]
TURN = 2.0 * pi

# One Euro (Casiez, Roussel, Vogel 2012): the cutoff in Hz at rest, how much it rises with speed, and the cutoff of the
# speed itself. Tuned by the paper's recipe at 15 to 60 frames a second: a tremble of 2 degrees falls to 0.6 to 0.9, and
# repetitions of 100 degrees lag by 25 to 35 ms when they take 2 seconds and 35 to 45 ms when they take 5.
MINIMUM_CUTOFF, BETA, SPEED_CUTOFF = 1.5, 0.02, 1.0
# The same for measures in trunk lengths, whose whole way is about 1 instead of 100.
BETA_TRUNKS = 100.0 * BETA
# A gap longer than this (seconds) starts a filter anew: what was before says nothing any more.
LONGEST_GAP = 0.5
# People's limbs hardly move faster than 6 Hz (Winter); the usual choice for kinematics, and Sports2D's.
CUTOFF = 6.0
# Hampel: half of what lies within the window is taken as right, what is further off than three of its scaled median
# deviations is not. 1.4826 makes the median deviation a standard deviation for normal noise.
WINDOW, DEVIATIONS, SCALE = 7, 3.0, 1.4826


@dataclass(frozen=True, slots=True)
class OneEuro:
    """The state of a One Euro filter: the last time (seconds), value and speed; `value` is the filtered one, None
    before the first."""

    time: float = 0.0
    value: float | None = None
    speed: float = 0.0

    def step(
        self,
        time: float,
        value: float | None,
        *,
        minimum_cutoff: float = MINIMUM_CUTOFF,
        beta: float = BETA,
        speed_cutoff: float = SPEED_CUTOFF,
    ) -> "OneEuro":
        """The state after a value. A gap (None) changes nothing; a time that does not go on is not taken."""
        if value is None or (self.value is not None and time <= self.time):
            return self
        if self.value is None or time - self.time > LONGEST_GAP:
            return OneEuro(time, value, 0.0)
        # A first-order low pass takes r / (r + 1) of a new value, with r the cutoff times 2 pi times the seconds.
        seconds = time - self.time
        share = (r := TURN * speed_cutoff * seconds) / (r + 1.0)
        speed = share * (value - self.value) / seconds + (1.0 - share) * self.speed
        share = (r := TURN * (minimum_cutoff + beta * abs(speed)) * seconds) / (r + 1.0)
        return OneEuro(time, share * value + (1.0 - share) * self.value, speed)


def hampel(values: Values, window: int = WINDOW) -> list[float | None]:
    """The values with outliers replaced by the median of the window round them. Gaps stay gaps."""
    half = window // 2
    return [_judged(values, i, half) for i in range(len(values))]


def _judged(values: Values, at: int, half: int) -> float | None:
    value = values[at]
    if value is None:
        return None
    near = [v for v in values[max(0, at - half) : at + half + 1] if v is not None]
    middle = median(near)
    spread = SCALE * median(abs(v - middle) for v in near)
    return middle if abs(value - middle) > DEVIATIONS * spread and len(near) > 2 else value


def butterworth(values: Values, rate: float, cutoff: float = CUTOFF) -> list[float | None]:
    """The values through a Butterworth low pass forwards and backwards: order 4 in all, no delay, and half the power
    lost at `cutoff` (Hz), as biomechanics has it. `rate` is values a second. Each stretch between gaps is filtered by
    itself. At less than twice the cutoff there is nothing to take away and the values come back as they are.
    """
    if rate <= 2.0 * cutoff * _TWICE:
        return list(values)
    biquad = low_pass(cutoff * _TWICE, rate)
    found: list[float | None] = []
    for stretch in _stretches(values):
        found += [None] * (stretch.start - len(found)) + _both_ways(biquad, stretch.values)
    return found + [None] * (len(values) - len(found))


# Each pass loses half the power at its own cutoff, so two passes of a filter do at a lower one; this sets it right.
_TWICE = 1.0 / (sqrt(2.0) - 1.0) ** 0.25


@dataclass(frozen=True, slots=True)
class Biquad:
    """A second-order filter: y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''."""

    b0: float
    b1: float
    b2: float
    a1: float
    a2: float


def low_pass(cutoff: float, rate: float) -> Biquad:
    """A Butterworth low pass of order 2 by the bilinear transform, its cutoff set right for the warping (Hz)."""
    k = tan(pi * cutoff / rate)
    norm = 1.0 / (1.0 + sqrt(2.0) * k + k * k)
    b = k * k * norm
    return Biquad(b, 2.0 * b, b, 2.0 * (k * k - 1.0) * norm, (1.0 - sqrt(2.0) * k + k * k) * norm)


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    values: list[float]


def _stretches(values: Values) -> list[_Stretch]:
    found: list[_Stretch] = []
    for i, value in enumerate(values):
        if value is None:
            continue
        if found and found[-1].start + len(found[-1].values) == i:
            found[-1].values.append(value)
        else:
            found.append(_Stretch(i, [value]))
    return found


# How many values are mirrored at each end, as many as scipy's filtfilt for this order.
PADDING = 9


def _both_ways(biquad: Biquad, values: list[float]) -> list[float | None]:
    pad = min(PADDING, len(values) - 1)
    if pad < 1:
        return list(values)
    first, last = values[0], values[-1]
    before = [2.0 * first - v for v in values[pad:0:-1]]
    after = [2.0 * last - v for v in values[-2 : -pad - 2 : -1]]
    forwards = _pass(biquad, [*before, *values, *after])
    backwards = _pass(biquad, forwards[::-1])[::-1]
    return list(backwards[pad : pad + len(values)])


def _pass(f: Biquad, values: Sequence[float]) -> list[float]:
    """One way through, begun as if the first value had always been there."""
    one = 1.0 - f.b0
    state, later = values[0] * one, values[0] * (f.b2 - f.a2)
    found = []
    for x in values:
        y = f.b0 * x + state
        state, later = f.b1 * x - f.a1 * y + later, f.b2 * x - f.a2 * y
        found.append(y)
    return found


def resampled(times: Sequence[float], values: Values, rate: float) -> tuple[list[float], list[float | None]]:
    """Values at even times, `rate` a second, from uneven ones; straight lines between. Nothing is made up: a stretch
    between two times is a gap when either end is one or they are further apart than `LONGEST_GAP`."""
    if not times:
        return [], []
    count = int((times[-1] - times[0]) * rate + 1e-9) + 1
    even = [times[0] + i / rate for i in range(count)]
    return even, [_between(times, values, time) for time in even]


def _between(times: Sequence[float], values: Values, time: float) -> float | None:
    at = min(bisect_right(times, time), len(times) - 1)
    before, after = values[max(at - 1, 0)], values[at]
    start, end = times[max(at - 1, 0)], times[at]
    if time >= end:
        return after
    if before is None or after is None or end - start > LONGEST_GAP:
        return before if time == start else None
    return before + (after - before) * (time - start) / (end - start)
