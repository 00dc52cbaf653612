"""Reading what an earlier version left behind."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

VERSIONS = sorted(path for path in Path(__file__).parent.iterdir() if (path / "database.sql").exists())
Json = dict[str, Any]


@dataclass(frozen=True)
class Left:
    """The folder of one version."""

    folder: Path

    @cached_property
    def sql(self) -> str:
        """The database, as statements for SQLite."""
        return (self.folder / "database.sql").read_text(encoding="utf-8")

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the export, the header first."""
        return (self.folder / "export.jsonl").read_text(encoding="utf-8").split("\n")[:-1]

    @cached_property
    def person(self) -> str:
        """Whose record it is."""
        person: str = json.loads(self.lines[0])["person"]
        return person

    @cached_property
    def state(self) -> Json:
        """What that version made of the record."""
        state: Json = json.loads((self.folder / "state.json").read_text(encoding="utf-8"))
        return state

    @cached_property
    def browser(self) -> Json:
        """What a browser kept."""
        kept: Json = json.loads((self.folder / "browser.json").read_text(encoding="utf-8"))
        return kept

    def rows(self, table: str) -> list[Json]:
        """The rows of a table, as they stood."""
        with closing(sqlite3.connect(":memory:")) as opened:
            opened.executescript(self.sql)
            opened.row_factory = sqlite3.Row
            return [dict(row) for row in opened.execute(f"SELECT * FROM {table}")]  # noqa: S608 - a name of ours


def is_still(recorded: object, now: object) -> bool:
    """Whether what was recorded still holds. What a later version knows besides does not matter."""
    if isinstance(recorded, dict) and isinstance(now, dict):
        return all(key in now and is_still(value, now[key]) for key, value in recorded.items())
    if isinstance(recorded, list) and isinstance(now, list):
        return len(recorded) == len(now) and all(map(is_still, recorded, now))
    return recorded == now
