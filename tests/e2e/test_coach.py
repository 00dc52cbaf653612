"""The workout before the camera, in a real Chromium: somebody made up stands where the pose model would see a person.
Without one, without leave to look, and when the camera goes away, the workout goes on."""

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from tools import assets

from support.app import App, Hands, free_port
from support.camera_story import counted, frames_of, held, pose_as, posing, recording, short_of, staying, with_script
from support.look import PHONE, Heard, faults
from unbend.planning.plan import Item

SLOW = 90_000  # milliseconds: the other core may be busy
Opened = Callable[..., BrowserContext]
KEPT_FOR_COACH = """caches.open('unbend-figures').then(cache => cache.keys())
  .then(keys => keys.some(({ url }) => url.endsWith('coach.json')))"""
# The pose model's library writes these as if they were faults.
NO_FAULT = re.compile(r"XNNPACK delegate|inference_feedback_manager|OpenGL error checking|Service Worker registration")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Somebody who may have a workout, and the parts of a story that take a while to make."""
    assets.build()
    short_of({}, counted("glute-bridge", 2))
    app = App(tmp_path_factory.mktemp("coach") / "data", free_port())
    app.start()
    Hands(app).move_in()
    yield app
    app.stop()


@pytest.fixture(scope="module")
def own(house: App) -> dict[str, Any]:
    """The workout that the house has for them."""
    script: dict[str, Any] = json.loads(Hands(house).get("/workout/script.json"))
    return script


@pytest.fixture
def opened(camera: Browser, house: App) -> Iterator[Opened]:
    """Makes phones: with the camera allowed, unless told otherwise."""
    made: list[BrowserContext] = []

    def phone(*, allowed: bool = True, worker: bool = False) -> BrowserContext:
        context = camera.new_context(
            base_url=house.address,
            viewport=PHONE,
            permissions=["camera"] if allowed else [],
            service_workers="allow" if worker else "block",
        )
        context.set_default_timeout(SLOW)
        made.append(context)
        return context

    yield phone
    for context in made:
        context.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()


def answered(page: Page) -> None:
    """From the first question to the last look before the start."""
    press(page, "None of these")
    page.locator(".scale-step").nth(2).click()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Ready when you are")).to_be_visible()


def turned_on(page: Page) -> None:
    press(page, "Turn on the camera")
    expect(page.locator(".coach-panel[data-camera=on]")).to_be_attached(timeout=SLOW)


def before_the_camera(context: BrowserContext, own: Mapping[str, Any], *items: Item) -> Page:
    """Somebody made up, whom the camera sees, about to start these exercises."""
    page = context.new_page()
    plank = recording("side-plank", 1)
    plays = {"lies": staying(plank, up=False), "planks": staying(plank, up=True)}
    pose_as(page, {"bridge": frames_of(recording("glute-bridge", 3)), **plays})
    with_script(page, own, *items)
    page.goto("/workout/coach/")
    answered(page)
    turned_on(page)
    return page


def shown(page: Page, part: str, text: str | re.Pattern[str]) -> None:
    expect(page.locator(f".player-{part}")).to_have_text(text, timeout=SLOW)


def eventually(page: Page, holds: Callable[[], object]) -> None:
    """Waits in real time: the policy of the page lets nobody evaluate in it what would wait there."""
    end = time.monotonic() + SLOW / 1000
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        page.wait_for_timeout(100)


def seconds_left(page: Page) -> int:
    return int(page.locator(".player-count").inner_text())


def heard_in(page: Page, house: App) -> Heard:
    heard = Heard(house.address)
    heard.listen(page)
    return heard


def complaints(heard: Heard) -> list[str]:
    return [one for one in heard.wrong if not NO_FAULT.search(one)]


def test_repetitions_are_counted_and_the_count_put_right_is_kept_shown_and_taken_along(
    opened: Opened, house: App, own: dict[str, Any]
) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 3))
    heard = heard_in(page, house)
    found = {"ready": faults(page)}
    page.set_viewport_size(PHONE)
    press(page, "Start")
    shown(page, "label", "Find your place")
    found["placing"] = faults(page)
    page.set_viewport_size(PHONE)
    posing(page, "bridge")
    shown(page, "label", "I see you")
    shown(page, "label", "Move")
    posing(page, "bridge")
    shown(page, "count", "0")
    for count in ("1", "2"):
        shown(page, "count", count)
    expect(page.get_by_role("heading", name="Well done")).to_be_visible(timeout=SLOW)
    number = page.get_by_label("Repetitions: Bridge")
    expect(number).to_have_value("3")
    found["after"] = faults(page)
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="One more: Bridge").click()
    expect(number).to_have_value("4")
    press(page, "Save")
    expect(page.get_by_role("heading", name="Saved")).to_be_visible()
    expect(page.locator("#outbox")).to_be_empty(timeout=SLOW)
    [line] = Hands(house).entries("practised")[-1]["data"]["exercises"]
    assert (line["outcome"], line["repetitions"], line["camera"]["repetitions"]) == ("done", 4, 3)
    assert set(line["camera"]) <= {"repetitions", "range", "form", "measure", "sides", "faults"}
    page.goto("/progress/")
    expect(page.get_by_role("region", name="Seen by the camera")).to_contain_text("Bridge: 4 repetitions, moved about")
    together = """name => { const rest = document.createRange()
      rest.selectNodeContents(name.nextSibling)
      return Math.abs(rest.getBoundingClientRect().top - name.getBoundingClientRect().top) < 4 }"""
    assert page.locator("li strong", has_text="Bridge").first.evaluate(together), "no line begins with a colon"
    assert complaints(heard) == []
    assert not any(found.values()), found


def test_a_hold_runs_only_while_it_is_held_and_somebody_who_is_hidden_stops_its_clock(
    opened: Opened, own: dict[str, Any]
) -> None:
    page = before_the_camera(opened(), own, held("side-plank", 12, side="right"))
    press(page, "Start")
    posing(page, "lies")
    shown(page, "label", "Into the pose")
    posing(page, "planks")
    shown(page, "label", "Keep going")
    shown(page, "count", re.compile("^(11|10)$"))
    posing(page, None)
    shown(page, "label", "Out of view")
    shown(page, "said", "I cannot see all of you. The clock waits.")
    before = seconds_left(page)
    page.wait_for_timeout(3000)
    assert seconds_left(page) == before
    posing(page, "planks")
    shown(page, "label", "Keep going")
    shown(page, "count", str(before - 1))


def test_a_tap_always_does_more_than_the_camera(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 3, sets=2), held("side-plank", 9, side="right"))
    press(page, "Start")
    press(page, "I am ready")
    shown(page, "label", "Get ready")
    press(page, "I am ready")
    press(page, "This set is done")
    shown(page, "label", "Rest")
    press(page, "Skip")
    shown(page, "name", "Side plank")
    press(page, "Pause")
    expect(page.get_by_text("Paused", exact=True)).to_be_visible()
    press(page, "Turn off the camera")
    press(page, "Go on")
    press(page, "It hurts")
    expect(page.get_by_role("heading", name="Stop here for a moment")).to_be_visible()


def test_without_leave_to_look_the_workout_goes_on_by_the_clock(
    opened: Opened, house: App, own: dict[str, Any]
) -> None:
    page = opened(allowed=False).new_page()
    heard = heard_in(page, house)
    with_script(page, own, counted("glute-bridge", 2))
    page.goto("/workout/coach/")
    answered(page)
    press(page, "Turn on the camera")
    expect(page.get_by_text("The camera was not allowed")).to_be_visible(timeout=SLOW)
    found = faults(page)
    press(page, "Start")
    shown(page, "label", "Get ready")
    shown(page, "label", "Move")
    shown(page, "count", "2")
    assert found == {}
    assert complaints(heard) == []


def test_when_the_camera_is_taken_away_the_clock_takes_over(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 2))
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    shown(page, "count", "0")
    page.evaluate("document.querySelector('video').srcObject.getTracks()[0].dispatchEvent(new Event('ended'))")
    expect(page.locator(".player-scene")).to_have_attribute("data-camera", "false")
    shown(page, "count", "2")
    expect(page.get_by_role("heading", name="Well done")).to_be_visible(timeout=SLOW)


TAKEN = {
    "it tells so": "track => track.dispatchEvent(new Event('ended'))",
    "it ended and told nobody": "track => track.stop()",
    "it gives no more pictures": "track => Object.defineProperty(track, 'muted', { get: () => true })",
}


@pytest.mark.parametrize("how", TAKEN)
def test_a_camera_that_the_device_took_is_turned_on_again_where_one_is_and_nothing_is_lost(
    opened: Opened, house: App, own: dict[str, Any], how: str
) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 6))
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    posing(page, "bridge")
    shown(page, "count", "1")
    expect(page.get_by_role("button", name="Turn on the camera")).to_have_count(0)
    page.evaluate_handle("document.querySelector('video').srcObject.getTracks()[0]").evaluate(TAKEN[how])
    expect(page.locator(".player-scene")).to_have_attribute("data-camera", "false", timeout=SLOW)
    button = page.get_by_role("button", name="Turn on the camera")
    expect(button).to_be_visible()
    inside = "button => button.parentElement.matches('.player-scene') && getComputedStyle(button).position"
    assert button.evaluate(inside) == "absolute", "it takes no room from what stops and pauses"
    shown(page, "count", re.compile("^[234]$"))
    press(page, "Turn on the camera")
    expect(page.locator(".player-scene")).to_have_attribute("data-camera", "true", timeout=SLOW)
    expect(page.get_by_role("button", name="Turn on the camera")).to_have_count(0)
    before = int(page.locator(".player-count").inner_text())
    assert before >= 1, "what the clock led through is not done again"
    posing(page, "bridge")
    shown(page, "count", str(before + 1))
    press(page, "This set is done")
    expect(page.get_by_role("heading", name="Well done")).to_be_visible(timeout=SLOW)
    press(page, "Save")
    expect(page.locator("#outbox")).to_be_empty(timeout=SLOW)
    [line] = Hands(house).entries("practised")[-1]["data"]["exercises"]
    assert line["camera"]["repetitions"] >= 2, "what was seen before it went and after it came back"


def test_a_device_that_asks_for_the_camera_anew_leaves_the_workout_to_the_clock_until_it_is_allowed(
    opened: Opened, own: dict[str, Any]
) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 4))
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    shown(page, "count", "0")
    page.evaluate("""() => {
      const media = navigator.mediaDevices, real = media.getUserMedia.bind(media)
      const allowed = new Promise(done => { globalThis.allow = done })
      media.getUserMedia = async wanted => { await allowed; return real(wanted) }
      Object.defineProperty(document, 'hidden', { get: () => true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
      delete document.hidden
      document.dispatchEvent(new Event('visibilitychange')) }""")
    posing(page, None)
    shown(page, "said", re.compile("If you are asked, allow it"))
    shown(page, "count", "3")
    page.evaluate("globalThis.allow()")
    expect(page.locator(".player-scene")).to_have_attribute("data-camera", "true", timeout=SLOW)
    shown(page, "count", re.compile("^[23]$"))


def test_the_drawing_of_where_to_put_the_phone_hides_nobody(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 3))
    apart = """() => {
      const [drawing, picture] = ['.coach-where', '.coach-lines'].map(name => document.querySelector(name))
      const { bottom, right } = drawing.getBoundingClientRect()
      const { top, left, width, height } = picture.getBoundingClientRect()
      const isApart = bottom <= top + 1 || right <= left + 1
      return drawing.checkVisibility() && isApart && Math.min(width, height) > 120 }"""
    sizes: tuple[ViewportSize, ...] = (
        {"width": 320, "height": 568},
        PHONE,
        {"width": 844, "height": 390},
        {"width": 1280, "height": 800},
    )
    for started in (False, True):
        if started:
            press(page, "Start")
            shown(page, "label", "Find your place")
        expect(page.locator(".coach-where")).to_be_visible()
        for size in sizes:
            page.set_viewport_size(size)
            assert page.evaluate(apart), (started, size)


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
def test_in_a_pause_nobody_is_looked_at_or_shown_and_the_count_goes_on_after_it(
    opened: Opened, own: dict[str, Any], size: ViewportSize
) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 4))
    page.set_viewport_size(size)
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    posing(page, "bridge")
    shown(page, "count", "1")
    press(page, "Pause")
    expect(page.locator(".coach-lines")).to_have_count(0)
    shown(page, "count", "1")
    page.wait_for_timeout(500)
    looks = page.evaluate("looks")
    page.wait_for_timeout(2500)
    assert page.evaluate("looks") == looks
    shown(page, "count", "1")
    press(page, "Go on")
    posing(page, "bridge")
    expect(page.locator(".coach-lines")).to_be_visible()
    shown(page, "count", "2")


def test_a_pause_says_that_nobody_is_looked_at_and_shows_no_empty_picture(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 4))
    expect(page.locator(".coach-preview")).to_be_visible()
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    press(page, "Pause")
    expect(page.locator(".coach-status")).to_have_text("I do not look while you pause.")
    expect(page.locator(".coach-preview")).to_be_hidden()
    expect(page.get_by_text("I see you", exact=True)).to_have_count(0)


def test_the_camera_is_off_in_a_long_pause_in_another_tab_and_at_the_end(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 2))
    live = "(document.querySelector('video')?.srcObject?.getTracks() ?? []).filter(t => t.readyState === 'live').length"
    assert page.evaluate(live) == 1
    press(page, "Start")
    page.evaluate("""Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))""")
    assert page.evaluate(live) == 0
    page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))")
    eventually(page, lambda: page.evaluate(live) == 1)
    kept = page.evaluate_handle("document.querySelector('video').srcObject.getTracks()[0]")
    press(page, "Pause")
    press(page, "End the workout")
    expect(page.get_by_role("heading", name="Good for today")).to_be_visible()
    eventually(page, lambda: kept.evaluate("track => track.readyState") == "ended")


def test_nothing_of_the_camera_is_loaded_or_allowed_before_it_is_asked_for(opened: Opened, own: dict[str, Any]) -> None:
    page = opened().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with_script(page, own, counted("glute-bridge", 2))
    answer = page.goto("/workout/")
    assert answer is not None
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "wasm" not in answer.headers["content-security-policy"]
    answered(page)
    of_coach = re.compile(r"coach|pyodide|\.task|vision|\.wasm|\.zip")
    assert [url for url in asked if of_coach.search(url)] == []
    asked.clear()
    press(page, "Use the camera")
    page.wait_for_url("**/workout/coach/")
    expect(page.get_by_role("heading", name="Ready when you are")).to_be_visible()
    expect(page.get_by_text("No picture leaves this device")).to_be_visible()
    large = re.compile(r"pyodide|\.task|vision|\.wasm|\.zip|coach-(pose|python)")
    assert [url for url in asked if large.search(url)] == []


def test_once_used_the_camera_works_without_a_network(opened: Opened, house: App) -> None:
    context = opened(worker=True)
    page = context.new_page()
    heard = heard_in(page, house)
    page.goto("/workout/coach/")
    eventually(page, lambda: page.evaluate("navigator.serviceWorker.controller !== null"))
    page.reload()
    answered(page)
    turned_on(page)
    eventually(page, lambda: page.evaluate(KEPT_FOR_COACH))
    assert complaints(heard) == []
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Ready when you are")).to_be_visible()
    turned_on(page)
    expect(page.locator(".coach-status")).to_have_text(re.compile("see"), timeout=SLOW)
    context.set_offline(False)


def test_the_page_with_the_camera_and_the_one_without_are_one_workout(opened: Opened, own: dict[str, Any]) -> None:
    page = opened().new_page()
    with_script(page, own, counted("glute-bridge", 4), held("side-plank", 9, side="right"))
    page.goto("/workout/")
    answered(page)
    press(page, "Start")
    press(page, "I am ready")
    shown(page, "label", "Get ready")
    press(page, "I am ready")
    shown(page, "count", "2")
    press(page, "Pause")
    press(page, "Use the camera")
    page.wait_for_url("**/workout/coach/")
    expect(page.get_by_text("Here you stopped. Go on when you like.")).to_be_visible()
    shown(page, "count", "2")
    expect(page.get_by_role("button", name="Turn on the camera")).to_be_visible()


def test_the_stage_with_the_camera_fits_a_small_phone_and_one_on_its_side(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 3))
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    inside = """() => ['.player-hurts', '.player-pause', '.coach-stage'].every(name => {
      const { left, right, top, bottom } = document.querySelector(name).getBoundingClientRect()
      return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight + 1 && bottom - top > 44 })"""
    for width, height in ((320, 568), (390, 844), (844, 390), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert page.evaluate(inside), (width, height)
