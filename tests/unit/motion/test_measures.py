"""What the landmarks show: the body's own angles where a camera can see them, and nothing where it cannot."""

import pytest

from support.frames import hidden, mirrored, pose, poses, read
from support.movements import movements
from unbend.body.angles import INDEX
from unbend.motion.measures import MEASURE, MEASURES, MIRRORED_MEASURE, Source, Unit, measured
from unbend.motion.pose import LANDMARK, LANDMARK_NAMES, TWIN, PoseFrame

ALL = tuple(range(len(MEASURES)))
SEEN_FROM_THE_SIDE = (
    "squat-full",
    "sit-to-stand",
    "glute-bridge",
    "bird-dog",
    "dead-bug",
    "hip-hinge",
    "prone-press-up",
)


@pytest.mark.parametrize("exercise", SEEN_FROM_THE_SIDE)
@pytest.mark.parametrize("joint", ["knee flexion", "elbow flexion"])
def test_knees_and_elbows_read_in_space_what_the_body_has(exercise: str, joint: str) -> None:
    for body, frame in poses(exercise, "three-quarter"):
        for side in ("right", "left"):
            found = read(frame, f"{side} {joint}", Source.WORLD)
            if found is not None:
                assert found == pytest.approx(abs(body.angles[INDEX[f"{side} {joint}"]]), abs=1.0)


@pytest.mark.parametrize("exercise", ["squat-full", "sit-to-stand", "glute-bridge", "hip-hinge"])
def test_the_near_knee_reads_the_same_in_the_picture_from_the_side(exercise: str) -> None:
    for body, frame in poses(exercise, "side"):
        assert read(frame, "right knee flexion") == pytest.approx(body.angles[INDEX["right knee flexion"]], abs=6.0)


def test_hip_flexion_is_negative_behind_the_line_of_the_trunk() -> None:
    back = pose("standing-leg-raise-back", movements()["standing-leg-raise-back"].target, "side")
    squat = pose("squat-full", movements()["squat-full"].target, "side")
    for source in Source:
        behind, deep = read(back, "right hip flexion", source), read(squat, "right hip flexion", source)
        assert behind is not None
        assert behind < -10.0
        assert deep is not None
        assert deep > 90.0


def test_signs_do_not_depend_on_which_way_somebody_faces() -> None:
    frame = pose("hip-hinge", movements()["hip-hinge"].target, "side")
    for name in ("trunk lean", "trunk tilt", "chest facing"):
        assert read(mirrored(frame), name) == pytest.approx(read(frame, name))
    lean = read(frame, "trunk lean")
    assert lean is not None
    assert lean > 30.0


@pytest.mark.parametrize(
    ("exercise", "tilt", "facing"),
    [("squat-full", 0, 90), ("glute-bridge", 90, 0), ("prone-press-up", 90, 180), ("bird-dog", 80, 170)],
)
def test_the_trunk_tells_standing_lying_on_the_back_and_on_the_belly_apart(
    exercise: str, tilt: float, facing: float
) -> None:
    frame = poses(exercise, "side")[0][1]
    assert read(frame, "trunk tilt") == pytest.approx(tilt, abs=20.0)
    assert read(frame, "chest facing") == pytest.approx(facing, abs=25.0)


@pytest.mark.parametrize("exercise", ["side-bend-sitting", "thoracic-rotation-sitting"])
def test_bending_and_turning_to_the_right_is_positive(exercise: str) -> None:
    name, source = {
        "side-bend-sitting": ("trunk side bend", Source.IMAGE),
        "thoracic-rotation-sitting": ("trunk rotation", Source.WORLD),
    }[exercise]
    frame = pose(exercise, movements()[exercise].target, "front")
    found, other = read(frame, name, source), read(mirrored(frame), name, source)
    assert found is not None
    assert found > 8.0
    assert other == pytest.approx(-found)


