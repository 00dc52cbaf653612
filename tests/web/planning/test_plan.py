"""The plan's page: everything in it in words, and each change through the hard rules."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from support.at_home import at_home
from unbend.service.planning import week_of

pytestmark = pytest.mark.django_db
PEOPLE = ("desk-worker", "pregnant-nurse-on-nights", "osteoporosis-72-no-floor")


def page_of(client: Client) -> str:
    return " ".join(client.get(reverse("plan")).content.decode().split())


@pytest.mark.parametrize("name", PEOPLE)
def test_each_exercise_stands_with_dose_reason_source_and_picture(name: str) -> None:
    client, actor, person, house = at_home(name)
    page, week = page_of(client), week_of(actor, person, house).week
    assert week is not None
    for day in week.days:
        for item in day.session.items:
            assert house.known.texts.exercises[item.exercise].name in page.replace("&#x27;", "'")
            assert f"/{item.exercise}/right-end.svg" in page
    assert 'class="why' in page
    assert 'class="source' in page
    assert "get help now" in page.lower()


@pytest.mark.parametrize("name", PEOPLE)
def test_the_print_view_lets_through_its_own_style_alone_and_carries_the_help(name: str) -> None:
    client, *_ = at_home(name)
    response = client.get(reverse("plan-print"))
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "'sha256-" in response["Content-Security-Policy"]
    assert "Get help now" in response.content.decode()


def test_the_calendar_holds_each_workout_and_no_word_of_the_person() -> None:
    client, actor, person, house = at_home("desk-worker")
    week = week_of(actor, person, house).week
    assert week is not None
    text = client.get(reverse("plan-calendar")).content.decode()
    assert text.count("BEGIN:VEVENT") == len(week.days)
    assert person not in text
    assert "CLASS:PRIVATE" in text


def test_not_this_one_takes_it_out_of_the_week_and_says_so() -> None:
    client, actor, person, house = at_home("desk-worker")
    week = week_of(actor, person, house).week
    assert week is not None
    exercise = next(item.exercise for item in week.days[0].session.items if item.slot.value == "main")
    sent = {"entry": "never-this-one", "action": "never"}
    response = client.post(reverse("plan-item", args=[exercise]), sent, follow=True)
    assert "Your plan is changed" in response.content.decode()
    assert f"/{exercise}/right-end.svg" not in response.content.decode().split("Between workouts")[0]


def test_what_cannot_be_done_is_said_in_a_sentence_and_changes_nothing() -> None:
    client, actor, person, house = at_home("osteoporosis-72-no-floor")
    before = week_of(actor, person, house).week
    assert before is not None
    for day in before.days[:1]:
        for number, item in enumerate(day.session.items):
            sent = {"entry": f"harder-please-{number}", "action": "harder"}
            page = client.post(reverse("plan-item", args=[item.exercise]), sent, follow=True).content.decode()
            assert re.search(r'class="notice notice-(warn|good|danger)"', page)
    after = week_of(actor, person, house).week
    assert after is not None
    for day in after.days:
        for item in day.session.items:
            assert not set(house.known.catalogue.exercises[item.exercise].restrictions) & {"loaded-flexion", "floor"}


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("plan-item", {"action": "easier"}),
        ("plan-item", {"entry": "x" * 99, "action": "never"}),
        ("plan-item", {"entry": "some-entry-1", "action": "explode"}),
        ("plan-item", {"entry": "some-entry-2", "action": "back", "original": "no-such-exercise"}),
        ("plan-day", {"entry": "some-entry-3", "to": "yesterday"}),
        ("plan-day", {"entry": "some-entry-4", "to": "1999-01-01"}),
        ("plan-day", {}),
    ],
)
def test_what_nobody_should_send_is_refused_in_words(address: str, sent: dict[str, str]) -> None:
    client, actor, person, house = at_home("desk-worker")
    week = week_of(actor, person, house).week
    assert week is not None
    kept = list(house.store.written(person))
    about = week.days[0].session.items[0].exercise if address == "plan-item" else week.days[0].planned.isoformat()
    response = client.post(reverse(address, args=[about]), sent, follow=True)
    assert response.status_code == 200
    assert 'class="notice notice-' in response.content.decode()
    assert list(house.store.written(person)) == kept


def test_a_day_or_exercise_that_is_none_is_no_crash() -> None:
    client, *_ = at_home("desk-worker")
    for address in (reverse("plan-day", args=["never"]), reverse("plan-item", args=["nothing"])):
        assert client.post(address, {"entry": "some-entry-5", "to": "none"}, follow=True).status_code == 200


def test_an_address_for_forms_says_so_to_whoever_only_looks() -> None:
    client, *_ = at_home("desk-worker")
    response = client.get(reverse("plan-day", args=["2026-01-01"]))
    assert response.status_code == 405
    assert "only takes what a page sends" in response.content.decode()
    assert response["Allow"] == "POST"
