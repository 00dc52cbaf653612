"""Today: what to do now, in words, and what its forms write."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from support.at_home import at_home
from support.examples import moved_in, ports_at
from unbend.record.kinds.next_day import NextDay
from unbend.service.coach import followed
from unbend.service.planning import week_of
from unbend.service.ports import Ports
from unbend.service.record import note
from unbend.store.models import User

pytestmark = pytest.mark.django_db


def text_of(response: HttpResponseBase) -> str:
    return " ".join(getattr(response, "content", b"").decode().split())


def test_without_a_person_it_begins_at_the_welcome() -> None:
    response = Client(HTTP_HOST="localhost").get(reverse("today"))
    assert (response.status_code, response["Location"]) == (302, reverse("welcome"))


def test_a_workout_can_be_started_on_any_day() -> None:
    client, actor, person, house = at_home("desk-worker")
    page = text_of(client.get(reverse("today")))
    week = week_of(actor, person, house).week
    assert week is not None
    if week.today:
        assert f'href="{reverse("workout")}"' in page
    elif week.next:
        assert "Start now" in page
        sent = {"entry": "moved-to-today", "to": house.clock.now().date().isoformat(), "then": "workout"}
        client.post(reverse("plan-day", args=[week.next.planned]), sent)
        assert f'href="{reverse("workout")}"' in text_of(client.get(reverse("today")))


OFFERED = re.compile(r"If you like, a camera can count or time (\d+) of these exercises")


def test_one_quiet_line_says_how_many_exercises_a_camera_can_follow_and_none_where_it_can_follow_none() -> None:
    client, _, _, house = at_home("desk-worker")
    script = json.loads(client.get(reverse("workout-script")).content)
    exercises = [item["exercise"] for item in script["items"]]
    seen = [item["exercise"] for item in script["items"] if item["camera"] is not None]
    assert 0 < len(seen) < len(exercises)
    assert OFFERED.findall(text_of(client.get(reverse("today")))) == [str(len(seen))]
    assert followed(exercises, house.known) == len(seen)
    assert followed([one for one in exercises if one not in seen], house.known) == 0
    assert render_to_string("today/by-camera.html", {"session": {"by_camera": 0}}).strip() == ""


def test_each_workout_that_the_page_offers_is_kept_ahead_and_again_only_when_something_changed() -> None:
    client, actor, person, house = at_home("desk-worker")
    week = week_of(actor, person, house).week
    assert week is not None
    if week.today is None and week.next is not None:
        sent = {"entry": "moved-to-today", "to": house.clock.now().date().isoformat(), "then": "today"}
        client.post(reverse("plan-day", args=[week.next.planned]), sent)
    offered = _kept_ahead(client)
    assert list(offered) == [
        reverse("workout-script") + variant for variant in ("", "?variant=short", "?variant=no-floor")
    ]
    for address in offered:
        assert client.get(address).status_code == 200
    assert _kept_ahead(client) == offered, "what was handed out is no reason to ask for it anew"
    note(actor, person, "preferred", {"voice": False}, house, happened_at=house.clock.now() + timedelta(seconds=1))
    assert not set(_kept_ahead(client).values()) & set(offered.values())


def _kept_ahead(client: Client) -> dict[str, str]:
    page = text_of(client.get(reverse("today")))
    return dict(re.findall(r'data-keep-script="([^"]+)" data-keep-mark="([^"]+)"', page))


def test_with_an_emergency_there_is_no_workout_and_a_way_to_help() -> None:
    client, actor, person, house = at_home("desk-worker")
    later = house.clock.now() + timedelta(seconds=1)
    note(actor, person, "answered", {"findings": {"saddle-numbness": "yes"}}, house, happened_at=later)
    page = text_of(client.get(reverse("today")))
    assert f'href="{reverse("workout")}' not in page
    assert reverse("check-answer") in page
    assert "emergency" in page
    assert client.get(reverse("workout-script")).status_code == 409
    assert "There is no plan right now" in text_of(client.get(reverse("plan")))


def test_a_missing_answer_asks_to_look_again_instead_of_a_workout() -> None:
    client, actor, person, house = at_home("desk-worker")
    later = house.clock.now() + timedelta(seconds=1)
    note(actor, person, "answered", {"findings": {"sex": "female", "age": 30}}, house, happened_at=later)
    page = text_of(client.get(reverse("today")))
    assert "Look again, then go on" in page
    assert "Start now" not in page


def test_the_next_day_answer_is_stored_once_however_often_it_is_sent() -> None:
    client, actor, person, house = at_home("desk-worker")
    yesterday = house.clock.now() - timedelta(days=1)
    note(actor, person, "practised", {"exercises": [{"exercise": "easy-walk"}]}, house, happened_at=yesterday)
    assert "How is your back today?" in text_of(client.get(reverse("today")))
    for _ in range(2):
        client.post(reverse("next-day"), {"entry": "told-only-once", "pain": "2"})
    assert [entry.data.pain for entry in house.store.entries(person, kinds=("next-day",))] == [2]  # type: ignore[union-attr]
    assert "How is your back today?" not in text_of(client.get(reverse("today")))


def _worked_out(days_ago: float) -> tuple[Client, str, Ports]:
    client, actor, person, house = at_home("desk-worker")
    when = house.clock.now() - timedelta(days=days_ago)
    note(actor, person, "practised", {"exercises": [{"exercise": "easy-walk"}]}, house, happened_at=when)
    return client, person, house


ASKED = "How is your back today?"
IF_LIKED = "Your back this morning, if you like"


def test_on_a_morning_without_a_workout_the_day_before_it_may_be_told_and_is_not_asked() -> None:
    client, person, house = _worked_out(days_ago=5)
    page = text_of(client.get(reverse("today")))
    assert (ASKED in page, IF_LIKED in page) == (False, True)
    sent = {"entry": "told-of-my-own", "pain": "3", "slept": "badly", "sat": "much"}
    for _ in range(2):
        client.post(reverse("next-day"), sent)
    (told,) = house.store.entries(person, kinds=("next-day",))
    assert told.data == NextDay(3, slept="badly", sat="much")
    assert IF_LIKED not in text_of(client.get(reverse("today")))
    assert house.store.state(person).last_workout.next_day is None  # type: ignore[union-attr]


def test_beside_the_question_after_a_workout_the_night_and_the_sitting_can_be_left_out() -> None:
    client, person, house = _worked_out(days_ago=1)
    page = text_of(client.get(reverse("today")))
    assert (ASKED in page, IF_LIKED in page) == (True, False)
    assert page.count('name="slept"') == page.count('name="sat"') == 3
    client.post(reverse("next-day"), {"entry": "only-the-pain", "pain": "2"})
    assert [entry.data for entry in house.store.entries(person, kinds=("next-day",))] == [NextDay(2)]


def test_before_the_first_workout_and_after_the_one_of_today_nobody_is_asked_for_the_morning() -> None:
    client, *_ = at_home("desk-worker")
    assert IF_LIKED not in text_of(client.get(reverse("today")))
    User.objects.all().delete()
    client, *_ = _worked_out(days_ago=0)
    assert IF_LIKED not in text_of(client.get(reverse("today")))


def test_a_night_that_is_none_is_not_stored() -> None:
    client, person, house = _worked_out(days_ago=5)
    client.post(reverse("next-day"), {"entry": "a-strange-night", "pain": "2", "slept": "deeply"})
    assert house.store.entries(person, kinds=("next-day",)) == ()


def test_an_old_workout_that_went_badly_is_not_held_against_a_good_morning() -> None:
    client, actor, person, house = at_home("desk-worker")
    when = house.clock.now() - timedelta(days=6)
    badly = {"exercises": [{"exercise": "easy-walk"}], "pain_before": 2, "pain_after": 6}
    note(actor, person, "practised", badly, house, happened_at=when)
    page = text_of(client.post(reverse("next-day"), {"entry": "a-good-morning", "pain": "1"}, follow=True))
    assert "A flare like this" not in page
    assert "Thank you" in page


@pytest.mark.parametrize("pain", ["", "11", "-1", "much", "1e1", "9" * 30])
def test_a_pain_that_is_none_is_told_kindly_and_not_stored(pain: str) -> None:
    client, _actor, person, house = at_home("desk-worker")
    page = text_of(client.post(reverse("next-day"), {"entry": "not-a-number", "pain": pain}, follow=True))
    assert "Choose a number from 0 to 10" in page
    assert house.store.entries(person, kinds=("next-day",)) == ()


def test_a_walk_counts_for_today() -> None:
    client, _actor, person, house = at_home("desk-worker")
    client.post(reverse("walk"), {"entry": "walk-in-the-rain", "minutes": "25"})
    client.post(reverse("walk"), {"entry": "walk-that-is-none", "minutes": "0"})
    assert len(house.store.entries(person, kinds=("walked",))) == 1
    assert "25 minutes so far today" in text_of(client.get(reverse("today")))


def test_the_small_thing_of_the_day_can_be_waved_away() -> None:
    client, _actor, person, house = at_home("three-weeks-of-pain-58", days_ago=3)
    page = text_of(client.get(reverse("today")))
    assert "One small thing" in page
    thing = page.split('name="thing" value="')[1].split('"')[0]
    client.post(reverse("set-aside"), {"entry": "not-for-now-1", "thing": thing})
    assert "One small thing" not in text_of(client.get(reverse("today")))
    assert len(house.store.entries(person, kinds=("set-aside",))) == 1


def test_who_should_see_somebody_and_may_move_is_only_asked_again_when_an_answer_grows_old() -> None:
    long_ago = ports_at(datetime.now(UTC) - timedelta(days=10))
    moved_in(long_ago, "osteoporosis-72-no-floor", account=User.objects.at_home().username)
    client = Client(HTTP_HOST="localhost")
    page = text_of(client.get(reverse("today")))
    assert "Look again, then go on" in page
    assert "There is no exercise plan" not in page
    assert "A few questions first" in text_of(client.get(reverse("plan")))


def test_a_clinicians_not_yet_is_said_on_today_and_not_taken_for_a_finished_week() -> None:
    client, actor, person, house = at_home("desk-worker")
    later = house.clock.now() + timedelta(seconds=1)
    said = {"findings": {"age": 60, "minor-trauma": "yes"}}
    note(actor, person, "answered", said, house, happened_at=later)
    word = {"by": "Dr A", "covers": ["minor-trauma"], "allows": "none"}
    note(actor, person, "cleared", word, house, happened_at=later + timedelta(seconds=1))
    page = text_of(client.get(reverse("today")))
    assert "They said: no exercise programme yet." in page
    assert "No more workouts this week" not in page
    assert "There is no plan right now" in text_of(client.get(reverse("plan")))


@pytest.mark.parametrize(("days", "offered"), [(6.9, False), (7.1, True)])
def test_a_week_after_the_check_today_offers_to_look_again(days: float, offered: bool) -> None:
    client, actor, person, house = at_home("desk-worker")
    advice = {"what": "safety", "catalogue": "c", "software": "s", "content": {}}
    note(actor, person, "advised", advice, house, happened_at=house.clock.now() - timedelta(days=days))
    assert ("Look again at the safety check" in text_of(client.get(reverse("today")))) is offered


def test_where_there_is_no_plan_the_device_is_told_to_let_go_of_the_workouts_it_keeps() -> None:
    client, actor, person, house = at_home("desk-worker")
    forget = '<meta name="unbend-forget" content="plans">'
    assert forget not in text_of(client.get(reverse("today")))
    later = house.clock.now() + timedelta(seconds=1)
    note(actor, person, "answered", {"findings": {"saddle-numbness": "yes"}}, house, happened_at=later)
    assert forget in text_of(client.get(reverse("today")))
    assert forget in text_of(client.get(reverse("check-answer")))


def test_after_a_first_workout_that_hurt_today_offers_rest_and_not_to_start_now() -> None:
    client, actor, person, house = at_home("desk-worker")
    week = week_of(actor, person, house).week
    assert week is not None
    first = week.days[0].session.items[0].exercise
    hurt = {"exercises": [{"exercise": first, "outcome": "hurt"}], "pain_during": 7, "ended": "hurt"}
    note(actor, person, "practised", hurt, house)
    page = text_of(client.get(reverse("today")))
    assert "You can just as well start now" not in page
    assert "Done for today: 0 minutes" not in page
    if "Next:" in page:
        assert "Enough for today" in page


def test_something_new_can_be_told_on_any_day() -> None:
    client, *_rest = at_home("desk-worker")
    page = text_of(client.get(reverse("today")))
    assert f'action="{reverse("check-again")}"' in page
    client.post(reverse("check-again"))
    assert "saddle-numbness" in text_of(client.get(reverse("check")))


@pytest.mark.parametrize(("name", "told"), [("osteoporosis-72-no-floor", True), ("desk-worker", False)])
def test_who_should_see_somebody_is_told_so_on_today_as_long_as_it_holds(name: str, told: bool) -> None:
    page = text_of(at_home(name)[0].get(reverse("today")))
    assert ("Please see a doctor or physiotherapist about this." in page) is told
    assert "There is no exercise plan" not in page


@pytest.mark.parametrize(("pain", "grows"), [(2, True), (6, False)])
def test_next_day_says_what_a_flare_means_for_the_programme(pain: int, grows: bool) -> None:
    client, actor, person, house = at_home("desk-worker")
    week = week_of(actor, person, house).week
    assert week is not None
    done = [{"exercise": item.exercise} for item in week.days[0].session.items]
    workout = {"exercises": done, "pain_before": 2, "pain_after": 2}
    note(actor, person, "practised", workout, house, happened_at=house.clock.now() - timedelta(days=1))
    page = text_of(client.post(reverse("next-day"), {"pain": pain, "entry": "told-after-a-night"}, follow=True))
    assert ("your programme does not grow" not in page) is grows
    assert "Thank you." in page
