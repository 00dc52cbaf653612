"""What a camera would see of a movement, and the truth beside it."""

import io
import json
import zipfile
from dataclasses import replace
from math import dist, isfinite
from random import Random
from typing import Any

import pytest

from support.movements import performance
from unbend.body.angles import Side
from unbend.body.camera import ORDER, STANDS, camera
from unbend.body.recording import Recording, Setting, record
from unbend.service.landmarks import as_json, as_npz

PLAIN = Setting(repetitions=3, noise=0.0, view="side", frames_a_second=15.0)
LEFT_HIP, RIGHT_HIP, LEFT_KNEE, RIGHT_KNEE, RIGHT_ANKLE = 23, 24, 25, 26, 28


def recorded(exercise: str, *, seed: int = 1, **changes: Any) -> Recording:
    return record(performance(exercise), replace(PLAIN, **changes), Random(seed))


def test_there_are_the_33_points_of_blazepose_in_its_order() -> None:
    assert len(ORDER) == 33
    assert [ORDER[i] for i in (0, 2, 5, 7, 11, 12, 15, 24, 27, 32)] == [
        ("nose", None), ("eye", Side.LEFT), ("eye", Side.RIGHT), ("ear", Side.LEFT), ("shoulder", Side.LEFT),
        ("shoulder", Side.RIGHT), ("wrist", Side.LEFT), ("hip", Side.RIGHT), ("ankle", Side.LEFT),
        ("foot index", Side.RIGHT),
    ]  # fmt: skip


def test_the_same_seed_gives_the_same_recording_and_another_another() -> None:
    assert recorded("glute-bridge", noise=0.01) == recorded("glute-bridge", noise=0.01)
    assert recorded("glute-bridge", noise=0.01) != recorded("glute-bridge", noise=0.01, seed=2)


def test_world_points_stand_round_the_hips_with_the_bodys_own_lengths() -> None:
    seen = recorded("sit-to-stand").seen[0].world
    assert [(a + b) / 2 for a, b in zip(seen[LEFT_HIP][:3], seen[RIGHT_HIP][:3], strict=True)] == pytest.approx(
        [0, 0, 0]
    )
    build = performance("sit-to-stand").build
    assert dist(seen[RIGHT_HIP][:3], seen[RIGHT_KNEE][:3]) == pytest.approx(build.share("thigh"), abs=1e-6)
    assert dist(seen[RIGHT_KNEE][:3], seen[RIGHT_ANKLE][:3]) == pytest.approx(build.share("shank"), abs=1e-6)


def test_the_near_side_is_seen_better_than_the_far_one() -> None:
    seen = recorded("sit-to-stand").seen[0]
    assert seen.image[RIGHT_KNEE][3] > seen.image[LEFT_KNEE][3]
    assert seen.world[RIGHT_KNEE][2] < seen.world[LEFT_KNEE][2]


@pytest.mark.parametrize("view", STANDS)
@pytest.mark.parametrize("exercise", ["glute-bridge", "brisk-walk", "side-plank", "bird-dog"])
def test_the_whole_body_is_in_the_picture_from_every_view(exercise: str, view: str) -> None:
    for seen in recorded(exercise, view=view).seen:
        assert all(0.0 < x < 1.0 and 0.0 < y < 1.0 and isfinite(z) for x, y, z, _ in seen.image)


def test_the_true_repetitions_are_told() -> None:
    recording = recorded("sit-to-stand", repetitions=4)
    assert len(recording.repetitions) == 4
    assert all(r.side == "both" for r in recording.repetitions)
    ends = [r.end for r in recording.repetitions]
    assert all(later.start >= end for end, later in zip(ends, recording.repetitions[1:], strict=False))
    assert recording.times[-1] >= ends[-1]


def test_a_repetition_tells_the_range_of_what_is_counted() -> None:
    recording = recorded("sit-to-stand")
    count = performance("sit-to-stand").movement.count
    assert count is not None
    keys = [key.posture.angles[count.angle] for key in performance("sit-to-stand").keys]
    for repetition in recording.repetitions:
        assert repetition.low == pytest.approx(min(keys), abs=4)
        assert repetition.high == pytest.approx(max(keys), abs=4)


def test_the_knee_really_moves_between_the_frames() -> None:
    """A frozen recording would make every counter look perfect."""
    recording = recorded("sit-to-stand")
    heights = [seen.world[RIGHT_KNEE][1] for seen in recording.seen]
    assert max(heights) - min(heights) > 0.1


def test_sides_take_turns_where_the_movement_does() -> None:
    assert [r.side for r in recorded("march-on-the-spot").repetitions] == ["right", "left", "right"]


def test_the_left_side_is_the_mirror_image() -> None:
    right, left = recorded("bird-dog"), recorded("bird-dog", side=Side.LEFT)
    assert {r.side for r in right.repetitions} == {"right"}
    assert {r.side for r in left.repetitions} == {"left"}
    x, y, z, v = right.seen[5].image[RIGHT_KNEE]
    assert left.seen[5].image[LEFT_KNEE] == pytest.approx((1 - x, y, z, v))


def test_noise_is_as_large_as_asked() -> None:
    clean, noisy = recorded("glute-bridge"), recorded("glute-bridge", noise=0.02)
    gaps = [
        a[RIGHT_KNEE][i] - b[RIGHT_KNEE][i]
        for a, b in zip((s.world for s in clean.seen), (s.world for s in noisy.seen), strict=True)
        for i in range(3)
    ]
    assert (sum(g * g for g in gaps) / len(gaps)) ** 0.5 == pytest.approx(0.02, rel=0.2)


def test_a_camera_from_above_sees_somebody_lying_full_length() -> None:
    frames = [performance("glute-bridge").at(0.0)]
    assert camera(frames, view="above").width > camera(frames, view="above").height


def test_the_files_hold_what_was_recorded() -> None:
    recording = recorded("glute-bridge", noise=0.01)
    told = json.loads(as_json(recording))
    assert set(told) == {"exercise", "view", "width", "height", "t", "image", "world", "repetitions", "holds"}
    assert len(told["image"]) == len(told["world"]) == len(told["t"]) == len(recording.times)
    assert len(told["image"][0]) == 33
    assert set(told["repetitions"][0]) == {"start", "end", "side", "low", "high"}
    with zipfile.ZipFile(io.BytesIO(as_npz(recording))) as archive:
        head = archive.read("image.npy")[:128]
        assert f"'shape': ({len(recording.times)}, 33, 4)".encode() in head
        assert len(archive.read("image.npy")) == 128 + len(recording.times) * 33 * 4 * 4
        assert all(len(archive.read(name)[:10]) == 10 for name in archive.namelist())


def test_the_same_recording_is_the_same_file() -> None:
    recording = recorded("glute-bridge")
    assert as_npz(recording) == as_npz(recording)
