"""For whoever wants less motion or larger letters: still figures, and nothing cut off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from support.app import Hands
from support.look import LARGER, PHONE, WIDE
from support.visitor import at_the_workout, begun, do, follow, pass_time

CUT_OFF = """() => [...document.querySelectorAll('body *')].flatMap(element => {
  const style = getComputedStyle(element), {width} = element.getBoundingClientRect()
  const hides = /hidden|clip/.test(style.overflowX + style.overflowY) && !element.closest('svg') && width > 1
  const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const over = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
  return hides && own && over && element.checkVisibility() ? [element.outerHTML.slice(0, 120)] : []
})"""
OUT_OF_SIGHT = """() => [...document.querySelectorAll(
    'main button, main a, main h1, main p, main label')].flatMap(element => {
  const {left, right, width} = element.getBoundingClientRect()
  const hidden = !element.checkVisibility({visibilityProperty: true}) || width <= 1 || element.closest('.scroller')
  return hidden || (left >= -1 && right <= innerWidth + 1) ? [] : [element.outerHTML.slice(0, 120)]
})"""
SIZES = {
    "a small phone, as a desk zoomed to 400 %": (320, 1),
    "a phone with letters twice as large": (PHONE["width"], 2),
}


def cut_off(page: Page) -> list[str]:
    """What does not fit."""
    found: list[str] = []
    for look in (WIDE, CUT_OFF, OUT_OF_SIGHT):
        found += page.evaluate(look)
    return found


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(phone: Callable[..., BrowserContext], hands: Hands, size: str) -> None:
    width, scale = SIZES[size]
    context = phone(viewport={"width": width, "height": 640})
    context.add_init_script(LARGER % (scale * 100))
    page = context.new_page()
    found: dict[str, list[str]] = {}

    def look(name: str, page: Page = page) -> None:
        if wrong := cut_off(page):
            found[name] = wrong

    page.goto("/")
    look("welcome")
    follow(page, "Start with mine")
    look("check")
    hands.move_in()
    for path in ("/", "/settings/", "/begin/", "/check/answer/"):
        page.goto(path)
        look(path)
    workout = at_the_workout(context, "?variant=short")
    look("gate", workout)
    begun(workout)
    pass_time(workout, 15)
    look("moving", workout)
    do(workout, "Pause")
    look("paused", workout)
    do(workout, "End the workout")
    look("after", workout)
    assert found == {}


def test_figures_stand_still_for_whoever_wants_less_motion(phone: Callable[..., BrowserContext], hands: Hands) -> None:
    hands.move_in()
    context = phone(reduced_motion="reduce")
    page = context.new_page()
    for path in ("/", "/library/glute-bridge/"):
        page.goto(path, wait_until="networkidle")
        shown = page.locator("main img").evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => one.currentSrc)"
        )
        assert shown
        assert [source for source in shown if "moving" in source] == []
    page = at_the_workout(context, "?variant=short")
    begun(page)
    pass_time(page, 15)
    assert page.locator(".player-figure svg").count() == 1
    assert page.locator(".player-figure animate, .player-figure animateTransform").count() == 0


def test_figures_move_for_everybody_else(phone: Callable[..., BrowserContext], hands: Hands) -> None:
    hands.move_in()
    page = at_the_workout(phone(), "?variant=short")
    begun(page)
    pass_time(page, 15)
    assert page.locator(".player-figure animate, .player-figure animateTransform").count() > 0
