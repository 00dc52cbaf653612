"""Questionnaires and the audit as pages: what is ticked, typed or left blank, and what is kept of it."""

import pytest
from django.test import Client
from django.urls import reverse

from support.pages import LIKELY, Home
from unbend.catalogue.measure import Measure
from unbend.catalogue.words import Answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(client: Client) -> Home:
    made = Home(client)
    made.answered(LIKELY)
    return made


def filled(measure: Measure, value: int) -> dict[str, str]:
    fields = dict.fromkeys(measure.items, str(value))
    return {**fields, "activity-1-name": "putting on socks", "activity-2-name": "stairs", "activity-3-name": "sleep"}


def test_every_questionnaire_shows_its_questions_and_whose_they_are(home: Home) -> None:
    listed = home.page("questionnaires")
    for measure in home.known.catalogue.measures:
        page, words = home.page("questionnaire", measure).replace("&#x27;", "'"), home.known.measures[measure]
        assert f"/questionnaires/{measure}/" in listed
        assert words.attribution in page
        assert [item.ask for item in words.items.values() if item.ask not in page] == []


def test_every_questionnaire_can_be_filled_in_and_is_scored(home: Home) -> None:
    for measure in home.known.catalogue.measures.values():
        page = home.send("questionnaire", measure.id, **filled(measure, measure.item_maximum))
        assert "that is noted" in page
        assert "Your scores" in page
    assert set(home.state.measured) == set(home.known.catalogue.measures)


def test_a_blank_line_of_the_roland_morris_form_counts_once_it_is_sent_in(home: Home) -> None:
    assert home.state.measured == {}
    page = home.send("questionnaire", "rmdq-24", **{"stays-at-home": "1", "irritable": "1"})
    assert "<strong>2</strong>" in page
    assert home.entries("measured")[0].data.answers == {"stays-at-home": 1, "irritable": 1}  # type: ignore[union-attr]


def test_a_roland_morris_form_sent_in_without_a_tick_scores_nothing(home: Home) -> None:
    assert "<strong>0</strong>" in home.send("questionnaire", "rmdq-24")
    assert len(home.entries("measured")) == 1


def test_a_missing_answer_of_the_others_is_asked_for_and_what_was_chosen_stays(home: Home) -> None:
    answer = home.client.post(reverse("questionnaire", args=["peg"]), {"pain": "4", "enjoyment": "5"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "still open" in page
    assert 'name="pain" value="4" checked' in page
    assert home.state.measured == {}


def test_a_small_change_is_about_the_same_and_a_large_one_is_better(home: Home) -> None:
    peg = home.known.catalogue.measures["peg"]
    home.send("questionnaire", "peg", **filled(peg, 6))
    assert "About the same" in home.send("questionnaire", "peg", **filled(peg, 5))
    assert "Better than that" in home.send("questionnaire", "peg", **filled(peg, 2))


def test_things_of_ones_own_are_asked_about_again_by_name(home: Home) -> None:
    home.send("questionnaire", "psfs", **{"activity-1-name": "  putting on   socks ", "activity-1": "4"})
    assert home.entries("measured")[0].data.answers == {"putting on socks": 4}  # type: ignore[union-attr]
    assert 'value="putting on socks"' in home.page("questionnaire", "psfs")
    second = home.send("questionnaire", "psfs", **{"activity-1-name": "putting on socks", "activity-1": "8"})
    assert "Better than that" in second


@pytest.mark.parametrize(
    "fields", [{}, {"activity-1-name": "socks"}, {"activity-1": "4"}, {"activity-1-name": "s" * 90, "activity-1": "4"}]
)
def test_half_a_thing_of_ones_own_is_asked_about(home: Home, fields: dict[str, str]) -> None:
    assert home.client.post(reverse("questionnaire", args=["psfs"]), fields).status_code == 422
    assert home.state.measured == {}


def test_a_number_off_the_scale_is_not_taken(home: Home) -> None:
    answer = home.client.post(reverse("questionnaire", args=["nrs-average"]), {"average": "11"})
    assert answer.status_code == 422
    assert home.state.measured == {}


def test_the_same_form_sent_twice_is_one_entry(home: Home) -> None:
    for _ in range(2):
        home.send("questionnaire", "nrs-average", average="3", entry="5b0c6a50-0f4f-4b7e-8f2c-7d1f2f3c4b5a")
    assert len(home.entries("measured")) == 1


def test_each_question_about_ones_days_says_why_it_is_asked(home: Home) -> None:
    for item in home.known.catalogue.audit:
        page, words = home.page("audit", item).replace("&#x27;", "'"), home.known.texts.audit[item]
        assert words.question in page
        assert words.why in page


@pytest.mark.parametrize(
    ("item", "typed", "kept"),
    [
        ("desk-hours", "7,5", 7.5),
        ("overweight", "unsure", Answer.UNSURE),
        ("exercise", "sometimes", "sometimes"),
        ("sports", ["climbing", "running"], ("climbing", "running")),
    ],
)
def test_an_answer_is_kept_and_shown_again(home: Home, item: str, typed: object, kept: object) -> None:
    home.send("audit", item, answer=typed)
    assert home.state.audit[item].value == kept
    assert "checked" in home.page("audit", item) or 'value="7.5"' in home.page("audit", item)


@pytest.mark.parametrize(
    ("item", "typed"), [("desk-hours", "30"), ("desk-hours", "long"), ("exercise", "daily"), ("sports", "")]
)
def test_no_answer_and_a_wrong_one_are_not_kept(home: Home, item: str, typed: str) -> None:
    answer = home.client.post(reverse("audit", args=[item]), {"answer": typed})
    assert answer.status_code == 422
    assert home.state.audit == {}


def test_going_on_leads_to_the_next_open_question(home: Home) -> None:
    first, second, *_ = home.known.catalogue.audit
    page = home.send("audit", first, **{"answer": "no", "go-on": "1"})
    assert home.known.texts.audit[second].question in page


@pytest.mark.parametrize("address", ["/questionnaires/none/", "/audit/none/"])
def test_what_is_not_there_is_not_found(home: Home, address: str) -> None:
    assert home.client.get(address).status_code == 404
