"""The way between a pose and the next as the camera sees it, measure by measure, in differences that are allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi

from unbend.motion.measures import Reading

# A way on which some measure changes by so many allowed differences is a long one; over half of it to go is on the way.
LONG, HALF_WAY = 1.5, 0.5
SHARES = 16  # of the time of a way at which it is known
STOPS = 25  # that many of them: half as far again as the way itself is long
SHORTEST_WAY = 0.5  # seconds
TINY = 0.01  # a way shorter than a tenth of an allowed difference is none

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Way:
    """From a pose to another, measure by measure, in allowed differences (None where one of them does not show it), and
    how many seconds it takes. `path` is what each measure has changed by after even shares (`SHARES`) of that time and
    on beyond it, counted from the pose: an arm that points at the camera hardly moves in the picture. `whole` is the
    same of the whole body in the picture, as shares of how far it goes; none where that is not known."""

    parts: tuple[float | None, ...]
    seconds: float
    path: tuple[tuple[float | None, ...], ...] = ()
    whole: tuple[float, ...] = ()


def eased(share: float) -> float:
    """How much of a way is done at a share of its time: people start and come to rest gently, as a cosine does and
    nearly as the least jerk. Beyond the way time goes on evenly."""
    return (1.0 - cos(pi * max(share, 0.0))) / 2 if share < 1.0 else share


def path_of(way: Way, pose: Values, moments: Sequence[tuple[float, Values]]) -> tuple[tuple[float | None, ...], ...]:
    """The path of a way from what is read in the pose and at some shares of the time of that way, counted from the
    pose; after the last of them nothing moves."""
    columns: list[list[float | None]] = []
    for i, (there, part) in enumerate(zip(pose, way.parts, strict=True)):
        if there is None or part is None:
            columns.append([None] * STOPS)
            continue
        seen = [(share, values[i]) for share, values in moments if share > 0.0 and share != 1.0]
        known = [(eased(share), value - there) for share, value in seen if value is not None]
        columns.append(_at_stops(sorted([(0.0, 0.0), (1.0, part), *known])))
    return tuple(zip(*columns, strict=True))


def gone_at(way: Way, share: float) -> float:
    """How far the whole body is from the pose at a share of the time of the way."""
    place = min(max(share * SHARES, 0.0), STOPS - 1.0)
    before = min(int(place), STOPS - 2)
    return way.whole[before] + (way.whole[before + 1] - way.whole[before]) * (place - before)


def straight(way: Way) -> tuple[tuple[float | None, ...], ...]:
    """The path of a way of which nothing is known but its ends."""
    return path_of(way, [0.0] * len(way.parts), ())


def _at_stops(known: Sequence[tuple[float, float]]) -> list[float | None]:
    return [_between(known, eased(i / SHARES)) for i in range(STOPS)]


def _between(known: Sequence[tuple[float, float]], at: float) -> float:
    i = next((i for i in range(1, len(known)) if known[i][0] >= at), len(known) - 1)
    (x, y), (u, v) = known[i - 1], known[i]
    return y + (v - y) * (min(at, u) - x) / (u - x) if u > x else v


def is_long(way: Way) -> bool:
    """Whether a way is long enough to tell where on it a body is."""
    return max((abs(part) for part in way.parts if part is not None), default=0.0) >= LONG


def is_on_the_way(values: Sequence[Reading], target: Values, long: Sequence[Way]) -> bool:
    """Whether the body is still nearer to where it comes from than to the target, by one of these long ways."""
    for way in long:
        off = to_go(values, target, way)
        if off is not None and off > HALF_WAY:
            return True
    return False


def to_go(values: Sequence[Reading], pose: Values, way: Way) -> float | None:
    """How much of the last way is still to go: 0 in the pose, 1 where the way begins. What trembles across the way says
    nothing, and what is guessed weighs little."""
    along = size = 0.0
    for (value, confidence), there, part in zip(values, pose, way.parts, strict=True):
        if value is not None and there is not None and part is not None:
            weight = confidence * confidence * part
            along += weight * (value - there)
            size += weight * part
    return along / size if size > TINY else None
