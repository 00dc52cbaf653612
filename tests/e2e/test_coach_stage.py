"""What stands on the screen beside the camera's picture, and where, on phones and on a desk."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from support.before_camera import SLOW, Opened, answered, before_the_camera, press, shown, turned_on
from support.camera_story import counted, frames_of, pose_as, posing, recording, with_script
from support.look import LARGER, PHONE

DESK: ViewportSize = {"width": 1280, "height": 800}
# 1 as drawn, -1 turned round: of the camera's picture, the figure, the one in the drawn phone.
TURNED = """names => names.map(name => {
  const found = document.querySelector(name)
  return Math.sign(found.getScreenCTM?.().a ?? new DOMMatrix(getComputedStyle(found).transform).a)
})"""
PICTURE, FIGURE, IN_PHONE = ".coach-lines", ".player-figure > svg", ".coach-mirrored > svg"
# Whether nothing lies over the middle of it.
FREE = """names => names.filter(name => {
  const part = [...document.querySelectorAll(name)].find(one => one.checkVisibility())
  const { left, right, top, bottom } = part.getBoundingClientRect()
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return top < 0 || bottom > innerHeight + 1 || there === null || !(part.contains(there) || there.contains(part))
})"""


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


def test_the_figure_stands_as_the_person_does_in_their_mirrored_picture(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 3), counted("cat-cow", 3))
    expect(page.locator(IN_PHONE)).to_be_attached()
    assert page.evaluate(TURNED, [PICTURE, IN_PHONE]) == [-1, -1]
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    expect(page.locator(FIGURE)).to_be_attached()
    assert page.evaluate(TURNED, [PICTURE, FIGURE]) == [-1, -1]
    press(page, "Pause")
    assert page.evaluate(TURNED, [FIGURE]) == [-1], "the same exercise does not turn round in a pause"
    press(page, "Turn off the camera")
    assert page.evaluate(TURNED, [FIGURE]) == [1]
    press(page, "Turn on the camera")
    expect(page.locator(".coach-panel[data-camera=on]")).to_be_attached(timeout=SLOW)
    press(page, "Skip")
    shown(page, "name", "Cat and cow")
    assert page.evaluate(TURNED, [FIGURE]) == [1], "where the camera follows nothing it is as everywhere"


def middles(page: Page) -> tuple[float, float]:
    """How far to the right of the drawing from above the person stands, and the phone."""
    inside = (
        "name => { const { x, width } = document.querySelector(name).getBoundingClientRect(); return x + width / 2 }"
    )
    return page.evaluate(inside, ".coach-body"), page.evaluate(inside, ".coach-placement > g:last-child .coach-phone")


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_drawing_puts_the_phone_on_the_side_that_works(opened: Opened, own: dict[str, Any], side: str) -> None:
    page = before_the_camera(opened(), own, counted("bird-dog-leg", 3, side=side))
    expect(page.locator(IN_PHONE)).to_be_attached()
    person, phone = middles(page)
    assert (phone > person) is (side == "right")


def test_what_the_camera_needs_stands_before_the_button_that_turns_it_on(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 3), on=False)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        needs = page.get_by_text("What it needs").bounding_box()
        button = page.get_by_role("button", name="Turn on the camera").bounding_box()
        assert needs is not None
        assert button is not None
        assert needs["y"] < button["y"]
        assert page.evaluate(FREE, [".coach-panel > button"]) == [], "nothing lies over what turns it on"


def test_who_turns_the_camera_on_or_off_by_key_is_at_the_other_button_and_sees_the_picture(
    opened: Opened, own: dict[str, Any]
) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 3), on=False)
    turn_on, turn_off = (page.get_by_role("button", name=f"Turn {way} the camera") for way in ("on", "off"))
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        turn_on.focus()
        page.keyboard.press("Enter")
        expect(turn_off).to_be_focused()
        expect(page.locator(".coach-panel[data-camera=on]")).to_be_attached(timeout=SLOW)
        expect(page.locator(".coach-offers")).to_have_text(
            re.compile("^Bridge. The camera can count this"), timeout=SLOW
        )
        posing(page, "bridge")
        expect(page.locator(".coach-status")).to_have_text("I see you", timeout=SLOW)
        assert page.evaluate(FREE, [".coach-switch button", ".coach-lines", ".coach-toggle"]) == [], size
        turn_off.focus()
        page.keyboard.press("Enter")
        expect(turn_on).to_be_focused()


def test_no_button_has_the_focus_under_the_foot(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 3))
    hidden = """() => {
      const { activeElement: here } = document, { left, top, width, height } = here.getBoundingClientRect()
      const there = document.elementFromPoint(left + width / 2, top + height / 2)
      return here === document.body || here.contains(there) ? null : here.textContent }"""
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        page.get_by_role("button", name="Turn off the camera").focus()
        for _ in range(6):
            assert page.evaluate(hidden) is None
            page.keyboard.press("Tab")


def test_a_phone_that_was_moved_in_a_rest_is_told_before_the_next_set(opened: Opened, own: dict[str, Any]) -> None:
    page = before_the_camera(opened(), own, counted("glute-bridge", 1, sets=2, rest=25))
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    posing(page, "bridge")
    shown(page, "label", "Rest")
    posing(page, "half-out")
    shown(page, "said", re.compile("^Step back a little, so that all of you is in the picture"))
    shown(page, "label", "Rest")
    posing(page, "bridge")
    expect(page.locator(".player-said")).not_to_have_text(re.compile("Step back"), timeout=SLOW)


def stricter(page: Page, fault: str, value: float) -> None:
    """From now on the exercises have this fault from another angle on."""

    def serve(route: Route) -> None:
        given = json.loads(route.fetch().text())
        for one in given["reference"]["faults"]:
            one["value"] = value if one["id"] == fault else one["value"]
        route.fulfill(json=given)

    page.route("**/coach.json", serve)


def test_a_hint_is_the_exercises_own_and_stands_out(opened: Opened, own: dict[str, Any]) -> None:
    page = opened().new_page()
    stricter(page, "hips-high", 45)
    pose_as(page, {"bridge": frames_of(recording("glute-bridge", 3))})
    with_script(page, own, counted("glute-bridge", 3))
    page.goto("/workout/coach/")
    answered(page)
    turned_on(page)
    posing(page, "bridge")
    press(page, "Start")
    shown(page, "label", "Move")
    posing(page, "bridge")
    shown(page, "said", "Come down a little, ribs soft.")
    weights = """said => [said.dataset.told, 'false'].map(
      told => { said.dataset.told = told; return Number(getComputedStyle(said).fontWeight) })"""
    hint, plain = page.locator(".player-said").evaluate(weights)
    assert hint > plain


def test_with_letters_twice_as_large_the_count_is_seen_and_what_stops_is_in_reach(
    opened: Opened, own: dict[str, Any]
) -> None:
    context = opened()
    context.add_init_script(LARGER % 200)
    page = before_the_camera(context, own, counted("glute-bridge", 3))
    press(page, "Start")
    posing(page, "bridge")
    shown(page, "label", "Move")
    in_reach = [".player-pause", ".player-hurts", ".coach-toggle"]
    assert page.evaluate(FREE, [*in_reach, ".player-label", ".player-count"]) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(FREE, in_reach) == []
