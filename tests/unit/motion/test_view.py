"""What of somebody the camera sees: who is there, how they stand to it, and what it needs and does not see."""

from random import Random

import pytest

from support.frames import hidden, mirrored, poses
from support.movements import movements, performance
from support.references import reference
from unbend.body.camera import camera
from unbend.motion.pose import LANDMARK, LANDMARK_NAMES, PoseFrame
from unbend.motion.reference import Reference
from unbend.motion.view import NOBODY, sight

NEAR = ("right shoulder", "right hip", "right knee", "right ankle")


@pytest.fixture(scope="module")
def squat() -> Reference:
    return reference("squat-full", "side")


def test_nobody_is_nobody(squat: Reference) -> None:
    assert sight(PoseFrame(0.0, None, None, 640, 480), squat) == NOBODY
    gone = hidden(poses("squat-full", "side")[0][1], *range(33))
    assert sight(gone, squat) == NOBODY


@pytest.mark.parametrize("exercise", ["squat-full", "glute-bridge", "bird-dog", "sit-to-stand"])
def test_the_side_that_is_nearer_is_known_standing_and_lying(exercise: str, squat: Reference) -> None:
    for _, frame in poses(exercise, "side"):
        assert sight(frame, squat).near == "right"
        assert sight(mirrored(frame), squat).near == "left"


@pytest.mark.parametrize("exercise", ["squat-full", "glute-bridge", "bird-dog"])
def test_side_on_and_front_on_lie_well_apart(exercise: str, squat: Reference) -> None:
    for _, frame in poses(exercise, "side"):
        assert (sight(frame, squat).turned or 0.0) < 0.2
    facing = sight(poses("wall-angel", "front")[0][1], squat)
    assert facing.near is None
    assert facing.turned is not None
    assert facing.turned > 0.4


def test_what_a_reference_needs_is_what_its_own_camera_sees(squat: Reference) -> None:
    assert [LANDMARK_NAMES[i] for i in squat.needs] == list(NEAR)
    assert sight(poses("squat-full", "side")[0][1], squat).missing == ()


def test_a_needed_landmark_outside_the_picture_or_hidden_is_missing(squat: Reference) -> None:
    frame = poses("squat-full", "side")[0][1]
    knee = LANDMARK["right knee"]
    assert sight(hidden(frame, knee), squat).missing == (knee,)
    assert frame.image is not None
    beside = [(1.2, *m[1:]) if i == knee else m for i, m in enumerate(frame.image)]
    assert sight(PoseFrame(0.0, beside, None, frame.width, frame.height), squat).missing == (knee,)


def test_for_who_works_on_the_left_the_left_ones_are_asked_for(squat: Reference) -> None:
    frame = mirrored(hidden(poses("squat-full", "side")[0][1], LANDMARK["right ankle"]))
    assert LANDMARK["left ankle"] in sight(frame, squat).missing_left


def test_a_depth_sensor_may_stand_anywhere(squat: Reference) -> None:
    frame = poses("squat-full", "front")[0][1]
    found = sight(PoseFrame(0.0, None, frame.world, frame.width, frame.height), squat)
    assert found.somebody
    assert found.turned is None
    assert found.missing == ()


def test_every_reference_fits_its_own_view() -> None:
    for exercise in ("wall-angel", "side-plank", "open-book", "glute-bridge"):
        view = movements()[exercise].camera.view
        own = reference(exercise)
        low, high = own.turned
        for _, frame in poses(exercise, view):
            turned = sight(frame, own).turned
            assert turned is not None
            assert low - 0.1 <= turned <= high + 0.1


def test_a_camera_that_stands_aside_sees_somebody_turned_and_one_above_does_not() -> None:
    played = performance("squat-full")
    bodies = [played.frame(played.keys[0].posture)]
    turned = []
    for aside, above in ((0.0, 0.0), (25.0, 0.0), (-25.0, 0.0), (0.0, 15.0)):
        lens = camera(bodies, view="side", aside=aside, above=above)
        seen = lens.sees(bodies[0], noise=0.0, chance=Random(0))
        own = sight(PoseFrame(0.0, seen.image, None, lens.width, lens.height), reference("squat-full", "side")).turned
        assert own is not None
        turned.append(own)
    straight, right, left, high = turned
    assert min(right, left) > straight + 0.15
    assert high == pytest.approx(straight, abs=0.1)
