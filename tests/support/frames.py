"""Frames as a camera sees the catalogue's movements, without noise."""

from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

from support.movements import performance
from unbend.body.camera import camera
from unbend.body.frame import Frame
from unbend.body.recording import Recording
from unbend.motion.measures import MEASURE, Source, measured
from unbend.motion.pose import TWIN, Landmark, PoseFrame


@cache
def poses(exercise: str, view: str) -> tuple[tuple[Frame, PoseFrame], ...]:
    """The key poses of a movement, each as body and as seen from a view."""
    played = performance(exercise)
    bodies = [played.frame(key.posture) for key in played.keys]
    lens = camera(bodies, view=view)
    seen = [lens.sees(body, noise=0.0, chance=Random(0)) for body in bodies]
    return tuple(
        (body, PoseFrame(float(i), one.image, one.world, lens.width, lens.height))
        for i, (body, one) in enumerate(zip(bodies, seen, strict=True))
    )


def pose(exercise: str, name: str, view: str) -> PoseFrame:
    """A key pose by its name as it is seen from a view."""
    names = [p.name for p in performance(exercise).movement.poses]
    return poses(exercise, view)[names.index(name)][1]


def frames_of(recording: Recording) -> Iterator[PoseFrame]:
    """A made-up recording as the frames a pose model would give."""
    for time, seen in zip(recording.times, recording.seen, strict=True):
        yield PoseFrame(time, seen.image, seen.world, recording.width, recording.height)


def read(frame: PoseFrame, name: str, source: Source = Source.IMAGE) -> float | None:
    """One measure by its name."""
    return measured(frame, (MEASURE[name],), source=source)[0][0]


def mirrored(frame: PoseFrame) -> PoseFrame:
    """What the camera would see of the mirror image, right and left changed."""
    image = frame.image and _swapped([(1.0 - x, y, z, v) for x, y, z, v in frame.image])
    world = frame.world and _swapped([(-x, y, z, v) for x, y, z, v in frame.world])
    return PoseFrame(frame.time, image, world, frame.width, frame.height)


def hidden(frame: PoseFrame, *landmarks: int) -> PoseFrame:
    """The frame with these landmarks not seen."""
    return PoseFrame(
        frame.time, _hidden(frame.image, landmarks), _hidden(frame.world, landmarks), frame.width, frame.height
    )


def _hidden(marks: Sequence[Landmark] | None, landmarks: Sequence[int]) -> Sequence[Landmark] | None:
    return marks and [(*m[:3], 0.0) if i in landmarks else m for i, m in enumerate(marks)]


def _swapped(marks: Sequence[Landmark]) -> tuple[Landmark, ...]:
    return tuple(marks[twin] for twin in TWIN)
