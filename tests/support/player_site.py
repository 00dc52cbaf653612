"""A tiny site round the workout player, with nothing of Unbend's server in it: page, script, figures, and an address
that takes entries. It stands below a path and sends the content security policy of the real one."""

import json
import mimetypes
import socket
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from unbend.body.figure.ink import CLASSES
from unbend.catalogue.load_text import load_texts
from unbend.service.figure import Studio, open_studio

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "src" / "unbend" / "web" / "static" / "built"
PREFIX = "/back"
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; "
    "img-src 'self' data:"
)
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Workout</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="csrf-token" content="{token}">
<meta name="unbend" data-entries-url="{prefix}/api/v1/entries" data-service-worker-url="{prefix}/service-worker.js"
 data-workout-url="{prefix}/workout/" data-offline-url="{prefix}/offline/" data-sign-in-url="{prefix}/sign-in/"{person}>
{head}<link rel="stylesheet" href="{built}{main_css}"><link rel="stylesheet" href="{built}{player_css}">
<link rel="icon" href="data:,">
</head><body class="bare">
<div class="bare-main"><div class="page-notes"><div id="outbox" class="outbox" role="status"></div></div>
<main class="page-main" id="main" tabindex="-1">{main}</main></div>
<script type="application/json" id="words">{words}</script>
{scripts}<script type="module" src="{built}{page_js}"></script>
</body></html>"""
PLAYER = (
    '<div id="player" data-script-url="{prefix}/workout/script.json" data-entries-url="{prefix}/api/v1/entries"'
    ' data-home-url="{prefix}/" data-letter-url="{prefix}/letter/"></div>'
)


ISLANDS = """<p>Beside it</p><button type="button">Elsewhere</button>
<form><div data-stopwatch data-target="held"></div><input name="held" type="number">
<div data-stopwatch data-countdown="30" data-target="stands"></div><input name="stands" type="number" step="0.1">
<div data-stepper><button type="button" data-step="-1" hidden>less</button><input type="number" name="steps" value="3"
 max="4"><button type="button" data-step="1" hidden>more</button></div></form>
<nav class="nav"><ul class="nav-list"><li>
<details class="nav-more" data-menu><summary class="nav-link">More</summary><ul class="nav-more-list">
<li><a class="nav-link" href="#first">First</a></li><li><a class="nav-link" href="#last">Last</a></li></ul></details>
</li></ul></nav>"""

LEAVING = '<form action="../signed-out/"><div data-unsent></div><button>Sign out</button></form>'
FORGET = {"forget": "everything", "signed-out": "plans"}
PLAIN = {"": "", "offline": "", "sign-in": "", "letter": "", "forget": "", "signed-out": "", "leaving": LEAVING,
         "islands": ISLANDS}  # fmt: skip


@dataclass
class Site:
    """What the site serves and what it was sent; a test may change it while it runs."""

    script: dict[str, Any]
    address: str = ""
    token: str = "first"
    signed_in: bool = True
    refused: Mapping[str, str] = field(default_factory=dict)  # kind of entry -> code
    not_for: Collection[str] = ()  # people whom the account that is signed in may not write for
    min_client: int = 1
    build: str = ""  # another one makes another service worker
    script_status: int = 200
    down: bool = False  # nobody answers
    batches: list[dict[str, Any]] = field(default_factory=list)
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def player(self) -> str:
        """The address of the player's page."""
        return f"{self.address}{PREFIX}/workout/"

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        """The data of the entries stored of one kind, as they came."""
        return [entry["data"] for entry in self.entries.values() if entry["kind"] == kind]

    def take(self, batch: dict[str, Any]) -> dict[str, Any]:
        """What the real site would answer to a batch."""
        self.batches.append(batch)
        results = [self._result(entry) for entry in batch["entries"]]
        return {"min_client": self.min_client, "now": datetime.now(UTC).isoformat(), "results": results}

    def _result(self, entry: dict[str, Any]) -> dict[str, str]:
        if code := self.refused.get(entry["kind"]):
            return {"id": entry["id"], "outcome": "refused", "code": code, "message": "It could not be read."}
        known = entry["id"] in self.entries
        self.entries.setdefault(entry["id"], entry)
        return {"id": entry["id"], "outcome": "already" if known else "stored"}


