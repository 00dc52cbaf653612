"""Every page there is, on a phone and on a desk, light and dark."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from django.urls import URLResolver, get_resolver, reverse
from playwright.sync_api import Browser, BrowserContext, expect

from support.app import App
from support.look import PHONE, Heard, faults
from support.visitor import HEALTHY, answer, follow, shown

PAGES: Mapping[str, Mapping[str, str]] = {
    **{
        name: {}
        for name in (
            "today", "welcome", "check-answer", "clearance", "letter", "begin", "plan", "plan-print", "workout",
            "workout-coach", "offline", "tests", "questionnaires", "progress", "helps", "library", "learn", "settings",
            "export", "import", "erase", "devices",
        )
    },
    "check-correct": {"finding": "severity"},
    "test": {"test": "side-plank"},
    "test-by-camera": {"test": "single-leg-stand"},
    "questionnaire": {"measure": "rmdq-24"},
    "audit": {"item": "desk-hours"},
    "exercise": {"exercise": "glute-bridge"},
    "lesson": {"lesson": "eight-in-ten"},
}  # fmt: skip
"""Of the one person at home."""

ACCOUNT_PAGES = (
    "account_login", "account_signup", "account_logout", "account_reset_password", "account_change_password",
    "account_reauthenticate", "account_inactive", "passkey-offer", "mfa_index", "mfa_activate_totp",
    "mfa_list_webauthn", "mfa_add_webauthn", "sharing", "people", "welcome",
)  # fmt: skip
"""Where people sign in."""

FOR_STRANGERS = ("account_login", "account_signup", "account_reset_password", "account_inactive")
"""Before they have signed in."""

MOST_SCREENS = 25
ELSEWHERE = {
    "next-day", "walk", "set-aside", "check-again", "check-country", "plan-day", "plan-item", "device-forget",
    "sharing-stop",  # take a form, and lead to another page
    "letter-text", "plan-calendar", "workout-script", "service-worker", "manifest", "figure", "export-file",
    "coach-reference",
    "api:openapi-json", "api:entries", "api:api-root", "mfa_download_recovery_codes",  # are files
    # only on a way of their own
    "check", "import-look", "erased", "pair", "set-password", "mfa_authenticate", "mfa_reauthenticate",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn", "mfa_edit_webauthn", "mfa_login_webauthn", "account_set_password",
}  # fmt: skip


def names() -> Iterator[str]:
    def named(resolver: object, space: str = "") -> Iterator[str]:
        for pattern in resolver.url_patterns:  # type: ignore[attr-defined]
            if isinstance(pattern, URLResolver):
                yield from named(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
            else:
                yield f"{space}{pattern.name}"

    return named(get_resolver())


def test_no_address_is_forgotten_here() -> None:
    assert set(names()) == {*PAGES, *ACCOUNT_PAGES, *ELSEWHERE}


@pytest.fixture(scope="module")
def visitor(browser: Browser, lived_in: App) -> Iterator[BrowserContext]:
    """A browser that has been there."""
    context = browser.new_context(base_url=lived_in.address, viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto("/welcome/")
    follow(page, "Go on with the example person")
    page.close()
    yield context
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_person_at_home_has_no_fault(visitor: BrowserContext, lived_in: App, name: str) -> None:
    page = visitor.new_page()
    heard = Heard(lived_in.address)
    heard.listen(page)
    path = reverse(name, kwargs=dict(PAGES[name]))
    found_at = page.goto(path, wait_until="networkidle")
    assert found_at is not None
    assert found_at.status == 200
    assert page.url == f"{lived_in.address}{path}"
    found = faults(page)
    page.close()
    assert heard.wrong == []
    assert found == {}


@pytest.mark.parametrize(("path", "status"), [("/nowhere/", 404), ("/library/no-such-exercise/", 404)])
def test_a_page_that_says_what_went_wrong_has_no_fault(visitor: BrowserContext, path: str, status: int) -> None:
    page = visitor.new_page()
    found_at = page.goto(path)
    assert found_at is not None
    assert found_at.status == status
    found = faults(page)
    page.close()
    assert found == {}


def test_each_screen_of_the_check_has_no_fault_nor_has_the_page_of_an_emergency(
    phone: Callable[..., BrowserContext], app: App
) -> None:
    page = phone().new_page()
    heard = Heard(app.address)
    heard.listen(page)
    found: dict[str, object] = {}
    page.goto("/")
    for _screen in range(MOST_SCREENS):
        if wrong := faults(page):
            found[f"{page.url} {shown(page)}"] = wrong
        if "/check/answer" in page.url:
            break
        page.set_viewport_size(PHONE)
        if page.url.endswith("/welcome/"):
            follow(page, "Start with mine")
        else:
            answer(page, {**HEALTHY, "saddle-numbness": "yes"})
    expect(page.get_by_role("heading", level=1, name="Please get emergency help now")).to_be_visible()
    assert heard.wrong == []
    assert found == {}


def test_no_screen_of_the_workout_has_a_fault(visitor: BrowserContext, lived_in: App) -> None:
    page = visitor.new_page()
    heard = Heard(lived_in.address)
    heard.listen(page)
    found: dict[str, object] = {}

    def look(name: str) -> None:
        expect(page.locator(f".player[data-screen={name.split()[0]}]")).to_be_attached()
        if wrong := faults(page):
            found[name] = wrong
        page.set_viewport_size(PHONE)

    def then(*names: str) -> None:
        for name in names:
            page.get_by_role("button", name=name, exact=True).locator("visible=true").first.tap()

    page.goto("/workout/?variant=short")
    look("gate")
    page.locator("label.choice:has(input[name='saddle-numbness'][value=unsure])").tap()
    look("gate with one more question")
    page.reload()
    then("None of these")
    look("pain-before")
    page.locator(".scale-step").nth(3).tap()
    then("Go on")
    look("ready")
    then("Start")
    look("moving")
    then("Pause")
    look("moving but paused")
    then("It hurts")
    look("hurts-gate")
    then("None of these")
    look("hurts-pain")
    page.locator(".scale-step").nth(3).tap()
    then("Go on")
    look("hurts-choice")
    then("End here for today")
    look("after")
    page.locator("summary", has_text="Each by itself").tap() if page.locator(".player-felt").count() else None
    then("Save")
    look("done")
    page.reload()
    page.goto("/workout/?variant=no-floor")
    page.locator("label.choice:has(input[name='saddle-numbness'][value=yes])").tap()
    then("Go on")
    look("help")
    page.close()
    assert heard.wrong == []
    assert found == {}


@pytest.fixture(scope="module")
def somebody(browser: Browser, many: App) -> Iterator[BrowserContext]:
    """A browser of somebody who has made an account."""
    context = browser.new_context(base_url=many.address, viewport=PHONE)
    page = context.new_page()
    page.goto("/accounts/signup/")
    page.get_by_label("Sign-in name").fill("rosa")
    for field in page.locator("input[type=password]").all():
        field.fill("thirteen green chairs")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(lambda url: "signup" not in url)
    page.goto("/welcome/")
    page.get_by_role("button", name="Start with mine").click()
    page.wait_for_url("**/check/")
    page.close()
    yield context
    context.close()


@pytest.mark.parametrize("name", ACCOUNT_PAGES)
def test_a_page_of_an_account_has_no_fault(somebody: BrowserContext, browser: Browser, many: App, name: str) -> None:
    stranger = browser.new_context(base_url=many.address, viewport=PHONE) if name in FOR_STRANGERS else None
    page = (stranger or somebody).new_page()
    heard = Heard(many.address)
    heard.listen(page)
    found_at = page.goto(reverse(name), wait_until="networkidle")
    assert found_at is not None
    assert (found_at.status, page.url) == (200, f"{many.address}{reverse(name)}")
    found = faults(page)
    page.close()
    if stranger:
        stranger.close()
    assert heard.wrong == []
    assert found == {}
