"""The other side: the same moment with right and left exchanged."""

from dataclasses import replace

from unbend.body.frame import Frame
from unbend.body.posture import Posture, mirrored
from unbend.body.vector import Vector


def other_side(frame: Frame) -> Frame:
    """The mirror image of a frame, room and all: Z turns its sign."""
    posture = mirrored(Posture(frame.placed.origins[0], frame.placed.rotations[0], frame.angles))
    return replace(
        frame,
        placed=posture.placed(frame.build),
        angles=posture.angles,
        props=tuple(replace(prop, at=_flipped(prop.at), turn=-prop.turn) for prop in frame.props),
        strands=tuple(replace(s, points=tuple(_flipped(p) for p in s.points)) for s in frame.strands),
        pushes=tuple(replace(p, at=_flipped(p.at), to=_flipped(p.to)) for p in frame.pushes),
        loads=tuple(replace(load, grip=_flipped(load.grip), along=_flipped(load.along)) for load in frame.loads),
    )


def _flipped(at: Vector) -> Vector:
    return at[0], at[1], -at[2]