@contextmanager
def serving(site: Site, *, port: int = 0) -> Iterator[Site]:
    """The site at a free port of this machine, until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(site))
    server.daemon_threads = True
    site.address = f"http://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def manifest() -> Mapping[str, str]:
    """The built files by the names that pages know."""
    return {name: entry["file"] for name, entry in json.loads((BUILT / "manifest.json").read_text()).items()}


@cache
def _studio() -> Studio:
    return open_studio(load_texts())


@cache
def figure(exercise: str, side: str, what: str) -> bytes:
    """One picture, coloured by classes as the real site's inline ones are."""
    scene, mirrored = _studio().scene(exercise), side == "left"
    if what == "moving":
        return scene.animation(CLASSES, mirrored=mirrored).encode()
    return scene.picture(0.0 if what == "start" else 1.0, CLASSES, mirrored=mirrored).encode()


def page(site: Site, main: str, *, player: bool, head: str = "") -> bytes:
    """A page of the site."""
    built, names = f"{PREFIX}/static/built/", manifest()
    words = (BUILT / names["words.json"]).read_text()
    person = "" if player else f' data-person="{site.script["person"]}"'
    scripts = f'<script type="module" src="{built}{names["player.js"]}"></script>' if player else ""
    return PAGE.format(
        prefix=PREFIX, built=built, token=site.token, head=head, main=main, scripts=scripts,
        main_css=names["main.css"], player_css=names["player.css"], page_js=names["page.js"],
        words=words, person=person,
    ).encode()  # fmt: skip


Answer = tuple[int, str, bytes]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    return type("Handler", (_Handler,), {"site": site})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        path = self.path.split("?")[0].removeprefix(PREFIX)
        self._answer(lambda: _get(self.site, path))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(lambda: _post(self.site, body, self.headers["X-CSRFToken"]))

    def _answer(self, made: Callable[[], Answer]) -> None:
        """Sends an answer, or breaks off as if nobody were there."""
        if self.site.down:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        status, kind, body = made()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        pass


def _post(site: Site, batch: dict[str, Any], token: str | None) -> Answer:
    if not site.signed_in:
        return 401, "application/json", b'{"code": "sign-in"}'
    if token != site.token:
        return 403, "text/html", b"no"
    if batch["person"] in site.not_for:
        return 403, "application/json", b'{"code": "not-allowed", "message": ""}'
    return 200, "application/json", json.dumps(site.take(batch)).encode()


def _get(site: Site, path: str) -> Answer:
    html = "text/html; charset=utf-8"
    match path.strip("/").split("/"):
        case ["workout"]:
            return 200, html, page(site, PLAYER.format(prefix=PREFIX), player=True)
        case ["workout", "script.json"]:
            return site.script_status, "application/json", json.dumps(site.script).encode()
        case ["figures", _, exercise, name]:
            side, what = name.removesuffix(".svg").split("-")
            return 200, "image/svg+xml", figure(exercise, side, what)
        case ["static", "built", name] if (BUILT / name).is_file():
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            return 200, kind, (BUILT / name).read_bytes()
        case ["service-worker.js"]:
            return 200, "text/javascript", (BUILT / "service-worker.js").read_bytes() + f"\n//{site.build}".encode()
        case [name] if name in PLAIN:
            head = f'<meta name="unbend-forget" content="{FORGET[name]}">' if name in FORGET else ""
            return 200, html, page(site, f"<h1>{name or 'home'}</h1>{PLAIN[name]}", player=False, head=head)
        case _:
            return 404, html, b"not here"
