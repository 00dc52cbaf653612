"""The workout before the camera, in a real Chromium: somebody made up stands where the pose model would see a person.
Without one, and without leave to look, the workout goes on."""

import re
from typing import Any

from playwright.sync_api import expect

from support.app import App
from support.before_camera import (
    SLOW,
    Opened,
    answered,
    arrived,
    before_the_camera,
    complaints,
    eventually,
    heard_in,
    press,
    seconds_left,
    shown,
    turned_on,
)
from support.camera_story import counted, held, posing, with_script
from support.look import PHONE, faults

KEPT_FOR_COACH = """caches.open('unbend-figures').then(cache => cache.keys())
  .then(keys => keys.some(({ url }) => url.endsWith('coach.json')))"""


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
    line = arrived(page, house)
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


def test_where_what_an_exercise_is_held_against_cannot_be_had_the_clock_leads_and_it_says_so(
    opened: Opened, own: dict[str, Any]
) -> None:
    page = opened().new_page()
    page.route("**/coach.json", lambda route: route.abort())
    with_script(page, own, counted("glute-bridge", 2))
    page.goto("/workout/coach/")
    answered(page)
    turned_on(page)
    expect(page.locator(".coach-status")).to_have_text(
        "I cannot follow this one well. The clock goes on.", timeout=SLOW
    )
    press(page, "Start")
    shown(page, "count", "2")
    expect(page.get_by_role("heading", name="Well done")).to_be_visible(timeout=SLOW)


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
