"""The lessons as pages: this week's first, and what was read is marked."""

import pytest
from django.test import Client

from support.pages import LIKELY, Home

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(client: Client) -> Home:
    made = Home(client)
    made.answered(LIKELY)
    return made


def test_every_lesson_is_listed_and_one_is_for_this_week(home: Home) -> None:
    page = home.page("learn")
    for lesson in home.known.catalogue.lessons:
        assert f"/learn/{lesson}/" in page
    assert "This week" in page


def test_a_lesson_shows_its_words_and_sources(home: Home) -> None:
    page = home.page("lesson", "eight-in-ten").replace("&#x27;", "'")
    assert [line for line in home.known.texts.lessons["eight-in-ten"].body if line not in page] == []
    for source in home.known.catalogue.lessons["eight-in-ten"].sources:
        assert home.known.catalogue.sources[source].title in page


def test_what_was_read_is_marked(home: Home) -> None:
    assert "You have read 0 of" in home.page("learn")
    home.send("lesson", "eight-in-ten")
    assert set(home.state.lessons) == {"eight-in-ten"}
    assert "You have read 1 of" in home.page("learn")
    assert "read on" in home.page("lesson", "eight-in-ten")


def test_an_unknown_lesson_is_not_there(home: Home) -> None:
    assert home.client.get("/learn/nothing-at-all/").status_code == 404
