"""Reading NumPy's .npz by hand: numbers of any usual kind, whole arrays, nothing executed."""

import ast
import io
import sys
import zipfile
import zlib
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from unbend.record.errors import BadInput
from unbend.record.values import shown

MOST_UNPACKED = 400_000_000
"""Bytes of all arrays together: hours of landmarks. A small file may claim to hold far more."""

_CODES = {"f4": "f", "f8": "d", "i1": "b", "i2": "h", "i4": "i", "i8": "q", "u1": "B", "u2": "H", "u4": "I", "u8": "Q"}
_MAGIC = b"\x93NUMPY"
# Nothing else is how numpy.savez and numpy.savez_compressed write.
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MOST_DIMENSIONS = 32  # NumPy's own limit


@dataclass(frozen=True, slots=True)
class Array:
    """Numbers row by row, and the shape they have."""

    shape: tuple[int, ...]
    values: Sequence[float]


def read_npz(content: bytes, wanted: Collection[str], *, name: str) -> Mapping[str, Array]:
    """The wanted arrays that the file holds; others are left alone. Raises BadInput, naming the file as `name`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {info.filename.removesuffix(".npy"): info for info in archive.infolist()}
            chosen = {key: members[key] for key in wanted if key in members}
            if sum(info.file_size for info in chosen.values()) > MOST_UNPACKED:
                raise BadInput(name, "it is too large", f"at most {MOST_UNPACKED // 1_000_000} MB unpacked are read")
            return {key: _array(_unpacked(archive, info), f"{name}, {key}") for key, info in chosen.items()}
    except BadInput:
        raise
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        what = "it is no .npz file, or a broken one"
        raise BadInput(name, what, "write it with numpy.savez or `unbend figure --landmarks`") from error


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """What a member holds, and never more than it says that it does."""
    if info.compress_type not in _PACKED:
        raise zipfile.BadZipFile("packed in another way than NumPy's")
    with archive.open(info) as member:
        return member.read(info.file_size + 1)


def _array(content: bytes, where: str) -> Array:
    head, body = _head(content, where)
    kind, shape = str(head.get("descr")), _shape(head.get("shape"))
    code = _CODES.get(kind[1:])
    if code is None or shape is None:
        raise BadInput(where, f"{shown(kind)} is no kind of number that is read here", "save it as float32 or float64")
    values = _values(code, body, prod(shape), where)
    if kind[0] in "<>" and (kind[0] == ">") != (sys.byteorder == "big"):
        values.byteswap()
    return Array(shape, _in_rows(values, shape) if head.get("fortran_order") else values)


def _values(code: str, body: bytes, count: int, where: str) -> "array[float] | array[int]":
    values: array[float] | array[int] = array(code)
    if len(body) < count * values.itemsize:
        raise BadInput(where, "it ends before its last number", "save the file anew")
    values.frombytes(body[: count * values.itemsize])
    return values


def _head(content: bytes, where: str) -> tuple[Mapping[str, object], bytes]:
    """What the array's head says, and what comes after it."""
    long = content[6:7] in (b"\x02", b"\x03")
    start = 12 if long else 10
    size = int.from_bytes(content[8:start], "little")
    try:
        head = ast.literal_eval(content[start : start + size].decode("latin-1").strip())
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        head = None
    if content[:6] != _MAGIC or not isinstance(head, dict):
        raise BadInput(where, "this is no NumPy array", "save it with numpy.savez")
    return head, content[start + size :]


def _shape(raw: object) -> tuple[int, ...] | None:
    if not isinstance(raw, tuple) or len(raw) > _MOST_DIMENSIONS:
        return None
    if not all(isinstance(size, int) and size >= 0 for size in raw):
        return None
    return raw


def _in_rows(values: Sequence[float], shape: Sequence[int]) -> Sequence[float]:
    """What was stored column by column (Fortran's order), row by row."""
    if not values:
        return values
    places = [0]
    stride = 1
    for size in shape:
        places = [place + i * stride for place in places for i in range(size)]
        stride *= size
    return array("d", (values[place] for place in places))
