"""Reading a JSON file that somebody wrote by hand, and writing files whole or not at all."""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from unbend.record.errors import BadInput
from unbend.record.values import shown

MOST_BYTES = 5_000_000
"""More than a lifetime of entries; a larger file is a mistake."""

MOST_DIGITS = 30
"""Of a whole number: far more than anything here is counted in."""


def read_json(path: str) -> object:
    """What the file holds; `-` is standard input. Raises BadInput for anything that cannot be read."""
    name = "standard input" if path == "-" else path or '""'
    text = _text(path, name)
    if not text.strip():
        raise BadInput(name, "it is empty", "write a JSON object, such as {}")
    try:
        return json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number, parse_int=_whole)
    except json.JSONDecodeError as error:
        where = f"{name}, line {error.lineno}, column {error.colno}"
        raise BadInput(where, f"this is not JSON ({error.msg.lower()})", "mend it there") from None
    except _Refused as error:
        raise BadInput(name, str(error), error.allowed) from None
    except RecursionError:
        raise BadInput(name, "nested too deeply", "write a plain object") from None


class _Refused(Exception):
    """JSON that Python would take and we do not."""

    def __init__(self, what: str, allowed: str) -> None:
        self.allowed = allowed
        super().__init__(what)


def _text(path: str, name: str) -> str:
    try:
        content = _standard_input() if path == "-" else _bytes_of(Path(path))
        if len(content) > MOST_BYTES:
            raise BadInput(name, "it is too large", f"at most {MOST_BYTES // 1_000_000} MB are read")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(name, "it is not text in UTF-8", "save it as UTF-8") from None
    except OSError as error:
        raise BadInput(name, (error.strerror or "cannot be read").lower(), "name a file that can be read") from None
    except ValueError:
        raise BadInput(name, "no file can be called so", "name a file that can be read") from None


def _standard_input() -> bytes:
    return b"" if sys.stdin is None else sys.stdin.buffer.read(MOST_BYTES + 1)


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Refused(f"{shown(key)} stands twice", "keep one of them")
        found[key] = value
    return found


def _no_number(text: str) -> object:
    raise _Refused(f"{text} is no number", "write a number, or leave the key out")


def _whole(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise _Refused(f"{shown(text)} is too long a number", f"at most {MOST_DIGITS} digits are read")
    return int(text)


def refuse_unwritable(path: Path) -> None:
    """Raises BadInput where it is plain beforehand that no file can be written, so that nobody answers in vain."""
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "is a directory")
        if not path.parent.is_dir():
            raise FileNotFoundError(2, "there is no such folder")
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def write_text(path: Path, text: str) -> None:
    """Write the file whole, in UTF-8, or leave all as it was. A new file is for its owner only. Raises BadInput."""
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _unwritable(path, error) from None
    write_bytes(path, content)


def write_bytes(path: Path, content: bytes) -> None:
    """The same for a file that is no text."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or a pipe, which cannot be replaced
        else:
            _replace(path.resolve(), content)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: Exception) -> BadInput:
    what = error.strerror if isinstance(error, OSError) else None
    name = str(path) if path != Path() else '""'
    return BadInput(name, (what or "cannot be written").lower(), "name a file that can be written")


def _replace(path: Path, content: bytes) -> None:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "permission denied")
    handle, beside = tempfile.mkstemp(prefix=".unbend-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
