"""What the camera coach stands on, in a real Chromium under our content policy: the pose model finds a person, Python
counts in a worker, and nothing is asked of anybody but our own server."""

import base64
import json
import math
import re
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route
from tools import assets

from support.app import App, free_port
from support.shared_data import shared
from unbend.body.figure.ink import SCREEN
from unbend.catalogue.load_text import load_texts
from unbend.service.figure import Studio, open_studio
from unbend.web.policy import POLICY_WITH_CAMERA
from unbend.web.templatetags.browser import coach_addresses
from unbend.web.templatetags.design import asset

CLIP, SQUATS = "clips/rohan-squat.mp4", 2
NOBODY = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
HIP, KNEE, ANKLE = 24, 26, 28
# The library writes this one to the console as if it were an error.
NO_FAULT = "INFO: Created TensorFlow Lite XNNPACK delegate for CPU."

START = """async (kind) => {
  const urls = JSON.parse(document.getElementById("coach-addresses").textContent);
  const { startPose } = await import(document.body.dataset.pose);
  window.model = await startPose({ ...urls.pose, ...window.other }, kind);
  return window.model.where;
}"""
FIND = """async ([svg, at]) => {
  const picture = new Image();
  picture.src = `data:image/svg+xml;base64,${svg}`;
  await picture.decode();
  const paper = new OffscreenCanvas(640, 640);
  const pen = paper.getContext("2d");
  pen.fillStyle = "#c9c4b8";
  pen.fillRect(0, 0, 640, 640);
  const scale = 440 / Math.max(picture.width, picture.height);
  pen.drawImage(picture, 100, 100, picture.width * scale, picture.height * scale);
  const pose = await window.model.detect(await createImageBitmap(paper), at);
  return pose && { image: [...pose.image], world: [...pose.world] };
}"""
FILM = """async (step) => {
  const film = document.createElement("video");
  film.muted = true;
  film.src = "clip.mp4";
  await new Promise((done, failed) => { film.onloadeddata = done; film.onerror = () => failed(film.error); });
  const seen = [];
  for (let at = step; at < film.duration; at += step) {
    film.currentTime = at;
    await new Promise((done) => (film.onseeked = done));
    const pose = await window.model.detect(film, at * 1000);
    seen.push(pose && [...pose.image]);
  }
  return { seen, size: [film.videoWidth, film.videoHeight] };
}"""
PYTHON = """async ([module, calls]) => {
  const urls = JSON.parse(document.getElementById("coach-addresses").textContent);
  const { startPython } = await import(document.body.dataset.python);
  const python = module === null ? await startPython(urls.python) : await startPython(urls.python, module);
  const answers = [];
  for (const [name, ...given] of calls)
    answers.push(await python.call(name, ...given.map((one) => (Array.isArray(one) ? new Float32Array(one) : one)))
      .catch((problem) => `failed: ${problem.message}`));
  python.close();
  return answers;
}"""
WORKER = """async (url) => {
  const controlled = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
  await navigator.serviceWorker.register(url);
  if (navigator.serviceWorker.controller === null) await controlled;
}"""


