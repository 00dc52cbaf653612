"""Settling a posture on its supports: the smallest change of the joints that brings every point to where it rests.

A movement file gives angles by eye; what carries the body must be exact. Each step solves the linearised problem
"least weighted change, subject to the contacts" (damped normal equations of the contacts) until all points rest. Flesh
that has sunk into the floor or a solid thing is pushed out by the same equations.
"""

from collections.abc import Iterator, Sequence
from math import acos, degrees, radians, sin, sqrt
from operator import itemgetter, mul, sub

from unbend.body.angles import ANGLES
from unbend.body.build import Build
from unbend.body.contact import ROOT, SIZE, Ground, Row, allowances, row_of, sunk, turning_axes, ways_of
from unbend.body.linear import solve
from unbend.body.point import Point
from unbend.body.posture import Posture
from unbend.body.skeleton import place
from unbend.body.vector import Rotation, Vector, about, add, compose, subtract

# How readily each part gives way: limbs freely, the spine last, because its shape is what an exercise is about.
GIVES = {
    "lumbar": 0.03, "thoracic": 0.03, "neck": 0.05, "collar": 0.15, "limb": 1.0, "told": 0.25, "at": 8.0, "turn": 0.5,
}  # fmt: skip
CLOSE = 0.0015  # metres
HOMING = 9  # steps that also draw back to the wished posture; then only what rests counts
LARGEST_STEP = 0.35  # radians
END = 1e-6
STILL = 0.05  # radians: a step that turns nothing further is the last
# No more steps when the last ones brought the worst gap no nearer: something is just out of reach.
LESS, PATIENCE = 0.97, 3


def settle(posture: Posture, ground: Ground, build: Build, *, steps: int = 80, homing: bool = True) -> Posture:
    """The posture nearest to `posture` in which everything rests where it must, as far as the joints allow."""
    state = _State(posture, ground, build)
    best, stalled = float("inf"), 0
    for i in range(steps):
        rows = list(state.rows())
        worst = max((abs(gap) for _, gap in rows), default=0.0)
        if worst < CLOSE and state.settled:
            break
        home = homing and i < HOMING and not (i and state.settled)
        stalled = stalled + 1 if worst > best * LESS and not home else 0
        if stalled == PATIENCE:
            break
        best = min(best, worst)
        state.step(rows, homing=home)
    return state.posture()


class _State:
    """A posture on its way, in radians."""

    def __init__(self, posture: Posture, ground: Ground, build: Build) -> None:
        self.ground, self.build = ground, build
        self.wish = posture
        self.wished = [radians(a) for a in posture.angles]
        self.at, self.rotation = posture.at, posture.rotation
        self.angles = [min(max(q, a), b) for q, a, b in zip(self.wished, LOWS, HIGHS, strict=True)]
        self.gives = mobility(ground.told)
        self.settled = True
        self.flesh = tuple(allowances(build, ground))
        self.pressing: dict[tuple[int, int], None] = {}
        self.placed = place(build, self.at, self.rotation, self.angles)

    def posture(self) -> Posture:
        return Posture(self.at, self.rotation, tuple(degrees(a) for a in self.angles))

    def rows(self) -> Iterator[Row]:
        axes = turning_axes(self.build, self.placed, self.angles)
        for rest in self.ground.rests:
            ways = ways_of(rest.point, self.placed, axes)
            others = ways_of(rest.on, self.placed, axes) if isinstance(rest.on, Point) else None
            for direction, gap in rest.gaps(self.placed):
                row = row_of(ways, direction)
                yield (row if others is None else list(map(sub, row, row_of(others, direction)))), -gap
        for key, depth, direction in list(sunk(self.flesh, self.placed, self.ground, pressing=self.pressing)):
            self.pressing[key] = None
            yield row_of(ways_of(self.flesh[key[0]][0].at, self.placed, axes), direction), depth

    def step(self, rows: list[Row], *, homing: bool) -> None:
        """One step towards what `rows` ask; while `homing` also towards the posture that was wished."""
        back = self._back() if homing else [0.0] * SIZE
        gives = self.gives
        change, weights = _least_change(rows, back, gives)
        if ended := self._ended(change):
            gives = [0.0 if k in ended else give for k, give in enumerate(gives)]
            back = [0.0 if k in ended else wish for k, wish in enumerate(back)]
            change, weights = _least_change(rows, back, gives)
        self._let_go(weights[len(rows) - len(self.pressing) :])
        most = max(abs(c) for c in change)
        self._move([c * min(1.0, LARGEST_STEP / most) if most else 0.0 for c in change])
        self.settled = most < STILL

    def _ended(self, change: Sequence[float]) -> set[int]:
        """The freedoms of joints that stand at the end of their range and were to go on beyond it."""
        ends = enumerate(zip(self.angles, change[ROOT:], LOWS, HIGHS, strict=True), start=ROOT)
        return {
            k for k, (now, by, low, high) in ends if (now <= low + END and by < 0) or (now >= high - END and by > 0)
        }

    def _let_go(self, weights: Sequence[float]) -> None:
        """Flesh that the last step pulled towards what it had sunk into is free again."""
        for key, weight in zip(tuple(self.pressing), weights, strict=True):
            if weight < 0:
                del self.pressing[key]

    def _back(self) -> list[float]:
        """The change that would bring the posture back to what was wished."""
        home = subtract(self.wish.at, self.at)
        spin = _spin(self.rotation, self.wish.rotation)
        return [*home, *spin, *(w - a for w, a in zip(self.wished, self.angles, strict=True))]

    def _move(self, change: Sequence[float]) -> None:
        self.at = add(self.at, (change[0], change[1], change[2]))
        size = sqrt(change[3] ** 2 + change[4] ** 2 + change[5] ** 2)
        if size > 1e-12:
            axis = (change[3] / size, change[4] / size, change[5] / size)
            self.rotation = compose(about(axis, size), self.rotation)
        moved = (a + c for a, c in zip(self.angles, change[ROOT:], strict=True))
        self.angles = [min(max(q, a), b) for q, a, b in zip(moved, LOWS, HIGHS, strict=True)]
        self.placed = place(self.build, self.at, self.rotation, self.angles)


