"""The pose models are made from known weights, untouched, and always come out the same."""

import hashlib
import io
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import assets, pose_model
from tools.flatbuffer import Floats, Number, Old, Read, Table, written

NAMES = ["pose_detector.tflite", "pose_landmarks_detector.tflite"]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    node = assets.find_node()
    assert node is not None
    assets.install(node)
    return pose_model.bundles()


def models(bundle: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as packed:
        assert [entry.compress_type for entry in packed.infolist()] == [zipfile.ZIP_STORED] * 2
        assert packed.namelist() == NAMES
        return [packed.read(name) for name in NAMES]


def text(table: Read, name: int) -> str:
    start = table.pointed(name)
    assert start is not None
    length = int.from_bytes(table.buffer[start : start + 4], "little")
    return table.buffer[start + 4 : start + 4 + length].decode()


def test_both_models_are_made_and_come_out_the_same_each_time(made: dict[str, bytes]) -> None:
    assert {name: len(content) for name, content in made.items()} == {
        "pose-lite.task": 5_786_274,
        "pose-full.task": 9_407_074,
    }
    assert pose_model.bundles() == made


def test_the_weights_stand_in_the_models_byte_for_byte(made: dict[str, bytes]) -> None:
    for bundle in pose_model.BUNDLES:
        for weights, model in zip((pose_model.DETECTOR, bundle.landmarks), models(made[bundle.name]), strict=True):
            old = (pose_model.WEIGHTS / weights.file).read_bytes()[: weights.size]
            assert model.endswith(old)
            assert (len(model) - len(old)) % 16 == 0, "the data of tensors must stay at multiples of 16"


def test_each_model_says_how_a_picture_becomes_numbers(made: dict[str, bytes]) -> None:
    for bundle in pose_model.BUNDLES:
        for weights, model in zip((pose_model.DETECTOR, bundle.landmarks), models(made[bundle.name]), strict=True):
            root = Read.root(model)
            entry = Read(model, root.positions(pose_model.METADATA)[-1])
            buffers = root.positions(pose_model.BUFFERS)
            assert text(entry, pose_model.ENTRY_NAME) == "TFLITE_METADATA"
            assert entry.number(pose_model.ENTRY_BUFFER) == len(buffers) - 1
            start = Read(model, buffers[-1]).pointed(pose_model.BUFFER_DATA)
            assert start is not None
            assert (start + 4) % 16 == 0
            picture = _input_of(Read.root(model[start + 4 :]))
            assert _scale_of(picture) == (weights.mean, weights.deviation)


def _input_of(metadata: Read) -> Read:
    graph = Read(metadata.buffer, metadata.positions(pose_model.MODEL_GRAPHS)[0])
    return Read(metadata.buffer, graph.positions(pose_model.GRAPH_INPUTS)[0])


def _scale_of(picture: Read) -> tuple[float, float]:
    unit = Read(picture.buffer, picture.positions(pose_model.TENSOR_PROCESS)[0])
    assert unit.number(pose_model.UNION_KIND) == pose_model.NORMALIZATION
    options = unit.pointed(pose_model.UNION_VALUE)
    assert options is not None
    scale = Read(picture.buffer, options)
    return _float(scale, pose_model.MEAN), _float(scale, pose_model.DEVIATION)


def _float(table: Read, name: int) -> float:
    start = table.pointed(name)
    assert start is not None
    assert int.from_bytes(table.buffer[start : start + 4], "little") == 1
    return float(struct.unpack_from("<f", table.buffer, start + 4)[0])


def test_missing_weights_are_said_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(pose_model.NoModel, match=r"pose_solution_packed_assets\.data is missing: `npm ci`"):
        pose_model.bundles(tmp_path)
    assert pose_model.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_other_weights_than_those_tested_are_refused(tmp_path: Path) -> None:
    (tmp_path / pose_model.DETECTOR.file).write_bytes(b"other weights")
    with pytest.raises(pose_model.NoModel, match="has the hash"):
        pose_model.bundles(tmp_path)


def test_another_outcome_than_the_one_tested_is_refused(
    made: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tuple(replace(bundle, sha256=hashlib.sha256(b"").hexdigest()) for bundle in pose_model.BUNDLES)
    monkeypatch.setattr(pose_model, "BUNDLES", other)
    assert made
    with pytest.raises(pose_model.NoModel, match="came out with the hash"):
        pose_model.bundles()


words = st.text(max_size=9)
numbers = st.integers(0, 2**32 - 1)


@given(words, numbers, st.lists(st.floats(width=32, allow_nan=False), max_size=5), st.binary(max_size=40), numbers)
def test_what_is_written_is_read_again(name: str, number: int, floats: list[float], data: bytes, other: int) -> None:
    inner = [Table({0: Number(number)}), Table({1: name})]
    buffer = written(Table({0: name, 2: Number(other), 3: Floats(floats), 5: data, 6: inner}), b"TEST")
    root = Read.root(buffer)
    assert buffer[4:8] == b"TEST"
    assert text(root, 0) == name
    assert (root.slot(1), root.pointed(4), root.number(7), root.number(2)) == (None, None, 0, other)
    start = root.pointed(5)
    assert start is not None
    assert (start + 4) % 16 == 0
    assert buffer[start + 4 : start + 4 + len(data)] == data
    first, second = (Read(buffer, at) for at in root.positions(6))
    assert (first.number(0), text(second, 1)) == (number, name)


@given(words, numbers, words)
def test_a_new_root_before_an_old_buffer_reaches_all_of_it(name: str, number: int, added: str) -> None:
    old = written(Table({0: name, 1: [Table({0: Number(number)})]}), b"OLD1")
    before = Read.root(old)
    at = before.pointed(0)
    assert at is not None
    new = written(
        Table({0: Old(at), 1: [*map(Old, before.positions(1)), Table({0: Number(7)})], 2: added}), b"NEW1", before=old
    )
    root = Read.root(new)
    assert new.endswith(old)
    assert (text(root, 0), text(root, 2)) == (name, added)
    assert [Read(new, position).number(0) for position in root.positions(1)] == [number, 7]
