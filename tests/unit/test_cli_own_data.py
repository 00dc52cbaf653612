"""A person's own data on the command line: out, why, away, and in again elsewhere."""

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from support.command import run

LEFT = Path(__file__).parents[1] / "upgrade" / "0.1.0"


def unbend(house: Path, *arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    settings = {"UNBEND_DATA": str(house), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "unbend.settings.django"}
    return run(*arguments, stdin=stdin, **settings)


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which somebody has lived for some weeks."""
    made = tmp_path_factory.mktemp("house")
    with closing(sqlite3.connect(made / "unbend.sqlite3")) as opened:
        opened.executescript((LEFT / "database.sql").read_text(encoding="utf-8"))
    assert unbend(made, "migrate").returncode == 0
    return made


@pytest.fixture
def house(migrated: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test."""
    return shutil.copytree(migrated, tmp_path / "house")


def test_an_export_is_written_whole_and_for_its_owner_only(house: Path, tmp_path: Path) -> None:
    to = tmp_path / "me.jsonl"
    done = unbend(house, "export", "--to", to)
    assert (done.returncode, done.stdout) == (0, f"Written: {to}\n")
    assert to.stat().st_mode & 0o777 == 0o600
    assert to.read_text(encoding="utf-8").split("\n")[1:] == (LEFT / "export.jsonl").read_text().split("\n")[1:]
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_erasing_wants_the_word_and_leaves_only_the_tombstone(house: Path, tmp_path: Path) -> None:
    kept = unbend(house, "erase", stdin=b"yes\n")
    assert (kept.returncode, "Nothing was changed." in kept.stdout, "Erased" in kept.stdout) == (0, True, False)
    unbend(house, "backup", "--to", tmp_path / "old.sqlite3")
    done = unbend(house, "erase", stdin=b"erase\n")
    assert "Erased. No copy that Unbend made holds it after" in done.stdout
    restored = unbend(house, "restore", tmp_path / "old.sqlite3")
    assert restored.returncode == 0, restored.stderr
    assert "1 person whose record was erased since" in restored.stdout
    assert unbend(house, "export").returncode == 2


def test_why_says_the_reasons_and_sources_of_the_plan_that_was_given(house: Path) -> None:
    done = unbend(house, "why", "plank")
    assert done.returncode == 0, done.stderr
    assert "Plank: not in this week" in done.stdout
    plan = next(e for line in (LEFT / "export.jsonl").read_text().split("\n")[1:-1]
                if (e := json.loads(line))["kind"] == "advised" and e["data"]["what"] == "plan")  # fmt: skip
    shown = unbend(house, "why", plan["id"]).stdout
    for why in plan["data"]["content"]["plan"]["sessions"][0]["items"][0]["why"]:
        assert all(f"{source}: " in shown for source in why["sources"])


def test_what_helps_is_answered_with_what_is_missing_until_there_is_enough(house: Path) -> None:
    done = unbend(house, "helps")
    assert done.returncode == 0, done.stderr
    assert "What helps my back?" in done.stdout
    assert "The first look is at 28 such mornings." in done.stdout
    assert "likely" not in done.stdout


def test_what_cannot_be_explained_is_said_in_one_line(house: Path) -> None:
    done = unbend(house, "why", "first-answer")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_a_line_that_cannot_be_taken_is_named_and_nothing_is_done_without_a_yes(house: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.jsonl"
    new = {
        "id": "new",
        "kind": "walked",
        "version": 1,
        "happened_at": "2026-03-19T08:00:00+01:00",
        "data": {"minutes": 9},
    }
    bad = {**new, "id": "bad", "data": {"minutes": -9}}
    lines = [(LEFT / "export.jsonl").read_text().split("\n")[0], json.dumps(new), json.dumps(bad)]
    file.write_text("\n".join(lines))
    done = unbend(house, "import", file, stdin=b"n\n")
    assert "1 entry fine; 1 cannot be taken." in done.stdout
    assert "line 3: entry.data.minutes" in done.stdout
    assert "1 entry taken in." in unbend(house, "import", file, "--yes").stdout
    assert json.dumps(new) in unbend(house, "export").stdout
    assert "Nothing to do." in unbend(house, "import", file, "--yes").stdout


def test_where_nobody_has_begun_it_says_how_to(tmp_path: Path) -> None:
    empty = unbend(tmp_path, "export")
    assert (empty.returncode, empty.stdout, len(empty.stderr.splitlines())) == (2, "", 1)
    assert "unbend up" in empty.stderr
