"""The joints of UI-PRMD's Kinect files in space. A file tells each joint's offset from its parent, in the parent's
axes, and each joint's turn; read as places the offsets hardly move.

Turns are about y, then x, then z, each about the fixed axes: of all orders only this one keeps the feet on the floor
while the hips go down (the ankles wander by 2 cm in squats, by 17 to 22 cm in every other). Each arm starts from the
chest's own turn alone, without those of the waist and spine: so does the program that its authors play it with, and
only so are the hands above the feet in the overhead squats (3 cm behind to 13 ahead of them; with the whole trunk's
turn 21 to 39 cm ahead).
"""

from collections.abc import Sequence
from math import radians

from unbend.body.vector import IDENTITY, Rotation, Vector, about_own, add, compose, turn

WAIST, CHEST = 0, 2
PARENTS = (-1, 0, 1, 2, 3, 4, 2, 6, 7, 8, 2, 10, 11, 12, 0, 14, 15, 16, 0, 18, 19, 20)
COLLARS = (6, 10)
X, Y, Z = 0, 1, 2


def joint_places(offsets: Sequence[Sequence[float]], angles: Sequence[Sequence[float]]) -> list[Vector]:
    """Where the 22 joints are, in the offsets' unit; `angles` in degrees."""
    turns = [_turn(angle) for angle in angles]
    rotations: list[Rotation] = []
    places: list[Vector] = []
    for joint, parent in enumerate(PARENTS):
        offset = (float(offsets[joint][X]), float(offsets[joint][Y]), float(offsets[joint][Z]))
        if joint == WAIST:
            rotations.append(turns[WAIST])
            places.append(offset)
            continue
        base = turns[CHEST] if joint in COLLARS else rotations[parent]
        places.append(add(places[parent], turn(base, offset)))
        rotations.append(compose(base, turns[joint]))
    return places


def _turn(angle: Sequence[float]) -> Rotation:
    about_z = about_own(IDENTITY, Z, radians(angle[Z]))
    return about_own(about_own(about_z, X, radians(angle[X])), Y, radians(angle[Y]))
