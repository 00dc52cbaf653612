"""A film of two squats before the real pose model and the real engine: counted right, and the angle moves."""

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tools import assets
from tools.browser import find

from support.app import App, Hands, free_port
from support.camera_story import counted, with_script
from support.look import Heard
from support.shared_data import shared

CLIP, SQUATS = "clips/rohan-squat.mp4", 2
ASKED = 8  # repetitions: more than the film shows while it is watched
SLOW = 120_000
# Between two passes the film is red for a moment, so that a test knows where it begins however slowly it is played.
IS_RED = """() => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d')
  pen.drawImage(document.querySelector('video'), 0, 0, 1, 1)
  const [red, green] = pen.getImageData(0, 0, 1, 1).data
  return red > 180 && green < 90
}"""


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clip in the form that Chromium plays to whoever asks for the camera, over and over."""
    clip, made = shared(CLIP), tmp_path_factory.mktemp("film") / "squat.mjpeg"
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("not run without ffmpeg, which makes the film for the camera")
    form = ["-vf", "scale=-2:640,tpad=stop_duration=1:color=red", "-q:v", "4", "-r", "30", "-f", "mjpeg"]
    subprocess.run([ffmpeg, "-v", "error", "-i", str(clip), *form, str(made)], check=True)
    return made


@pytest.fixture
def page(browser: Browser, film: Path) -> Iterator[Page]:
    """A page whose camera shows the film."""
    flags = ["--no-sandbox", "--disable-gpu", "--use-fake-device-for-media-stream"]
    opened = browser.browser_type.launch(
        executable_path=find(), args=[*flags, f"--use-file-for-fake-video-capture={film}"]
    )
    context = opened.new_context(
        permissions=["camera"], service_workers="block", viewport={"width": 390, "height": 844}
    )
    context.set_default_timeout(SLOW)
    yield context.new_page()
    opened.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    assets.build()
    app = App(tmp_path_factory.mktemp("film-house") / "data", free_port())
    app.start()
    Hands(app).move_in()
    yield app
    app.stop()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()


def before_the_first_squat(page: Page, house: App) -> None:
    with_script(page, json.loads(Hands(house).get("/workout/script.json")), counted("squat-full", ASKED))
    page.goto(f"{house.address}/workout/coach/")
    press(page, "None of these")
    page.locator(".scale-step").nth(2).click()
    press(page, "Go on")
    press(page, "Turn on the camera")
    expect(page.locator(".coach-panel[data-camera=on]")).to_be_attached(timeout=SLOW)
    press(page, "Start")


def between_two_passes(page: Page) -> int:
    """Waits until the film has begun anew; the count then. Where a machine is too slow to follow anybody the player
    says so, which is no fault of it."""
    for red in (False, True):
        end = time.monotonic() + SLOW / 1000
        while page.evaluate(IS_RED) is not red:
            if page.locator("[data-trouble=slow]").count():
                pytest.skip("not run: this machine is too slow for the camera")
            assert time.monotonic() < end, page.locator("main").inner_text()
            page.wait_for_timeout(100)
    return int(page.locator(".player-count").inner_text())


def test_the_squats_of_a_film_are_counted_and_the_angle_moves(page: Page, house: App) -> None:
    heard = Heard(house.address)
    heard.listen(page)
    before_the_first_squat(page, house)
    expect(page.locator(".player-unit")).to_have_text(f"of {ASKED}", timeout=SLOW)
    before = between_two_passes(page)
    assert between_two_passes(page) - before == SQUATS
    press(page, "This set is done")
    seen = page.get_by_role("region", name="Seen by the camera")
    expect(seen).to_contain_text("Moved about", timeout=SLOW)
    told = re.search(r"Moved about (\d+) to (\d+) degrees", seen.inner_text())
    assert told is not None
    assert int(told[1]) >= 60, "somebody who squats bends the knee by more"
    assert [one for one in heard.wrong if one.startswith("asked elsewhere")] == []
