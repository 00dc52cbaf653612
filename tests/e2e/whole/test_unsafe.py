"""Numb when wiping: one page that says what to do now, and nothing to start anywhere."""

import json
import urllib.error
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from support.app import Hands
from support.visitor import HEALTHY, checked, follow

MOST_SCREENS = 12
STARTS = "Start", "Start now", "Do it today instead", "Only 5 minutes", "No floor today", "Begin this exercise"


@pytest.fixture
def page(phone: Callable[..., BrowserContext], hands: Hands) -> Page:
    """A phone of somebody who has told it."""
    hands.move_in(saddle_numbness="yes")
    return phone().new_page()


def starts(page: Page) -> list[str]:
    """What on this page would start an exercise."""
    found = page.locator("main a, main button").all_inner_texts()
    return [words for words in found if words.strip() in STARTS]


def test_one_page_says_what_to_do_now(phone: Callable[..., BrowserContext]) -> None:
    page = phone().new_page()
    screens = checked(page, {**HEALTHY, "saddle-numbness": "yes"})
    assert len(screens) <= MOST_SCREENS, "who needs help is asked no more than helps to tell how soon"
    expect(page.get_by_role("heading", level=1, name="Please get emergency help now")).to_be_visible()
    expect(page.get_by_role("link", name="Set up my programme")).to_have_count(0)
    for country, number in (("gb", "999"), ("de", "112"), ("us", "911")):
        page.get_by_label("Numbers for").select_option(country)
        follow(page, "Show")
        expect(page.locator(f".numbers a[href='tel:{number}']")).to_be_visible()
    follow(page, "Letter to print or send")
    expect(page.get_by_text("Numb between the legs", exact=True)).to_be_visible()


def test_nothing_can_be_started_anywhere(page: Page, hands: Hands) -> None:
    library = "/library/", "/library/glute-bridge/", "/tests/", "/tests/side-plank/"
    for address in ("/", "/plan/", "/plan/print/", "/workout/", "/workout/?variant=short", *library):
        page.goto(address)
        assert starts(page) == [], address
        expect(page.locator(".player-stage, [data-stopwatch], [data-keep-script]")).to_have_count(0)
    page.goto("/")
    expect(page.get_by_text("There is no exercise plan")).to_be_visible()
    follow(page, "What to do now")
    expect(page.get_by_role("heading", level=1, name="Please get emergency help now")).to_be_visible()
    for variant in ("planned", "short", "no-floor"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            hands.get(f"/workout/script.json?variant={variant}")
        assert refused.value.code == 409
        assert "items" not in json.loads(refused.value.read())


def test_a_form_sent_all_the_same_makes_no_plan(page: Page, hands: Hands) -> None:
    page.goto("/begin/")
    page.goto("/plan/")
    page.request.get("/plan/calendar.ics")
    assert {line["data"]["what"] for line in hands.entries("advised")} <= {"safety"}


def test_no_clearance_lifts_it(page: Page, hands: Hands) -> None:
    page.goto("/clearance/")
    assert "/clearance/" not in page.url or page.locator("input[name=covers][value=saddle-numbness]").count() == 0
    person = str(hands.log()[0]["person"])
    said = {"by": "a physiotherapist", "covers": ["saddle-numbness"], "allows": "everything"}
    entry = {"id": "7e6d1c1c-3f5c-4a58-9a4f-111111111111", "kind": "cleared", "version": 1, "data": said}
    hands.tell(person, [{**entry, "happened_at": hands.log()[0]["made_at"]}])
    page.goto("/")
    expect(page.get_by_text("There is no exercise plan")).to_be_visible()
    with pytest.raises(urllib.error.HTTPError):
        hands.get("/workout/script.json")
