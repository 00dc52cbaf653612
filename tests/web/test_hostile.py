"""What somebody who means harm would try: other pages of the same browser, other windows, forms that nobody sends."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from support.at_home import at_home
from support.house import somebody
from support.site import HOST, browser_of, with_accounts
from unbend.record.accounts import AT_HOME
from unbend.store.models import EntryRow, Person, User

pytestmark = pytest.mark.django_db
ENTRY = "0d9a61f4-6f0c-4ef8-9f3c-1d1f7f5a1f10"
ELSEWHERE = ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"})
AS_A_PICTURE = {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}
AS_A_LINK = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
IN_A_FRAME = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}


@pytest.mark.parametrize("site", ELSEWHERE)
@pytest.mark.parametrize("how", [AS_A_PICTURE, IN_A_FRAME])
def test_no_page_of_elsewhere_sets_anything_going_here(site: dict[str, str], how: dict[str, str]) -> None:
    browser, *_ = at_home("desk-worker")
    before = EntryRow.objects.count()
    for name in ("plan", "workout-script", "export", "today"):
        assert browser.get(reverse(name), headers={**site, **how}).status_code == 403
    assert EntryRow.objects.count() == before


@pytest.mark.parametrize("site", ELSEWHERE)
def test_a_link_from_elsewhere_opens_a_page_and_sends_no_form(site: dict[str, str]) -> None:
    browser, *_ = at_home("desk-worker")
    assert browser.get(reverse("today"), headers={**site, **AS_A_LINK}).status_code == 200
    walk = {"entry": ENTRY, "minutes": "10"}
    assert browser.post(reverse("walk"), walk, headers={**site, **AS_A_LINK}).status_code == 403
    assert not EntryRow.objects.filter(kind="walked").exists()


@pytest.mark.parametrize("header", ["X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Proto", "CF-Connecting-IP"])
def test_whoever_comes_through_a_proxy_is_not_this_machine(header: str) -> None:
    browser, *_ = at_home("desk-worker")
    answer = browser.get(reverse("today"), headers={header: "https"})
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("pair"))


def test_a_form_of_one_record_never_goes_into_another() -> None:
    at_home("desk-worker")
    browser = Client(enforce_csrf_checks=True, HTTP_HOST="localhost")
    mine = str(browser.get(reverse("settings")).context["csrf_token"])
    welcome = str(browser.get(reverse("welcome")).context["csrf_token"])
    browser.post(reverse("welcome"), {"door": "example", "csrfmiddlewaretoken": welcome})
    before = EntryRow.objects.count()
    left_open = {"entry": ENTRY, "units": "imperial", "csrfmiddlewaretoken": mine}
    assert browser.post(reverse("settings"), left_open).status_code == 403
    assert EntryRow.objects.count() == before
    now = str(browser.get(reverse("settings")).context["csrf_token"])
    assert browser.post(reverse("settings"), {**left_open, "csrfmiddlewaretoken": now}).status_code == 302


@pytest.mark.parametrize("entry", ["", "a\x00b", "x" * 5000, "\r\nSet-Cookie: a=b"])
@pytest.mark.parametrize(("name", "what", "form"), [
    ("lesson", "eight-in-ten", {}), ("exercise", "glute-bridge", {"say": "no"}),
])  # fmt: skip
def test_an_id_that_no_form_of_ours_carries_is_refused(name: str, what: str, form: dict[str, str], entry: str) -> None:
    browser, *_ = at_home("desk-worker")
    before = EntryRow.objects.count()
    answer = browser.post(reverse(name, args=[what]), {**form, "entry": entry})
    assert (answer.status_code, EntryRow.objects.count() - before) in ((400, 0), (302, 1 if entry == "" else 0))


@pytest.mark.parametrize("typed", ["--5", "²", "٣x", "5-", "", "1e3"])
def test_no_number_that_only_looks_like_one_is_taken(typed: str) -> None:
    browser, *_ = at_home("desk-worker")
    assert browser.post(reverse("walk"), {"entry": ENTRY, "minutes": typed}).status_code == 302
    assert not EntryRow.objects.filter(kind="walked").exists()


@pytest.mark.parametrize("name", [AT_HOME, AT_HOME.upper()])
def test_nobody_signs_up_as_the_person_at_home(settings: Settings, name: str) -> None:
    with_accounts(settings)
    settings.UNBEND = settings.UNBEND.__class__(**{**vars(settings.UNBEND), "sign_up": True})
    form = {"username": name, "password1": "a-long-enough-one-9", "password2": "a-long-enough-one-9"}
    browser = Client(HTTP_HOST=HOST, headers={"X-Forwarded-Proto": "https"})
    assert browser.post(reverse("account_signup"), form).status_code == 200
    assert not User.objects.exists()


def test_many_counts_in_the_cache_push_no_other_out() -> None:
    cache.set("a-limit", 5, 600)
    for number in range(400):
        cache.set(f"z-{number}", 1, 600)
    assert cache.get("a-limit") == 5


def test_a_record_that_cannot_be_read_is_said_to_be_our_fault_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    browser, _, person, _ = at_home("desk-worker")
    browser.raise_request_exception = False
    broken = '{"id": "broken", "kind": "unheard-of", "happened_at": "2026-03-01T08:00:00Z", "data": {}}'
    now = datetime.now(UTC)
    Person.objects.filter(pk=person).update(revision=99)
    EntryRow.objects.create(person_id=person, entry_id="broken", kind="unheard-of", happened_at=now, written=broken,
                            revision=99, received_at=now)  # fmt: skip
    assert browser.get(reverse("today")).status_code == 500
    assert "BadInput" in caplog.text


@pytest.mark.parametrize(
    "after", ["2026-11-26", "٣", "x" * 5000, "//evil.example/", "https://evil.example", "\r\nX: y"]
)
def test_the_way_on_after_signing_in_leads_nowhere_else(settings: Settings, after: str) -> None:
    with_accounts(settings)
    browser = browser_of(somebody().actor)
    answer = browser.post(reverse("passkey-offer"), {"next": after})
    assert answer.status_code == 302
    assert "evil" not in answer.headers["Location"]
