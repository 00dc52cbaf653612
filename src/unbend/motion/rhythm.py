"""Counting in a whole recording of which nothing is known but one number that goes to and fro: no unit, no range.

What a single pass cannot know is taken from the recording itself: its rhythm, by autocorrelation, says over how long
it may be smoothed, and its range how far a way must be. Then the same counter counts.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi
from statistics import median

from unbend.motion.counter import BEGIN, Counting, Repetition, count

COARSE = 12.0  # values a second are enough to find a rhythm
LONGEST = 0.6  # of the recording is the longest period that is looked for, and never more than so many seconds:
SLOWEST = 20.0
# Over these shares of the period, and never over more than so many seconds, the signal is smoothed: by the median, as
# what is shorter than half of that is a jump and no movement, and by a mean that takes the tremble.
JUMPS, JUMP = 0.2, 0.5
TREMBLES, TREMBLE = 0.1, 0.33
OUTER = 0.05  # share of values at either end of the range that may be jumps
FEWEST = 8  # values
QUICKEST = 0.25  # seconds


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long one repetition takes, in seconds, and how clearly they follow one another, from 0 to 1."""

    seconds: float
    clear: float


def rhythm(times: Sequence[float], values: Sequence[float]) -> Rhythm:
    """The first strong rhythm of values at even times; a clearness of 0 where there is none."""
    step = _step(times)
    every = max(1, round(1.0 / (step * COARSE)))
    coarse = [sum(values[i : i + every]) / every for i in range(0, len(values) - every + 1, every)]
    like = _likeness(coarse, min(LONGEST * len(coarse), SLOWEST / (step * every)))
    first = next((i for i, value in enumerate(like) if value < 0.0), None)
    if first is None:
        return Rhythm(len(values) * step / 4, 0.0)
    best = max(range(first, len(like)), key=like.__getitem__)
    return Rhythm(best * every * step, max(like[best], 0.0))


def alone(
    times: Sequence[float], values: Sequence[float | None], *, rises: bool | None = None
) -> tuple[Repetition, ...]:
    """The repetitions in a recording, times in seconds; None are gaps. `rises`: out is where the values grow. None for
    a recording that may begin anywhere: cut at the height of a repetition it has one more seen from there, so
    whichever way out shows more of them is the way out."""
    seen = [(time, value) for time, value in zip(times, values, strict=True) if value is not None]
    if len(seen) < FEWEST:
        return ()
    when = [time for time, _ in seen]
    quiet = calm(when, [value for _, value in seen])
    ways = (True, False) if rises is None else (rises,)
    return max((towards(when, quiet, rises=way) for way in ways), key=len)


def towards(times: Sequence[float], values: Sequence[float], *, rises: bool) -> tuple[Repetition, ...]:
    """The repetitions of calm values in one direction; their own range says how far a way must be."""
    ordered = sorted(values)
    outer = round(OUTER * (len(ordered) - 1))
    counting = Counting(rises=rises, span=ordered[-1 - outer] - ordered[outer], seconds=QUICKEST)
    state, found = BEGIN, list[Repetition]()
    for time, value in zip(times, values, strict=True):
        before, state = state.count, count(state, counting, time, value)
        if state.count > before and state.last is not None:
            found.append(state.last)
    return tuple(found)


def calm(times: Sequence[float], values: Sequence[float]) -> list[float]:
    """The values without jumps and trembles, as long as these are short for the rhythm of the recording."""
    period, step = rhythm(times, values).seconds, _step(times)
    reach = [int(seconds / step / 2) for seconds in (min(JUMPS * period, JUMP), min(TREMBLES * period, TREMBLE))]
    return _mean(_medians(values, reach[0]), reach[1])


def _step(times: Sequence[float]) -> float:
    """The usual time between two values, in seconds."""
    return median(there - here for here, there in pairwise(times))


def _likeness(values: Sequence[float], most: float) -> list[float]:
    """How like itself the signal is some values later, for each lag up to `most`: the autocorrelation."""
    mean = sum(values) / len(values) if values else 0.0
    centred = [value - mean for value in values]
    whole = sum(value * value for value in centred)
    if whole <= 0.0:
        return []
    return [sum(map(float.__mul__, centred, centred[lag:])) / whole for lag in range(min(int(most) + 1, len(values)))]


def _medians(values: Sequence[float], reach: int) -> list[float]:
    """The median of each value and `reach` on either side; at the ends of what there is."""
    if reach < 1:
        return list(values)
    padded = [values[0]] * reach + list(values) + [values[-1]] * reach
    window = sorted(padded[: 2 * reach + 1])
    found = [window[reach]]
    for i in range(2 * reach + 1, len(padded)):
        del window[bisect_left(window, padded[i - 2 * reach - 1])]
        insort(window, padded[i])
        found.append(window[reach])
    return found


def _mean(values: Sequence[float], reach: int) -> list[float]:
    """The mean of each value and `reach` on either side, those further off counting less."""
    if reach < 1:
        return list(values)
    weights = [1.0 + cos(pi * i / (reach + 1)) for i in range(-reach, reach + 1)]
    whole = sum(weights)
    padded = [values[0]] * reach + list(values) + [values[-1]] * reach
    return [sum(map(float.__mul__, weights, padded[i : i + 2 * reach + 1])) / whole for i in range(len(values))]
