"""A made-up recording as a file: JSON, or NumPy's .npz, both with the truth beside what the camera saw."""

import io
import json
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random

from unbend.body.performance import Performance
from unbend.body.recording import Recording, Setting, record
from unbend.service.files import write_bytes, write_text

# Enough for a tenth of a millimetre and a tenth of a pixel.
DIGITS = 5


def save_landmarks(path: Path, performance: Performance, setting: Setting, *, seed: int) -> None:
    """Record a movement and write what the camera saw, as `.npz` where the path says so, else as JSON. The same seed
    gives the same file. Raises BadInput when it cannot be written."""
    recording = record(performance, setting, Random(seed))  # noqa: S311 - no secret hangs on it
    if path.suffix == ".npz":
        write_bytes(path, as_npz(recording))
    else:
        write_text(path, as_json(recording) + "\n")


def as_json(recording: Recording) -> str:
    """The recording as one JSON object: `t`, `image` and `world` as lists, and the true repetitions and holds."""
    return json.dumps(
        {
            "exercise": recording.exercise,
            "view": recording.view,
            "width": recording.width,
            "height": recording.height,
            "t": [round(t, DIGITS) for t in recording.times],
            "image": [[[round(v, DIGITS) for v in point] for point in seen.image] for seen in recording.seen],
            "world": [[[round(v, DIGITS) for v in point] for point in seen.world] for seen in recording.seen],
            "repetitions": [asdict(r) for r in recording.repetitions],
            "holds": [asdict(h) for h in recording.holds],
        }
    )


def as_npz(recording: Recording) -> bytes:
    """The same as arrays: `t`, `image` and `world` (frames, 33, 4), `width`, `height`; and for the truth
    `repetitions` and `holds` as rows of start and end, with `repetition_sides` and `hold_sides`."""
    frames, points = len(recording.seen), len(recording.seen[0].image)
    images = [v for seen in recording.seen for point in seen.image for v in point]
    worlds = [v for seen in recording.seen for point in seen.world for v in point]
    arrays = {
        "t": _array("<f8", "d", (frames,), recording.times),
        "image": _array("<f4", "f", (frames, points, 4), images),
        "world": _array("<f4", "f", (frames, points, 4), worlds),
        "width": _array("<i8", "q", (), [recording.width]),
        "height": _array("<i8", "q", (), [recording.height]),
        "exercise": _words([recording.exercise]),
        "repetitions": _spans([(r.start, r.end) for r in recording.repetitions]),
        "repetition_sides": _words([r.side for r in recording.repetitions]),
        "holds": _spans([(h.start, h.end) for h in recording.holds]),
        "hold_sides": _words([h.side for h in recording.holds]),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            # A fixed date, so that the same recording is the same file.
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (2020, 1, 1, 0, 0, 0)), array, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _spans(rows: Sequence[tuple[float, float]]) -> bytes:
    return _array("<f8", "d", (len(rows), 2), [value for row in rows for value in row])


def _words(words: Sequence[str]) -> bytes:
    longest = max((len(word) for word in words), default=1)
    content = b"".join(word.ljust(longest, "\0").encode("utf-32-le") for word in words)
    return _header(f"<U{longest}", (len(words),)) + content


def _array(kind: str, code: str, shape: tuple[int, ...], values: Sequence[float]) -> bytes:
    return _header(kind, shape) + struct.pack(f"<{len(values)}{code}", *values)


def _header(kind: str, shape: tuple[int, ...]) -> bytes:
    """The head of an .npy file (format 1.0), padded as it asks to a multiple of 64 bytes."""
    size = f"({shape[0]},)" if len(shape) == 1 else str(shape)
    text = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {size}, }}"
    whole = text + " " * (63 - (len(text) + 10) % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(whole)) + whole.encode("ascii")
