"""Behind a proxy with a name of its own: one host, https only, accounts made by a command."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.command import START
from support.running import Answer, Up, clean, up

SITE = {"UNBEND_SITE_URL": "https://back.example.org", "UNBEND_TRUSTED_PROXIES": "1"}
PROXY = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    with up(tmp_path_factory.mktemp("site") / "data", **SITE) as started:
        yield started


def by_proxy(running: Up, path: str) -> Answer:
    return running.get(path, host="back.example.org", **PROXY)


def account(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*START, "account", *arguments, "--data", str(data)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=90, env=clean(**SITE))


def test_https_is_held_to_and_cookies_go_over_nothing_else(running: Up) -> None:
    answer = by_proxy(running, "/accounts/login/")
    assert answer.status == 200
    assert int(str(answer.headers["Strict-Transport-Security"]).split("=")[1]) >= 31_536_000
    cookies = answer.headers.get_all("Set-Cookie") or []
    assert cookies
    assert all("Secure" in line for line in cookies)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "example.org", "back.example.org.evil.example"])
def test_only_the_one_name_is_answered(running: Up, host: str) -> None:
    assert running.get("/accounts/login/", host=host).status == 400


def test_nobody_is_signed_in_for_being_on_this_machine(running: Up) -> None:
    answer = running.get("/settings/sharing/", host="back.example.org")
    assert (answer.status, str(answer.headers["Location"]).startswith("/accounts/login/")) == (302, True)
    assert by_proxy(running, "/pair/").status == 404


def test_sign_up_is_closed_unless_it_was_opened(running: Up) -> None:
    assert "given out here" in by_proxy(running, "/accounts/signup/").body


def test_an_account_is_made_listed_and_removed_by_a_command(running: Up) -> None:
    made = account(running.data, "add", "anna")
    link = re.search(r"https://back\.example\.org(/\S+)", made.stdout)
    assert link is not None
    first = by_proxy(running, link[1])
    assert (first.status, str(first.headers["Location"]).endswith("/set-password/")) == (302, True)
    assert account(running.data, "add", "Anna").returncode == 2
    assert "anna" in account(running.data, "list").stdout
    assert account(running.data, "link", "nobody").returncode == 2
    assert "Removed" in account(running.data, "remove", "anna", "--yes").stdout
    assert "anna" not in account(running.data, "list").stdout


def test_doctor_says_what_is_wrong_and_how_to_mend_it(running: Up) -> None:
    command = [*START, "doctor", "--data", str(running.data)]
    without = {**SITE, "UNBEND_TRUSTED_PROXIES": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90, env=clean(**without))
    assert done.returncode == 1
    assert "UNBEND_TRUSTED_PROXIES" in done.stdout
    (running.data / "secret-key").chmod(0o644)
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90, env=clean(**SITE))
    (running.data / "secret-key").chmod(0o600)
    assert done.returncode == 1
    assert "chmod -R go-rwx" in done.stdout
