"""The target pose of a reference as the clock of a hold needs it: how near is near enough, and the ways in and out."""

from collections.abc import Sequence
from dataclasses import replace

from unbend.motion.hold import Pose
from unbend.motion.reference import KeyReading, Reference
from unbend.motion.settled import Way, shape_of

LEAST_EDGE = 0.5  # of the way: no tolerance is so wide that half way is there
# Of the tolerance: bodies are built otherwise, and what a hold is long says the rest of the body as well.
WIDE = 1.25
SHORTEST_WAY = 0.5  # seconds


def pose_of(reference: Reference, allowed: Sequence[float], *, mirrored: Sequence[int | None] | None) -> Pose:
    """The target pose. `allowed` are the differences that each measure is counted in; `mirrored` says where each
    measure's twin stands if either side may go first, None if it is clear which one does."""
    keys = reference.keys
    at = next(i for i, key in enumerate(keys) if key.name == reference.target)
    reached = sum(key.hold for key in keys[:at]) + sum(key.seconds for key in keys[1 : at + 1])
    away = reached + keys[at].hold
    back = _shaped(reference, _way(keys[at], keys[at - 1], keys[at].seconds, allowed), allowed, reached, -1)
    first = _way(keys[at], keys[0], keys[0].seconds, allowed)
    out = [back, replace(first, shape=back.shape) if at == 1 else _shaped(reference, first, allowed, away, 1)]
    if at + 1 < len(keys):
        out = [_shaped(reference, _way(keys[at], keys[at + 1], keys[at + 1].seconds, allowed), allowed, away, 1)]
    if len(keys) == 1:
        return Pose(_edge(reference), (), ())
    needs_way = reference.counted is not None and not reference.counted.hold
    return Pose(_edge(reference), _either([back], mirrored), _either(out, mirrored), needs_way=needs_way)


def _edge(reference: Reference) -> float:
    """The share of the way from which on somebody is at the target."""
    counted = reference.counted
    span = abs(counted.target - counted.start) if counted is not None else 0.0
    return max(1.0 - WIDE * counted.tolerance / span, LEAST_EDGE) if counted is not None and span > 0.0 else LEAST_EDGE


def _either(ways: Sequence[Way], mirrored: Sequence[int | None] | None) -> tuple[Way, ...]:
    if mirrored is None:
        return tuple(dict.fromkeys(ways))
    turned = (replace(way, parts=tuple(way.parts[i] if i is not None else None for i in mirrored)) for way in ways)
    return tuple(dict.fromkeys((*ways, *turned)))


def _way(a: KeyReading, b: KeyReading, seconds: float, allowed: Sequence[float]) -> Way:
    parts = tuple(
        (w - v) / scale if v is not None and w is not None else None
        for v, w, scale in zip(a.values, b.values, allowed, strict=True)
    )
    return Way(parts, max(seconds, SHORTEST_WAY))


def _shaped(reference: Reference, way: Way, allowed: Sequence[float], at: float, onwards: int) -> Way:
    """The way with its shape as the reference's path has it: from `at` on, in seconds, or back from there."""
    step = reference.seconds / max(len(reference.path), 1)
    pose = next(key.values for key in reference.keys if key.name == reference.target)
    moments = [
        (onwards * (i * step - at) / way.seconds, _compared(values, allowed)) for i, values in enumerate(reference.path)
    ]
    return replace(way, shape=shape_of(way, _compared(pose, allowed), moments))


def _compared(values: Sequence[float | None], allowed: Sequence[float]) -> tuple[float | None, ...]:
    return tuple(value / scale if value is not None else None for value, scale in zip(values, allowed, strict=True))
