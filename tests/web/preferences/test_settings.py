"""Settings: each change is one entry, and what is not there is not mentioned."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from support.house import Somebody, clinician_of, somebody
from support.site import browser_of, with_accounts
from web.preferences.conftest import entries_of

ENTRY = "2b7a0f0e-0000-4000-8000-000000000001"


def page(browser: Client) -> str:
    answer = browser.get(reverse("settings"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_change_is_one_entry_that_holds_only_what_is_new(browser: Client, home: Somebody) -> None:
    first = {"entry": ENTRY, "units": "imperial", "time-zone": "Asia/Tokyo", "country": "JP"}
    answer = browser.post(reverse("settings"), first)
    assert (answer.status_code, answer["Location"]) == (302, reverse("settings"))
    browser.post(reverse("settings"), {**first, "entry": ENTRY[:-1] + "2", "units": "metric"})
    said = [entry["data"] for entry in entries_of(home, "preferred")]
    assert said == [{"units": "imperial", "time-zone": "Asia/Tokyo", "country": "JP"}, {"units": "metric"}]


def test_a_form_sent_twice_counts_once(browser: Client, home: Somebody) -> None:
    for _ in range(2):
        browser.post(reverse("settings"), {"entry": ENTRY, "voice": "no", "beeps": "yes"})
    assert [entry["data"] for entry in entries_of(home, "preferred")] == [{"voice": False, "beeps": True}]


def test_saving_what_holds_already_writes_nothing(browser: Client, home: Somebody) -> None:
    browser.post(reverse("settings"), {"entry": ENTRY, "units": "metric"})
    answer = browser.post(reverse("settings"), {"entry": ENTRY[:-1] + "3", "units": "metric"}, follow=True)
    assert "Nothing was different" in answer.content.decode()
    assert len(entries_of(home, "preferred")) == 1


@pytest.mark.usefixtures("home")
def test_what_was_chosen_is_shown_as_chosen(browser: Client) -> None:
    browser.post(reverse("settings"), {"entry": ENTRY, "units": "imperial", "country": "DE", "voice": "no"})
    shown = page(browser)
    assert re.search(r'value="imperial" checked', shown)
    assert re.search(r'value="DE" selected', shown)
    assert re.search(r'name="voice" value="no" checked', shown)
    assert re.search(r'name="beeps" value="yes" checked', shown)


@pytest.mark.parametrize("wrong", [{"units": "stones"}, {"time-zone": "Moon/Sea"}, {"country": "nowhere at all"}])
def test_what_cannot_be_taken_is_said_and_nothing_is_stored(
    browser: Client, home: Somebody, wrong: dict[str, str]
) -> None:
    answer = browser.post(reverse("settings"), {"entry": ENTRY, **wrong})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert home.written == []


@pytest.mark.usefixtures("home")
def test_at_home_nothing_is_said_of_passwords_and_one_language_is_no_choice(browser: Client) -> None:
    shown = page(browser)
    assert "Password" not in shown
    assert 'name="language"' not in shown


@pytest.mark.django_db
def test_a_clinician_sees_nothing_to_change_and_changes_nothing(settings: Settings) -> None:
    with_accounts(settings)
    alice = somebody()
    doctor = browser_of(clinician_of(alice.person), person=alice.person)
    shown = page(doctor)
    assert "Passkeys" in shown
    assert "<form" not in shown[shown.index("<main") : shown.index("</main")]
    assert doctor.post(reverse("settings"), {"entry": ENTRY, "units": "metric"}).status_code == 404
    assert alice.written == []


@pytest.mark.django_db
def test_who_has_no_person_yet_begins_at_the_welcome(browser: Client) -> None:
    assert browser.get(reverse("settings"))["Location"] == reverse("welcome")
