"""A camera that looks at a body and sees the 33 landmarks of BlazePose, as far as the body lets it.

For testing a coach against a truth that is known. Landmarks come as BlazePose gives them: in the picture as shares of
its width and height (depth in shares of the width, smaller is nearer), and in metres from the middle of the hips with
Y downwards, each with how visible it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import cos, hypot, radians, sin
from typing import Protocol

from unbend.body.angles import Side
from unbend.body.build import Build
from unbend.body.frame import Frame
from unbend.body.point import Point, flesh
from unbend.body.skeleton import LINK
from unbend.body.vector import Vector, between, dot, scale, subtract

Landmark = tuple[float, float, float, float]

# What the phone's picture measures, upright or lying.
LONG, SHORT = 1280, 720
DISTANCE = 3.2  # metres from the camera to the middle of what it sees: across a living room
MARGIN = 1.15
SEEN, HIDDEN, OUTSIDE = 0.98, 0.35, 0.05
LEFT_HIP, RIGHT_HIP = 23, 24
HIDDEN_NOISE = 3.0  # a landmark that is guessed wanders more; by eye on recordings

# Where a camera stands: degrees round the person from the front to their right, and above the level.
STANDS: dict[str, tuple[float, float]] = {
    "side": (90, 0),
    "front": (0, 0),
    "back": (180, 0),
    "above": (90, 75),
    "three-quarter": (45, 0),
}


class Chance(Protocol):
    """Where noise comes from: Python's `random.Random`, with a seed."""

    def gauss(self, mu: float = ..., sigma: float = ...) -> float:
        """A number of the normal distribution."""

    def uniform(self, a: float, b: float) -> float:
        """A number between the two."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One frame as the camera saw it."""

    image: tuple[Landmark, ...]
    world: tuple[Landmark, ...]


