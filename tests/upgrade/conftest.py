"""What each earlier version left behind, one folder a version."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from upgrade.left import VERSIONS, Left


@pytest.fixture(params=VERSIONS, ids=lambda folder: folder.name)
def left(request: pytest.FixtureRequest) -> Left:
    """All that one version left behind."""
    return Left(request.param)


@pytest.fixture
def house(left: Left, tmp_path: Path) -> Path:
    """A data folder with that version's database in it."""
    with closing(sqlite3.connect(tmp_path / "unbend.sqlite3")) as opened:
        opened.executescript(left.sql)
    return tmp_path
