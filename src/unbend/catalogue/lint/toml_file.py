"""One TOML file of the catalogue, and the lines of its keys."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from unbend.catalogue.lint.fault import Fault
from unbend.catalogue.lint.lines import KeyPath, key_lines, nearest_line


@dataclass(frozen=True)
class TomlFile:
    """A parsed file. `part` is `data` or `text/<language>`; `path` goes on below it."""

    part: str
    path: str
    text: str
    content: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The path below the catalogue's folder."""
        return f"{self.part}/{self.path}"

    @cached_property
    def _lines(self) -> Mapping[KeyPath, int]:
        return key_lines(self.text)

    def line(self, at: KeyPath) -> int:
        """The line of a path, or of the nearest thing around it."""
        return nearest_line(self._lines, at)

    def fault(self, at: KeyPath, message: str, key: KeyPath | None = None) -> Fault:
        """A fault at the path `at`, shown as `key` where that reads better."""
        shown = ".".join(str(part) for part in (at if key is None else key))
        return Fault(self.name, self.line(at), shown or "file", message)


def parse(part: str, path: str, content: bytes) -> TomlFile | Fault:
    """The file, or why it cannot be read."""
    try:
        text = content.decode()
        return TomlFile(part, path, text, tomllib.loads(text))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return Fault(f"{part}/{path}", line, "file", "is not written in UTF-8")
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else content.count(b"\n") + 1
        return Fault(f"{part}/{path}", line, "file", f"is not TOML: {error}")
