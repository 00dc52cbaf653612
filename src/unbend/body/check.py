"""What must be true of every frame of a movement, and what is wrong where it is not."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist

from unbend.body.angles import ANGLES
from unbend.body.frame import Frame
from unbend.body.performance import Performance
from unbend.body.point import flesh
from unbend.body.prop import solids
from unbend.body.skeleton import LINK_NAMES, links
from unbend.body.timeline import Leg
from unbend.body.vector import length

REST_TOLERANCE = 0.01  # metres
SINK_TOLERANCE = 0.01
ANGLE_TOLERANCE = 0.01  # degrees
LENGTH_TOLERANCE = 1e-6
# The fastest a point of the body may go between two frames, metres in a second: a quick swing of the arm.
FASTEST = 6.0
MOMENTS = 4  # at which the way between two poses is looked at


def faults(performance: Performance, *, frames: Sequence[Frame], seconds: float) -> Iterator[str]:
    """Everything wrong with the frames of one round, `seconds` apart: a sentence each, with where and how much."""
    yield from faults_of(frames, seconds=seconds)
    yield from unsupported(performance)


def faults_of(frames: Sequence[Frame], *, seconds: float) -> Iterator[str]:
    """What can be seen of the frames alone."""
    for i, frame in enumerate(frames):
        for fault in (*out_of_range(frame), *stretched(frame), *sunk(frame)):
            yield f"at {i * seconds:.2f} s: {fault}"
    for i, (before, after) in enumerate(pairwise(frames)):
        for name, a, b in zip(LINK_NAMES, before.placed.origins, after.placed.origins, strict=True):
            if dist(a, b) > FASTEST * seconds:
                yield f"at {i * seconds:.2f} s: {name} jumps {dist(a, b) * 100:.0f} cm"


def out_of_range(frame: Frame) -> Iterator[str]:
    """Joint angles beyond their range."""
    for angle, value in zip(ANGLES, frame.angles, strict=True):
        if not angle.low - ANGLE_TOLERANCE <= value <= angle.high + ANGLE_TOLERANCE:
            yield f"{angle.full_name} is {value:.0f}, allowed {angle.low:g} to {angle.high:g} degrees"


def stretched(frame: Frame) -> Iterator[str]:
    """Links that are not as long as they are."""
    origins = frame.placed.origins
    for i, link in enumerate(links(frame.build)[1:], start=1):
        now = dist(origins[i], origins[link.parent])
        if abs(now - length(link.offset)) > LENGTH_TOLERANCE:
            yield f"{link.name} is {now:.4f} m from its joint, not {length(link.offset):.4f}"


def sunk(frame: Frame) -> Iterator[str]:
    """Flesh under the floor or in a solid thing."""
    blocks = [(prop.name, block) for prop in frame.props for block in solids(prop)]
    for ball in flesh(frame.build):
        middle = ball.at.of(frame.placed)
        if middle[1] < ball.radius - SINK_TOLERANCE:
            yield f"{ball.name} is {(ball.radius - middle[1]) * 100:.1f} cm under the floor"
        for name, block in blocks:
            if not block.may_touch(middle, ball.radius):
                continue
            deep = ball.radius - block.distance(middle)[0]
            if deep > SINK_TOLERANCE:
                yield f"{ball.name} is {deep * 100:.1f} cm inside the {name}"


def unsupported(performance: Performance) -> Iterator[str]:
    """Points that do not rest where they must, in the key poses and at moments between them."""
    for settled in performance.keys:
        placed = settled.posture.placed(performance.build)
        for what, gap in performance.gaps(settled, settled, placed):
            if gap > REST_TOLERANCE:
                yield f"pose {settled.key.name!r}: {what} is off by {gap * 100:.1f} cm"
    for leg in performance.legs:
        if leg.here != leg.there and not leg.mirrored:
            yield from _unsupported_between(performance, leg)


def _unsupported_between(performance: Performance, leg: Leg) -> Iterator[str]:
    here, there = performance.keys[leg.here], performance.keys[leg.there]
    for i in range(1, MOMENTS):
        placed = performance.within(leg, i / MOMENTS).placed(performance.build)
        for what, gap in performance.gaps(here, there, placed):
            if gap > REST_TOLERANCE:
                where = f"{here.key.name!r} to {there.key.name!r} at {i / MOMENTS:.2f}"
                yield f"{where}: {what} is off by {gap * 100:.1f} cm"
