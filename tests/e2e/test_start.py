"""The first visit in a real browser: welcome, safety check, what is not safe, the example person; with and without
JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from support.visitor import CHECK, HEALTHY, answer, checked, follow, shown, tap

pytestmark = pytest.mark.django_db(transaction=True)
SIZES: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(browser: Browser, live_server: LiveServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone at the welcome."""
    context = browser.new_context(
        viewport=SIZES["phone"], has_touch=True, base_url=live_server.url, java_script_enabled=request.param
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto("/welcome/")
    yield page
    context.close()


def test_a_healthy_adult_comes_from_the_welcome_to_the_first_plan(page: Page) -> None:
    screens = checked(page, HEALTHY)
    assert len(screens) == 16
    expect(page.get_by_role("heading", name="You can begin")).to_be_visible()
    expect(page.get_by_text("Get help now, at a hospital")).to_be_visible()
    follow(page, "Set up my programme")
    tap(page, "makes-worse", "worse-sitting")
    follow(page, "Make my plan")
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Plan")).to_be_visible()
    expect(page.locator("[href*='workout/']").first).to_be_visible()


def test_numb_when_wiping_is_an_emergency_at_once(page: Page) -> None:
    checked(page, {**HEALTHY, "saddle-numbness": "yes"})
    expect(page.get_by_role("heading", level=1, name="Please get emergency help now")).to_be_visible()
    page.get_by_label("Numbers for").select_option("gb")
    follow(page, "Show")
    expect(page.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
    follow(page, "Letter to print or send")
    expect(page.get_by_text("Numb between the legs", exact=True)).to_be_visible()


def test_not_sure_asks_one_concrete_question(page: Page) -> None:
    follow(page, "Start with mine")
    while "saddle-numbness" not in shown(page):
        answer(page, HEALTHY)
    answer(page, {"saddle-numbness": "unsure"})
    expect(page.get_by_role("heading", name="When you wipe after the toilet")).to_be_visible()
    answer(page, {"saddle-numbness": "no"})
    assert "saddle-numbness" not in shown(page)
    assert "/check/answer" not in page.url


def test_the_back_button_and_the_back_link_change_an_answer(page: Page) -> None:
    follow(page, "Start with mine")
    answer(page, {"age": 45})
    assert shown(page) == ["sex"]
    follow(page, "Back")
    expect(page.locator("input[name=age]")).to_have_value("45")
    answer(page, {"age": 54})
    assert shown(page) == ["sex"]
    page.go_back()
    expect(page.locator("input[name=age]")).to_have_value("54")
    answer(page, {"age": 55})
    assert shown(page) == ["sex"]
    follow(page, "Back")
    expect(page.locator("input[name=age]")).to_have_value("55")


ONLY_WITH_JAVASCRIPT = pytest.mark.parametrize("page", [True], indirect=True, ids=["with-javascript"])


@ONLY_WITH_JAVASCRIPT
def test_the_example_person_says_so_everywhere_and_is_thrown_away_by_one_tap(page: Page) -> None:
    follow(page, "Try it with an example person")
    for address in ("/", "/plan/", "/progress/", "/check/answer/", "/letter/"):
        page.goto(address)
        expect(page.get_by_text(re.compile("example person", re.IGNORECASE)).first).to_be_visible()
    page.goto("/plan/")
    follow(page, "Throw away")
    expect(page.get_by_role("button", name="Start with mine")).to_be_visible()


@ONLY_WITH_JAVASCRIPT
def test_the_page_tells_the_time_zone_of_the_browser(page: Page) -> None:
    follow(page, "Try it with an example person")
    page.goto("/begin/")
    here = page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    expect(page.locator("input[name=time-zone]")).to_have_value(here)


@ONLY_WITH_JAVASCRIPT
def test_no_screen_of_the_start_is_wider_than_the_window(page: Page) -> None:
    follow(page, "Start with mine")
    while CHECK.search(page.url):
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
