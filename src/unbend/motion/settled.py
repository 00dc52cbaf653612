"""When a body came to rest in a pose and when it left it: seen afterwards, from all that was read and not the counted
value alone, since an arm may arrive after a knee."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, log, pi
from statistics import fmean, median

from unbend.motion.measures import Reading

KEPT = 4.0  # seconds that are remembered before a pose, and at its end
STEP = 0.03  # seconds between two moments that are both worth keeping
BIN = 0.1  # seconds
# Where rest is looked for: so many seconds before the pose begins to be good enough; and how quick somebody may be, in
# the movement's own time for that way.
EARLIER, PACES = 0.3, (0.5, 0.65, 0.8, 1.0, 1.2, 1.4, 1.6, 1.9)
FINER, FINER_PACES = 0.025, (0.82, 0.88, 0.94, 1.0, 1.06, 1.12)  # the same once more round what fits best
# A way on which some measure changes by so many allowed differences is a long one; over half of it to go is on the way.
LONG, HALF_WAY = 1.5, 0.5
OUTSIDE = 0.25  # of the way: moments that never were so far off show no coming
FEWEST = 5  # bins
SHARES = 16  # of the time of a way at which its shape is known
# People start and come to rest gently, as a cosine does and nearly as the least jerk.
GENTLY = tuple((1.0 - cos(pi * i / SHARES)) / 2 for i in range(SHARES + 1))
TINY = 0.01  # a way shorter than a tenth of an allowed difference is none
# The part of what is remembered of a pose that tells what the pose is: neither its beginning nor its end.
FROM, UNTIL = 0.35, 0.95
# How much likelier than another pace the movement's own is, so that trembling does not look like a slow way.
OWN_PACE = 0.05


@dataclass(frozen=True, slots=True)
class Way:
    """From a pose to another, measure by measure, in allowed differences (None where one of them does not show it), and
    how many seconds it takes. `shape` is how much of it the camera sees done at even shares of that time, from 0 to 1:
    an arm that points at the camera hardly moves in the picture."""

    parts: tuple[float | None, ...]
    seconds: float
    shape: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """What was read at a time, in allowed differences, so that measures can be compared."""

    time: float
    values: tuple[Reading, ...]


def remembered(moments: tuple[Moment, ...], moment: Moment) -> tuple[Moment, ...]:
    """The moments of the last while with one more, not more of them than are worth keeping."""
    if moments and moment.time - moments[-1].time < STEP:
        return moments
    first = 0
    while first < len(moments) and moment.time - moments[first].time > KEPT:
        first += 1
    return (*moments[first:], moment)


def came_to_rest(moments: Sequence[Moment], start: float, seconds: float, ways: Sequence[Way]) -> float | None:
    """When the body came to rest, if `moments` lead into a pose that they are in from `start` on for so many seconds.
    `ways` lead from the pose back to where it may have come from; it rests when it has come by all of them that it came
    by. None when the moments do not show it."""
    pose = _pose(moments, start + FROM * seconds, start + UNTIL * seconds)
    rests = [start - EARLIER + i * BIN for i in range(round((EARLIER + UNTIL * seconds) / BIN))]
    found = [rest for way in ways if (rest := _fit(moments, pose, way, rests)) is not None]
    return max(found, default=None)


def left(moments: Sequence[Moment], end: float, seconds: float, ways: Sequence[Way]) -> float | None:
    """When the body left a pose, if it was in it for so many seconds until `end` and the last moments lead out."""
    mirrored = [Moment(-one.time, one.values) for one in reversed(moments)]
    rest = came_to_rest(mirrored, -end, seconds, ways)
    return -rest if rest is not None else None


def _fit(moments: Sequence[Moment], pose: Sequence[float | None], way: Way, rests: Sequence[float]) -> float | None:
    """When somebody who came by this way came to rest; None if they did not come by it."""
    to_go = [(one.time, _to_go(one.values, pose, way)) for one in moments if pose]
    far = _binned([(time, min(off, 1.0)) for time, off in to_go if off is not None])
    if len(far) < FEWEST or not rests or fmean(sorted(off for _, off in far)[-FEWEST:]) < OUTSIDE:
        return None
    _, rest, pace = min((_misfit(far, rest, way, pace), rest, pace) for rest in rests for pace in PACES)
    return min(
        (_misfit(far, rest + i * FINER, way, pace * finer), rest + i * FINER)
        for i in range(-8, 9)
        for finer in FINER_PACES
    )[1]


def _binned(far: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Means over short times: less trembling, and less to reckon."""
    bins: dict[int, list[tuple[float, float]]] = {}
    for time, off in far:
        bins.setdefault(floor(time / BIN), []).append((time, off))
    return [(fmean(time for time, _ in one), fmean(off for _, off in one)) for one in bins.values()]


def _misfit(far: Sequence[tuple[float, float]], rest: float, way: Way, pace: float) -> float:
    """How badly it fits that somebody went into the pose at that pace and was at rest from then on."""
    shape, seconds = way.shape or GENTLY, way.seconds * pace
    total, last = OWN_PACE * log(pace) ** 2, len(shape) - 1
    for time, off in far:
        place = (rest - time) / seconds * last
        if place <= 0.0:
            wanted = 0.0
        elif place >= last:
            wanted = 1.0
        else:
            before = int(place)
            wanted = shape[before] + (shape[before + 1] - shape[before]) * (place - before)
        total += (off - wanted) ** 2
    return total


def is_on_the_way(values: Sequence[Reading], target: Sequence[float | None], ways: Sequence[Way]) -> bool:
    """Whether the body is still nearer to where it comes from than to the target, by a way long enough to tell."""
    long = (way for way in ways if max((abs(part) for part in way.parts if part is not None), default=0.0) >= LONG)
    return any((off := _to_go(values, target, way)) is not None and off > HALF_WAY for way in long)


def _pose(moments: Sequence[Moment], start: float, end: float) -> list[float | None]:
    """What was read in the pose, measure by measure."""
    rows = [one.values for one in moments if start <= one.time <= end]
    columns = [[value for value, _ in column if value is not None] for column in zip(*rows, strict=True)]
    return [median(column) if column else None for column in columns]


def shape_of(
    way: Way, pose: Sequence[float | None], moments: Sequence[tuple[float, Sequence[float | None]]]
) -> tuple[float, ...]:
    """The shape of a way from what is read in the pose and at some shares of the time of that way."""
    known = [(0.0, 0.0), (1.0, 1.0)]
    for share, values in moments:
        off = _to_go([(value, 1.0) for value in values], pose, way)
        if off is not None and 0.0 < share < 1.0:
            known.append(((1.0 - cos(pi * share)) / 2, min(max(off, 0.0), 1.0)))
    known.sort()
    return tuple(_between(known, gently) for gently in GENTLY)


def _between(known: Sequence[tuple[float, float]], at: float) -> float:
    i = next((i for i in range(1, len(known)) if known[i][0] >= at), len(known) - 1)
    (x, y), (u, v) = known[i - 1], known[i]
    return y + (v - y) * (min(at, u) - x) / (u - x) if u > x else v


def _to_go(values: Sequence[Reading], pose: Sequence[float | None], way: Way) -> float | None:
    """How much of the last way is still to go: 0 in the pose, 1 where the way begins. What trembles across the way says
    nothing, and what is guessed weighs little."""
    along = size = 0.0
    for (value, confidence), there, part in zip(values, pose, way.parts, strict=True):
        if value is not None and there is not None and part is not None:
            weight = confidence * confidence * part
            along += weight * (value - there)
            size += weight * part
    return along / size if size > TINY else None
