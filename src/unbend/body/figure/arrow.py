"""Arrows: the way that a part of the body goes, and effort without way."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from unbend.body.figure.item import Item
from unbend.body.figure.shape import Kind, Outline, Pair, Shape, spread
from unbend.body.figure.view import View
from unbend.body.frame import Frame
from unbend.body.vector import Vector, add, scale

HEAD = 0.075  # metres, along and across
ASIDE = (0.07, 0.10, 0.14, 0.19, 0.25)  # how far an arrow runs beside the way that it shows
CLEAR = 0.03
PUSH = 0.17
PUSH_NAME = "push"
_STEPS = 20


def trail_arrow(trail: Sequence[Vector], parts: Sequence[Item], view: View) -> tuple[Shape, ...]:
    """An arrow along a way, beside it and clear of the body where that can be; none for no way."""
    way = _even(_rounded([view.project(at)[:2] for at in trail]))
    if len(way) < 2:
        return ()
    places = [sample for part in parts for sample in part.samples]
    middle = sum(p[0] for p in places) / len(places), sum(p[1] for p in places) / len(places)
    normals = [_normal(way, i) for i in range(len(way))]
    out = sum((x - middle[0]) * u + (y - middle[1]) * v for (x, y), (u, v) in zip(way, normals, strict=True))
    tried = []
    for aside in ASIDE:
        for sign in (1, -1) if out >= 0 else (-1, 1):
            moved = [(x + u * aside * sign, y + v * aside * sign) for (x, y), (u, v) in zip(way, normals, strict=True)]
            clear = min(hypot(p[0] - x, p[1] - y) - p[3] for p in places for x, y in moved)
            if clear > CLEAR:
                return (Shape("arrow", (arrow(moved),)),)
            tried.append((clear - aside * 0.5, moved))
    return (Shape("arrow", (arrow(max(tried)[1]),)),)


def push_arrows(frame: Frame, view: View) -> Iterator[Item]:
    """A short arrow for each effort, from the skin outwards or along; always in front."""
    for i, push in enumerate(frame.pushes):
        start, end = (view.project(add(push.at, scale(push.to, far))) for far in (0.02, 0.02 + PUSH))
        samples = (*start, 0.02), (*end, 0.02)
        yield Item(f"{PUSH_NAME} {i}", (Shape("arrow", (_push(start[:2], end[:2]),)),), samples)


def _rounded(points: Sequence[Pair]) -> list[Pair]:
    """The way with its corners cut, twice."""
    found = list(points)
    for _ in range(2):
        cut = [(a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k) for a, b in pairwise(found) for k in (0.25, 0.75)]
        found = [found[0], *cut, found[-1]]
    return found


def _push(start: Pair, end: Pair) -> Outline:
    return arrow([(start[0] + (end[0] - start[0]) * i / 4, start[1] + (end[1] - start[1]) * i / 4) for i in range(5)])


def arrow(way: Sequence[Pair]) -> Outline:
    """An arrow that swells from a fine tail to its head."""
    whole = sum(spread(a, b) for a, b in pairwise(way))
    head = min(HEAD, whole * 0.55)
    shaft = _cut(way, whole - head * 0.85)
    tip, neck = way[-1], shaft[-1]
    u, v = _unit(tip[0] - neck[0], tip[1] - neck[1])
    n = len(shaft)
    sides: list[list[Pair]] = []
    for s in (1, -1):
        wide = [(0.15 + 0.85 * i / (n - 1)) * head * 0.17 * s for i in range(n)]
        normals = [_normal(shaft, i) for i in range(n)]
        sides.append([(x + p * w, y + q * w) for (x, y), (p, q), w in zip(shaft, normals, wide, strict=True)])
    base = (neck[0] - u * head * 0.12, neck[1] - v * head * 0.12)
    barbs = [(base[0] - v * head * 0.52 * s, base[1] + u * head * 0.52 * s) for s in (1, -1)]
    return Outline(Kind.SHARP, (*sides[0], barbs[0], tip, barbs[1], *reversed(sides[1])))


def _even(points: Sequence[Pair]) -> list[Pair]:
    """The same way in even steps, and no way where it is shorter than a point."""
    whole = sum(spread(a, b) for a, b in pairwise(points))
    if whole < 0.02:
        return []
    rounded = _cut(points, whole * 0.99999)
    return [_cut(rounded, whole * 0.99999 * i / _STEPS)[-1] for i in range(_STEPS + 1)]


def _cut(points: Sequence[Pair], size: float) -> list[Pair]:
    """The first `size` metres of a way."""
    found = [points[0]]
    for a, b in pairwise(points):
        step = spread(a, b)
        if step >= size:
            share = size / step if step else 0.0
            return [*found, (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)]
        size -= step
        found.append(b)
    return found


def _normal(way: Sequence[Pair], i: int) -> Pair:
    before, after = way[max(i - 1, 0)], way[min(i + 1, len(way) - 1)]
    u, v = _unit(after[0] - before[0], after[1] - before[1])
    return -v, u


def _unit(u: float, v: float) -> Pair:
    size = hypot(u, v) or 1.0
    return u / size, v / size
