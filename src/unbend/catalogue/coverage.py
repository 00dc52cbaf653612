"""Which rows of the source documents no item of the catalogue covers yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from unbend.catalogue.load import CatalogueError, read_toml, toml_files


@dataclass(frozen=True)
class Row:
    """One row of a coverage file: its table, its id such as `s0.bird-dog`, and what the document says there."""

    table: str
    id: str
    says: str


@dataclass(frozen=True)
class Coverage:
    """All rows of a file, and those that nothing covers; `stray` are covered, but no rows: most likely misspelt."""

    rows: tuple[Row, ...]
    missing: tuple[Row, ...]
    stray: tuple[str, ...]


def compare(root: Traversable, coverage_file: Traversable) -> Coverage:
    """The rows of a coverage file beside what items below `root` cover. Raises CatalogueError for a wrong file."""
    rows, covered = rows_of(coverage_file), covered_rows(root)
    missing = tuple(row for row in rows if row.id not in covered)
    return Coverage(rows, missing, tuple(sorted(covered - {row.id for row in rows})))


def missing_rows(root: Traversable, coverage_file: Traversable) -> tuple[Row, ...]:
    """The rows that nothing covers."""
    return compare(root, coverage_file).missing


def rows_of(coverage_file: Traversable) -> tuple[Row, ...]:
    """Every row of a coverage file, in its order. Raises CatalogueError when it holds anything else."""
    rows: list[Row] = []
    for table, content in read_toml(coverage_file).items():
        if not isinstance(content, dict) or not all(isinstance(says, str) for says in content.values()):
            raise CatalogueError(f"{table}: must be a table of rows, each with a text")
        rows += [Row(table, row, says) for row, says in content.items()]
    if not rows:
        raise CatalogueError("holds no row")
    return tuple(rows)


def covered_rows(root: Traversable) -> frozenset[str]:
    """Every row that some item of the data names."""
    return frozenset(row for file in _data_files(root / "data") for row in _covers(read_toml(file)))


def _data_files(folder: Traversable) -> Iterator[Traversable]:
    yield from toml_files(folder)
    for inner in folder.iterdir():
        if inner.is_dir():
            yield from _data_files(inner)


def _covers(content: dict[str, Any]) -> Iterator[str]:
    for items in content.values():
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                yield from item.get("covers", ())
