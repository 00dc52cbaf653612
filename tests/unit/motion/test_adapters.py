"""Other skeletons as landmarks: the joints land where they belong, and what is not there is not seen."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest

from support.frames import poses, read
from support.shared_data import shared
from unbend.body.vector import length, subtract
from unbend.motion.adapters import COCO_17, KINECT_25, coco17, kimore18, kinect25, uiprmd22
from unbend.motion.measures import Source
from unbend.motion.pose import LANDMARK, LANDMARK_NAMES, Landmark, PoseFrame
from unbend.motion.uiprmd import joint_places

LIMBS = [
    (f"{side} {a}", f"{side} {b}")
    for side in ("right", "left")
    for a, b in (("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"))
]
# How much a limb's length may change from moment to moment in a depth sensor's data, as a share: the sets' own is 2 to
# 8 % standing and more in the arms; a wrong order of joints gives 15 to 60 %.
STEADY = 0.13


def in_space(marks: tuple[Landmark, ...]) -> PoseFrame:
    return PoseFrame(0.0, None, marks, 640, 480)


def test_kinects_joints_give_the_angles_of_the_body_they_come_from() -> None:
    for _, frame in poses("squat-full", "front"):
        assert frame.world is not None
        joints = [(0.0, 0.0, 2.5)] * 25
        for joint, name in KINECT_25.items():
            x, y, z, _ = frame.world[LANDMARK[name]]
            joints[joint] = (0.3 - x, 0.8 - y, 2.5 + z)
        found = in_space(kinect25(joints))
        for measure in ("right knee flexion", "left elbow flexion", "right hip flexion", "trunk lean", "chest facing"):
            assert read(found, measure, Source.WORLD) == pytest.approx(read(frame, measure, Source.WORLD), abs=0.5)


def test_what_a_skeleton_lacks_is_not_seen() -> None:
    marks = kinect25([(0.0, 0.0, 2.0)] * 25)
    assert [LANDMARK_NAMES[i] for i, mark in enumerate(marks) if mark[3] == 0.0 and "hip" in LANDMARK_NAMES[i]] == []
    assert marks[LANDMARK["nose"]][3] == 0.0
    assert read(in_space(marks), "right ankle dorsiflexion", Source.WORLD) is None


def test_cocos_keypoints_keep_their_places_and_how_sure_they_are() -> None:
    marks = coco17([(i / 20, i / 40, 0.5 + i / 40) for i in range(17)])
    for joint, name in COCO_17.items():
        assert marks[LANDMARK[name]] == (joint / 20, joint / 40, 0.0, 0.5 + joint / 40)
    assert marks[LANDMARK["right heel"]][3] == 0.0


@pytest.mark.parametrize("adapt", [kinect25, kimore18, coco17])
def test_another_number_of_joints_is_refused_with_one_sentence(adapt: Any) -> None:
    with pytest.raises(ValueError, match=r"^joints: 3 given, this skeleton has \d+$"):
        adapt([(0.0, 0.0, 1.0)] * 3)


def test_uiprmds_offsets_are_hung_on_one_another() -> None:
    offsets = [(0.0, 0.0, 0.0)] * 22
    offsets[18], offsets[19], offsets[20] = (-7.0, 0.0, 0.0), (0.0, -40.0, 0.0), (0.0, -40.0, 0.0)
    angles = [(0.0, 0.0, 0.0)] * 22
    angles[19] = (60.0, 0.0, 0.0)
    found = in_space(uiprmd22(offsets, angles))
    assert read(found, "right knee flexion", Source.WORLD) == pytest.approx(60.0)
    assert found.world is not None
    knee, hip = found.world[LANDMARK["right knee"]], found.world[LANDMARK["right hip"]]
    assert knee[1] - hip[1] == pytest.approx(0.4)  # metres, downwards


def steadiness(frames: list[PoseFrame], a: str, b: str) -> float:
    """How much the length of a limb changes over a recording, as a share of it."""
    lengths = [
        length(subtract(f.world[LANDMARK[a]][:3], f.world[LANDMARK[b]][:3])) for f in frames if f.world is not None
    ]
    middle = sum(lengths) / len(lengths)
    return float((sum((v - middle) ** 2 for v in lengths) / len(lengths)) ** 0.5 / middle)


def share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found)


@pytest.mark.parametrize("exercise", [1, 2, 3, 4, 5])
def test_kimores_limbs_keep_their_length_and_its_sides_are_right(exercise: int) -> None:
    numpy = pytest.importorskip("numpy", reason="not run without numpy: the order of KIMORE's joints")
    data = numpy.load(shared(f"kimore-ex{exercise}.npz"))["skeleton"]
    people = [[in_space(kimore18(moment.reshape(18, 3))) for moment in person.T[::12]] for person in data[:8]]
    changes = [steadiness(frames, a, b) for frames in people for a, b in LIMBS]
    assert sum(changes) / len(changes) < STEADY
    worlds = [frame.world for frames in people for frame in frames if frame.world is not None]
    # All stand and face the sensor, so the left hip is to the right in the picture; one squatter's legs it lost.
    left, right, knee = LANDMARK["left hip"], LANDMARK["right hip"], LANDMARK["left knee"]
    assert share(world[left][0] > world[right][0] for world in worlds) > 0.97
    assert share(world[left][1] < world[knee][1] < world[LANDMARK["left ankle"]][1] for world in worlds) > 0.85
    facing = [read(frame, "chest facing", Source.WORLD) for frames in people for frame in frames]
    assert share(value is not None and 45.0 < value < 135.0 for value in facing) > 0.9


def test_kimores_squats_bend_the_knees_and_its_arm_lifts_the_arms() -> None:
    numpy = pytest.importorskip("numpy", reason="not run without numpy: what KIMORE's joints measure")
    for exercise, measure, least in ((5, "right knee flexion", 35.0), (1, "right shoulder elevation", 60.0)):
        data = numpy.load(shared(f"kimore-ex{exercise}.npz"))["skeleton"]
        ranges = []
        for person in data:
            values = [
                read(in_space(kimore18(moment.reshape(18, 3))), measure, Source.WORLD) for moment in person.T[::8]
            ]
            known = [value for value in values if value is not None]
            ranges.append(max(known) - min(known))
        assert sorted(ranges)[len(ranges) // 2] > least


def test_uiprmds_deep_squats_bend_both_knees_and_keep_the_feet_still() -> None:
    numpy = pytest.importorskip("numpy", reason="not run without numpy: how UI-PRMD's joints hang together")
    data = numpy.load(shared("uiprmd-kinect.npz"))
    positions, angles = (data[name].reshape(-1, 22, 3) for name in ("positions", "angles"))
    borders = list(pairwise(data["start"]))
    squats = [b for b, m, c in zip(borders, data["movement"], data["correct"], strict=True) if m == 1 and c == 1]
    for start, end in squats[::7]:
        frames = [in_space(uiprmd22(positions[i], angles[i])) for i in range(start, end, 3)]
        for side in ("right", "left"):
            knees = [read(f, f"{side} knee flexion", Source.WORLD) or 0.0 for f in frames]
            assert min(knees) < 35.0
            assert max(knees) > 60.0
        facing = [read(f, "chest facing", Source.WORLD) for f in frames]
        assert all(value is not None and 70.0 < value < 160.0 for value in facing)


def test_uiprmds_feet_stay_on_the_floor_while_the_hips_go_down() -> None:
    """Only the right order of the turns about the three axes does that: in any other the ankles wander by 17 cm."""
    numpy = pytest.importorskip("numpy", reason="not run without numpy: the order of UI-PRMD's turns")
    data = numpy.load(shared("uiprmd-kinect.npz"))
    positions, angles = (data[name].reshape(-1, 22, 3) for name in ("positions", "angles"))
    borders = list(pairwise(data["start"]))
    squats = [b for b, m, c in zip(borders, data["movement"], data["correct"], strict=True) if m == 1 and c == 1]
    wander = []
    for start, end in squats[::7]:
        places = numpy.array([joint_places(positions[i], angles[i]) for i in range(start, end, 3)])
        assert numpy.ptp(places[:, 0, 1]) > 20.0  # centimetres that the waist goes down
        wander += [places[:, ankle].std(axis=0).max() for ankle in (16, 20)]
    assert sorted(wander)[len(wander) // 2] < 5.0
