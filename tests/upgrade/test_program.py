"""The present program, started on the data folder of every earlier version."""

import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from support.command import run
from unbend.catalogue.load_text import load_texts
from unbend.record.kinds import KINDS
from upgrade.left import VERSIONS, Left


def unbend(house: Path, *arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """The command as somebody types it, on that data folder."""
    settings = {"UNBEND_DATA": str(house), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "unbend.settings.django"}
    return run(*arguments, stdin=stdin, **settings)


def test_there_is_something_to_open() -> None:
    assert [folder.name for folder in VERSIONS][:1] == ["0.1.0"]


def test_every_kind_of_entry_in_every_version_it_had_is_among_them(left: Left) -> None:
    entries = [json.loads(line) for line in left.lines[1:]]
    seen = {(entry["kind"], entry["version"]) for entry in entries}
    if left.folder == VERSIONS[-1]:
        assert {(name, number) for name, kind in KINDS.items() for number in range(1, kind.version + 1)} == seen
    assert ("practised", 1) in seen


def test_the_database_file_is_migrated_with_a_copy_made_first_and_holds_every_entry(left: Left, house: Path) -> None:
    done = unbend(house, "migrate")
    assert done.returncode == 0, done.stderr
    found = unbend(house, "export")
    assert found.stdout.split("\n")[1:-1] == left.lines[1:]
    again = unbend(house, "import", left.folder / "export.jsonl")
    assert f"{len(left.lines) - 1} entries fine, of which {len(left.lines) - 1} are there already" in again.stdout


def test_a_plan_that_an_earlier_version_gave_still_says_why(left: Left, house: Path) -> None:
    unbend(house, "migrate")
    plan = next(
        e for line in left.lines[1:] if (e := json.loads(line))["kind"] == "advised" and e["data"]["what"] == "plan"
    )
    done = unbend(house, "why", plan["id"])
    assert done.returncode == 0, done.stderr
    first = plan["data"]["content"]["plan"]["sessions"][0]["items"][0]["exercise"]
    assert plan["data"]["catalogue"] in done.stdout
    assert load_texts().exercises[first].name in done.stdout


@pytest.mark.parametrize("command", ["migrate", "export", "erase"])
def test_a_database_of_a_newer_version_is_refused_and_not_touched(house: Path, command: str) -> None:
    with closing(sqlite3.connect(house / "unbend.sqlite3")) as opened:
        opened.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_of_tomorrow', '2099-01-01')"
        )
        opened.commit()
        before = list(opened.iterdump())
    done = unbend(house, command, stdin=b"erase\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "newer Unbend" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    with closing(sqlite3.connect(house / "unbend.sqlite3")) as opened:
        assert list(opened.iterdump()) == before
