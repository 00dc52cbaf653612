"""What is wrong with the catalogue, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend. `file` is below the catalogue's folder; `key` begins with the id of the item."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.message}"


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """The message for an id that nothing has, with the nearest one that something has."""
    nearest = get_close_matches(name, list(known), n=1)
    return f"unknown {what} '{name}'" + (f"; did you mean '{nearest[0]}'?" if nearest else "")
