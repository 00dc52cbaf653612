"""`unbend up` as it is typed: one command on an empty machine, and what it refuses."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from support.command import START
from support.running import Up, clean, free_port, up


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    with up(tmp_path_factory.mktemp("up") / "data") as started:
        yield started


def typed(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*START, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=90, env=clean(**environment))


def test_it_says_where_it_is_by_name_and_never_by_digits(running: Up) -> None:
    assert f"http://localhost:{running.port}" in running.said()
    assert "127.0.0.1" not in running.said()


def test_the_first_page_is_there_and_no_account_is_needed(running: Up) -> None:
    answer = running.get("/settings/devices/")
    assert (answer.status, "Phones and tablets" in answer.body) == (200, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder to the user by itself")
def test_the_folder_and_all_in_it_are_for_the_owner_only(running: Up) -> None:
    assert stat.S_IMODE(running.data.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in running.data.rglob("*") if path.is_file()}
    assert {name: mode for name, mode in modes.items() if mode != 0o600} == {}
    assert {"secret-key", "unbend.sqlite3"} <= set(modes)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("192.168.1.5", 400),
    ],
)
def test_only_the_machines_own_names_are_answered(running: Up, host: str, status: int) -> None:
    answer = running.get("/settings/devices/", host=f"{host}:{running.port}")
    assert answer.status == status
    if status == 400:
        assert "does not answer to this address" in answer.body


def test_what_another_machine_passed_on_is_not_signed_in(running: Up) -> None:
    answer = running.get("/settings/devices/", **{"X-Forwarded-For": "10.0.0.9"})
    assert (answer.status, answer.headers["Location"]) == (302, "/pair/")


def test_a_second_one_on_the_same_data_says_where_the_first_is(running: Up) -> None:
    done = typed("up", "--no-browser", "--data", running.data)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"runs already: http://localhost:{running.port}" in done.stdout


def test_a_port_that_is_taken_is_one_line_and_exit_2(running: Up, tmp_path: Path) -> None:
    done = typed("up", "--no-browser", "--data", tmp_path / "data", "--port", running.port)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert f"--port {running.port}" in done.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5"])  # noqa: S104 - that is what is refused
@pytest.mark.parametrize("command", ["up", "serve"])
def test_no_door_is_opened_where_nobody_signs_in(tmp_path: Path, host: str, command: str) -> None:
    done = typed(command, "--host", host, "--data", tmp_path / "data", "--port", free_port())
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "UNBEND_SITE_URL" in done.stderr
    assert not (tmp_path / "data").exists()


def test_an_unknown_setting_is_one_line_and_exit_2(tmp_path: Path) -> None:
    done = typed("up", "--data", tmp_path / "data", UNBEND_SITEURL="https://back.example.org")
    assert done.returncode == 2
    assert "UNBEND_SITE_URL" in done.stderr


def test_a_newer_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert typed("migrate", "--data", data).returncode == 0
    with closing(sqlite3.connect(data / "unbend.sqlite3")) as opened, opened:
        opened.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01')"
        )
    before = contents(data)
    for command in (("up", "--no-browser"), ("migrate",), ("serve",)):
        done = typed(*command, "--data", data)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
        assert "newer Unbend" in done.stderr
    assert contents(data) == before
    assert not (data / "backups").exists()


def contents(data: Path) -> list[str]:
    """All that the database holds, as SQL."""
    with closing(sqlite3.connect(data / "unbend.sqlite3")) as opened:
        return list(opened.iterdump())


def test_a_folder_that_cannot_be_made_is_one_line_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = typed("up", "--no-browser", "--data", tmp_path / "file" / "data")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_two_that_start_at_once_take_two_ports() -> None:
    ask = "from unbend.cli.running import free_port; print(free_port('127.0.0.1', None), flush=True); input()"
    two = [subprocess.Popen([sys.executable, "-c", ask], stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in "ab"]
    ports = {process.stdout.readline().strip() for process in two if process.stdout is not None}
    for process in two:
        process.communicate(b"\n")
    assert len(ports) == 2
    assert b"" not in ports


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    with up(tmp_path / "data") as started:
        os.kill(started.process.pid, signal.SIGINT)
        assert started.process.wait(30) in (0, 130)
        assert "Traceback" not in started.said()
    assert not (tmp_path / "data" / "running.json").exists()


CLOSED = Path("/sys/kernel")
"""A folder that nobody can write to, not even who runs the machine."""


@pytest.mark.skipif(not CLOSED.is_dir(), reason="there is no such folder on this system")
@pytest.mark.parametrize("command", ["up", "backup"])
def test_a_folder_that_cannot_be_written_is_one_line_and_exit_2(command: str) -> None:
    done = typed(command, "--data", CLOSED)
    assert done.returncode == 2
    assert done.stderr.startswith(f"unbend: {CLOSED}")
    assert len(done.stderr.splitlines()) == 1
