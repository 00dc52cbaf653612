"""When a movement is where: the stretches of one round, from pose to pose, with the holds between."""

from collections.abc import Iterator
from dataclasses import dataclass

from unbend.body.movement import Movement


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of a round from one key pose (by index) to another between two times in seconds; a hold stays at one.

    `before` and `after` are the poses round it, for a movement that flows through without stopping.
    """

    start: float
    end: float
    here: int
    there: int
    mirrored: bool
    flows: bool
    before: int
    after: int


def timeline(movement: Movement) -> Iterator[Leg]:
    """The stretches of one round, in order; the round ends where it began."""
    time = 0.0
    for mirrored in (False, True) if movement.alternates else (False,):
        way = _way(movement)
        for i, (here, seconds) in enumerate(way[:-1]):
            there = way[i + 1][0]
            hold = movement.poses[here].hold
            if hold:
                yield Leg(time, time + hold, here, here, mirrored=mirrored, flows=False, before=here, after=here)
                time += hold
            before, after = way[i - 1 if i else len(way) - 2][0], way[i + 2 if i + 2 < len(way) else 1][0]
            yield Leg(
                time, time + seconds, here, there, mirrored=mirrored, flows=movement.flows, before=before, after=after
            )
            time += seconds


def _way(movement: Movement) -> list[tuple[int, float]]:
    """The poses of one round in order, each with the seconds to the next; it ends at the first pose."""
    poses = movement.poses
    if len(poses) == 1:
        return [(0, max(poses[0].seconds, 1.0)), (0, 0.0)]
    out = [(i, poses[i + 1].seconds) for i in range(len(poses) - 1)]
    last = len(poses) - 1
    if not movement.returns:
        return [*out, (last, poses[0].seconds), (0, 0.0)]
    back = [(i, poses[i].seconds) for i in range(last, 0, -1)]
    return [*out, *back, (0, 0.0)]
