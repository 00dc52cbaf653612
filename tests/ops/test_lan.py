"""`unbend up --lan`: real https with a certificate authority of one's own, and devices paired by a code."""

import re
import ssl
import stat
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path

import pytest
from cryptography import x509

from support.running import Answer, Up, by_https, up
from unbend.cli.lan.authority import LIFE, Paths, ready
from unbend.service.accounts import LETTERS

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
NAMES = ("attic.local", "attic", "192.168.1.5", "localhost", "127.0.0.1")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    with up(tmp_path_factory.mktemp("lan") / "data", "--lan") as started:
        until = time.monotonic() + 60
        while not _answers(started):
            assert time.monotonic() < until, started.said()
            time.sleep(0.1)
        yield started


def _answers(running: Up) -> bool:
    try:
        return by_https(running, "/pair/", host=running.where()["lan"][8:].rsplit(":", 1)[0]).status == 200
    except (OSError, KeyError):
        return False


def cookies(answer: Answer) -> dict[str, str]:
    said = answer.headers.get_all("Set-Cookie") or []
    parts = (line.partition(";")[0].strip().partition("=") for line in said)
    return {name: value for name, _, value in parts}


def try_code(running: Up, code: str) -> tuple[Answer, dict[str, str]]:
    """What a device does that nobody knows yet: open the page, type the code."""
    name = running.where()["lan"].split("//")[1].rsplit(":", 1)[0]
    page = by_https(running, "/pair/", host=name)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.body)
    assert token is not None
    jar = {**cookies(page)}
    form = {"code": code, "name": "Kitchen phone", "csrfmiddlewaretoken": token[1]}
    answer = by_https(running, "/pair/", host=name, form=form, Cookie=_as_header(jar))
    return answer, {**jar, **cookies(answer)}


def _as_header(jar: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in jar.items())


def shown_code(running: Up) -> str:
    found = re.search(r"code:\s+([0-9A-Z]{4}-[0-9A-Z]{4})", running.said())
    assert found is not None
    return found[1]


def test_the_terminal_says_addresses_code_and_a_picture_to_scan(running: Up) -> None:
    assert set(shown_code(running)) - {"-"} <= set(LETTERS)
    assert not set("0O1IL5S2Z8B") & set(LETTERS)
    assert running.where()["trust"] in running.said()
    assert "█" in running.said()


def test_a_device_that_nobody_paired_sees_only_how_to_pair(running: Up) -> None:
    name = running.where()["lan"].split("//")[1].rsplit(":", 1)[0]
    for path in ("/", "/plan/", "/settings/", "/settings/devices/", "/progress/"):
        answer = by_https(running, path, host=name)
        assert (path, answer.status, answer.headers["Location"]) == (path, 302, "/pair/")
    assert by_https(running, "/api/v1/entries", host=name).status == 401
    assert by_https(running, "/accounts/login/", host=name).status == 404


def test_a_code_pairs_one_device_once_and_removing_the_device_ends_it(running: Up) -> None:
    name = running.where()["lan"].split("//")[1].rsplit(":", 1)[0]
    code = shown_code(running)
    answer, jar = try_code(running, code.lower())
    assert answer.status == 302
    device = next(line for line in answer.headers.get_all("Set-Cookie") or [] if "unbend_device" in line)
    assert all(word in device for word in ("HttpOnly", "Secure", "SameSite=Lax"))
    page = by_https(running, "/settings/devices/", host=name, Cookie=_as_header(jar))
    assert (page.status, "Kitchen phone" in page.body) == (200, True)
    again, _ = try_code(running, code)
    assert (again.status, "not right" in again.body) == (200, True)
    _remove_the_device(running)
    after = by_https(running, "/settings/devices/", host=name, Cookie=_as_header(jar))
    assert (after.status, after.headers["Location"]) == (302, "/pair/")


