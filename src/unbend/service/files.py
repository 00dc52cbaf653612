"""Reading a JSON file that somebody wrote by hand."""

import json
import sys
from pathlib import Path

from unbend.record.errors import BadInput

MOST_BYTES = 5_000_000
"""More than a lifetime of entries; a larger file is a mistake."""


def read_json(path: str) -> object:
    """What the file holds; `-` is standard input. Raises BadInput for anything that cannot be read."""
    text = _text(path)
    if not text.strip():
        raise BadInput(path, "the file is empty", "write a JSON object, such as {}")
    try:
        return json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise BadInput(f"{path}, line {error.lineno}", f"no JSON ({error.msg.lower()})", "mend it there") from None
    except _Refused as error:
        raise BadInput(path, str(error), "mend it there") from None
    except RecursionError:
        raise BadInput(path, "nested too deeply", "write a plain object") from None


class _Refused(Exception):
    """JSON that Python would take and we do not."""


def _text(path: str) -> str:
    try:
        content = sys.stdin.buffer.read(MOST_BYTES + 1) if path == "-" else _bytes_of(Path(path))
        if len(content) > MOST_BYTES:
            raise BadInput(path, "the file is too large", f"at most {MOST_BYTES // 1_000_000} MB are read")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(path, "the file is not text in UTF-8", "save it as UTF-8") from None
    except OSError as error:
        raise BadInput(path, (error.strerror or "cannot be read").lower(), "name a file that can be read") from None


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Refused(f'"{key}" stands twice')
        found[key] = value
    return found


def _no_number(text: str) -> object:
    raise _Refused(f"{text} is no number")
