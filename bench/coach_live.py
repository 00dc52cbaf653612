"""What the coach costs while somebody moves: pictures a second with it on against the pose model alone, in one run of a
real Chromium with a film before its camera; and the engine's milliseconds for each picture in the browser.

    python bench/coach_live.py [--film FILE.mjpeg] [--seconds 10] [--rounds 3]

The film is made of `../shared/data/clips` with ffmpeg where none is named; without both, Chromium shows its test
picture, in which nobody is seen. The two are measured by turns, and the ratio is that of each round. The pose model's
module is served with a counter round it; the product is as it is. Tables: docs/benchmarks.md.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "support.django_settings")

import django  # noqa: E402

django.setup()

from playwright.sync_api import Page, Route, expect, sync_playwright  # noqa: E402
from tools import assets  # noqa: E402
from tools.browser import find  # noqa: E402

from support.app import App, Hands, free_port  # noqa: E402
from support.camera_story import POSE, counted, frames_of, recording, with_script  # noqa: E402

CLIP = ROOT.parent / "shared" / "data" / "clips" / "rohan-squat.mp4"
EXERCISE, REPETITIONS, FED = "squat-full", 60, 2000
WAIT = 180_000
# The real module with a counter round it: how many pictures were looked at, and the model itself for the other half.
COUNTED = """import { startPose as start } from '%s'
globalThis.looked = 0
export async function startPose(...given) {
  const model = await start(...given)
  globalThis.model = model
  return { where: model.where, close: () => undefined, async detect(...picture) {
    const found = await model.detect(...picture)
    globalThis.looked += 1
    return found
  } }
}"""
ALONE = """async seconds => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480, resizeMode: 'none' } })
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = stream
  document.querySelector('main').append(video)
  await video.play()
  let [count, busy, run] = [0, false, true]
  const next = () => video.requestVideoFrameCallback(now => {
    if (!run) return
    next()
    if (busy) return
    busy = true
    globalThis.model.detect(video, now).finally(() => { busy = false; count += 1 })
  })
  next()
  await new Promise(done => setTimeout(done, 2000))
  count = 0
  await new Promise(done => setTimeout(done, seconds * 1000))
  run = false
  const found = count
  stream.getTracks().forEach(track => track.stop())
  video.remove()
  return found
}"""
ENGINE = """async code => {
  const urls = JSON.parse(document.getElementById('coach-addresses').textContent)
  const { startPython } = await import('%s')
  const python = await startPython(urls.python, 'builtins')
  const said = await python.call('eval', code)
  python.close()
  return Number(said)
}"""
TIMED = """str(__import__('timeit').timeit(
  'image, world = frames[next(turn) %% len(frames)]; live.feed(handle, next(clock) / 30, image, world, 640, 480)',
  'import itertools, json; from array import array; from unbend.motion import live; '
  'frames = [(memoryview(array("f", i)), memoryview(array("f", w))) for i, w in json.loads(FRAMES)]; '
  'turn, clock = itertools.count(), itertools.count(); handle = live.begin(REFERENCE, "both")',
  number=%d, globals={'FRAMES': %r, 'REFERENCE': %r}))"""


@contextmanager
def film(named: Path | None) -> Iterator[Path | None]:
    """The film for the camera; None where there is none."""
    ffmpeg = shutil.which("ffmpeg")
    if named is not None or not CLIP.exists() or ffmpeg is None:
        yield named
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "film.mjpeg"
        form = ["-vf", "scale=-2:640", "-q:v", "4", "-r", "30", "-f", "mjpeg"]
        subprocess.run([ffmpeg, "-v", "error", "-i", str(CLIP), *form, str(made)], check=True)
        yield made


@contextmanager
def page_of(app: App, shown: Path | None) -> Iterator[Page]:
    """A page whose camera shows the film."""
    flags = ["--no-sandbox", "--disable-gpu", "--use-fake-device-for-media-stream"]
    flags += [f"--use-file-for-fake-video-capture={shown}"] if shown else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=flags)
        context = browser.new_context(base_url=app.address, permissions=["camera"], service_workers="block")
        context.set_default_timeout(WAIT)
        yield context.new_page()
        browser.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()


def counting(page: Page) -> None:
    """Serves the pose model's module with the counter round it."""

    def serve(route: Route) -> None:
        url = route.request.url
        if "worker" in url or url.endswith("?real"):
            route.continue_()
        else:
            route.fulfill(body=COUNTED % f"{url}?real", content_type="text/javascript")

    page.route(POSE, serve)
    page.route(f"{POSE}?real", lambda route: route.continue_())


