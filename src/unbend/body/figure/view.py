"""From which side a picture is seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin

from unbend.body.vector import Vector, dot


@dataclass(frozen=True)
class View:
    """A camera infinitely far away. `azimuth` 0 looks at the face of a person who faces +X, 90 at their right side,
    180 at their back; `elevation` is how far above the horizon it stands. Degrees."""

    azimuth: float
    elevation: float

    @cached_property
    def right(self) -> Vector:
        """The direction in the room that is rightwards in the picture."""
        a = radians(self.azimuth)
        return sin(a), 0.0, -cos(a)

    @cached_property
    def down(self) -> Vector:
        """The direction in the room that is downwards in the picture."""
        a, e = radians(self.azimuth), radians(self.elevation)
        return cos(a) * sin(e), -cos(e), sin(a) * sin(e)

    @cached_property
    def towards(self) -> Vector:
        """The direction from the room to the camera."""
        a, e = radians(self.azimuth), radians(self.elevation)
        return cos(a) * cos(e), sin(e), sin(a) * cos(e)

    def project(self, point: Vector) -> Vector:
        """Metres to the right and down in the picture, and nearer to the viewer."""
        return dot(point, self.right), dot(point, self.down), dot(point, self.towards)


VIEWS: Mapping[str, View] = {
    "side": View(76, 9),
    "front": View(12, 8),
    "back": View(192, 8),
    "above": View(90, 72),
    "three-quarter": View(42, 16),
}
