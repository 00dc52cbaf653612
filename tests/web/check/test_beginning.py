"""The welcome with its two doors, and the first wishes."""

import pytest
from django.test import Client
from django.urls import reverse

from support.checking import HEALTHY, Walker
from support.people import gates_done
from unbend.catalogue.words import Answer
from unbend.service.beginning import example, mine
from unbend.service.record import note
from unbend.service.standing import standing

pytestmark = pytest.mark.django_db
WISHES = {
    "_id": "a-form-of-mine",
    "minutes": "20",
    "days": ["friday", "monday"],
    "positions": ["chair", "standing"],
    "equipment": ["mat"],
    "time-of-day": "on-waking",
    "shifts": "nights",
    "goal": "work",
    "time-zone": "Europe/Berlin",
}


@pytest.fixture
def walker(client: Client) -> Walker:
    return Walker(client)


@pytest.fixture
def checked(walker: Walker) -> Walker:
    """Somebody whose check is done, with nothing that worries."""
    note(walker.actor, walker.person, "answered", {"findings": gates_done(dict(HEALTHY))}, walker.ports)
    return walker


def test_the_welcome_says_what_this_is_and_where_answers_stay(client: Client) -> None:
    page = client.get(reverse("welcome"), HTTP_HOST="localhost").content.decode()
    for said in ("Start with mine", "Try it with an example person", "No diagnosis", "On this machine", "Get help now"):
        assert said in page


def test_whoever_has_no_record_yet_is_led_to_the_welcome(client: Client) -> None:
    for name in ("check", "check-answer", "begin", "letter", "clearance"):
        assert client.get(reverse(name), HTTP_HOST="localhost")["Location"] == reverse("welcome"), name


def test_the_door_taken_twice_leads_to_the_same_record(walker: Walker) -> None:
    first = walker.person
    walker.client.post(reverse("welcome"), {"door": "mine"})
    assert walker.person == first
    assert walker.client.post(reverse("welcome"), {"door": "cellar"}).status_code == 400


def test_first_wishes_are_kept_once_with_the_time_zone_of_the_browser(checked: Walker) -> None:
    for _twice in range(2):
        answer = checked.client.post(reverse("begin"), {**WISHES, "makes-worse": ["worse-sitting", "worse-bending"]})
        assert answer["Location"] == reverse("today")
    stand = checked.stand()
    assert stand.state.wishes.minutes == 20
    assert stand.state.wishes.days == ("monday", "friday")
    assert stand.state.wishes.shifts == "nights"
    assert stand.state.preferences.time_zone == "Europe/Berlin"
    assert stand.values["worse-sitting"] is Answer.YES
    assert stand.values["worse-walking"] is Answer.NO
    assert "better-resting" not in stand.values  # nothing was tapped there: that is no "no"
    assert checked.kinds().count("wished") == 1


def test_none_of_these_is_no_to_that_question(checked: Walker) -> None:
    checked.client.post(reverse("begin"), {**WISHES, "makes-better": ["none-of-these"]})
    assert checked.stand().values["better-resting"] is Answer.NO


def test_what_was_wished_is_filled_in_again(checked: Walker) -> None:
    checked.client.post(reverse("begin"), WISHES)
    page = checked.page("begin")
    assert 'value="nights" checked' in page
    assert 'value="20" checked' in page


def test_who_cannot_get_to_the_floor_is_not_put_there(checked: Walker) -> None:
    note(checked.actor, checked.person, "answered", {"findings": {"cannot-get-to-floor": "yes"}}, checked.ports)
    page = checked.page("begin")
    assert 'value="floor" checked' not in page
    assert 'value="chair" checked' in page


@pytest.mark.parametrize("change", [{"minutes": ""}, {"minutes": "4"}, {"days": []}, {"positions": []}])
def test_what_is_missing_is_marked_and_nothing_is_kept(checked: Walker, change: dict[str, object]) -> None:
    answer = checked.client.post(reverse("begin"), {**WISHES, **change})
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert checked.kinds() == ["answered"]


GARBAGE: list[dict[str, object]] = [
    {"days": ["someday"]},
    {"positions": ["moon"]},
    {"equipment": ["anvil"]},
    {"goal": "flight"},
    {"makes-worse": ["fever"]},
]


@pytest.mark.parametrize("change", GARBAGE)
def test_what_no_page_sends_is_refused_whole(checked: Walker, change: dict[str, object]) -> None:
    assert checked.client.post(reverse("begin"), {**WISHES, **change}).status_code == 400
    assert checked.kinds() == ["answered"]


def test_an_unknown_time_zone_is_left_out(checked: Walker) -> None:
    checked.client.post(reverse("begin"), {**WISHES, "time-zone": "Mars/Olympus"})
    assert checked.stand().state.preferences.time_zone is None
    assert checked.stand().state.wishes.minutes == 20


def test_no_wishes_before_the_check_is_done(walker: Walker) -> None:
    assert walker.client.post(reverse("begin"), WISHES)["Location"] == reverse("check-answer")
    assert walker.kinds() == []


def test_the_example_person_has_a_whole_check_and_a_life_with_the_programme(walker: Walker) -> None:
    walker.client.post(reverse("welcome"), {"door": "example"})
    seen = example(walker.actor, walker.ports)
    assert seen
    state = walker.ports.store.state(seen.person)
    assert standing(walker.actor, seen.person, walker.ports).safety.may_plan
    assert state.workouts >= 12
    assert len(state.tests) >= 4
    assert {"rmdq-24", "nrs-average"} <= set(state.measured)
    for name in ("today", "plan", "progress", "check-answer", "letter"):
        assert "xample person" in walker.page(name), name


def test_the_example_person_is_thrown_away_and_ones_own_record_stays(walker: Walker) -> None:
    walker.send({"_id": "a-form-of-mine", "_shown": ["age"]}, {"age": "45"})
    own = mine(walker.actor, walker.ports)
    walker.client.post(reverse("welcome"), {"door": "example"})
    made_up = example(walker.actor, walker.ports)
    assert made_up
    assert own
    walker.client.post(reverse("welcome"), {"door": "throw-away"})
    assert example(walker.actor, walker.ports) is None
    assert walker.ports.store.tombstone(made_up.person)
    assert walker.kinds() == ["answered"]
    assert mine(walker.actor, walker.ports) == own
