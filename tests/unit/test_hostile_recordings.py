"""Recordings made to do harm, or written by a program that went wrong: refused in one sentence, or looked through."""

import io
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from support.coaching import recorded
from support.command import run
from support.references import reference
from unbend.motion.analysis import analyse, smoothed
from unbend.motion.plain import points_from
from unbend.motion.pose import PoseFrame
from unbend.record.errors import BadInput
from unbend.service.landmark_file import read_landmarks
from unbend.service.landmarks import as_json


def array_of(head: str, content: bytes = b"") -> bytes:
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head.encode() + content


def packed(how: int, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        archive.writestr("t.npy", content)
    return file.getvalue()


def refused(tmp_path: Path, content: bytes) -> str:
    file = tmp_path / "recording.npz"
    file.write_bytes(content)
    with pytest.raises(BadInput) as wrong:
        read_landmarks(file)
    assert "\n" not in str(wrong.value)
    return str(wrong.value)


def test_a_head_that_names_no_values_is_no_array(tmp_path: Path) -> None:
    assert "no NumPy array" in refused(tmp_path, packed(zipfile.ZIP_STORED, array_of("{[]: 1}")))


def test_columns_of_nothing_are_not_counted_through(tmp_path: Path) -> None:
    head = "{'descr': '<f8', 'fortran_order': True, 'shape': (100000000000, 0)}"
    assert "shape" in refused(tmp_path, packed(zipfile.ZIP_STORED, array_of(head)))


def test_more_dimensions_than_numpy_has_are_none(tmp_path: Path) -> None:
    head = f"{{'descr': '<f8', 'fortran_order': False, 'shape': {(1,) * 3000}}}"
    assert len(refused(tmp_path, packed(zipfile.ZIP_STORED, array_of(head, bytes(8))))) < 300


@pytest.mark.parametrize("how", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_what_numpy_never_packs_so_is_not_unpacked(tmp_path: Path, how: int) -> None:
    broken = bytearray(packed(how, bytes(100)))
    broken[45] ^= 0xFF
    assert "broken" in refused(tmp_path, bytes(broken))


def test_a_directory_that_points_before_the_file_is_broken(tmp_path: Path) -> None:
    whole = bytearray(packed(zipfile.ZIP_STORED, bytes(100)))
    whole[-6:-2] = struct.pack("<I", 2_000_000_000)
    assert "broken" in refused(tmp_path, bytes(whole))


def test_no_more_is_unpacked_than_a_member_says_it_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []

    class Counting(zipfile.ZipFile):
        def open(self, *args: object, **more: object) -> object:  # type: ignore[override]
            member = super().open(*args, **more)  # type: ignore[arg-type]
            decompress = member._decompressor.decompress  # type: ignore[attr-defined]

            class Unpacks:
                eof = False
                unconsumed_tail = b""

                def decompress(self, data: bytes, most: int) -> bytes:
                    found: bytes = decompress(data, most)
                    taken.append(len(found))
                    return found

            member._decompressor = Unpacks()  # type: ignore[attr-defined]
            return member

    size = 20_000_000
    lies = packed(zipfile.ZIP_DEFLATED, bytes(size)).replace(struct.pack("<I", size), struct.pack("<I", 100))
    monkeypatch.setattr(zipfile, "ZipFile", Counting)
    assert "broken" in refused(tmp_path, lies)
    assert 0 < sum(taken) < 100_000


FAR = [1e300, 1e300, 1e300, 1.0] * 33


def test_landmarks_further_off_than_anything_are_nobody() -> None:
    assert points_from(FAR, "world") is None
    assert points_from([0.5, 0.5, 0.0, 1.0, *FAR[4:]], "world") is not None


def test_years_between_two_frames_are_not_filled_with_frames() -> None:
    times = [i / 30 + (i % 3) / 200 for i in range(20)]
    values = [float(i % 7) for i in range(20)]
    apart = smoothed([*times, *(t + 1e12 for t in times)], [*values, *values])
    assert len(apart) == 40
    assert apart[:20] == pytest.approx(smoothed(times, values), abs=2.0)


def test_frames_a_billionth_of_a_second_apart_are_looked_through() -> None:
    points = [(0.5, 0.1 + i / 40, 0.0, 1.0) for i in range(33)]
    frames = [PoseFrame(t, points, points, 640, 480) for t in (*(i * 1e-12 for i in range(20)), 1.0)]
    assert analyse(frames, reference("squat-full")).state.count == 0


@pytest.mark.parametrize(
    "changes",
    [
        lambda whole: {"t": whole["t"][:1], "image": whole["image"][:1], "world": None},
        lambda whole: {"t": whole["t"][:4], "image": whole["image"][:4], "world": whole["world"][:4]},
        lambda whole: {"image": [None] * len(whole["t"]), "world": None},
        lambda whole: {"image": None, "world": [None] * len(whole["t"])},
        lambda whole: {"t": [i * 3e7 for i in range(len(whole["t"]))]},
        lambda whole: {"t": [0.0] * len(whole["t"])},
    ],
    ids=["one-frame", "four-frames", "nobody", "nobody-in-space", "years-apart", "all-at-once"],
)
def test_a_recording_with_nothing_in_it_is_answered_in_a_few_lines(tmp_path: Path, changes: Any) -> None:
    whole = json.loads(as_json(recorded("glute-bridge")))
    told = {key: value for key, value in {**whole, **changes(whole)}.items() if value is not None}
    file = tmp_path / "recording.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    done = run("motion", "analyse", file, "--exercise", "glute-bridge")
    assert (done.returncode, done.stderr) == (0, "")
    assert "No repetition" in done.stdout
    assert "Held" not in done.stdout
    assert len(done.stdout.splitlines()) < 15
