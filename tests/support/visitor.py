"""Somebody at the pages of a real browser: what they tap in the safety check, and in the workout."""

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from playwright.sync_api import BrowserContext, Page, expect

HEALTHY: Mapping[str, object] = {"age": 45, "sex": "male", "duration-days": 20, "severity": 3, "where": ["low-back"]}
MOST_SCREENS = 60
# Whether this browser keeps each picture of the workout that the page leads through.
ALL_KEPT = """async () => {
  const answer = await fetch(document.querySelector('#player').dataset.scriptUrl)
  const pictures = [...(await answer.text()).matchAll(/"([^"]*\\/figures\\/[^"]*\\.svg[^"]*)"/g)]
  const wanted = pictures.map(([, url]) => new URL(url, location.href).href)
  const kept = (await (await caches.open('unbend-figures')).keys()).map(({ url }) => url)
  return wanted.length > 0 && wanted.every(url => kept.includes(url))
}"""
CHECK = re.compile(r"/check/($|\?)")


def tap(page: Page, finding: str, value: object) -> None:
    """Tap an answer."""
    page.locator(f"label:has(input[name='{finding}'][value='{value}'])").tap()


def press(page: Page, name: str) -> None:
    """Tap a button or a link by its words."""
    page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("link", name=name, exact=True)).locator(
        "visible=true"
    ).first.tap()


def follow(page: Page, name: str) -> None:
    """Tap a button or a link that leads to another page, and wait for that."""
    with page.expect_navigation(wait_until="domcontentloaded"):
        press(page, name)


def shown(page: Page) -> list[str]:
    """The questions on the screen."""
    found: list[str] = page.locator("input[name=_shown]").evaluate_all("fields => fields.map(field => field.value)")
    return found


def answer(page: Page, answers: Mapping[str, object]) -> None:
    """Answer one screen of the check: as told, no to all else."""
    asked = shown(page)
    known = [finding for finding in asked if finding in answers]
    for finding in known:
        _give(page, finding, answers[finding])
    if len(asked) > 1:
        follow(page, "Go on: no to all others" if known else "None of these")
    elif not known and page.get_by_role("button", name="Skip this question").count():
        follow(page, "Skip this question")
    else:
        if not known:
            tap(page, asked[0], "no")
        follow(page, "Go on")


def _give(page: Page, finding: str, value: object) -> None:
    if isinstance(value, list):
        for place in value:
            tap(page, finding, place)
    elif page.locator(f"input[name='{finding}'][type=text]").count():
        page.fill(f"input[name='{finding}']", str(value))
    else:
        tap(page, finding, value)


def checked(page: Page, answers: Mapping[str, object] = HEALTHY) -> list[list[str]]:
    """From the welcome through the whole check; the screens on the way."""
    page.goto("/")
    follow(page, "Start with mine")
    screens = []
    while CHECK.search(page.url):
        screens.append(shown(page))
        answer(page, answers)
        assert len(screens) < MOST_SCREENS, "the questions do not end"
    return screens


def at_the_workout(context: BrowserContext, query: str = "") -> Page:
    """The player, whose clock the story moves."""
    page = context.new_page()
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))
    page.goto(f"/workout/{query}")
    return page


def do(page: Page, name: str) -> None:
    """Press one of the player's buttons, and let it show what comes of it."""
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()
    page.clock.run_for(50)


def rate(page: Page, value: int, question: str = "") -> None:
    """A number from 0 to 10."""
    scale = page.locator("fieldset.scale", has_text=question) if question else page.locator("fieldset.scale")
    scale.locator(".scale-step").nth(value).click()
    page.clock.run_for(50)


def begun(page: Page, *, pain: int = 2) -> None:
    """From the first question to the first exercise."""
    do(page, "None of these")
    rate(page, pain)
    do(page, "Go on")
    do(page, "Start")
    expect(page.locator(".player-stage")).to_be_visible()


def pass_time(page: Page, seconds: float) -> None:
    """Lets time pass on the page's clock, in steps that no device sleeps through."""
    while seconds > 0:
        page.clock.run_for(int(min(seconds, 10) * 1000))
        seconds -= 10


def eventually(holds: Callable[[], object], page: Page, seconds: float = 60) -> None:
    """Waits in real time, while the page's own clock goes along."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"it did not come about; there is {page.locator('main').inner_text()}"
        page.clock.run_for(500)
        page.wait_for_timeout(50)


def ready_for_no_network(page: Page) -> None:
    """Waits until this browser keeps all that a workout needs."""
    eventually(lambda: page.evaluate("navigator.serviceWorker.controller !== null"), page)
    eventually(lambda: page.evaluate(ALL_KEPT), page)