def begun(page: Page, app: App) -> None:
    """A workout before the camera, paused at the first exercise."""
    counting(page)
    with_script(page, json.loads(Hands(app).get("/workout/script.json")), counted(EXERCISE, REPETITIONS))
    page.goto("/workout/coach/")
    press(page, "None of these")
    page.locator(".scale-step").nth(2).click()
    press(page, "Go on")
    press(page, "Turn on the camera")
    expect(page.locator(".coach-panel[data-camera=on]")).to_be_attached(timeout=WAIT)
    press(page, "Start")
    for _ in range(2):
        page.get_by_role("button", name="I am ready", exact=True).click()
    expect(page.locator(".player-label")).not_to_have_text("Get ready")


def with_coach(page: Page, seconds: float) -> int:
    """Pictures looked at while the coach leads the workout."""
    page.wait_for_timeout(2000)
    before = page.evaluate("globalThis.looked")
    page.wait_for_timeout(seconds * 1000)
    found: int = page.evaluate("globalThis.looked") - before
    return found


def one_round(page: Page, seconds: float) -> tuple[float, float]:
    """Pictures a second with the coach, and of the model alone."""
    coach = with_coach(page, seconds)
    press(page, "Pause")
    press(page, "Turn off the camera")
    alone: int = page.evaluate(ALONE, seconds)
    press(page, "Turn on the camera")
    expect(page.locator(".coach-panel[data-camera=on]")).to_be_attached(timeout=WAIT)
    press(page, "Go on")
    return coach / seconds, alone / seconds


def engine(page: Page, app: App) -> float:
    """Milliseconds of the engine for a picture, in Python in the browser."""
    frames = json.dumps(frames_of(recording(EXERCISE, 2))[:120])
    script = json.loads(Hands(app).get("/workout/script.json"))
    mark = re.search(r"/figures/([0-9a-f]{16})/", json.dumps(script))
    reference: Any = json.loads(Hands(app).get(f"/figures/{mark[1] if mark else ''}/{EXERCISE}/coach.json"))
    module = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    python = next(name for name in module if re.search(r"coach-python-(?!worker)[^/]*\.js$", name))
    code = TIMED % (FED, frames, json.dumps(reference["reference"]))
    seconds: float = page.evaluate(ENGINE % python, code)
    return seconds / FED * 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--film", type=Path, help="MJPEG that the camera shows")
    parser.add_argument("--seconds", type=float, default=10, help="of each half of a round")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    assets.build()
    with tempfile.TemporaryDirectory() as folder, film(given.film) as shown:
        app = App(Path(folder) / "data", free_port())
        app.start()
        try:
            Hands(app).move_in()
            with page_of(app, shown) as page:
                begun(page, app)
                rounds = [one_round(page, given.seconds) for _ in range(given.rounds)]
                milliseconds = engine(page, app)
        finally:
            app.stop()
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"Film: {shown.name if shown else 'none, the test picture'}")
    print("\n| with the coach | model alone | ratio |\n|---|---|---|")
    for coach, alone in rounds:
        print(f"| {coach:.1f} a second | {alone:.1f} a second | {coach / alone:.2f} |")
    print(f"\nRatio in the middle: {median(coach / alone for coach, alone in rounds):.2f} (wanted: 0.95 or more)")
    print(f"Engine in the browser: {milliseconds:.2f} ms a picture (wanted: under 1)")


if __name__ == "__main__":
    main()
