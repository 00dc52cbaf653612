"""The target pose of a reference as the clock of a hold needs it: how near is near enough, and the ways in and out."""

from collections.abc import Sequence
from dataclasses import replace

from unbend.motion.hold import Pose
from unbend.motion.reference import KeyReading, Reference, share_of
from unbend.motion.way import SHORTEST_WAY, Way, is_long, path_of

LEAST_EDGE = 0.5  # of the way: no tolerance is so wide that half way is there
# Of the tolerance: bodies are built otherwise, and what a hold is long says the rest of the body as well.
WIDE = 1.25
ALIKE = 0.1  # allowed differences: two ways that are never further apart are one


def pose_of(reference: Reference, allowed: Sequence[float], *, mirrored: Sequence[int | None] | None) -> Pose:
    """The target pose. `allowed` are the differences that each measure is counted in; `mirrored` says where each
    measure's twin stands if either side may go first, None if it is clear which one does."""
    keys = reference.keys
    if len(keys) == 1:
        return Pose(_edge(reference), (), ())
    at = next(i for i, key in enumerate(keys) if key.name == reference.target)
    reached = sum(key.hold for key in keys[:at]) + sum(key.seconds for key in keys[1 : at + 1])
    away = reached + keys[at].hold
    back = _way(keys[at], keys[at - 1], keys[at].seconds, allowed)
    out = back if at + 1 == len(keys) else _way(keys[at], keys[at + 1], keys[at + 1].seconds, allowed)
    if at + 1 == len(keys) and _is_direct(reference, at, reference.seconds - away):
        out = _way(keys[at], keys[0], keys[0].seconds, allowed)
    back, out = _played(reference, back, allowed, reached, -1), _played(reference, out, allowed, away, 1)
    if reference.ways:
        back, out = (replace(way, whole=seen) for way, seen in zip((back, out), reference.ways, strict=True))
    needs_way = reference.counted is not None and not reference.counted.hold
    edge, ways_in = _edge(reference), _either(back, mirrored)
    return Pose(
        edge,
        ways_in,
        _either(out, mirrored),
        needs_way=needs_way,
        arrives=_moves_inside(reference, edge, reached, -1),
        leaves=_moves_inside(reference, edge, away, 1),
        long_in=tuple(way for way in ways_in if is_long(way)),
    )


def _edge(reference: Reference) -> float:
    """The share of the way from which on somebody is at the target."""
    counted = reference.counted
    span = abs(counted.target - counted.start) if counted is not None else 0.0
    return max(1.0 - WIDE * counted.tolerance / span, LEAST_EDGE) if counted is not None and span > 0.0 else LEAST_EDGE


def _moves_inside(reference: Reference, edge: float, at: float, onwards: int) -> float:
    """For how many seconds from `at` on, or back from there, the body moves with what is counted beyond the edge."""
    counted, path = reference.counted, reference.path
    if counted is None or not path:
        return 0.0
    i, step = reference.measures.index(counted.measure), reference.seconds / len(path)
    seconds = 0.0
    for _ in path:
        time = at + onwards * seconds
        value = path[round(time / step)][i] if 0.0 <= time <= reference.seconds - step else None
        share = share_of(value, counted)
        if share is None or share < edge:
            break
        seconds += step
    return seconds


def _either(way: Way, mirrored: Sequence[int | None] | None) -> tuple[Way, ...]:
    """The way, and its mirror image if either side may go first and that looks otherwise."""
    if mirrored is None:
        return (way,)
    turned = replace(way, parts=_turned(way.parts, mirrored), path=tuple(_turned(stop, mirrored) for stop in way.path))
    return (way,) if _is_alike(way, turned) else (way, turned)


def _turned(values: Sequence[float | None], mirrored: Sequence[int | None]) -> tuple[float | None, ...]:
    return tuple(values[i] if i is not None else None for i in mirrored)


def _is_alike(one: Way, other: Way) -> bool:
    return all(
        v is None or w is None or abs(v - w) < ALIKE
        for stop, turned in zip(one.path, other.path, strict=True)
        for v, w in zip(stop, turned, strict=True)
    )


def _way(a: KeyReading, b: KeyReading, seconds: float, allowed: Sequence[float]) -> Way:
    parts = tuple(
        (w - v) / scale if v is not None and w is not None else None
        for v, w, scale in zip(a.values, b.values, allowed, strict=True)
    )
    return Way(parts, max(seconds, SHORTEST_WAY))


def _is_direct(reference: Reference, at: int, seconds: float) -> bool:
    """Whether it is from the last pose straight to the first that so many seconds are for, not back through all."""
    back = sum(key.seconds for key in reference.keys[1 : at + 1]) + sum(key.hold for key in reference.keys[1:at])
    return abs(seconds - reference.keys[0].seconds) <= abs(seconds - back)


def _played(reference: Reference, way: Way, allowed: Sequence[float], at: float, onwards: int) -> Way:
    """The way as the reference's path has it: from `at` on, in seconds, or back from there."""
    step = reference.seconds / max(len(reference.path), 1)
    pose = next(key.values for key in reference.keys if key.name == reference.target)
    moments = [
        (onwards * (i * step - at) / way.seconds, _compared(values, allowed)) for i, values in enumerate(reference.path)
    ]
    return replace(way, path=path_of(way, _compared(pose, allowed), moments))


def _compared(values: Sequence[float | None], allowed: Sequence[float]) -> tuple[float | None, ...]:
    return tuple(value / scale if value is not None else None for value, scale in zip(values, allowed, strict=True))
