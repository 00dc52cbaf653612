"""Make the pose models of the camera coach from the weights in npm's `@mediapipe/pose`. Only the standard library.

The browser's pose library reads a bundle: a zip, not packed, of a model that finds a person and one that finds the 33
landmarks, each with metadata that say how a picture's bytes become numbers. The npm package has none of those.
"""

import hashlib
import io
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.flatbuffer import Floats, Number, Old, Read, Table, written

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "frontend" / "node_modules" / "@mediapipe" / "pose"
EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3

# Fields of the tables Model, Metadata and Buffer of TensorFlow Lite's schema.
VERSION, CODES, GRAPHS, DESCRIPTION, BUFFERS, METADATA_BUFFER, METADATA = range(7)
ENTRY_NAME, ENTRY_BUFFER, BUFFER_DATA = 0, 1, 0
# Fields of the tables of its metadata schema, and members of that schema's unions.
MODEL_NAME, MODEL_GRAPHS, MODEL_PARSER = 0, 3, 7
GRAPH_INPUTS = 2
TENSOR_NAME, TENSOR_CONTENT, TENSOR_PROCESS = 0, 3, 4
UNION_KIND, UNION_VALUE = 0, 1
IMAGE_PROPERTIES, IMAGE_COLOURS, RED_GREEN_BLUE = 2, 0, 1
NORMALIZATION, MEAN, DEVIATION = 1, 0, 1


class NoModel(Exception):
    """A pose model could not be made; one sentence says why."""


@dataclass(frozen=True)
class Weights:
    """One model of the npm package: where it lies, its hash, and how a byte of a picture becomes its input."""

    file: str
    sha256: str
    name: str
    mean: float
    deviation: float
    size: int | None = None  # the file holds other things behind it


@dataclass(frozen=True)
class Bundle:
    """One model as the browser loads it."""

    name: str
    landmarks: Weights
    sha256: str


DETECTOR = Weights(
    "pose_solution_packed_assets.data",
    "a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85",
    "PoseDetector", 127.5, 127.5, size=2_962_288,
)  # fmt: skip
BUNDLES = (
    Bundle(
        "pose-lite.task",
        Weights(
            "pose_landmark_lite.tflite",
            "f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61",
            "PoseLandmarks", 0.0, 255.0,
        ),
        "edc9e4b476b49105d0f5f0526ce902f8e19dff4b48f06c16c7471cc7e3f47fe8",
    ),
    Bundle(
        "pose-full.task",
        Weights(
            "pose_landmark_full.tflite",
            "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
            "PoseLandmarks", 0.0, 255.0,
        ),
        "f211b29c05f326f9f901301344947cf87d6f1f670651664b7d53749471ebf1fa",
    ),
)  # fmt: skip


def bundles(weights: Path = WEIGHTS) -> dict[str, bytes]:
    """The models by their names, always the same bytes. Raises NoModel."""
    detector = _with_metadata(DETECTOR, weights)
    return {bundle.name: _bundled(bundle, detector, _with_metadata(bundle.landmarks, weights)) for bundle in BUNDLES}


def _bundled(bundle: Bundle, detector: bytes, landmarks: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for name, content in (("pose_detector.tflite", detector), ("pose_landmarks_detector.tflite", landmarks)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = UNIX
            packed.writestr(entry, content)
    found = hashlib.sha256(made.getvalue()).hexdigest()
    if found != bundle.sha256:
        raise NoModel(f"{bundle.name} came out with the hash {found}, and {bundle.sha256} is the one that was tested.")
    return made.getvalue()


def _with_metadata(weights: Weights, folder: Path) -> bytes:
    """The model with one more buffer, the metadata, and its entry; the weights stay as they are."""
    old = _read(weights, folder)
    model = Read.root(old)
    buffers, entries = model.positions(BUFFERS), model.positions(METADATA)
    fields = {name: Old(at) for name in (CODES, GRAPHS, DESCRIPTION, METADATA_BUFFER) if (at := model.pointed(name))}
    entry = Table({ENTRY_NAME: "TFLITE_METADATA", ENTRY_BUFFER: Number(len(buffers))})
    root = Table(
        {
            VERSION: Number(model.number(VERSION)),
            **fields,
            BUFFERS: [*map(Old, buffers), Table({BUFFER_DATA: _metadata(weights)})],
            METADATA: [*map(Old, entries), entry],
        }
    )
    return written(root, b"TFL3", before=old)


def _metadata(weights: Weights) -> bytes:
    scale = Table({MEAN: Floats([weights.mean]), DEVIATION: Floats([weights.deviation])})
    picture = Table(
        {
            TENSOR_NAME: "image",
            TENSOR_CONTENT: _union(IMAGE_PROPERTIES, Table({IMAGE_COLOURS: Number(RED_GREEN_BLUE)})),
            TENSOR_PROCESS: [_union(NORMALIZATION, scale)],
        }
    )
    graph = Table({GRAPH_INPUTS: [picture]})
    return written(Table({MODEL_NAME: weights.name, MODEL_GRAPHS: [graph], MODEL_PARSER: "1.0.0"}), b"M001")


def _union(kind: int, value: Table) -> Table:
    return Table({UNION_KIND: Number(kind), UNION_VALUE: value})


def _read(weights: Weights, folder: Path) -> bytes:
    path = folder / weights.file
    try:
        content = path.read_bytes()[: weights.size]
    except FileNotFoundError:
        raise NoModel(f"{path} is missing: `npm ci` in frontend/ installs it.") from None
    found = hashlib.sha256(content).hexdigest()
    if found != weights.sha256:
        raise NoModel(f"{path} has the hash {found}, and {weights.sha256} is the one that was tested.")
    return content


def main(arguments: Sequence[str]) -> int:
    """Writes both models into a folder; 0 when they are there."""
    if len(arguments) != 1:
        print("usage: python tools/pose_model.py FOLDER", file=sys.stderr)
        return 2
    try:
        made = bundles()
    except NoModel as problem:
        print(problem, file=sys.stderr)
        return 1
    for name, content in made.items():
        (Path(arguments[0]) / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
