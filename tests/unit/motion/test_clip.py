"""A phone video of two squats from the side, with its landmarks as the pose model gave them."""

from itertools import pairwise
from statistics import pstdev

import pytest

from support.references import reference
from support.shared_data import shared
from unbend.motion.measures import MEASURE, Source, measured
from unbend.motion.pose import PoseFrame
from unbend.motion.view import sight


@pytest.fixture(scope="module")
def clip() -> list[PoseFrame]:
    numpy = pytest.importorskip("numpy", reason="not run without numpy: the clip of two squats")
    data = numpy.load(shared("clips/rohan-squat.npz"))
    size = int(data["width"]), int(data["height"])
    rows = zip(data["t"].tolist(), data["image"].tolist(), data["world"].tolist(), strict=True)
    return [PoseFrame(time, [*map(tuple, image)], [*map(tuple, world)], *size) for time, image, world in rows]


def trace(clip: list[PoseFrame], name: str, source: Source) -> list[float]:
    values = [measured(frame, (MEASURE[name],), source=source)[0][0] for frame in clip]
    return [value for value in values if value is not None]


def tremble(values: list[float]) -> float:
    """Standard deviation of what changes from frame to frame faster than a limb does, by second differences."""
    steps = [b - a for a, b in pairwise(values)]
    return pstdev(b - a for a, b in pairwise(steps)) / 6**0.5


def test_who_stands_there_is_seen_side_on_with_the_right_side_near_in_every_frame(clip: list[PoseFrame]) -> None:
    squat = reference("squat-full", "side")
    seen = [sight(frame, squat) for frame in clip]
    assert {one.near for one in seen} == {"right"}
    assert all(one.somebody and one.missing == () for one in seen)
    assert all(one.turned is not None and one.turned < 0.3 for one in seen)


def test_the_near_knee_goes_from_straight_to_deep(clip: list[PoseFrame]) -> None:
    knee = trace(clip, "right knee flexion", Source.IMAGE)
    assert len(knee) == len(clip)
    assert min(knee) < 10.0
    assert max(knee) > 105.0


@pytest.mark.parametrize("name", ["right knee flexion", "right hip flexion", "trunk tilt", "right thigh tilt"])
def test_from_the_side_the_picture_trembles_less_than_space(clip: list[PoseFrame], name: str) -> None:
    flat, deep = (tremble(trace(clip, name, source)) for source in (Source.IMAGE, Source.WORLD))
    assert flat < 0.75 * deep
    assert flat < 0.6
