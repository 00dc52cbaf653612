"""Signing in where people have accounts, in a real browser: by password, then by a passkey of the device."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.running import Up, up

PASSWORD = "three warm stones"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """An installation that many people share, with sign-up open."""
    with up(tmp_path_factory.mktemp("site") / "data", site="", UNBEND_SIGN_UP="true") as started:
        yield started


@pytest.fixture
def context(browser: Browser, site: Up) -> Iterator[BrowserContext]:
    """A browser that nobody has used yet."""
    made = browser.new_context(base_url=f"http://localhost:{site.port}")
    yield made
    made.close()


def with_a_passkey_device(page: Page) -> None:
    """The browser's own stand-in for a device that keeps passkeys and knows its owner by finger or face."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def go_on(page: Page, name: str) -> None:
    """Press what leads to another page, and wait until that page and its scripts are there."""
    words = page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("link", name=name, exact=True))
    with page.expect_navigation():
        words.click()


def make_account(page: Page, name: str) -> None:
    page.goto("/accounts/signup/")
    page.get_by_label("Sign-in name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The password again").fill(PASSWORD)
    go_on(page, "Make the account")


def test_a_passkey_is_offered_made_and_opens_the_account(context: BrowserContext) -> None:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    with_a_passkey_device(page)
    make_account(page, "anna")
    expect(page.get_by_role("heading", name="Sign in more easily next time?")).to_be_visible()
    go_on(page, "Make a passkey")
    page.get_by_label("A name for it").fill("This laptop")
    go_on(page, "Add a passkey")
    page.goto("/accounts/2fa/webauthn/")
    expect(page.get_by_text("This laptop")).to_be_visible()
    page.goto("/accounts/logout/")
    go_on(page, "Sign out")
    assert "/accounts/login/" in page.url
    go_on(page, "Sign in with a passkey")
    assert "/accounts/" not in page.url
    page.goto("/settings/sharing/")
    assert "/accounts/login/" not in page.url
    assert [text for text in complaints if "favicon" not in text] == []


def test_not_now_is_heard_and_other_devices_are_signed_out_by_a_new_password(
    browser: Browser, context: BrowserContext, site: Up
) -> None:
    page = context.new_page()
    make_account(page, "ben")
    go_on(page, "Not now")
    assert "/accounts/" not in page.url
    other = browser.new_context(base_url=f"http://localhost:{site.port}")
    elsewhere = other.new_page()
    sign_in(elsewhere, "ben", PASSWORD)
    elsewhere.goto("/settings/people/")
    assert "/settings/people/" in elsewhere.url
    page.goto("/accounts/password/change/")
    page.get_by_label("The password until now").fill(PASSWORD)
    page.get_by_label("New password", exact=True).fill(f"{PASSWORD} more")
    page.get_by_label("The new password again").fill(f"{PASSWORD} more")
    go_on(page, "Change it")
    page.goto("/settings/people/")
    assert "/settings/people/" in page.url
    elsewhere.goto("/settings/people/")
    assert "/accounts/login/" in elsewhere.url
    other.close()


def sign_in(page: Page, name: str, password: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Sign-in name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    go_on(page, "Sign in")


def test_a_wrong_password_says_so_and_many_make_a_pause(context: BrowserContext) -> None:
    page = context.new_page()
    for _ in range(5):
        sign_in(page, "anna", "not this one")
        expect(page.get_by_role("alert")).to_be_visible()
    sign_in(page, "anna", "not this one")
    expect(page.get_by_text("Too many failed").or_(page.get_by_text("tried too often"))).to_be_visible()
