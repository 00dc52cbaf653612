"""A phone of the same home, by https under another name than localhost: paired by a code, then with all it can do."""

import base64
import hashlib
import json
import re
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tools.browser import find

from support.app import LONGEST_START, App, Hands, free_port
from support.look import PHONE, Heard
from support.visitor import at_the_workout, do, eventually, ready_for_no_network

NAME, OTHER = "attic.home", "elsewhere.home"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """`unbend up --lan`, at a machine that is also called attic.home."""
    app = App(tmp_path_factory.mktemp("home") / "data", free_port(), {"UNBEND_LAN_HOSTS": NAME}, ["--lan"])
    app.start()
    until = time.monotonic() + LONGEST_START
    while not is_open(app):
        assert time.monotonic() < until, app.said
        time.sleep(0.1)
    yield app
    app.stop()


def port_of(home: App) -> int:
    """The port of its second door."""
    where = home.data / "running.json"
    told = json.loads(where.read_text(encoding="utf-8")) if where.exists() else {}
    return urlsplit(told.get("lan", "")).port or 1


def is_open(home: App) -> bool:
    """Whether the second door is open."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port_of(home))) == 0


@pytest.fixture
def device(browser: Browser, home: App, tmp_path: Path) -> Iterator[BrowserContext]:
    """A phone whose owner trusts the certificate of this home."""
    server = x509.load_pem_x509_certificate((home.data / "home-certificates" / "server.crt").read_bytes())
    key = server.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    trusted = base64.b64encode(hashlib.sha256(key).digest()).decode()
    names = f"MAP {NAME} 127.0.0.1, MAP {OTHER} 127.0.0.1"
    flags = ["--no-sandbox", "--disable-gpu", f"--host-resolver-rules={names}"]
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "phone",
        executable_path=find(),
        args=[*flags, f"--ignore-certificate-errors-spki-list={trusted}"],
        base_url=f"https://{NAME}:{port_of(home)}",
        viewport=PHONE,
        has_touch=True,
    )
    context.set_default_timeout(30_000)
    yield context
    context.close()


def paired(context: BrowserContext, code: str) -> Page:
    """Types the code."""
    page = context.new_page()
    page.goto("/")
    assert page.url.endswith("/pair/")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Pair").tap()
    page.wait_for_url(lambda url: not url.endswith("/pair/"))
    return page


def new_code(home: App) -> str:
    """A code as the computer itself shows one."""
    shown = Hands(home).post("/settings/devices/").decode()
    found = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", shown)
    assert found is not None, shown
    return found[0]


def test_who_trusts_the_authority_of_this_home_believes_its_second_name(home: App) -> None:
    trusting = ssl.create_default_context(cafile=str(home.data / "home-certificates" / "authority.crt"))
    with (
        socket.create_connection(("127.0.0.1", port_of(home)), 10) as plain,
        trusting.wrap_socket(plain, server_hostname=NAME) as secure,
    ):
        assert secure.version() in ("TLSv1.2", "TLSv1.3")
    with socket.create_connection(("127.0.0.1", port_of(home)), 10) as plain, pytest.raises(ssl.SSLError):
        trusting.wrap_socket(plain, server_hostname=OTHER)


def test_a_device_is_paired_by_the_code_that_was_printed_and_runs_a_workout_without_a_network(
    device: BrowserContext, home: App
) -> None:
    Hands(home).move_in()
    printed = re.search(r"Type this code: +(\S+)", home.said)
    assert printed is not None
    page = paired(device, printed[1])
    heard = Heard(f"https://{NAME}:{port_of(home)}")
    heard.listen(page)
    page.goto("/")
    expect(page.get_by_role("link", name="Plan").first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert heard.wrong == []
    page = at_the_workout(device, "?variant=short")
    assert page.evaluate("isSecureContext")
    ready_for_no_network(page)
    device.set_offline(True)
    page.reload()
    do(page, "None of these")
    expect(page.locator("#outbox")).to_contain_text("1 result waits to be sent.")
    device.set_offline(False)
    eventually(lambda: page.locator("#outbox").inner_text() == "", page)
    assert len(Hands(home).entries("answered")) == 2
    cookies = [cookie for cookie in device.cookies() if cookie["name"].startswith("unbend")]
    assert len(cookies) >= 2
    assert all(cookie["secure"] for cookie in cookies)


def test_a_code_is_good_once_and_an_unknown_device_sees_nothing(device: BrowserContext, home: App) -> None:
    code = new_code(home)
    page = paired(device, code)
    device.clear_cookies()
    for path in ("/", "/plan/", "/workout/", "/settings/export/", "/library/"):
        page.goto(path)
        assert page.url.endswith("/pair/"), path
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Pair").tap()
    expect(page.locator(".error")).to_be_visible()


def test_another_name_is_refused(device: BrowserContext, home: App) -> None:
    page = device.new_page()
    answer = page.goto(f"https://{OTHER}:{port_of(home)}/")
    assert answer is not None
    assert answer.status == 400
    expect(page.get_by_role("heading", name="Unbend does not answer to this address")).to_be_visible()