def _least_change(
    rows: Sequence[Row], back: Sequence[float], gives: Sequence[float]
) -> tuple[list[float], Sequence[float]]:
    """The change nearest to `back` that does what the rows ask, and how hard each row had to pull."""
    answers = [gap - sum(map(mul, row, back)) for row, gap in rows]
    pulls = [_Pull(row, gives) for row, _ in rows]
    weights = solve([[pull.on(row) for row, _ in rows[: i + 1]] for i, pull in enumerate(pulls)], answers)
    change = list(back)
    for pull, weight in zip(pulls, weights, strict=True):
        for k, by in zip(pull.freedoms, pull.by, strict=True):
            change[k] += by * weight
    return change, weights


class _Pull:
    """What gives way to a row, and by how much: a row moves few of the freedoms, and the rest need not be looked at."""

    def __init__(self, row: Sequence[float], gives: Sequence[float]) -> None:
        moved = [k for k, value in enumerate(row) if value]
        # A getter of one freedom alone would not give a tuple.
        self.freedoms: Sequence[int] = moved if len(moved) > 1 else range(SIZE)
        self.of = itemgetter(*self.freedoms)
        self.by = tuple(map(mul, self.of(row), self.of(gives)))

    def on(self, row: Sequence[float]) -> float:
        """How much the pull of this row does of what another one asks."""
        found: float = sum(map(mul, self.by, self.of(row)))
        return found


LOWS = [radians(a.low) for a in ANGLES]
HIGHS = [radians(a.high) for a in ANGLES]


def mobility(told: frozenset[int]) -> list[float]:
    """How readily each freedom gives way."""
    spine = ("lumbar", "thoracic", "neck")
    found = [GIVES["at"]] * 3 + [GIVES["turn"]] * 3
    for i, angle in enumerate(ANGLES):
        part = next((p for p in spine if angle.name.startswith(p)), "limb")
        give = GIVES["collar"] if angle.name.startswith("shoulder girdle") else GIVES[part]
        found.append(give * (GIVES["told"] if i in told else 1.0))
    return found


def _spin(now: Rotation, wish: Rotation) -> Vector:
    """The rotation vector (radians, axes of the room) that takes `now` to `wish`."""
    n, w = now, wish
    # The rotation between them is wish times now turned back.
    r = compose(w, (n[0], n[3], n[6], n[1], n[4], n[7], n[2], n[5], n[8]))
    angle = acos(max(-1.0, min(1.0, (r[0] + r[4] + r[8] - 1.0) / 2.0)))
    if angle < 1e-6:
        return 0.0, 0.0, 0.0
    by = angle / (2.0 * sin(angle)) if sin(angle) > 1e-9 else 0.0
    return (r[7] - r[5]) * by, (r[2] - r[6]) * by, (r[3] - r[1]) * by
