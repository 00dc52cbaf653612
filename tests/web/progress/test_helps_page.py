"""The page that asks what helps: silence with its reasons, findings with their intervals, and who may look."""

import sys
from random import Random

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from support.house import somebody
from support.mornings import Life, as_entries, lived
from support.pages import Home
from unbend.service.access import NotAllowed
from unbend.service.helps import helps
from unbend.service.record import append
from web.progress.test_progress_page import text_of

pytestmark = pytest.mark.django_db
HELPED = Life(noise=0.7, carried=0.4, missing=0, effects={"workout": -1.6})


@pytest.fixture
def home(client: Client, settings: Settings) -> Home:
    """At home on a Friday: with the clock of the tests, which stands."""
    settings.UNBEND_PORTS = "support.house.ports"
    return Home(client)


def lives(home: Home, life: Life, days: int) -> None:
    """So many days of a life, told to the record."""
    entries = list(as_entries(lived(life, Random(2), days)))
    assert {result.outcome for result in append(home.actor, home.person, entries, home.ports)} == {"stored"}


def page_of(home: Home) -> str:
    return home.client.get(reverse("helps")).content.decode()


def test_whoever_told_little_is_told_what_is_missing_and_nothing_else(home: Home) -> None:
    lives(home, HELPED, 6)
    said = text_of(page_of(home))
    assert "Nothing to tell yet" in said
    assert "5 mornings count so far." in said
    assert "A morning counts when you told your pain on it and on the morning before." in said
    assert "The first look is at 28 such mornings." in said
    assert "likely between" not in said
    assert "Good nights" not in said


def test_an_empty_record_has_a_page_as_well(home: Home) -> None:
    assert "0 mornings count so far." in text_of(page_of(home))


def test_what_goes_together_is_told_with_its_interval_drawn_and_said_to_prove_nothing(home: Home) -> None:
    lives(home, HELPED, 100)
    page = page_of(home)
    said = text_of(page)
    assert "On mornings after a day with a workout your pain was about 1." in said
    assert "lower (likely between" in said
    assert "That does not prove that one makes the other." in said
    assert "The last look took in 84 mornings, the next comes with 140." in said
    assert page.count('class="chart-mark chart-first"') == 2
    assert "Good nights" in said.split("Of which nothing is told")[1]


def test_where_the_mornings_tell_nothing_the_page_says_so_and_hints_nothing(home: Home) -> None:
    lives(home, Life(missing=0), 100)
    said = text_of(page_of(home))
    assert "There is nothing that can be told from your mornings yet. That is common, and not a bad sign." in said
    assert "likely between" not in said
    assert "chart-mark" not in page_of(home)


def test_progress_leads_to_the_page_only_where_it_can_be_asked(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f'href="{reverse("helps")}"'
    assert address in home.client.get(reverse("progress")).content.decode()
    monkeypatch.setitem(sys.modules, "statsmodels", None)  # as it is on a machine that has not got it
    assert address not in home.client.get(reverse("progress")).content.decode()
    assert 'pip install "unbend[helps]"' in text_of(page_of(home))
    assert "mornings count" not in text_of(page_of(home))


def test_who_may_not_see_the_record_is_told_nothing(home: Home) -> None:
    stranger = somebody("Bob")
    with pytest.raises(NotAllowed):
        helps(stranger.actor, home.person, home.ports)
