"""What stands beside the coach's numbers: a peak detector as one writes it first, for a whole signal at once."""

from collections.abc import Sequence

import numpy as np
from bench.coach_model.trace import Numbers

SHARE = 0.35  # of the range a peak must stand out, and of the period that two must lie apart
SMOOTHED = 0.3  # seconds
LONGEST = 2 / 3  # of the signal that a period may be


def peaks(values: Sequence[float | None] | Numbers, rate: float) -> int:
    """How many peaks a signal has, in the direction that is up; it knows neither unit nor range."""
    found = np.array([value for value in values if value is not None and value == value], dtype=float)
    if len(found) < 5 or np.ptp(found) == 0:
        return 0
    calm = smoothed(found, round(SMOOTHED * rate))
    apart = SHARE * period(calm)
    least = SHARE * float(np.percentile(calm, 95) - np.percentile(calm, 5))
    tops = [i for i in range(1, len(calm) - 1) if calm[i - 1] < calm[i] >= calm[i + 1]]
    tops = sorted((i for i in tops if _stands_out(calm, i) >= least), key=lambda i: -calm[i])
    kept: list[int] = []
    for i in tops:
        if all(abs(i - other) >= apart for other in kept):
            kept.append(i)
    return len(kept)


def smoothed(values: Numbers, window: int) -> Numbers:
    """The moving mean over so many values."""
    window = max(1, window) | 1
    wide = np.pad(values, window // 2, mode="edge")
    return np.convolve(wide, np.ones(window) / window, "valid")


def period(values: Numbers) -> float:
    """The first strong period by autocorrelation, in values."""
    centred = values - values.mean()
    size = len(centred)
    spectrum = np.fft.rfft(centred, 2 * size)
    like = np.fft.irfft(np.abs(spectrum) ** 2)[:size]
    negative = np.flatnonzero(like < 0)
    first = int(negative[0]) if len(negative) else size // 4
    last = max(first + 2, int(size * LONGEST))
    return float(first + np.argmax(like[first:last]))


def _stands_out(values: Numbers, top: int) -> float:
    """The prominence of a peak: how far one must go down on either side before it goes higher."""
    low = []
    for side in (values[top::-1], values[top:]):
        higher = np.flatnonzero(side > values[top])
        low.append(float(side[: higher[0]].min() if len(higher) else side.min()))
    return float(values[top]) - max(low)
