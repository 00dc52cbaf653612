"""Unbend as it is started: `unbend up` as a process of its own, on a folder of its own."""

import json
import os
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode

from support.command import START

SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Message
    body: str


@dataclass
class Up:
    """A running one."""

    data: Path
    port: int
    process: subprocess.Popen[str]
    log: Path

    def get(self, path: str = "/", *, host: str = "localhost", **headers: str) -> Answer:
        return _asked(HTTPConnection("127.0.0.1", self.port, timeout=30), "GET", path, {"Host": host, **headers})

    def where(self) -> dict[str, str]:
        return dict(json.loads((self.data / "running.json").read_text()))

    def said(self) -> str:
        return self.log.read_text()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def up(data: Path, *options: str, site: str | None = None, **environment: str) -> Iterator[Up]:
    """Start it, wait until it answers, and end it as Ctrl-C does. `site`: people sign in, below this path."""
    port, log = free_port(), data.parent / f"{data.name}.log"
    command = [*START, "up", "--no-browser", "--data", str(data), "--port", str(port), *options]
    if site is not None:
        environment["UNBEND_SITE_URL"] = f"http://localhost:{port}{site}"
    with log.open("w") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, text=True, env=clean(**environment))
    running = Up(data, port, process, log)
    try:
        wait_for("Unbend is ready", running)
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(SECONDS)


def clean(**more: str) -> dict[str, str]:
    """The environment without what the tests themselves are set up with."""
    ours = ("UNBEND_DATA", "UNBEND_SECRET_KEY", "DJANGO_SETTINGS_MODULE", "DATABASE_URL")
    return {**{k: v for k, v in os.environ.items() if k not in ours}, "PYTHONUTF8": "1", **more}


def wait_for(words: str, running: Up) -> None:
    until = time.monotonic() + SECONDS
    while words not in running.said():
        assert running.process.poll() is None, running.said()
        assert time.monotonic() < until, running.said()
        time.sleep(0.05)


def by_https(running: Up, path: str, *, host: str, form: Mapping[str, str] | None = None, **headers: str) -> Answer:
    """Over https under this name, trusting nobody but the authority of that installation."""
    port = int(running.where()["lan"].rsplit(":", 1)[1])
    trust = ssl.create_default_context(cafile=str(running.data / "home-certificates" / "authority.crt"))
    connection = _Resolved("127.0.0.1", port, host=host, trust=trust)
    told = {"Host": f"{host}:{port}", "Referer": f"https://{host}:{port}/", **headers}
    if form is None:
        return _asked(connection, "GET", path, told)
    told["Content-Type"] = "application/x-www-form-urlencoded"
    return _asked(connection, "POST", path, told, urlencode(form))


def _asked(connection: HTTPConnection, method: str, path: str, headers: dict[str, str], body: str = "") -> Answer:
    with closing(connection):
        connection.request(method, path, body=body or None, headers=headers)
        came = connection.getresponse()
        return Answer(came.status, came.headers, came.read().decode(errors="replace"))


class _Resolved(HTTPSConnection):
    """Speaks to this machine, and checks its certificate for another name of it."""

    def __init__(self, address: str, port: int, *, host: str, trust: ssl.SSLContext) -> None:
        super().__init__(address, port, timeout=30)
        self._name, self._trust = host, trust

    def connect(self) -> None:
        plain = socket.create_connection((self.host, self.port), 30)
        self.sock = self._trust.wrap_socket(plain, server_hostname=self._name)
