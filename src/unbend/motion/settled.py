"""When a body came to rest in a pose and when it left it: seen afterwards, from all that was read and not the counted
value alone, since an arm may arrive after a knee."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, pi, sqrt
from statistics import median

# What was read at a time, in allowed differences, so that measures can be compared; None where something is not seen.
Moment = tuple[float, tuple[float | None, ...]]

KEPT = 4.0  # seconds that are remembered before a pose, and at its end
STEP = 0.03  # seconds between two moments that are both worth keeping
# Shares of the last way to the pose: nearer than the first is nearly there; how long the way to there from the second
# on took says how long the rest takes.
NEARLY, BEFORE = 0.15, 0.25
LOUD = 2.0  # times the trembling in the pose: nearer cannot be told from it
LONGEST_EASE = 0.8  # seconds


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of all moments in the pose, measure by measure."""

    sums: tuple[float, ...] = ()
    counts: tuple[int, ...] = ()

    def with_one(self, values: Sequence[float | None]) -> "Mean":
        """The mean with one more moment."""
        sums, counts = self.sums or (0.0,) * len(values), self.counts or (0,) * len(values)
        return Mean(
            tuple(s + (v or 0.0) for s, v in zip(sums, values, strict=True)),
            tuple(n + (v is not None) for n, v in zip(counts, values, strict=True)),
        )

    def away(self, values: Sequence[float | None]) -> float | None:
        """How far a moment is from the mean, as the root of the mean square."""
        off = [
            (v - s / n) ** 2 for v, s, n in zip(values, self.sums, self.counts, strict=True) if v is not None and n > 0
        ]
        return sqrt(sum(off) / len(off)) if off else None


NONE_YET = Mean()


def remembered(moments: tuple[Moment, ...], moment: Moment) -> tuple[Moment, ...]:
    """The moments of the last while with one more, not more of them than are worth keeping."""
    if moments and moment[0] - moments[-1][0] < STEP:
        return moments
    first = 0
    while first < len(moments) and moment[0] - moments[first][0] > KEPT:
        first += 1
    return (*moments[first:], moment)


def came_to_rest(moments: Sequence[Moment], mean: Mean, way: float) -> float | None:
    """When the body came to rest, if `moments` lead into a pose and the last of them lie in it. `way` is how long the
    last way into it is, in allowed differences. None when they do not show it."""
    far = [(time, off) for time, values in moments if (off := mean.away(values)) is not None]
    if len(far) < 3 or way <= 0.0:
        return None
    tremble = median(off for _, off in far[-max(len(far) // 4, 3) :])
    nearly = max(NEARLY, LOUD * tremble / way)
    if nearly + BEFORE >= 1.0:
        return None
    limit, outer = nearly * way, (nearly + BEFORE) * way
    out = max((i for i, (_, off) in enumerate(far) if off > outer), default=None)
    there = next((i for i in range((out or 0) + 1, len(far)) if far[i][1] <= limit), None)
    if there is None:
        return None
    arrived = _crossed(far[there - 1], far[there], limit)
    if out is None or out + 1 >= len(far):
        return arrived if far[0][1] > limit else None
    return arrived + _ease(arrived - _crossed(far[out], far[out + 1], outer), nearly)


def left(moments: Sequence[Moment], mean: Mean, way: float) -> float | None:
    """When the body left a pose, if the first of these moments lie in it and the others lead out of it."""
    mirrored = [(-time, values) for time, values in reversed(moments)]
    rest = came_to_rest(mirrored, mean, way)
    return -rest if rest is not None else None


def _crossed(before: tuple[float, float], after: tuple[float, float], limit: float) -> float:
    """When it came nearer than that, between two moments."""
    (time, off), (later, nearer) = before, after
    return time + (later - time) * min(max((off - limit) / (off - nearer), 0.0), 1.0) if off > nearer else later


def _ease(seconds: float, nearly: float) -> float:
    """People come to rest gently, as a cosine does or the least jerk: how long the rest of the way takes."""
    there, before = _when(nearly), _when(nearly + BEFORE)
    return min(seconds * (1.0 - there) / (there - before), LONGEST_EASE)


def _when(to_go: float) -> float:
    return acos(2.0 * to_go - 1.0) / pi