# A ball of flesh to the camera: its link, its middle along the camera's axes, its radius.
_Ball = tuple[int, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera placed so that everything it is to see fits: its axes, middle, scale and picture size in pixels."""

    right: Vector
    down: Vector
    away: Vector
    middle: Vector
    focal: float
    width: int
    height: int

    def sees(self, frame: Frame, *, noise: float, chance: Chance) -> Seen:
        """The landmarks of a frame. `noise` is the standard deviation in metres of a landmark that is not hidden."""
        points, balls = landmark_points(frame.build), self._balls(frame)
        origins = [point.of(frame.placed) for point in points]
        hips = between(origins[LEFT_HIP], origins[RIGHT_HIP], 0.5)
        hidden = [self._hidden(point.link, at, balls) for point, at in zip(points, origins, strict=True)]
        shown = [HIDDEN if is_hidden else SEEN for is_hidden in hidden]
        spread = [noise if see == SEEN else noise * HIDDEN_NOISE for see in shown]
        moved = [self._moved(at, by, chance) for at, by in zip(origins, spread, strict=True)]
        image = tuple(self._image(at, see) for at, see in zip(moved, shown, strict=True))
        world = tuple((*self._axes(subtract(at, hips)), see) for at, see in zip(moved, shown, strict=True))
        return Seen(image, world)

    def _axes(self, v: Vector) -> Vector:
        return dot(v, self.right), dot(v, self.down), dot(v, self.away)

    def _image(self, at: Vector, see: float) -> Landmark:
        x, y, z = self._axes(subtract(at, self.middle))
        size = self.focal / (DISTANCE + z)
        across, down = x * size / self.width + 0.5, y * size / self.height + 0.5
        inside = 0.0 <= across <= 1.0 and 0.0 <= down <= 1.0
        return across, down, z * self.focal / DISTANCE / self.width, see if inside else OUTSIDE

    def _moved(self, at: Vector, noise: float, chance: Chance) -> Vector:
        x, y, z = (chance.gauss(0.0, noise) for _ in range(3)) if noise else (0.0, 0.0, 0.0)
        return at[0] + x, at[1] + y, at[2] + z

    def _balls(self, frame: Frame) -> list[_Ball]:
        return [(ball.at.link, *self._axes(ball.at.of(frame.placed)), ball.radius) for ball in flesh(frame.build)]

    def _hidden(self, own: int, at: Vector, balls: Iterable[_Ball]) -> bool:
        """Whether flesh of another part than a landmark's own stands between it and the camera."""
        x, y, z = self._axes(at)
        for link, bx, by, bz, radius in balls:
            if link != own and z - bz > radius and hypot(bx - x, by - y) < radius * 0.9:
                return True
        return False


def camera(frames: Iterable[Frame], *, view: str, aside: float = 0.0, above: float = 0.0) -> Camera:
    """A camera at a named view from which every frame fits into the picture, or so many degrees aside (further round
    from the front to the right) and above. Raises KeyError for an unknown view."""
    azimuth, elevation = (radians(v + off) for v, off in zip(STANDS[view], (aside, above), strict=True))
    to_camera = (cos(azimuth) * cos(elevation), sin(elevation), sin(azimuth) * cos(elevation))
    right = (sin(azimuth), 0.0, -cos(azimuth))
    down = (cos(azimuth) * sin(elevation), -cos(elevation), sin(azimuth) * sin(elevation))
    points = [at for frame in frames for at in frame.placed.origins]
    across, along = [dot(p, right) for p in points], [dot(p, down) for p in points]
    wide, high = max(across) - min(across) + 0.4, max(along) - min(along) + 0.4
    width, height = (LONG, SHORT) if wide > high else (SHORT, LONG)
    middle_across, middle_along = (max(across) + min(across)) / 2, (max(along) + min(along)) / 2
    depth = sum(dot(p, to_camera) for p in points) / len(points)
    middle = tuple(right[i] * middle_across + down[i] * middle_along + to_camera[i] * depth for i in range(3))
    focal = min(width / wide, height / high) * DISTANCE / MARGIN
    return Camera(right, down, scale(to_camera, -1.0), (middle[0], middle[1], middle[2]), focal, width, height)


@cache
def landmark_points(build: Build) -> tuple[Point, ...]:
    """Where BlazePose's 33 landmarks sit on a body of this build, in its order."""
    return tuple(_landmark(part, side, build) for part, side in ORDER)


def _landmark(part: str, side: Side | None, build: Build) -> Point:
    link, (x, y, z) = _PLACES[part]
    s = 0.0 if side is None else 1.0 if side is Side.RIGHT else -1.0
    hand, toes = build.share("hand"), build.share("toes")
    x, y = x * toes if part == "foot index" else x, y * hand if "hand" in link or "finger" in link else y
    name = link if side is None or link == "head" else f"{side.value} {link}"
    return Point(LINK[name], (x, y, s * z))


# Link, then metres forward, up, outwards; of the hand's points the second is in hand lengths, of the toes' the first in
# lengths of the toes.
_PLACES: dict[str, tuple[str, Vector]] = {
    "nose": ("head", (0.120, 0.045, 0.0)),
    "eye inner": ("head", (0.100, 0.070, 0.018)),
    "eye": ("head", (0.097, 0.070, 0.032)),
    "eye outer": ("head", (0.090, 0.070, 0.045)),
    "ear": ("head", (0.020, 0.060, 0.076)),
    "mouth": ("head", (0.100, 0.005, 0.025)),
    "shoulder": ("upper arm", (0.0, 0.0, 0.0)),
    "elbow": ("forearm", (0.0, 0.0, 0.0)),
    "wrist": ("hand", (0.0, 0.0, 0.0)),
    "pinky": ("fingers", (-0.035, -0.12, 0.0)),
    "index": ("fingers", (0.025, -0.18, 0.0)),
    "thumb": ("hand", (0.045, -0.35, -0.015)),
    "hip": ("thigh", (0.0, 0.0, 0.0)),
    "knee": ("shank", (0.0, 0.0, 0.0)),
    "ankle": ("foot", (0.0, 0.0, 0.0)),
    "heel": ("foot", (-0.045, -0.040, 0.0)),
    "foot index": ("toes", (0.8, 0.0, 0.0)),
}

ORDER: tuple[tuple[str, Side | None], ...] = (
    ("nose", None),
    *((part, side) for side in (Side.LEFT, Side.RIGHT) for part in ("eye inner", "eye", "eye outer")),
    *(
        (part, side)
        for part in (
            "ear", "mouth", "shoulder", "elbow", "wrist", "pinky", "index", "thumb",
            "hip", "knee", "ankle", "heel", "foot index",
        )
        for side in (Side.LEFT, Side.RIGHT)
    ),
)  # fmt: skip
