"""One round of a movement as a camera sees it without noise: what made-up recordings are played from."""

from dataclasses import dataclass, replace

import numpy as np

from unbend.body.angles import Side
from unbend.body.build import BUILDS, Build
from unbend.body.movement import Movement
from unbend.body.performance import Performance
from unbend.body.recording import STILL, Recording, Setting, record

RATE = 8.0  # frames a second: between two of them a body moves nearly straight
LIKE = 20.0  # degrees by which no joint of a key pose may differ between bodies

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Even:
    """A chance that always has the middle: no noise, and the movement's own tempo."""

    def gauss(self, mu: float = 0.0, sigma: float = 1.0) -> float:  # noqa: ARG002
        return mu

    def uniform(self, a: float, b: float) -> float:
        return (a + b) / 2


@dataclass(frozen=True)
class Stretch:
    """Seconds of a trace in which a repetition, or a hold, is done on a side."""

    start: float
    end: float
    side: str


@dataclass(frozen=True)
class Trace:
    """Frames of one round (both halves where sides take turns) at even times; `metre` is how many pixels one is."""

    exercise: str
    view: str
    side: str
    width: int
    height: int
    times: Numbers
    image: Numbers
    world: Numbers
    metre: float
    turns: tuple[Stretch, ...]
    holds: tuple[Stretch, ...]


@dataclass(frozen=True)
class Body:
    """Who is seen: a build of the catalogue, grown or shrunk to a height in metres."""

    build: str
    height: float

    def made(self) -> Build:
        return replace(BUILDS[self.build], height=self.height)


def fits(movement: Movement, body: Body) -> bool:
    """Whether the movement can be posed by this body as by the catalogue's own: things have one size, and who is too
    small for a table is posed as nobody would stand."""
    own = Performance(movement, BUILDS[movement.person]).keys
    return all(
        abs(one - other) <= LIKE
        for here, there in zip(Performance(movement, body.made()).keys, own, strict=True)
        for one, other in zip(here.posture.angles, there.posture.angles, strict=True)
    )


def trace(movement: Movement, *, view: str, body: Body, side: Side) -> Trace:
    """The round of an exercise, of a body of its own, on one side."""
    setting = Setting(2 if movement.alternates else 1, 0.0, view, RATE, side)
    return _trace(record(Performance(movement, body.made()), setting, Even()), side)


def _trace(recording: Recording, side: Side) -> Trace:
    image = np.array([seen.image for seen in recording.seen])
    world = np.array([seen.world for seen in recording.seen])
    return Trace(
        recording.exercise,
        recording.view,
        side.value,
        recording.width,
        recording.height,
        np.array(recording.times),
        image,
        world,
        _metre(image, world, recording),
        tuple(Stretch(one.start, one.end, one.side) for one in recording.repetitions),
        tuple(Stretch(one.start, one.end, one.side) for one in recording.holds),
    )


def _metre(image: Numbers, world: Numbers, recording: Recording) -> float:
    """Pixels of a metre: how far the landmarks spread in the picture, over how far they do in the room."""
    pixels = image[:, :, :2] * (recording.width, recording.height)
    spread = pixels - pixels.mean(axis=1, keepdims=True)
    room = world[:, :, :2] - world[:, :, :2].mean(axis=1, keepdims=True)
    return float((spread * room).sum() / (room * room).sum())


__all__ = ["STILL", "Body", "Numbers", "Stretch", "Trace", "trace"]