@dataclass
class Coach:
    """An empty page with the policy of a coach's page, and what happened on it."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def heard(self, message: ConsoleMessage) -> None:
        if (message.type == "error" and message.text != NO_FAULT) or "Content Security Policy" in message.text:
            self.complaints.append(message.text)

    def is_clean(self) -> bool:
        """Nothing was asked elsewhere and nothing was refused."""
        elsewhere = [url for url in self.requests if not url.startswith((f"{self.address}/", "data:"))]
        assert (elsewhere, self.complaints) == ([], [])
        return True

    def find(self, svg: str, at: int) -> dict[str, list[float]] | None:
        found: dict[str, list[float]] | None = self.page.evaluate(FIND, [base64.b64encode(svg.encode()).decode(), at])
        return found

    def python(self, *calls: Sequence[object], module: str | None = None) -> list[str]:
        answers: list[str] = self.page.evaluate(PYTHON, [module, [list(call) for call in calls]])
        return answers


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    assets.build()
    running = App(tmp_path_factory.mktemp("coach") / "data", free_port())
    running.start()
    yield running
    running.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context()
    opened.set_default_timeout(120_000)
    yield opened
    opened.close()


@pytest.fixture
def coach(app: App, context: BrowserContext) -> Coach:
    page = context.new_page()
    seen = Coach(page, app.address)
    context.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", seen.heard)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.route("**/coach-test/page", _answer)
    page.goto(f"{app.address}/coach-test/page")
    return seen


def _answer(route: Route) -> None:
    body = f'data-pose="{asset("coach-pose.js")}" data-python="{asset("coach-python.js")}"'
    page = f'<!doctype html><link rel="icon" href="data:,"><body {body}>{coach_addresses()}</body>'
    route.fulfill(headers={"Content-Type": "text/html", "Content-Security-Policy": POLICY_WITH_CAMERA}, body=page)


def _film(route: Route, film: bytes) -> None:
    """From the byte on that is asked for; without that no moment can be looked for in it."""
    start = int(route.request.headers.get("range", "bytes=0-").removeprefix("bytes=").split("-")[0])
    part = f"bytes {start}-{len(film) - 1}/{len(film)}"
    headers = {"Content-Type": "video/mp4", "Accept-Ranges": "bytes", "Content-Range": part}
    route.fulfill(status=206, headers=headers, body=film[start:])


def drawn(exercise: str, share: float, view: str) -> str:
    """Our own figure, as a picture with a size."""
    svg = studio().scene(exercise, view=view).picture(share, SCREEN)
    return re.sub(r'viewBox="\S+ \S+ (\S+) (\S+)"', r'\g<0> width="\1" height="\2"', svg, count=1)


@cache
def studio() -> Studio:
    return open_studio(load_texts())


def knee(image: Sequence[float], size: tuple[float, float] = (1, 1)) -> float:
    """The angle between thigh and lower leg in the picture, in degrees."""
    hip, joint, ankle = (complex(image[4 * i] * size[0], image[4 * i + 1] * size[1]) for i in (HIP, KNEE, ANKLE))
    turn = math.degrees(math.atan2(((hip - joint) / (ankle - joint)).imag, ((hip - joint) / (ankle - joint)).real))
    return abs(turn)


@pytest.mark.parametrize("kind", ["full", "lite"])
def test_the_pose_model_runs_in_a_worker_and_sees_our_figure_rise_from_a_chair(coach: Coach, kind: str) -> None:
    assert coach.page.evaluate(START, kind) == "worker"
    assert coach.find(NOBODY, 0) is None, "nobody is in an empty picture"
    seated, risen = (coach.find(drawn("sit-to-stand", share, "side"), 100 * n) for n, share in ((1, 0.0), (2, 1.0)))
    assert seated is not None
    assert risen is not None
    for pose in (seated, risen):
        assert {name: len(numbers) for name, numbers in pose.items()} == {"image": 33 * 4, "world": 33 * 4}
    bent, straight = knee(seated["image"]), knee(risen["image"])
    assert (bent < 125, straight > 155) == (True, True), f"the knee went from {bent:.0f} to {straight:.0f} degrees"
    assert coach.is_clean()


def test_where_a_worker_cannot_be_had_the_model_runs_in_the_page(coach: Coach) -> None:
    coach.page.evaluate("() => { window.other = { worker: '/static/built/no-such-worker.js' } }")
    assert coach.page.evaluate(START, "lite") == "page"
    found = coach.find(drawn("single-leg-stand", 0.0, "front"), 0)
    assert found is not None
    nose, ankles = found["image"][1], (found["image"][4 * 27 + 1], found["image"][4 * 28 + 1])
    assert nose < 0.5 < min(ankles), "the head is above the feet"
    refused = [line for line in coach.complaints if "404" not in line]
    assert refused == []


def test_the_pose_model_follows_a_real_person_on_film(coach: Coach) -> None:
    clip = shared(CLIP).read_bytes()
    coach.page.route("**/coach-test/clip.mp4", lambda route: _film(route, clip))
    assert coach.page.evaluate(START, "full") == "worker"
    film = coach.page.evaluate(FILM, 0.4)
    angles = [knee(image, film["size"]) for image in film["seen"] if image is not None]
    assert len(angles) == len(film["seen"]), "the person is seen in every picture"
    assert max(angles) - min(angles) > 60, "a film that stands still would give one angle"
    down, count = False, 0
    for angle in angles:
        count += down and angle > 150
        down = (down or angle < 110) and angle <= 150
    assert count == SQUATS
    assert coach.is_clean()


def test_python_starts_in_a_worker_and_knows_what_counts(coach: Coach) -> None:
    answers = coach.python(("end", "nobody"), ("begin", "{", "right"))
    assert answers == [
        "failed: ValueError: 'nobody' is no coach that runs; begin one first",
        "failed: ValueError: reference: this is no JSON; give the reference of an exercise as it was sent",
    ]
    assert coach.is_clean()


def test_python_takes_texts_numbers_and_landmarks_and_gives_text(coach: Coach) -> None:
    numbers = [0.5, -1.25, 3.0]
    calls = [("dumps", "a"), ("dumps", 3), ("dumps", 0.5), ("dumps", None), ("loads", '"text"'), ("dumps", numbers)]
    answers = coach.python(*calls, ("loads", "[]"), module="json")
    assert answers[:5] == ['"a"', "3", "0.5", "null", "text"]
    assert answers[5] == "failed: TypeError: Object of type memoryview is not JSON serializable"
    assert answers[6] == "failed: loads gave no text"
    assert coach.is_clean()


def test_not_even_in_the_workers_can_anything_be_evaluated_or_sent_elsewhere(coach: Coach, app: App) -> None:
    elsewhere = app.address.replace("localhost", "127.0.0.1")
    ask = "from pyodide.http import open_url; open_url('{}/manifest.webmanifest').read()"
    evaluated, sent, asked_of_us = coach.python(
        ("eval_code", "from js import eval; str(eval('1 + 1'))"),
        ("eval_code", ask.format(elsewhere)),
        ("eval_code", ask.format(app.address)),
        module="pyodide.code",
    )
    assert "EvalError" in evaluated
    assert "NetworkError" in sent
    assert json.loads(asked_of_us)["name"] == "Unbend", "so it is not the asking that fails"


def test_what_was_used_once_is_there_without_a_network(coach: Coach, context: BrowserContext) -> None:
    coach.page.evaluate(WORKER, "/service-worker.js?built=/static/built/")
    assert coach.page.evaluate(START, "lite") == "worker"
    assert "nobody" in coach.python(("end", "nobody"))[0]
    context.set_offline(True)
    assert coach.page.evaluate(START, "lite") == "worker"
    assert coach.find(drawn("single-leg-stand", 0.0, "front"), 0) is not None
    assert "nobody" in coach.python(("end", "nobody"))[0]


@pytest.mark.parametrize(
    ("name", "kind", "packed"),
    [
        ("vision.wasm", "application/wasm", True),
        ("vision.js", "text/javascript", True),
        ("pyodide.mjs", "text/javascript", True),
        ("unbend.zip", "application/zip", True),
        ("pose-full.task", "application/octet-stream", False),
        ("coach-pose-worker.js", "text/javascript", True),
    ],
)
def test_each_file_says_what_it_is_and_may_be_kept_for_ever(app: App, name: str, kind: str, packed: bool) -> None:
    request = urllib.request.Request(f"{app.address}{asset(name)}", headers={"Accept-Encoding": "gzip"})  # noqa: S310 - our own
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own
        headers: Mapping[str, Any] = answer.headers
    assert headers["Content-Type"].split(";")[0] == kind
    assert "immutable" in headers["Cache-Control"]
    assert (headers["Content-Encoding"] == "gzip") == packed
    assert ("wasm-unsafe-eval" in headers["Content-Security-Policy"]) == ("-worker" in name)


def test_the_parts_beside_pyodides_beginning_may_be_kept_for_ever_too(app: App) -> None:
    for part in ("pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
        with urllib.request.urlopen(f"{app.address}{asset('pyodide.mjs').replace('pyodide.mjs', part)}") as answer:  # noqa: S310 - our own
            assert "immutable" in answer.headers["Cache-Control"], part
            if part.endswith(".json"):
                assert json.load(answer)["packages"] == {}
