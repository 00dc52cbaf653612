"""Rules that every pose keeps, however odd: mirror images, moved and resized pictures, and bounds."""

from math import cos, radians, sin
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from support.frames import mirrored
from unbend.motion.measures import MEASURES, MIRRORED_MEASURE, Source, Unit, measured
from unbend.motion.pose import Landmark, PoseFrame

ALL = tuple(range(len(MEASURES)))
SIGNED = ("hip flexion", "hip abduction", "hip rotation", "trunk lean", "shank lean", "trunk sideways")


@st.composite
def bodies(draw: st.DrawFn) -> list[Landmark]:
    """33 landmarks anywhere, some on top of one another, some hardly seen."""
    chance, places = Random(draw(st.integers(0, 2**32))), draw(st.sampled_from([0, 1, 3]))

    def place() -> float:
        return round(chance.uniform(-1.0, 1.0), places)

    return [(place(), place(), place(), chance.choice([1.0, 0.9, 0.4])) for _ in range(33)]


def in_space(marks: list[Landmark]) -> PoseFrame:
    return PoseFrame(0.0, None, marks, 640, 480)


def in_the_picture(marks: list[Landmark]) -> PoseFrame:
    return PoseFrame(0.0, [(0.5 + x / 4, 0.5 + y / 4, z / 4, v) for x, y, z, v in marks], None, 640, 480)


@given(bodies(), st.sampled_from(Source))
def test_the_mirror_image_has_the_mirrored_measures(marks: list[Landmark], source: Source) -> None:
    frame = in_space(marks) if source is Source.WORLD else in_the_picture(marks)
    own, other = (measured(f, ALL, source=source) for f in (frame, mirrored(frame)))
    for i, (twin, sign) in enumerate(MIRRORED_MEASURE):
        (value, sure), (reflected, as_sure) = own[i], other[twin]
        assert sure == as_sure
        if value is None or reflected is None:
            assert value is reflected
        elif abs(value) > 0.01 or MEASURES[i].name not in SIGNED:
            assert reflected == pytest.approx(value * sign, abs=1e-3) or abs(abs(value) - 180.0) < 0.01, MEASURES[i]


@given(bodies(), st.floats(0.3, 3.0), st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_a_nearer_or_moved_camera_changes_nothing(marks: list[Landmark], size: float, x: float, y: float) -> None:
    frame = in_the_picture(marks)
    assert frame.image is not None
    image = [(a * size + x, b * size + y, c * size, v) for a, b, c, v in frame.image]
    before, after = (measured(f, ALL, source=Source.IMAGE) for f in (frame, PoseFrame(0.0, image, None, 640, 480)))
    for i in ALL:
        a, b = before[i][0], after[i][0]
        if a is not None and b is not None and MEASURES[i].name not in SIGNED:
            assert b == pytest.approx(a, rel=1e-3, abs=1e-2)


@given(bodies(), st.floats(-180.0, 180.0))
def test_turning_about_the_vertical_changes_nothing_in_space(marks: list[Landmark], angle: float) -> None:
    c, s = cos(radians(angle)), sin(radians(angle))
    turned = [(c * x + s * z, y, c * z - s * x, v) for x, y, z, v in marks]
    before, after = (measured(in_space(m), ALL, source=Source.WORLD) for m in (marks, turned))
    for i in ALL:
        a, b = before[i][0], after[i][0]
        # What leans or lies beside something in the picture depends on where the camera stands; the others do not.
        if MEASURES[i].name in (*SIGNED, "hips beside ankles") or a is None or b is None:
            continue
        assume(abs(abs(a) - 180.0) > 0.1)
        assert b == pytest.approx(a, rel=1e-3, abs=1e-2), MEASURES[i].full_name


@given(bodies(), st.sampled_from(Source))
def test_values_stay_within_what_their_unit_allows(marks: list[Landmark], source: Source) -> None:
    frame = in_space(marks) if source is Source.WORLD else in_the_picture(marks)
    for measure, (value, sure) in zip(MEASURES, measured(frame, ALL, source=source), strict=True):
        assert 0.0 <= sure <= 1.0
        if value is not None and measure.unit is Unit.DEGREES:
            assert -180.0 <= value <= 360.0
