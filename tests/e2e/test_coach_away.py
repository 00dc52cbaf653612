"""The camera looks away, in a pause, in another tab and at the end; and when the device takes it, nothing is lost."""

import re
from typing import Any

import pytest
from playwright.sync_api import ViewportSize, expect

from support.app import App
from support.before_camera import SLOW, Opened, arrived, before_the_camera, eventually, press, shown
from support.camera_story import counted, posing
from support.look import PHONE


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
    expect(page.get_by_role("heading", name="Saved")).to_be_visible()
    line = arrived(page, house)
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
