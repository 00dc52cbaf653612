"""`unbend why`: all that changed, the phase, an exercise, an entry; and one clear sentence for anything else."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from support.command import run

LEFT = Path(__file__).parents[1] / "upgrade" / "0.1.0"


def why(house: Path, *asked: str) -> subprocess.CompletedProcess[str]:
    settings = {"UNBEND_DATA": str(house), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "unbend.settings.django"}
    return run("why", *asked, stdin=b"", **settings)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which somebody has lived for some weeks, with plans of a version before this one."""
    made = tmp_path_factory.mktemp("house")
    with closing(sqlite3.connect(made / "unbend.sqlite3")) as opened:
        opened.executescript((LEFT / "database.sql").read_text(encoding="utf-8"))
    settings = {"UNBEND_DATA": str(made), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "unbend.settings.django"}
    assert run("migrate", stdin=b"", **settings).returncode == 0
    return made


def test_without_an_argument_it_says_what_is_other_also_where_that_is_nothing(house: Path) -> None:
    done = why(house)
    assert done.returncode == 0, done.stderr
    assert "The plan given on" in done.stdout
    assert "Nothing is other this week than it was." in done.stdout


def test_the_phase_can_be_asked_for(house: Path) -> None:
    done = why(house, "phase")
    assert done.returncode == 0, done.stderr
    assert "You are at the stage" in done.stdout


@pytest.mark.parametrize("asked", ["no-such-thing", "first-answer", "-", "phase "])
def test_what_it_does_not_know_is_answered_in_one_sentence_with_what_is_allowed(house: Path, asked: str) -> None:
    done = why(house, asked)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "give the id of an exercise" in done.stderr
    assert "Traceback" not in done.stderr


def test_where_nobody_has_begun_it_says_how_to(tmp_path: Path) -> None:
    empty = why(shutil.copytree(LEFT, tmp_path / "empty", ignore=shutil.ignore_patterns("*")))
    assert (empty.returncode, empty.stdout, len(empty.stderr.splitlines())) == (2, "", 1)
    assert "unbend up" in empty.stderr