def test_a_leg_that_goes_out_is_abducted_and_the_feet_are_further_apart() -> None:
    (_, still), (_, out) = poses("standing-leg-raise-side", "front")[:2]
    for name in ("right hip abduction", "ankles apart", "knees apart"):
        before, after = read(still, name), read(out, name)
        assert before is not None
        assert after is not None
        assert after > before + (10.0 if name.startswith("right") else 0.1)


def test_an_arm_reads_from_hanging_to_overhead() -> None:
    low, high = (read(frame, "right shoulder elevation") for _, frame in poses("side-bend-standing", "front")[:2])
    assert low is not None
    assert low < 30.0
    assert high is not None
    assert high > 120.0


@pytest.mark.parametrize("measure", ALL, ids=[m.full_name for m in MEASURES])
def test_a_measure_with_a_landmark_that_is_not_seen_is_none(measure: int) -> None:
    frame = poses("wall-angel", "front")[0][1]
    own = MEASURES[measure].landmarks
    trunk = {LANDMARK[f"{side} {part}"] for side in ("right", "left") for part in ("shoulder", "hip")}
    for landmark in own:
        # Of the trunk's pairs one will do for where the trunk is; without both there is none.
        gone = (landmark, TWIN[landmark]) if landmark in trunk else (landmark,)
        value, confidence = measured(hidden(frame, *gone), (measure,), source=Source.WORLD)[0]
        if MEASURES[measure].name in ("hips above ankles",) and landmark not in trunk:
            continue  # one ankle will do
        assert value is None, LANDMARK_NAMES[landmark]
        assert confidence < 0.2


def test_the_confidence_is_that_of_the_landmark_that_is_seen_worst() -> None:
    frame = poses("squat-full", "side")[0][1]
    assert frame.image is not None
    knee = LANDMARK["right knee"]
    dim = [(*m[:3], 0.3) if i == knee else m for i, m in enumerate(frame.image)]
    value, confidence = measured(
        PoseFrame(0.0, dim, None, frame.width, frame.height), (MEASURE["right knee flexion"],), source=Source.IMAGE
    )[0]
    assert value is not None
    assert confidence == 0.3


def test_who_is_not_seen_has_no_measures() -> None:
    assert measured(PoseFrame(0.0, None, None, 640, 480), (0, 1), source=Source.IMAGE) == ((None, 0.0), (None, 0.0))


def test_the_picture_alone_or_space_alone_will_do_but_depth_is_not_made_up() -> None:
    frame = pose("squat-full", movements()["squat-full"].target, "side")
    flat = PoseFrame(0.0, frame.image, None, frame.width, frame.height)
    solid = PoseFrame(0.0, None, frame.world, frame.width, frame.height)
    for name in ("right knee flexion", "right hip flexion", "trunk tilt", "hips above ankles"):
        assert read(flat, name, Source.WORLD) == read(frame, name, Source.IMAGE)
        assert read(solid, name, Source.IMAGE) == read(frame, name, Source.WORLD)
    assert read(flat, "trunk rotation", Source.WORLD) is None
    assert read(solid, "trunk rotation", Source.IMAGE) is not None


def test_the_shape_of_the_picture_does_not_matter() -> None:
    frame = pose("squat-full", movements()["squat-full"].target, "side")
    assert frame.image is not None
    wide = [((x * frame.width + 500.0) / 2000.0, y, z * frame.width / 2000.0, v) for x, y, z, v in frame.image]
    other = PoseFrame(0.0, wide, None, 2000, frame.height)
    assert read(other, "right knee flexion") == pytest.approx(read(frame, "right knee flexion"))
    assert read(other, "hips above ankles") == pytest.approx(read(frame, "hips above ankles"))


def test_every_measure_has_its_mirror_and_every_name_is_known() -> None:
    for i, (other, sign) in enumerate(MIRRORED_MEASURE):
        assert MIRRORED_MEASURE[other] == (i, sign)
        assert MEASURES[i].name == MEASURES[other].name
    assert len({m.full_name for m in MEASURES}) == len(MEASURES) == len(MEASURE)
    assert {m.unit for m in MEASURES} == set(Unit)
    assert all(0 <= mark < 33 for m in MEASURES for mark in m.landmarks)
