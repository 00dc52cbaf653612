"""What stands on the screen beside the camera's picture, and where, on phones and on a desk."""

from typing import Any

from playwright.sync_api import ViewportSize, expect

from support.before_camera import Opened, before_the_camera, press, shown
from support.camera_story import counted, posing
from support.look import PHONE


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
