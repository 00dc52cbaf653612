"""Self-tests as pages: only what may be done now, the pain first, and the result kept."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from support.pages import LIKELY, Home

pytestmark = pytest.mark.django_db

PLANK, STAND, CHAIR = "front-plank", "single-leg-stand", "five-times-sit-to-stand"
SETTLED = {**LIKELY, "duration-days": 400, "severity": 2}


@pytest.fixture
def home(client: Client) -> Home:
    made = Home(client)
    made.answered(SETTLED)
    return made


def test_every_test_is_listed_with_the_questions_about_ones_days(home: Home) -> None:
    page = home.page("tests")
    assert [t for t in home.known.catalogue.tests if f"/tests/{t}/" not in page] == []
    assert [item for item in home.known.catalogue.audit if f"/audit/{item}/" not in page] == []


def test_an_effortful_test_asks_about_the_pain_before_its_steps(home: Home) -> None:
    first = home.page("test", PLANK)
    assert 'name="pain"' in first
    step = home.client.get(reverse("test", args=[PLANK]), {"step": "1"}).content.decode()
    assert 'name="pain"' in step
    begun = home.send("test", PLANK, say="pain", pain="3")
    assert home.known.texts.tests[PLANK].steps[0] in begun
    assert home.known.texts.tests[PLANK].stop_if in begun.replace("&#x27;", "'")


def test_with_more_pain_it_is_not_for_today_and_no_result_is_taken(home: Home) -> None:
    home.send("test", PLANK, say="pain", pain="2")
    assert "Not today" in home.send("test", PLANK, say="pain", pain="4")
    home.send("test", PLANK, say="result", value="30")
    assert home.state.tests == {}


def test_without_an_answer_about_the_pain_nothing_begins(home: Home) -> None:
    answer = home.client.post(reverse("test", args=[PLANK]), {"say": "pain"})
    assert answer.status_code == 422
    home.send("test", PLANK, say="result", value="30")
    assert home.state.tests == {}


def test_the_steps_lead_one_after_another_to_the_number(home: Home) -> None:
    words = home.known.texts.tests[CHAIR]
    for number, step in enumerate(words.steps, start=1):
        assert step in home.page("test", CHAIR, step=str(number)).replace("&#x27;", "'")
    last = home.page("test", CHAIR, step=str(len(words.steps) + 1))
    assert "data-stopwatch" in last
    assert 'name="value"' in last


def test_left_and_right_are_kept_and_compared_with_ones_own_earlier_result(home: Home) -> None:
    home.send("test", STAND, say="result", left="10", right="12,5")
    home.send("test", STAND, say="result", left="12", right="44")
    assert (home.state.tests[STAND].left, home.state.tests[STAND].right) == (12, 44)
    page = home.page("test", STAND)
    assert "before: 10" in page
    assert "About the same" in page
    assert "Better than that" in page
    assert "Your left side shows less just now" in page


@pytest.mark.parametrize("words", ["poor", "weak", "fail"])
def test_no_result_is_called_names(home: Home, words: str) -> None:
    home.send("test", CHAIR, say="result", value="90")
    results = home.page("test", CHAIR).split("Your results")[1].split("<footer")[0]
    assert not re.search(rf"\b{words}", results.lower())


def test_a_norm_is_shown_only_inside_its_sample(home: Home) -> None:
    assert "12.4 seconds or less" in home.page("test", CHAIR)
    home.answered({"age": 95})
    assert "Among people of your age" not in home.page("test", CHAIR)


@pytest.mark.parametrize("typed", ["", "many", "-1", "9999"])
def test_a_wrong_number_is_marked_and_kept_in_the_form(home: Home, typed: str) -> None:
    answer = home.client.post(reverse("test", args=[CHAIR]), {"say": "result", "value": typed})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode() or not typed
    assert home.state.tests == {}


@pytest.mark.parametrize("test", [PLANK, STAND])
def test_a_number_longer_than_python_reads_is_a_wrong_one(home: Home, test: str) -> None:
    long, page = "9" * 5000, reverse("test", args=[test])
    assert home.client.post(page, {"say": "pain", "pain": long}).status_code == 422
    assert home.client.get(page, {"step": long}).status_code == 200


def test_a_slip_is_put_right_and_only_the_right_number_counts(home: Home) -> None:
    home.send("test", CHAIR, say="result", value="100")
    slip = home.entries("tested")[-1]
    assert 'value="100"' in home.page("test", CHAIR, corrects=slip.id)
    home.send("test", CHAIR, say="result", value="10", corrects=slip.id)
    assert home.state.tests[CHAIR].value == 10
    assert [entry.corrects for entry in home.entries("tested")] == [slip.id]


def test_a_result_of_another_test_is_not_put_right_here(home: Home) -> None:
    home.send("test", CHAIR, say="result", value="10")
    other = home.entries("tested")[-1].id
    fields = {"say": "result", "left": "5", "corrects": other}
    assert home.client.post(reverse("test", args=[STAND]), fields).status_code == 404


def test_in_pregnancy_no_effortful_test_begins_and_it_says_why_kindly(home: Home) -> None:
    home.answered({"pregnant": "yes", "weeks-pregnant": 20})
    for test in home.known.catalogue.tests.values():
        if test.effortful:
            page = home.page("test", test.id)
            assert "Not for now" in page
            assert 'name="pain"' not in page
            home.send("test", test.id, say="pain", pain="0")
            home.send("test", test.id, say="result", value="20", left="20", right="20")
    assert home.state.tests == {}


def test_who_does_without_the_floor_is_not_sent_there(home: Home) -> None:
    home.noted("wished", wishes={"positions": ["chair", "standing"]})
    home.send("test", PLANK, say="pain", pain="0")
    home.send("test", PLANK, say="result", value="20")
    assert home.state.tests == {}
    assert "Not for now" in home.page("test", PLANK)


def test_before_the_safety_check_every_test_waits(client: Client) -> None:
    new = Home(client)
    new.send("test", CHAIR, say="result", value="10")
    assert new.state.tests == {}
    assert new.known.texts.safety.messages["incomplete"] in new.page("test", CHAIR)


def test_an_unknown_test_is_not_there(home: Home) -> None:
    assert home.client.get("/tests/handstand/").status_code == 404
