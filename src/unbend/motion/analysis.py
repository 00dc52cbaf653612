"""A whole recording: each measure is smoothed to and fro in time, then the coach sees it as it does live."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from unbend.motion.coach import BREAK, CoachState, advance, begin, ended
from unbend.motion.filters import CUTOFF, LONGEST_GAP, butterworth, hampel, resampled
from unbend.motion.measures import Reading, measured
from unbend.motion.pose import PoseFrame
from unbend.motion.reference import Reference
from unbend.motion.view import Sight, sight

FEWEST = 5  # frames; fewer cannot be smoothed
# What is mostly guessed trembles more than any exercise moves: less sure than this it is smoothed to so many Hz.
WELL_SEEN, CUTOFF_HIDDEN = 0.6, 2.0
FASTEST = 1 / 250  # seconds; no camera takes pictures quicker
READING = 0.3  # of the whole work is done when all frames are read and smoothed
UNEVEN = 0.2  # of the usual step: times that differ more are made even first


Told = Callable[[float], None]


@dataclass(frozen=True)
class Analysis:
    """What the coach knows at the end, and for how many seconds each code of its gate stood."""

    state: CoachState
    gates: Mapping[str, float]


def analyse(
    frames: Sequence[PoseFrame], reference: Reference, *, side: str | None = None, told: Told = lambda _: None
) -> Analysis:
    """What somebody did in these frames, in order of time: outliers go (Hampel), trembling goes (Butterworth, zero
    phase), then every frame is looked at as it is live. `told` hears again and again how much is done, from 0 to 1."""
    times, sights, readings = _read(frames, reference, told)
    state, gates, last = begin(reference, side=side), dict[str, float](), None
    for number, (time, seen, row) in enumerate(zip(times, sights, _smoothed(times, readings), strict=True)):
        told(READING + (1.0 - READING) * number / len(times))
        state = advance(state, seen, row, time)
        since = time - last if last is not None else 0.0
        # In a time without pictures nothing was seen.
        gates[state.seen] = gates.get(state.seen, 0.0) + (since if since <= BREAK else 0.0)
        last = time
    return Analysis(ended(state), gates)


def _read(
    frames: Sequence[PoseFrame], reference: Reference, told: Told
) -> tuple[list[float], list[Sight], list[tuple[Reading, ...]]]:
    times: list[float] = []
    sights: list[Sight] = []
    readings: list[tuple[Reading, ...]] = []
    for number, frame in enumerate(frames):
        told(READING * number / len(frames))
        if times and frame.time <= times[-1]:
            continue
        times.append(frame.time)
        sights.append(sight(frame, reference))
        readings.append(measured(frame, reference.measures, source=reference.sources))
    return times, sights, readings


def _smoothed(times: Sequence[float], readings: Sequence[Sequence[Reading]]) -> list[tuple[Reading, ...]]:
    """The readings with each measure smoothed over the whole time; how sure they are stays."""
    columns = [
        smoothed(times, [value for value, _ in column], cutoff=_cutoff([confidence for _, confidence in column]))
        for column in zip(*readings, strict=True)
    ]
    return [
        tuple((value, confidence) for value, (_, confidence) in zip(values, row, strict=True))
        for values, row in zip(zip(*columns, strict=True), readings, strict=True)
    ]


def _cutoff(confidences: Sequence[float]) -> float:
    return CUTOFF if median(confidences) >= WELL_SEEN else CUTOFF_HIDDEN


def smoothed(times: Sequence[float], values: Sequence[float | None], *, cutoff: float = CUTOFF) -> list[float | None]:
    """One measure smoothed over the whole time, at the times at which it was read; gaps stay gaps."""
    steps = [there - here for here, there in pairwise(times)]
    if len(times) < FEWEST:
        return list(values)
    step = max(median(steps), FASTEST)
    clean = hampel(values)
    if all(abs(one - step) <= UNEVEN * step for one in steps):
        return butterworth(clean, 1.0 / step, cutoff)
    # Where nothing was filmed for a long time no even times are filled in: it may be years.
    breaks = [i for i, one in enumerate(steps, 1) if one > LONGEST_GAP]
    return [
        value
        for start, end in pairwise([0, *breaks, len(times)])
        for value in _evened(times[start:end], clean[start:end], 1.0 / step, cutoff)
    ]


def _evened(times: Sequence[float], values: Sequence[float | None], rate: float, cutoff: float) -> list[float | None]:
    """A stretch without a break, smoothed at even times and read again at its own."""
    even, at_even = resampled(times, values, rate)
    calm = butterworth(at_even, rate, cutoff)
    return [_back(even, calm, time) if value is not None else None for time, value in zip(times, values, strict=True)]


def _back(times: Sequence[float], values: Sequence[float | None], time: float) -> float | None:
    """The value at a time between two even ones."""
    at = min(bisect_right(times, time), len(times) - 1)
    before, after = values[max(at - 1, 0)], values[at]
    if before is None or after is None:
        return after if before is None else before
    span = times[at] - times[max(at - 1, 0)]
    share = min((time - times[max(at - 1, 0)]) / span, 1.0) if span > 0.0 else 1.0
    return before + (after - before) * share
