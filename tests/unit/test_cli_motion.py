"""`unbend motion analyse` as it is typed, and the files it reads."""

import io
import json
import math
import re
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from support.coaching import recorded
from support.command import on_a_terminal, run
from support.shared_data import shared
from unbend.record.errors import BadInput
from unbend.service import npz
from unbend.service.landmark_file import read_landmarks
from unbend.service.landmarks import as_json, as_npz
from unbend.service.video import landmarks_of

SMALL = {"t": [0.0, 0.1], "image": [[[0.5, 0.5, 0.0, 0.9]] * 33] * 2, "width": 640, "height": 480}


def analysed(*arguments: object) -> dict[str, Any]:
    done = run("motion", "analyse", *arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def written(tmp_path: Path, content: object) -> Path:
    file = tmp_path / "recording.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


def refused(*arguments: object) -> str:
    done = run("motion", "analyse", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_the_example_of_the_how_to_runs_as_it_stands_there(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/how-to/recordings.md").read_text(encoding="utf-8")
    drawn, analysed, *_ = [
        line.split()[1:] for line in page.splitlines() if re.match(r" +unbend (figure|motion .*npz)", line)
    ]
    file = str(tmp_path / "squats.npz")
    outputs = [run(*(file if word == "squats.npz" else word for word in line)) for line in (drawn, analysed)]
    assert [(done.returncode, done.stderr) for done in outputs] == [(0, "")] * 2
    shown = re.findall(r"```text\n(.*?)\n    \.\.\.\n```", page, re.DOTALL)
    assert len(shown) == 1
    assert shown[0] in outputs[1].stdout


def test_a_recording_is_counted_the_same_from_both_kinds_of_file(tmp_path: Path) -> None:
    arrays, plain = tmp_path / "bridge.npz", tmp_path / "bridge.json"
    arrays.write_bytes(as_npz(recorded("glute-bridge")))
    plain.write_text(as_json(recorded("glute-bridge")), encoding="utf-8")
    told = analysed(arrays, "--exercise", "glute-bridge")
    assert len(told["repetitions"]) == len(recorded("glute-bridge").repetitions)
    assert set(told) >= {"repetitions", "holds", "sides", "faults"}
    assert told["sides"]["both"]["repetitions"] == len(told["repetitions"])
    same = analysed(plain, "--exercise", "glute-bridge")
    assert [one["start"] for one in same["repetitions"]] == pytest.approx([r["start"] for r in told["repetitions"]])


def test_the_clip_of_two_squats_has_two_squats() -> None:
    told = analysed(shared("clips/rohan-squat.npz"), "--exercise", "squat-full")
    first, second = told["repetitions"]
    assert (first["start"], first["end"]) == pytest.approx((8.9, 11.3), abs=0.6)
    assert (second["start"], second["end"]) == pytest.approx((15.4, 18.1), abs=0.6)
    assert all(90 < one["range"] < 130 and one["side"] == "both" for one in told["repetitions"])


@pytest.mark.parametrize("left_out", ["image", "world"])
def test_one_kind_of_landmarks_is_enough(tmp_path: Path, left_out: str) -> None:
    data = json.loads(as_json(recorded("glute-bridge")))
    del data[left_out]
    told = analysed(written(tmp_path, data), "--exercise", "glute-bridge")
    assert len(told["repetitions"]) == len(recorded("glute-bridge").repetitions)


def test_a_person_reads_a_few_plain_lines(tmp_path: Path) -> None:
    file = tmp_path / "bridge.npz"
    file.write_bytes(as_npz(recorded("glute-bridge")))
    done = run("motion", "analyse", file, "--exercise", "glute-bridge")
    assert done.returncode == 0
    assert "2 repetitions" in done.stdout
    assert "form" in done.stdout
    assert len(done.stdout.splitlines()) < 20


def test_what_a_camera_cannot_count_is_said_and_only_timed(tmp_path: Path) -> None:
    file = tmp_path / "cat.npz"
    file.write_bytes(as_npz(recorded("cat-cow")))
    done = run("motion", "analyse", file, "--exercise", "cat-cow")
    assert "cannot count this one" in done.stdout
    told = analysed(file, "--exercise", "cat-cow")
    assert (told["repetitions"], told["counts"]) == ([], None)
    assert sum(one["seconds"] for one in told["holds"]) > 3.0


def test_on_a_terminal_a_line_says_how_far_it_has_come_and_is_gone_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "bridge.npz"
    file.write_bytes(as_npz(recorded("glute-bridge")))
    done, line = on_a_terminal("motion", "analyse", file, "--exercise", "glute-bridge")
    shares = [int(share) for share in re.findall(r"\rLooking through it: (\d+) %", line)]
    assert done == run("motion", "analyse", file, "--exercise", "glute-bridge").stdout, "a pipe gets the page alone"
    assert len(shares) > 20
    assert shares == sorted(set(shares))
    assert 0 <= shares[0] <= shares[-1] <= 100
    assert re.search(r"\r +\r$", line), "nothing of it stays"


def test_a_recording_that_is_refused_leaves_no_line_behind(tmp_path: Path) -> None:
    done, line = on_a_terminal("motion", "analyse", written(tmp_path, "no"), "--exercise", "glute-bridge")
    assert done == ""
    assert re.fullmatch(r"unbend: [^\r]*\r\n", line)


def test_an_unknown_exercise_names_the_nearest(tmp_path: Path) -> None:
    said = refused(written(tmp_path, SMALL), "--exercise", "nonsense")
    assert said == 'unbend: --exercise: "nonsense" is not known; `unbend catalogue list` names them all\n'
    assert "glute-bridge" in refused(written(tmp_path, SMALL), "--exercise", "glut-bridge")
    assert "--exercise" in refused(written(tmp_path, SMALL))
    assert "LANDMARKS" in refused("--exercise", "glute-bridge")
    assert "--view" in refused(written(tmp_path, SMALL), "--exercise", "glute-bridge", "--view", "above-all")
    assert "--side" in refused(written(tmp_path, SMALL), "--exercise", "glute-bridge", "--side", "up")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"t": None}, "no times"),
        ({"t": []}, "shape"),
        ({"t": [0.1, 0.0]}, "before"),
        ({"t": [0.0, None]}, "no time"),
        ({"t": ["a", "b"]}, "number"),
        ({"t": 3}, "list"),
        ({"image": None}, "neither image nor world"),
        ({"image": [[[0.5, 0.5, 0.0, 0.9]] * 33]}, "shape"),
        ({"image": [[[0.5, 0.5, 0.0]] * 33] * 2}, "landmark"),
        ({"image": [[[0.5, 0.5, 0.0, 0.9]] * 32] * 2}, "33"),
        ({"image": "no"}, "list"),
        ({"width": None}, "size"),
        ({"height": 0}, "size"),
        ({"width": True}, "number"),
    ],
)
def test_a_wrong_recording_is_told_in_one_sentence(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    data = {key: value for key, value in {**SMALL, **changes}.items() if value is not None}
    with pytest.raises(BadInput, match=says):
        read_landmarks(written(tmp_path, data))


@pytest.mark.parametrize("content", ["", "   ", "{", "[1]", "null", "[" * 100_000, "{'t': 1}"])
def test_what_is_no_recording_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(BadInput):
        read_landmarks(written(tmp_path, content))


def npy(kind: str, shape: tuple[int, ...], content: bytes, *, fortran: bool = False) -> bytes:
    head = f"{{'descr': '{kind}', 'fortran_order': {fortran}, 'shape': {shape}, }}".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head + content


def packed(**arrays: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in arrays.items():
            archive.writestr(f"{name}.npy", content)
    return file.getvalue()


T = npy("<f8", (2,), struct.pack("<2d", 0.0, 0.1))
POINTS = [i / 1000 for i in range(2 * 33 * 4)]
WORLD = npy("<f4", (2, 33, 4), struct.pack(f"<{len(POINTS)}f", *POINTS))


def read(tmp_path: Path, content: bytes) -> Any:
    file = tmp_path / "recording.npz"
    file.write_bytes(content)
    return read_landmarks(file)


def test_arrays_are_read_whatever_order_their_bytes_are_in(tmp_path: Path) -> None:
    plain = read(tmp_path, packed(t=T, world=WORLD))
    big = npy(">f8", (2, 33, 4), struct.pack(f">{len(POINTS)}d", *POINTS))
    columns = [POINTS[(n * 33 + p) * 4 + k] for k in range(4) for p in range(33) for n in range(2)]
    turned = npy("<f8", (2, 33, 4), struct.pack(f"<{len(columns)}d", *columns), fortran=True)
    for other in (big, turned):
        again = read(tmp_path, packed(t=T, world=other))
        for one, same in zip(plain, again, strict=True):
            assert [v for point in same.world for v in point] == pytest.approx(
                [v for point in one.world for v in point]
            )


def test_frames_without_a_pose_and_landmarks_without_a_number_are_not_seen(tmp_path: Path) -> None:
    values = [math.nan] * 132 + [math.inf, 0.0, 0.0, 0.9] + [0.1] * 128
    frames = read(tmp_path, packed(t=T, world=npy("<f4", (2, 33, 4), struct.pack("<264f", *values))))
    assert frames[0].world is None
    assert frames[1].world[0][3] == 0.0
    assert frames[-1].world == frames[1].world
    assert [frame.time for frame in frames[0:2]] == [0.0, 0.1]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and no more",
        packed(t=b"no array"),
        packed(t=T, world=WORLD[:200]),
        packed(t=npy("<U4", (2,), b"")),
        packed(t=npy("|O", (2,), b"")),
        packed(t=npy("<f8", (-2,), b"")),
        packed(t=npy("<f8", (10**12,), b"")),
        packed(t=T, world=npy("<f4", (2, 33, 3), bytes(2 * 33 * 3 * 4))),
        packed(world=WORLD),
        packed(t=T, image=WORLD),
        packed(),
    ],
)
def test_broken_arrays_are_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadInput) as wrong:
        read(tmp_path, content)
    assert "\n" not in str(wrong.value)


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(npz, "MOST_UNPACKED", 1_000_000)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("t.npy", bytes(1_000_001))
    with pytest.raises(BadInput, match="too large"):
        read(tmp_path, file.getvalue())


def test_no_file_and_a_folder_are_said_so(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "gone.npz", "--exercise", "glute-bridge")
    assert "directory" in refused(tmp_path, "--exercise", "glute-bridge")


def test_without_the_extra_a_video_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "mediapipe", None)
    with pytest.raises(BadInput, match=r"unbend\[video\]"):
        landmarks_of(tmp_path / "film.mp4")


def test_a_video_and_landmarks_are_not_both_taken(tmp_path: Path) -> None:
    file = written(tmp_path, SMALL)
    assert "LANDMARKS" in refused(file, "--video", file, "--exercise", "glute-bridge")
    assert "--model" in refused(file, "--model", file, "--exercise", "glute-bridge")
