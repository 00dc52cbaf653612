"""How the path of a movement into a pose lies best on what was read: when the body came to rest, and how likely.

The movement says how every measure changes on its way. Looked for are the moment of rest and the pace at which that
path lies best on what was read, each measure weighed by how much it trembles. Then the path is bent to the body that
was seen, and laid on once more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, prod
from operator import getitem, mul

from unbend.motion.way import SHARES, STOPS, Values, Way, eased, straight

BIN = 0.1  # seconds
# How quick somebody may be, in the movement's own time for that way; and how far from it, as the standard deviation of
# the logarithm, people are.
PACES = (0.6, 0.69, 0.79, 0.91, 1.05, 1.21, 1.39, 1.6, 1.84)
PACE = 0.3
# Of what moves most: a measure that moves less may not go at all in a body that is built otherwise.
TELLS = 0.16
MOVES = 0.05  # allowed differences: what changes less says nothing of when
# How far off a path may be: at all, as a share of how far off the pose, and in shares of the time of the way. Bins that
# follow each other are off together, so that so many of them are worth one.
NOISE, SHAPED, TIMED, TOGETHER = 0.05, 0.2, 0.033, 4.0
# How far what came before the way may be off; how far people's way is longer or more bent than the movement's own;
# all as shares of the way, which counts as so long at least.
EARLY, LENGTH, BEND, SHORT = 0.2, 0.25, 0.08, 0.15
BENDINGS = 1  # times that a path is bent to what is seen where it lay best; twice is no better
FINE = 2 * (STOPS - 1)  # the stops of a path and the middles between them

Path = Sequence[tuple[float, ...]]
# A misfit (twice the logarithm of how unlikely it is, against a body that never moved), the bin at whose beginning the
# body came to rest, and the pace.
Fit = tuple[float, int, float]


@dataclass(frozen=True, slots=True)
class Still:
    """One measure of a pose that is held: what it reads, None if it is not seen, and how far it trembles."""

    value: float | None
    spread: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read round the beginning of a pose: `rows` are means over bins from the one numbered `first` on, as
    differences from the pose. Rest is looked for at the ends of bins from `earliest` to `latest`."""

    pose: tuple[Still, ...]
    first: int
    rows: tuple[tuple[float | None, ...], ...]
    earliest: int
    latest: int


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """How badly it fits that somebody came by a way (twice a logarithm, against a body that never moved), when they
    came to rest, in seconds, and how many times as long as the movement they took."""

    misfit: float
    rest: float
    pace: float


@dataclass(frozen=True, slots=True)
class Row:
    """A bin of the measures that move: how far they are from the pose, how sure that is (one over its variance), and
    the product of the two; and how badly a body that never moved fits. What is not seen is not sure at all."""

    off: tuple[float, ...]
    sure: tuple[float, ...]
    weighed: tuple[float, ...]
    still: float


def fits(seen: Seen, way: Way) -> list[Fit]:
    """How badly it fits that somebody came by this way, for every moment of rest and every pace; none if nothing moves
    on it."""
    stops = way.path or straight(way)
    columns = list(zip(*stops, strict=True))
    goes = [_size(column) if one.value is not None else 0.0 for one, column in zip(seen.pose, columns, strict=True)]
    moving = [i for i, size in enumerate(goes) if size >= max(MOVES, TELLS * max(goes))]
    if not moving:
        return []
    path: Path = [tuple(columns[i][stop] or 0.0 for i in moving) for stop in range(STOPS)]
    sizes = [max(_size(columns[i]), SHORT) for i in moving]
    rows = _rows(seen, moving, way.seconds)
    laid = _laid(seen, rows, path, sizes, way.seconds)
    for _ in range(BENDINGS):
        _, rest, pace = min(laid)
        shares = [(rest - seen.first - i - 0.5) * BIN / (way.seconds * pace) for i in range(len(rows))]
        laid = _laid(seen, rows, _bent(path, sizes, rows, shares), sizes, way.seconds)
    return laid


def arrival_of(laid: Sequence[Fit]) -> Arrival:
    """The mean of all moments and paces by how likely they are, with the misfit of the likeliest."""
    best = min(laid)[0]
    likely = [(exp((best - misfit) / 2), rest, pace) for misfit, rest, pace in laid]
    whole = sum(share for share, _, _ in likely)
    rest_at, at_pace = (sum(one[0] * one[i] for one in likely) / whole for i in (1, 2))
    return Arrival(best, BIN * rest_at, at_pace)


def _size(column: Values) -> float:
    """How far a measure moves on the way itself."""
    return max((abs(value) for value in column[: SHARES + 1] if value is not None), default=0.0)


def _rows(seen: Seen, moving: Sequence[int], seconds: float) -> list[Row]:
    """A path that is a little early or late, or a little long, is further off where much moves."""
    found = []
    for at, row in enumerate(seen.rows):
        before, after = seen.rows[max(at - 1, 0)], seen.rows[min(at + 1, len(seen.rows) - 1)]
        off, sure = [], []
        for i in moving:
            value, here, there = row[i], before[i], after[i]
            quick = (there - here) / (2 * BIN) * seconds if here is not None and there is not None else 0.0
            spread = seen.pose[i].spread
            variance = spread**2 + NOISE**2 + (SHAPED * (value or 0.0)) ** 2 + (TIMED * quick) ** 2
            off.append(value or 0.0)
            sure.append(1.0 / (TOGETHER * variance) if value is not None else 0.0)
        weighed = tuple(map(mul, off, sure))
        found.append(Row(tuple(off), tuple(sure), weighed, sum(map(mul, weighed, off))))
    return found


