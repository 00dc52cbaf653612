"""The program as people run it: `unbend up` in a process of its own, on a folder and at a port of its own."""

import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from support.examples import entries_of, example

UNBEND = Path(sys.executable).parent / "unbend"
LONGEST_START = 90


@dataclass
class App:
    """One installation. `variables` are its settings, `arguments` what stands behind `unbend up`."""

    data: Path
    port: int
    variables: Mapping[str, str] = field(default_factory=dict)
    arguments: Sequence[str] = ()
    program: Sequence[str] = (str(UNBEND),)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://localhost:{self.port}"

    @property
    def said(self) -> str:
        """All that it printed."""
        return self._log.read_text(encoding="utf-8")

    @property
    def _log(self) -> Path:
        return self.data.with_name(f"{self.data.name}.log")

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        command = [*self.program, "up", "--no-browser", "--port", str(self.port), "--data", str(self.data)]
        command += self.arguments
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=subprocess.STDOUT, env=self._environment(), start_new_session=True
            )
        end = time.monotonic() + LONGEST_START
        while not self._answers():
            assert self.process.poll() is None, f"it ended: {self.said}"
            assert time.monotonic() < end, f"it does not answer: {self.said}"
            time.sleep(0.1)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Ends it as Ctrl-C does, or as a power cut does."""
        if self.process is None:
            return
        if how is signal.SIGTERM:
            self.process.terminate()
            self.process.wait(30)
        else:
            os.killpg(self.process.pid, how)
            self.process.wait(10)
        self.process = None

    def _environment(self) -> dict[str, str]:
        own = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("UNBEND_", "DATABASE_URL", "DJANGO_"))
        }
        return {**own, "PYTHONUNBUFFERED": "1", **self.variables}

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/manifest.webmanifest", timeout=5):  # noqa: S310 - our own
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Hands:
    """Somebody at this machine without a browser, who prepares what a story begins with."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> bytes:
        """A page or a file, wherever it leads."""
        return self._sent(urllib.request.Request(f"{self.app.address}{path}"))  # noqa: S310 - our own

    def post(self, path: str, **fields: str) -> bytes:
        """A form sent from its own page; what came of it."""
        token = re.search(r'name="csrf-token" content="([^"]*)"', self.get(path).decode())
        assert token is not None, path
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token[1]}).encode()
        request = urllib.request.Request(f"{self.app.address}{path}", body)  # noqa: S310 - our own
        return self._sent(request)

    def tell(self, person: str, entries: Sequence[Mapping[str, Any]]) -> list[str]:
        """Entries sent as the player sends them; what became of each."""
        token = next(cookie.value for cookie in self.cookies if cookie.name == "unbend_csrf") or ""
        request = urllib.request.Request(  # noqa: S310 - our own
            f"{self.app.address}/api/v1/entries",
            json.dumps({"person": person, "client": 1, "entries": list(entries)}).encode(),
            {"Content-Type": "application/json", "X-CSRFToken": token},
        )
        return [result["outcome"] for result in json.loads(self._sent(request))["results"]]

    def log(self) -> list[dict[str, Any]]:
        """The whole record of the one person here, as exported."""
        return [json.loads(line) for line in self.get("/settings/export/jsonl").decode().splitlines()]

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """Their entries of one kind."""
        return [line for line in self.log() if line.get("kind") == kind]

    def forget_all(self) -> None:
        """Erases whoever is there, so that the next one comes to an empty house."""
        self.post("/welcome/", door="throw-away")
        if b'name="word"' in self.get("/settings/erase/"):
            self.post("/settings/erase/", word="erase")

    def move_in(self, name: str = "desk-worker", **findings: str) -> str:
        """Somebody out of `examples/` who has just answered all there is to answer, but for these findings as they are
        told here; their id."""
        self.post("/welcome/", door="mine")
        person, profile = str(self.log()[0]["person"]), example(name)
        profile["findings"] |= {finding.replace("_", "-"): value for finding, value in findings.items()}
        told = entries_of(profile, datetime.now(UTC))
        assert set(self.tell(person, [{**one, "id": str(uuid.uuid4()), "version": 1} for one in told])) == {"stored"}
        return person

    def _sent(self, request: urllib.request.Request) -> bytes:
        with self.opener.open(request, timeout=60) as answer:
            content: bytes = answer.read()
        return content
