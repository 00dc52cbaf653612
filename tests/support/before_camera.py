"""Somebody at a workout before the camera, in a real Chromium: the way there, and what its tests look at."""

import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from support.app import App, Hands
from support.camera_story import aside, frames_of, pose_as, quicker, recording, staying, with_script
from support.look import Heard
from unbend.planning.plan import Item

SLOW = 90_000  # milliseconds: the other core may be busy
Opened = Callable[..., BrowserContext]
# The pose model's library writes these as if they were faults.
NO_FAULT = re.compile(r"XNNPACK delegate|inference_feedback_manager|OpenGL error checking|Service Worker registration")


def press(page: Page, name: str) -> None:
    """Press a button by its words."""
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()


def answered(page: Page) -> None:
    """From the first question to the last look before the start."""
    press(page, "None of these")
    page.locator(".scale-step").nth(2).click()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Ready when you are")).to_be_visible()


def turned_on(page: Page) -> None:
    """The camera is allowed, and all is loaded."""
    press(page, "Turn on the camera")
    expect(page.locator(".coach-panel[data-camera=on]")).to_be_attached(timeout=SLOW)


def before_the_camera(context: BrowserContext, own: Mapping[str, Any], *items: Item, on: bool = True) -> Page:
    """Somebody made up, whom the camera sees, about to start these exercises."""
    page = context.new_page()
    plank = recording("side-plank", 1)
    plays = {"lies": staying(plank, up=False), "planks": staying(plank, up=True)}
    bridge = quicker(frames_of(recording("glute-bridge", 3)))
    pose_as(page, {"bridge": bridge, "half-out": aside(bridge, 0.45), **plays})
    with_script(page, own, *items)
    page.goto("/workout/coach/")
    answered(page)
    if on:
        turned_on(page)
    return page


def shown(page: Page, part: str, text: str | re.Pattern[str]) -> None:
    """What stands on the stage."""
    expect(page.locator(f".player-{part}")).to_have_text(text, timeout=SLOW)


def eventually(page: Page, holds: Callable[[], object]) -> None:
    """Waits in real time: the policy of the page lets nobody evaluate in it what would wait there."""
    end = time.monotonic() + SLOW / 1000
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        page.wait_for_timeout(100)


def arrived(page: Page, house: App) -> dict[str, Any]:
    """What was sent of the workout's only exercise; the line of what waits may be empty before it waits."""
    hands = Hands(house)
    eventually(page, lambda: hands.entries("practised"))
    expect(page.locator("#outbox")).to_be_empty(timeout=SLOW)
    line: dict[str, Any]
    [line] = hands.entries("practised")[-1]["data"]["exercises"]
    return line


def seconds_left(page: Page) -> int:
    """On the clock of a hold."""
    return int(page.locator(".player-count").inner_text())


def heard_in(page: Page, house: App) -> Heard:
    """What the page complains of from now on."""
    heard = Heard(house.address)
    heard.listen(page)
    return heard


def complaints(heard: Heard) -> list[str]:
    """What of it is a fault."""
    return [one for one in heard.wrong if not NO_FAULT.search(one)]
