"""A recording of landmarks as a file, `.npz` or JSON, made into frames for the coach."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

from unbend.body.camera import ORDER, Landmark
from unbend.motion.plain import UNSEEN, point_from
from unbend.motion.pose import PoseFrame
from unbend.record.errors import BadInput
from unbend.record.values import shown
from unbend.service.npz import Array, read_npz

MOST_BYTES = 300_000_000
MOST_FRAMES = 200_000
"""An hour at 55 frames a second."""

POINTS, NUMBERS = len(ORDER), 4
_ARRAYS = ("t", "image", "world", "width", "height")


@dataclass(frozen=True)
class Landmarks(Sequence[PoseFrame]):
    """The frames of a recording, each made when it is asked for: an hour of them would fill the memory."""

    times: Sequence[float]
    image: Sequence[float] | None
    world: Sequence[float] | None
    width: int
    height: int

    def __len__(self) -> int:
        return len(self.times)

    @overload
    def __getitem__(self, index: int) -> PoseFrame: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[PoseFrame]: ...
    def __getitem__(self, index: int | slice) -> PoseFrame | Sequence[PoseFrame]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        image, world = _points(self.image, place), _points(self.world, place)
        return PoseFrame(self.times[place], image, world, self.width, self.height)

    def __iter__(self) -> Iterator[PoseFrame]:
        return (self[i] for i in range(len(self)))


def read_landmarks(path: Path) -> Landmarks:
    """The frames of the file. Raises BadInput for whatever is no recording of landmarks."""
    name = str(path) if path != Path() else '""'
    content = _bytes(path, name)
    if content[:2] == b"PK":
        return _landmarks(read_npz(content, _ARRAYS, name=name), name)
    if path.suffix == ".npz":
        raise BadInput(name, "it is no .npz file, or a broken one", "write it with numpy.savez")
    return _landmarks(_from_json(content, name), name)


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(name, (error.strerror or "cannot be read").lower(), "name a file that can be read") from None
    except ValueError:
        raise BadInput(name, "no file can be called so", "name a file that can be read") from None
    if len(content) > MOST_BYTES:
        raise BadInput(name, "it is too large", f"at most {MOST_BYTES // 1_000_000} MB are read")
    if not content.strip():
        raise BadInput(name, "it is empty", "name a recording of landmarks")
    return content


def _landmarks(arrays: Mapping[str, Array], name: str) -> Landmarks:
    if "t" not in arrays:
        raise BadInput(name, "it has no times", "write them as t, in seconds")
    times = _times(arrays["t"], f"{name}, t")
    image, world = (_coordinates(arrays.get(key), len(times), f"{name}, {key}") for key in ("image", "world"))
    if image is None and world is None:
        raise BadInput(name, "it has neither image nor world", "write one of them, or both")
    width, height = (
        _pixels(arrays.get(key), f"{name}, {key}") if image is not None else 1 for key in ("width", "height")
    )
    return Landmarks(times, image, world, width, height)


def _times(array: Array, where: str) -> Sequence[float]:
    if len(array.shape) != 1 or array.shape[0] == 0:
        raise BadInput(where, f"it has the shape {_shape(array)}", "write one time in seconds for each frame")
    if array.shape[0] > MOST_FRAMES:
        raise BadInput(where, f"there are {array.shape[0]} frames", f"at most {MOST_FRAMES} are read")
    last = -math.inf
    for i, time in enumerate(array.values):
        if not math.isfinite(time):
            raise BadInput(where, f"frame {i} has no time", "write one time in seconds for each frame")
        if time < last:
            raise BadInput(where, f"frame {i} comes before the one before it", "put the frames in order of time")
        last = time
    return array.values


def _coordinates(array: Array | None, frames: int, where: str) -> Sequence[float] | None:
    if array is None:
        return None
    if array.shape != (frames, POINTS, NUMBERS):
        allowed = f"({frames}, {POINTS}, {NUMBERS}) is needed: a row of x, y, z and visibility for each landmark"
        raise BadInput(where, f"it has the shape {_shape(array)}", allowed)
    return array.values


def _pixels(array: Array | None, where: str) -> int:
    value = array.values[0] if array is not None and len(array.values) == 1 else math.nan
    if not (math.isfinite(value) and 1 <= value <= 100_000):
        raise BadInput(where, "the picture's size is missing or wrong", "write it in pixels, such as 1280")
    return round(value)


def _shape(array: Array) -> str:
    return "x".join(map(str, array.shape)) or "of one number"


def _points(values: Sequence[float] | None, frame: int) -> Sequence[Landmark] | None:
    """The landmarks of one frame; None where there is no pose. A landmark that is no number is one that is not seen."""
    if values is None:
        return None
    row = values[frame * POINTS * NUMBERS : (frame + 1) * POINTS * NUMBERS]
    points = [point_from(row[i], row[i + 1], row[i + 2], row[i + 3]) for i in range(0, len(row), NUMBERS)]
    return points if any(point is not UNSEEN for point in points) else None


def _from_json(content: bytes, name: str) -> Mapping[str, Array]:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadInput(name, "it is neither .npz nor text in UTF-8", "write it as .npz or as JSON") from None
    except (ValueError, RecursionError):
        raise BadInput(name, "this is no JSON", "write it as .npz, or as JSON with t, image, world") from None
    if not isinstance(data, dict):
        raise BadInput(name, "it is not a JSON object", "write an object with t, image, world, width, height")
    return {key: _listed(data[key], key, f"{name}, {key}") for key in _ARRAYS if data.get(key) is not None}


def _listed(raw: object, key: str, where: str) -> Array:
    if key in ("width", "height"):
        return Array((), [_number(raw, where)])
    if not isinstance(raw, list):
        raise BadInput(where, f"{shown(raw)} is not a list", "write a list with one item for each frame")
    if key == "t":
        return Array((len(raw),), [_number(value, where) for value in raw])
    values = [value for i, frame in enumerate(raw) for value in _row(frame, f"{where}, frame {i}")]
    return Array((len(raw), POINTS, NUMBERS), values)


def _row(frame: object, where: str) -> Iterator[float]:
    """The numbers of one frame; null is a frame without a pose."""
    if frame is None:
        frame = [None] * POINTS
    if not isinstance(frame, list) or len(frame) != POINTS:
        raise BadInput(where, f"it has not {POINTS} landmarks", f"write {POINTS} of them, or null")
    for point in frame:
        if point is None:
            point = [None] * NUMBERS
        if not isinstance(point, list) or len(point) != NUMBERS:
            raise BadInput(where, f"{shown(point)} is no landmark", "write x, y, z and visibility, or null")
        yield from (_number(value, where) for value in point)


def _number(raw: object, where: str) -> float:
    """A number; null is none."""
    if raw is None:
        return math.nan
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise BadInput(where, f"{shown(raw)} is not a number", "write a number, or null where nothing was seen")
    try:
        return float(raw)
    except OverflowError:
        return math.nan
