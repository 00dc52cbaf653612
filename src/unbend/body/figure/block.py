"""Blocks of furniture: boxes seen by a camera, and whether they hide what stands near them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from unbend.body.figure.item import Item, Sample
from unbend.body.figure.shape import Kind, Outline, Pair, Shape
from unbend.body.figure.view import View
from unbend.body.prop import Box
from unbend.body.vector import Vector, dot

# A face: its outward direction and its distance from the origin, both as the camera sees them.
Face = tuple[Vector, float]
RESTING = 0.04  # metres that a body may sink into what carries it
GRASPED = 0.03  # metres: half the thickness of what a hand closes round
_SIDES = ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1))


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the room. What lies wholly beyond one of its faces is hidden by it, or hides it."""

    name: str
    shapes: tuple[Shape, ...]
    faces: tuple[Face, ...]
    samples: tuple[Sample, ...]
    thin: bool = False


class Solid:
    """A box with the corners and directions of the picture."""

    def __init__(self, box: Box, view: View) -> None:
        c, s = cos(radians(box.turn)), sin(radians(box.turn))
        self.view, self.middle, self.half = view, box.middle, box.half
        self.axes: tuple[Vector, Vector, Vector] = ((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c))

    def corner(self, signs: Sequence[float]) -> Vector:
        """A corner as the camera sees it."""
        at = [self.middle[k] + sum(signs[i] * self.half[i] * self.axes[i][k] for i in range(3)) for k in range(3)]
        return self.view.project((at[0], at[1], at[2]))

    def normal(self, side: Sequence[int]) -> Vector:
        """The outward direction of a side as the camera sees it."""
        x, y, z = (sum(side[i] * self.axes[i][k] for i in range(3)) for k in range(3))
        return self.view.project((x, y, z))


def block(name: str, box: Box, role: str, view: View, *, drawn: bool = True) -> Block:
    """A box of one material; not `drawn`, it only stands for the room that something takes."""
    solid = Solid(box, view)
    middle = view.project(box.middle)
    faces: list[Face] = []
    for i, side in enumerate(_SIDES):
        normal = solid.normal(side)
        faces.append((normal, dot(normal, middle) + box.half[i // 2]))
    corners = [(*solid.corner((a, b, c)), 0.0) for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)]
    shapes = tuple(_faces(solid, role)) if drawn else ()
    return Block(name, shapes, tuple(faces), tuple(corners), thin=sorted(box.half)[1] < GRASPED)


def _faces(solid: Solid, role: str) -> Iterator[Shape]:
    """The sides that are seen, and a line round them all."""
    seen = []
    for side in _SIDES:
        depth = solid.normal(side)[2]
        if depth > 1e-3:
            name = "top" if side[1] else "front" if depth > 0.7 else "side"
            seen.append((f"{role} {name}", polygon(_rim(solid, side))))
    yield Shape(f"{role} front", tuple(outline for _, outline in seen), edge=True)
    for name, outline in seen:
        yield Shape(name, (outline,))


def _rim(solid: Solid, side: Sequence[int]) -> list[Pair]:
    axis = next(i for i in range(3) if side[i])
    first, second = (i for i in range(3) if i != axis)
    found = []
    for a, b in ((1, 1), (1, -1), (-1, -1), (-1, 1)):
        signs = [0.0, 0.0, 0.0]
        signs[axis], signs[first], signs[second] = side[axis], a, b
        found.append(solid.corner(signs)[:2])
    return found


def polygon(corners: Sequence[Pair]) -> Outline:
    """A straight-sided outline; always round the same way, so that several make one area."""
    turned = zip(corners, [*corners[1:], corners[0]], strict=True)
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in turned)
    return Outline(Kind.SHARP, tuple(corners if area > 0 else reversed(corners)))


def over(item: Item | Block, standing: Block) -> float:
    """How surely `item` is painted over a block: positive over it, negative under it, 0 where they do not meet."""
    if not _meet(item.samples, standing.samples):
        return 0.0
    apart, towards = max((_apart(item.samples, face) + _carries(face), face[0][2]) for face in standing.faces)
    if standing.thin and apart < 0.03 and item.name.endswith("forearm"):
        return 1.0  # a hand round a bar
    if apart < -0.05:
        return 0.05  # one inside the other
    return 3 * towards + (0.05 if towards >= 0 else -0.05)


def _carries(face: Face) -> float:
    """A body is more likely on top of a thing than beside it, where it is pressed into it a little."""
    return RESTING if face[0][1] < -0.7 else 0.0


def _apart(samples: Sequence[Sample], face: Face) -> float:
    (a, b, c), far = face
    return min([a * x + b * y + c * z - 0.6 * r for x, y, z, r in samples]) - far


def _meet(some: Sequence[Sample], others: Sequence[Sample]) -> bool:
    for axis in (0, 1):
        low = max(min(s[axis] - s[3] for s in group) for group in (some, others))
        high = min(max(s[axis] + s[3] for s in group) for group in (some, others))
        if low > high + 0.04:
            return False
    return True