def _laid(seen: Seen, rows: Sequence[Row], path: Path, sizes: Sequence[float], seconds: float) -> list[Fit]:
    """How badly the path fits, for every end of a bin at which the body may have come to rest, and every pace."""
    slowest, quickest = (BIN / (seconds * pace) * SHARES for pace in (PACES[-1], PACES[0]))
    reach = [
        (
            max((seen.earliest - seen.first - i - 0.5) * slowest - 0.5, 0.0),
            (seen.latest - seen.first - i - 0.5) * quickest + 0.5,
        )
        for i in range(len(rows))
    ]
    table = _table(rows, path, sizes, reach)
    found = []
    for pace in PACES:
        each = BIN / (seconds * pace) * SHARES * 2
        most = seen.latest - seen.first
        places = [
            min(max(int((most - i - 0.5) * each + 0.5), 0), FINE)
            for i in range(len(rows) + seen.latest - seen.earliest)
        ]
        unusual = (log(pace) / PACE) ** 2
        for rest in range(seen.earliest, seen.latest):
            skipped = seen.latest - rest
            found.append((unusual + sum(map(getitem, table, places[skipped : skipped + len(rows)])), rest, pace))
    return found


def _table(
    rows: Sequence[Row], path: Path, sizes: Sequence[float], reach: Sequence[tuple[float, float]]
) -> list[list[float]]:
    """How badly each row fits each place of the path, from rest (0) back; of those places only that it can be at, for
    which `reach` has the first and the last stop."""
    doubled = [tuple(-2.0 * value for value in stop) for stop in path[: SHARES + 1]]
    squared = [tuple(value * value for value in stop) for stop in path[: SHARES + 1]]
    before = [(stop, _early(stop, sizes)) for stop in path[SHARES + 1 :]]
    found = []
    for row, (nearest, furthest) in zip(rows, reach, strict=True):
        stops = [0.0] * STOPS
        first, last = min(int(nearest), STOPS - 1), min(max(int(furthest) + 2, 1), STOPS)
        for stop in range(first, last) if any(row.sure) else ():
            if stop <= SHARES:
                stops[stop] = sum(map(mul, row.sure, squared[stop])) + sum(map(mul, row.weighed, doubled[stop]))
            else:
                stops[stop] = _misfit_before(row, *before[stop - SHARES - 1])
        fine = [0.0] * (FINE + 1)
        fine[::2], fine[1::2] = stops, [(one + other) / 2 for one, other in pairwise(stops)]
        found.append(fine)
    return found


def _early(stop: Sequence[float], sizes: Sequence[float]) -> tuple[float, ...]:
    """How unsure it is (a variance) where the body was before the way: it may have come from elsewhere."""
    return tuple((EARLY * max(size, abs(value))) ** 2 for value, size in zip(stop, sizes, strict=True))


def _misfit_before(row: Row, stop: Sequence[float], unsure: Sequence[float]) -> float:
    less = [1.0 + more * sure for more, sure in zip(unsure, row.sure, strict=True)]
    apart = [
        sure * (off - value) * (off - value) / one
        for sure, off, value, one in zip(row.sure, row.off, stop, less, strict=True)
    ]
    return sum(apart) + log(prod(less)) - row.still


def _bent(path: Path, sizes: Sequence[float], rows: Sequence[Row], shares: Sequence[float]) -> Path:
    """The path as long and as bent in each measure as suits the rows best, which are at these shares of the way."""
    places = [min(max(round(share * SHARES), 0), STOPS - 1) for share in shares]
    columns = []
    for i, size in enumerate(sizes):
        ways = [(LENGTH * stop[i], BEND * size * bend) for stop, bend in zip(path, BENT, strict=True)]
        a = b = 1.0
        both = along = across = 0.0
        for row, place in zip(rows, places, strict=True):
            (longer, bent), more = ways[place], (EARLY * max(size, abs(path[place][i]))) ** 2 if place > SHARES else 0.0
            sure = row.sure[i] / (1.0 + more * row.sure[i])
            off = sure * (row.off[i] - path[place][i])
            a, b, both = a + sure * longer * longer, b + sure * bent * bent, both + sure * longer * bent
            along, across = along + off * longer, across + off * bent
        size = a * b - both * both
        by, with_bend = (b * along - both * across) / size, (a * across - both * along) / size
        columns.append(
            [stop[i] + by * longer + with_bend * bent for stop, (longer, bent) in zip(path, ways, strict=True)]
        )
    return list(zip(*columns, strict=True))


# A way that is bent is furthest off in its middle.
BENT = tuple(4.0 * done * (1.0 - done) for done in (eased(min(i / SHARES, 1.0)) for i in range(STOPS)))
