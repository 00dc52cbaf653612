"""How far on a way the whole body is in the picture, seen afterwards.

A phone that watches stands still, so that where the joints are in its picture says more of when a body came to rest
than any angle between them: a body that goes forward a hand's breadth bends hardly anything. Each person's own way is
taken, along which their joints went, and how much each of them trembles.
"""

from collections.abc import Sequence
from statistics import fmean, median

from unbend.motion.pose import LANDMARK, TWIN, PoseFrame

# What lies close together, as eyes and mouth or the fingers, is off together, so that one of it will do.
_PARTS = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "foot index")
_RIGHT = tuple(LANDMARK[f"right {part}"] for part in _PARTS)
JOINTS = (LANDMARK["nose"], *_RIGHT, *(TWIN[i] for i in _RIGHT))
FEWEST = 5  # bins in the pose, below which nothing is known of how the joints tremble there
SHOWS = 0.02  # of the squared way: with less of it seen nobody knows which way it goes
KNOWN = 3.0  # bins that it is worth how all joints tremble together
TOGETHER = 4.0  # bins that follow each other are off together
TINY = 1e-6  # pixels squared

Places = tuple[float, ...]


def places_of(frames: Sequence[PoseFrame | None]) -> Places | None:
    """Where the joints are in the picture over a short time: x and y in pixels, one after the other. None without a
    picture."""
    seen = [(frame.image, frame.width, frame.height) for frame in frames if frame is not None and frame.image]
    if not seen:
        return None
    number = len(seen)
    return tuple(
        sum([image[i][axis] * (height if axis else width) for image, width, height in seen]) / number
        for i in JOINTS
        for axis in (0, 1)
    )


def gone(
    rows: Sequence[Places | None], expected: Sequence[float | None], held: Sequence[bool]
) -> list[float | None] | None:
    """How far on the way the body is in each row: 0 in the pose, 1 where the way begins.

    `expected` is about how far it should be there, from a first guess of when it came to rest, None where that is not
    known, as before the way; `held` says which rows are in the pose. Each joint weighs by how far it goes and how
    little it trembles. None when too little of it is seen.
    """
    known = [(row, share, still) for row, share, still in zip(rows, expected, held, strict=True) if row is not None]
    pose = [row for row, _, still in known if still]
    way = [(row, share) for row, share, _ in known if share is not None]
    middle = fmean(share for _, share in way) if way else 0.0
    size = sum((share - middle) ** 2 for _, share in way)
    if len(pose) < FEWEST or size < SHOWS:
        return None
    rest = [fmean(column) for column in zip(*pose, strict=True)]
    unsure = _trembling(pose, rest)
    goes = [sum(x * (share - middle) for x, (_, share) in zip(column, way, strict=True)) / size
            for column in zip(*(row for row, _ in way), strict=True)]  # fmt: skip
    weights = [
        way_of / off * way_of * way_of / (way_of * way_of + TOGETHER * off / size)
        for way_of, off in zip(goes, unsure, strict=True)
    ]
    whole = sum(weight * way_of for weight, way_of in zip(weights, goes, strict=True))
    if whole <= 0.0:
        return None
    begun = sum(weight * x for weight, x in zip(weights, rest, strict=True))
    return [
        (sum(weight * x for weight, x in zip(weights, row, strict=True)) - begun) / whole if row is not None else None
        for row in rows
    ]


def _trembling(pose: Sequence[Places], rest: Sequence[float]) -> list[float]:
    """How far each place trembles in the pose, as a variance; with few rows it is mostly that of all of them."""
    each = [sum((x - y) ** 2 for x in column) for column, y in zip(zip(*pose, strict=True), rest, strict=True)]
    usual = median(each) / len(pose)
    return [(one + KNOWN * usual) / (len(pose) + KNOWN) + TINY for one in each]