def _remove_the_device(running: Up) -> None:
    page = running.get("/settings/devices/")
    jar = cookies(page)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.body)
    forget = re.search(r'action="(/settings/devices/\d+/forget/)"', page.body)
    assert token is not None
    assert forget is not None
    connection = HTTPConnection("127.0.0.1", running.port, timeout=30)
    headers = {"Host": f"localhost:{running.port}", "Cookie": _as_header(jar)}
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request("POST", forget[1], f"csrfmiddlewaretoken={token[1]}", headers)
    assert connection.getresponse().status == 302
    connection.close()


def test_after_five_tries_there_is_a_pause(running: Up) -> None:
    answers = [try_code(running, "AAAA-AAAA")[0] for _ in range(6)]
    assert answers[-1].status == 429
    assert "Wait ten minutes" in answers[-1].body


def test_without_https_there_is_only_the_certificate_and_how_to_trust_it(running: Up) -> None:
    port = int(running.where()["trust"].rsplit(":", 1)[1])
    found = {}
    for path in ("/", "/trust", "/unbend.crt", "/plan/", "/../authority.key", "/authority.key"):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        found[path] = (answer.status, answer.read())
        connection.close()
    assert {path: status for path, (status, _) in found.items()} == {
        "/": 200, "/trust": 200, "/unbend.crt": 200, "/plan/": 404, "/../authority.key": 404, "/authority.key": 404,
    }  # fmt: skip
    assert all(system in found["/"][1].decode() for system in ("iPhone", "Android", "Mac", "Windows", "Firefox"))
    assert b"BEGIN CERTIFICATE" in found["/unbend.crt"][1]
    assert not any(b"PRIVATE KEY" in body for _, body in found.values())


@pytest.mark.parametrize("host", ["evil.example", "attic.local.evil.example"])
def test_another_name_is_refused(running: Up, host: str) -> None:
    port = running.where()["lan"].rsplit(":", 1)[1]
    answer = by_https(running, "/pair/", host="localhost", Host=f"{host}:{port}")
    assert (answer.status, "does not answer to this address" in answer.body) == (400, True)


# The certificates.


def certificate(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def test_keys_are_for_the_owner_only_and_the_authority_is_made_once(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "home")
    assert ready(paths, NAMES, now=NOW)
    first = paths.authority.read_bytes()
    assert not ready(paths, NAMES, now=NOW + timedelta(days=1))
    assert ready(paths, NAMES, now=NOW + LIFE - timedelta(days=29))
    assert paths.authority.read_bytes() == first
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in paths.folder.iterdir()} == {0o600}
        assert stat.S_IMODE(paths.folder.stat().st_mode) == 0o700


def test_a_new_address_of_the_machine_gets_a_new_certificate(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "home")
    ready(paths, NAMES, now=NOW)
    assert ready(paths, (*NAMES, "192.168.1.77"), now=NOW)
    assert not ready(paths, NAMES, now=NOW)


def test_the_server_certificate_lasts_no_longer_than_browsers_take(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "home")
    ready(paths, NAMES, now=NOW)
    server, authority = certificate(paths.server), certificate(paths.authority)
    assert server.not_valid_after_utc - server.not_valid_before_utc <= timedelta(days=397)
    assert authority.not_valid_after_utc - NOW > timedelta(days=3600)
    names = server.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert "attic.local" in names.get_values_for_type(x509.DNSName)


def test_the_authority_can_vouch_for_no_site_of_the_internet(tmp_path: Path) -> None:
    """Not only does it not: a certificate that it signs for one is refused by whoever checks it."""
    paths = Paths(tmp_path / "home")
    ready(paths, NAMES, now=NOW)
    assert not ready(paths, (*NAMES, "bank.example", "8.8.8.8"), now=NOW)
    limits = certificate(paths.authority).extensions.get_extension_for_class(x509.NameConstraints)
    assert limits.critical
    assert "bank.example" not in str(limits.value)


def test_a_browser_that_does_not_know_the_authority_refuses_it(running: Up) -> None:
    with pytest.raises(ssl.SSLError):
        _with_the_trust_of_the_system(running)


def _with_the_trust_of_the_system(running: Up) -> None:
    import socket

    port = int(running.where()["lan"].rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port), 10) as plain:
        ssl.create_default_context().wrap_socket(plain, server_hostname="localhost").close()
