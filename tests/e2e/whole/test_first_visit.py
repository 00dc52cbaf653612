"""The first visit: from the welcome by taps alone to a workout that can be started."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from support.app import Hands
from support.visitor import checked, follow, press, tap

MOST_SCREENS = 20
MOST_SECONDS = 60


def watched(page: Page) -> list[str]:
    """The addresses that the page comes to show."""
    seen: list[str] = []

    def note(frame: Frame) -> None:
        if frame == page.main_frame:
            seen.append(frame.url)

    page.on("framenavigated", note)
    return seen


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_healthy_adult_comes_by_taps_from_the_welcome_to_a_workout(
    phone: Callable[..., BrowserContext], hands: Hands, javascript: bool
) -> None:
    page = phone(java_script_enabled=javascript).new_page()
    screens, began = watched(page), time.monotonic()
    checked(page)
    expect(page.get_by_role("heading", level=1, name="You can begin")).to_be_visible()
    follow(page, "Set up my programme")
    tap(page, "makes-worse", "worse-sitting")
    follow(page, "Make my plan")
    expect(page.get_by_text(re.compile("Your first workout|Today's workout"))).to_be_visible()
    assert len(screens) <= MOST_SCREENS
    assert time.monotonic() - began < MOST_SECONDS
    assert len(hands.entries("wished")) == 1

    page.get_by_role("link", name="Start", exact=True).or_(page.get_by_role("button", name="Start now")).tap()
    page.wait_for_url("**/workout/**")
    if javascript:
        expect(page.get_by_role("heading", level=1, name="Before you start")).to_be_visible()
        press(page, "None of these")
        page.locator(".scale-step").nth(3).tap()
        press(page, "Go on")
        press(page, "Start")
        expect(page.locator(".player-stage .player-figure svg")).to_be_visible()
    else:
        expect(page.get_by_role("link", name="Print the week")).to_be_visible()
        follow(page, "Print the week")
        expect(page.locator("svg").first).to_be_visible()
