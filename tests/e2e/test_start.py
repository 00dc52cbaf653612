"""The first visit in a real browser: welcome, safety check, what is not safe, the example person; with and without
JavaScript."""

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from support.checking import HEALTHY

pytestmark = pytest.mark.django_db(transaction=True)
SIZES: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(browser: Browser, live_server: LiveServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone at the welcome."""
    context = browser.new_context(viewport=SIZES["phone"], base_url=live_server.url, java_script_enabled=request.param)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("/welcome/")
    yield page
    context.close()


def shown(page: Page) -> list[str]:
    """The questions on the screen."""
    return [str(field.get_attribute("value")) for field in page.locator("input[name=_shown]").all()]


def tap(page: Page, finding: str, value: object) -> None:
    """Tap an answer."""
    page.locator(f"label:has(input[name='{finding}'][value='{value}'])").click()


def give(page: Page, finding: str, value: object) -> None:
    """Answer one question of any sort."""
    if isinstance(value, list):
        for place in value:
            tap(page, finding, place)
    elif page.locator(f"input[name='{finding}'][type=text]").count():
        page.fill(f"input[name='{finding}']", str(value))
    else:
        tap(page, finding, value)


def answer(page: Page, answers: Mapping[str, object]) -> None:
    """Answer one screen: as told, no to all else."""
    asked = shown(page)
    known = [finding for finding in asked if finding in answers]
    for finding in known:
        give(page, finding, answers[finding])
    if len(asked) > 1:
        page.get_by_role("button", name="Go on: no to all others" if known else "None of these", exact=True).click()
    elif known:
        page.get_by_role("button", name="Go on", exact=True).click()
    elif page.get_by_role("button", name="Skip this question").count():
        page.get_by_role("button", name="Skip this question").click()
    else:
        tap(page, asked[0], "no")
        page.get_by_role("button", name="Go on", exact=True).click()


def walk(page: Page, answers: Mapping[str, object]) -> list[list[str]]:
    """From the welcome to the answer; the screens on the way."""
    page.get_by_role("button", name="Start with mine").click()
    screens = []
    while re.search(r"/check/($|\?)", page.url):
        screens.append(shown(page))
        answer(page, answers)
        assert len(screens) < 60
    return screens


def test_a_healthy_adult_comes_from_the_welcome_to_the_first_plan(page: Page) -> None:
    screens = walk(page, HEALTHY)
    assert len(screens) == 16
    expect(page.get_by_role("heading", name="You can begin")).to_be_visible()
    expect(page.get_by_text("Get help now, at a hospital")).to_be_visible()
    page.get_by_role("link", name="Set up my programme").click()
    tap(page, "makes-worse", "worse-sitting")
    page.get_by_role("button", name="Make my plan").click()
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Plan")).to_be_visible()
    expect(page.locator("[href*='workout/']").first).to_be_visible()


def test_numb_when_wiping_is_an_emergency_at_once(page: Page) -> None:
    walk(page, {**HEALTHY, "saddle-numbness": "yes"})
    expect(page.get_by_role("heading", level=1, name="Please get emergency help now")).to_be_visible()
    page.get_by_label("Numbers for").select_option("gb")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
    page.get_by_role("link", name="Letter to print or send").click()
    expect(page.get_by_text("Numb between the legs", exact=True)).to_be_visible()


def test_not_sure_asks_one_concrete_question(page: Page) -> None:
    page.get_by_role("button", name="Start with mine").click()
    while "saddle-numbness" not in shown(page):
        answer(page, HEALTHY)
    answer(page, {"saddle-numbness": "unsure"})
    expect(page.get_by_role("heading", name="When you wipe after the toilet")).to_be_visible()
    answer(page, {"saddle-numbness": "no"})
    assert "saddle-numbness" not in shown(page)
    assert "/check/answer" not in page.url


def test_the_back_button_and_the_back_link_change_an_answer(page: Page) -> None:
    page.get_by_role("button", name="Start with mine").click()
    answer(page, {"age": 45})
    assert shown(page) == ["sex"]
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.locator("input[name=age]")).to_have_value("45")
    answer(page, {"age": 54})
    assert shown(page) == ["sex"]
    page.go_back()
    expect(page.locator("input[name=age]")).to_have_value("54")
    answer(page, {"age": 55})
    assert shown(page) == ["sex"]
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.locator("input[name=age]")).to_have_value("55")


ONLY_WITH_JAVASCRIPT = pytest.mark.parametrize("page", [True], indirect=True, ids=["with-javascript"])


@ONLY_WITH_JAVASCRIPT
def test_the_example_person_says_so_everywhere_and_is_thrown_away_by_one_tap(page: Page) -> None:
    page.get_by_role("button", name="Try it with an example person").click()
    for address in ("/", "/plan/", "/progress/", "/check/answer/", "/letter/"):
        page.goto(address)
        expect(page.get_by_text(re.compile("example person", re.IGNORECASE)).first).to_be_visible()
    page.goto("/plan/")
    page.get_by_role("button", name="Throw away").click()
    expect(page.get_by_role("button", name="Start with mine")).to_be_visible()


@ONLY_WITH_JAVASCRIPT
def test_the_page_tells_the_time_zone_of_the_browser(page: Page) -> None:
    page.get_by_role("button", name="Try it with an example person").click()
    page.goto("/begin/")
    here = page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    expect(page.locator("input[name=time-zone]")).to_have_value(here)


@ONLY_WITH_JAVASCRIPT
def test_no_screen_of_the_start_is_wider_than_the_window(page: Page) -> None:
    page.get_by_role("button", name="Start with mine").click()
    while re.search(r"/check/($|\?)", page.url):
        assert not too_wide(page), page.url
        answer(page, HEALTHY)
    for address in ("/check/answer/", "/begin/", "/letter/", "/welcome/"):
        for size in SIZES.values():
            page.set_viewport_size(size)
            page.goto(address)
            assert not too_wide(page), address


def too_wide(page: Page) -> bool:
    """Whether the page has to be pushed sideways."""
    return bool(page.locator("html").evaluate("e => e.scrollWidth > e.clientWidth"))
