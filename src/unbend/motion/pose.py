"""One frame as a pose model gives it: the 33 landmarks of BlazePose, in the picture and in metres."""

from collections.abc import Sequence
from dataclasses import dataclass

from unbend.body.camera import ORDER, Landmark

__all__ = ["LANDMARK", "LANDMARK_NAMES", "TWIN", "Landmark", "PoseFrame"]

LANDMARK_NAMES: tuple[str, ...] = tuple(f"{side.value} {part}" if side else part for part, side in ORDER)
LANDMARK: dict[str, int] = {name: i for i, name in enumerate(LANDMARK_NAMES)}
# The landmark of the other side; the nose is its own.
TWIN: tuple[int, ...] = tuple(
    LANDMARK[f"{side.other.value} {part}"] if side else LANDMARK[part] for part, side in ORDER
)


@dataclass(frozen=True, slots=True)
class PoseFrame:
    """What was seen at a time in seconds.

    `image` has the landmarks as shares of the picture's width and height, y downwards, z in shares of the width,
    smaller is nearer; `world` in metres from the middle of the hips, x to the picture's right, y down, z away. Either
    may be None; when both are, nobody was seen. `width` and `height` are the picture's pixels.
    """

    time: float
    image: Sequence[Landmark] | None
    world: Sequence[Landmark] | None
    width: int
    height: int
