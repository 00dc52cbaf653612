"""When a body came to rest in a pose and when it left it: seen afterwards, from all that was read and not the counted
value alone, since an arm may arrive after a knee."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from statistics import fmean, median

from unbend.motion.arrival import BIN, Seen, Still, arrival_of, fits
from unbend.motion.arrival_joints import with_joints
from unbend.motion.measures import Reading
from unbend.motion.picture import Places, places_of
from unbend.motion.pose import PoseFrame
from unbend.motion.way import Way

KEPT = 4.0  # seconds that are remembered before a pose, and at its end
STEP = 0.03  # seconds between two moments that are both worth keeping
BEFORE = 2.0  # seconds before the pose begins to be good enough that are looked at, and where rest is looked for:
EARLIER = 0.8
# The path of a way must fit so much better than a body that never moved: twice a logarithm, so that it is e**3 times as
# likely.
SHOWN = -6.0
# The part of what is remembered of a pose that tells what the pose is: neither its beginning nor its end.
FROM, UNTIL = 0.35, 0.95
AFTER = 1.1  # times as long as it still moves there, as the movement has it, one must look away from either end
# How far a reading trembles where little is known, in allowed differences, and how many readings that is worth.
TREMBLES, KNOWN = 0.1, 5.0
PLACES = 2  # hundredths of a second are far finer than it is known
LEAST_SURE = 0.05  # confidence


@dataclass(frozen=True, slots=True)
class Moment:
    """What was read at a time, in allowed differences, so that measures can be compared; and from which frame."""

    time: float
    values: tuple[Reading, ...]
    frame: PoseFrame | None = None


def remembered(moments: tuple[Moment, ...], moment: Moment, seconds: float) -> tuple[Moment, ...]:
    """The moments of the last while with one more, not more of them than are worth keeping."""
    if moments and moment.time - moments[-1].time < STEP:
        return moments
    first = 0
    while first < len(moments) and moment.time - moments[first].time > seconds:
        first += 1
    return (*moments[first:], moment)


def came_to_rest(
    moments: Sequence[Moment], start: float, seconds: float, ways: Sequence[Way], *, moves: float = 0.0
) -> float | None:
    """When the body came to rest, if `moments` lead into a pose that they are in from `start` on for so many seconds,
    of which it still moves for about `moves`. `ways` lead from the pose back to where it may have come from; the one
    that fits best is the one it came by. None when the moments do not show it."""
    near = [one for one in moments if one.time >= start - BEFORE]
    beyond = max(AFTER * moves - FROM * seconds, 0.0)
    pose = _pose(near, start + beyond + FROM * seconds, start + beyond + UNTIL * seconds)
    if not pose:
        return None
    seen = _seen(near, pose, start, beyond + UNTIL * seconds)
    found = [(arrival_of(laid), laid, way) for way in ways if (laid := fits(seen, way))]
    if not found:
        return None
    best, laid, way = min(found, key=lambda one: one[0])
    best = with_joints(seen, _places(near, seen), way, laid, best, start + beyond + UNTIL * seconds)
    return round(best.rest, PLACES) if best.misfit <= SHOWN else None


def left(
    moments: Sequence[Moment], end: float, seconds: float, ways: Sequence[Way], *, moves: float = 0.0
) -> float | None:
    """When the body left a pose, if it was in it for so many seconds until `end` and the last moments lead out; it
    moves already for about `moves` of them."""
    mirrored = [Moment(-one.time, one.values, one.frame) for one in reversed(moments)]
    rest = came_to_rest(mirrored, -end, seconds, ways, moves=moves)
    return -rest if rest is not None else None


def _places(moments: Sequence[Moment], seen: Seen) -> list[Places | None]:
    """Where the joints are in the picture, bin by bin."""
    frames: list[list[PoseFrame | None]] = [[] for _ in seen.rows]
    for one in moments:
        frames[floor(one.time / BIN) - seen.first].append(one.frame)
    return [places_of(one) for one in frames]


def _pose(moments: Sequence[Moment], start: float, end: float) -> tuple[Still, ...]:
    """What was read in the pose, measure by measure."""
    rows = [one.values for one in moments if start <= one.time <= end]
    return tuple(_still(column) for column in zip(*rows, strict=True))


def _still(readings: Sequence[Reading]) -> Still:
    """What is guessed is taken to tremble more than it shows: it is smoothed more, and so comes later."""
    values = [value for value, _ in readings if value is not None]
    if not values:
        return Still(None, TREMBLES)
    middle = median(values)
    squares = sum((value - middle) ** 2 for value in values)
    spread = ((squares + KNOWN * TREMBLES**2) / (len(values) + KNOWN)) ** 0.5
    sure = fmean(confidence for value, confidence in readings if value is not None)
    return Still(middle, spread / max(sure, LEAST_SURE))


def _seen(moments: Sequence[Moment], pose: tuple[Still, ...], start: float, seconds: float) -> Seen:
    bins: dict[int, list[Moment]] = {}
    for one in moments:
        bins.setdefault(floor(one.time / BIN), []).append(one)
    first = min(bins)
    rows = tuple(_mean(bins.get(i, ()), pose) for i in range(first, max(bins) + 1))
    earliest = floor((start - EARLIER) / BIN)
    return Seen(pose, first, rows, earliest, max(floor((start + seconds) / BIN), earliest + 1))


def _mean(moments: Sequence[Moment], pose: Sequence[Still]) -> tuple[float | None, ...]:
    """Means over a short time: less trembling, and less to reckon."""
    found: list[float | None] = []
    for i, still in enumerate(pose):
        values = [value for one in moments if (value := one.values[i][0]) is not None]
        found.append(fmean(values) - still.value if values and still.value is not None else None)
    return tuple(found)
