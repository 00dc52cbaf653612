"""The library and its exercises as pages: nothing hidden, everything explained, and what was said is kept."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from support.pages import LIKELY, Home

pytestmark = pytest.mark.django_db

OSTEOPOROSIS = {**LIKELY, "osteoporosis": "yes", "age": 72}


@pytest.fixture
def home(client: Client) -> Home:
    return Home(client)


def names(page: str) -> list[str]:
    return re.findall(r'class="exercise-name">\s*<a href="[^"]*">([^<]+)<', page)


def test_every_exercise_is_in_the_library(home: Home) -> None:
    home.answered(LIKELY)
    page = home.page("library")
    assert len(names(page)) == len(home.known.catalogue.exercises)


def test_what_a_restriction_rules_out_is_shown_with_its_reason(home: Home) -> None:
    home.answered(OSTEOPOROSIS)
    page = home.page("library")
    assert len(names(page)) == len(home.known.catalogue.exercises)
    assert "Not for you now" in page
    barred = home.page("exercise", "childs-pose")
    assert "Not for you now" in barred
    assert "bending the back" in barred


def test_an_exercise_says_what_a_camera_can_do_for_it(home: Home) -> None:
    home.answered(LIKELY)
    assert "The camera can count this: from the side." in home.page("exercise", "mini-squat")
    assert "The camera only keeps the time here: what counts happens inside you." in home.page(
        "exercise", "diaphragm-breathing"
    )


def test_before_the_safety_check_nothing_may_be_started_and_it_says_so(home: Home) -> None:
    home.answered({"age": 40})
    said = home.known.texts.safety.messages["incomplete"]
    assert said in home.page("library")
    assert said in home.page("exercise", "glute-bridge")


def test_only_what_is_for_me_now_leaves_out_what_is_held_back(home: Home) -> None:
    home.answered(OSTEOPOROSIS)
    page = home.page("library", mine="on")
    assert 0 < len(names(page)) < len(home.known.catalogue.exercises)
    assert "Not for you now" not in page
    assert "Comes later" not in page


@pytest.mark.parametrize("text", ["bridge", "Bridges", "brigde", "glute"])
def test_words_are_found_in_spite_of_endings_and_slips(home: Home, text: str) -> None:
    home.answered(LIKELY)
    assert "Bridge" in names(home.page("library", text=text))


def test_choices_narrow_the_shelves(home: Home) -> None:
    home.answered(LIKELY)
    page = home.page("library", need="side-core", rung="3")
    wanted = {
        home.known.texts.exercises[e.id].name
        for e in home.known.catalogue.exercises.values()
        if "side-core" in e.needs and e.rung == 3
    }
    assert set(names(page)) == wanted
    assert wanted


def test_a_choice_that_does_not_exist_asks_for_nothing(home: Home) -> None:
    home.answered(LIKELY)
    assert len(names(home.page("library", need="wings"))) == len(home.known.catalogue.exercises)


def test_nothing_found_shows_the_way_back(home: Home) -> None:
    home.answered(LIKELY)
    assert "Nothing fits all of that" in home.page("library", text="xylophone zebra")


def test_htmx_gets_the_results_alone(home: Home) -> None:
    home.answered(LIKELY)
    page = home.client.get(reverse("library"), {"text": "bridge"}, headers={"HX-Request": "true"})
    assert "<html" not in page.content.decode()
    assert "Bridge" in names(page.content.decode())


def test_an_exercise_page_says_all_there_is(home: Home) -> None:
    home.answered(LIKELY)
    page, words = home.page("exercise", "side-plank"), home.known.texts.exercises["side-plank"]
    said = (words.summary, *words.steps, words.breathing, words.feel, *words.stop_if, *(m.do for m in words.mistakes))
    assert [line for line in said if line not in page.replace("&#x27;", "'")] == []
    assert "right-moving.svg" in page
    assert "left-moving.svg" in page


def test_whoever_wants_less_motion_gets_a_still_picture(home: Home) -> None:
    home.answered(LIKELY)
    sources = re.findall(r'<source media="([^"]+)" srcset="([^"]+)"', home.page("exercise", "glute-bridge"))
    calm = [address for media, address in sources if "reduced-motion" in media]
    assert len(calm) == 2
    assert all("right-end.svg" in address for address in calm)
    assert "reduced-motion" in sources[0][0]  # a browser takes the first that fits


@pytest.mark.parametrize("group", ["ladder", "kind", "theme", "unit", "read"])
def test_everything_that_is_shown_by_name_has_one(home: Home, group: str) -> None:
    known = home.known.catalogue
    ids = {
        "ladder": known.ladders.keys(),
        "kind": {e.kind.value for e in known.exercises.values()},
        "theme": {lesson.theme for lesson in known.lessons.values()},
        "unit": {t.unit for t in known.tests.values()} | {item.unit for item in known.audit.values() if item.unit},
        "read": {source.read for source in known.sources.values()},
    }
    assert set(ids[group]) - home.known.texts.names[group].keys() == set()


def test_not_this_one_is_kept_and_can_be_taken_back(home: Home) -> None:
    home.answered(LIKELY)
    home.send("exercise", "glute-bridge", say="no", why="my neighbour's dog")
    assert home.state.declined == {"glute-bridge": "my neighbour's dog"}
    assert "You said no to it" in home.page("exercise", "glute-bridge")
    home.send("exercise", "glute-bridge", say="welcome")
    assert home.state.declined == {}


def test_the_same_form_sent_twice_is_one_entry(home: Home) -> None:
    home.answered(LIKELY)
    for _ in range(2):
        home.send("exercise", "glute-bridge", say="no", entry="0d7e9a52-7f0c-4f8e-9d6b-3f8d1b0e6a11")
    assert len(home.entries("declined")) == 1


def test_an_unknown_exercise_is_not_there(home: Home) -> None:
    home.answered(LIKELY)
    assert home.client.get(reverse("exercise", args=["flying"])).status_code == 404
