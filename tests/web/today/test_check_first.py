"""Safety again on the pages: the check before the next workout, and what the log shows, with its reason."""

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from support.at_home import at_home
from support.checking import HEALTHY, Walker
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.store.models import User

pytestmark = pytest.mark.django_db
FIRST = "Before your next workout: a short check"


def text_of(response: HttpResponseBase) -> str:
    return " ".join(getattr(response, "content", b"").decode().split())


def mornings(client_person: tuple[Client, object, str, Ports], pains: Mapping[int, int]) -> None:
    """What was told after getting up, by how many days ago."""
    _client, actor, person, house = client_person
    for days_ago, pain in pains.items():
        at = house.clock.now() - timedelta(days=days_ago, hours=1)
        note(actor, person, "next-day", {"pain": pain}, house, happened_at=at)  # type: ignore[arg-type]


@pytest.fixture
def worse() -> tuple[Client, Ports, str]:
    """Somebody with three mornings in a row that were each worse."""
    home = at_home("desk-worker", days_ago=6)
    client, actor, person, house = home
    advice = {"what": "safety", "catalogue": "c", "software": "s", "content": {"checked": True}}
    note(actor, person, "advised", advice, house, happened_at=house.clock.now() - timedelta(days=5))
    mornings(home, {4: 2, 3: 3, 2: 4, 1: 5})
    return client, house, person


def test_after_three_worse_mornings_today_shows_the_check_instead_of_a_workout(
    worse: tuple[Client, Ports, str],
) -> None:
    client, *_rest = worse
    page = text_of(client.get(reverse("today")))
    assert FIRST in page
    assert "Your back was worse on 3 mornings in a row" in page
    assert f'href="{reverse("workout")}' not in page
    assert "Start now" not in page
    assert "data-keep-script" not in page
    assert '<meta name="unbend-forget" content="plans">' in page
    assert page.count("Do the short check") == 1
    assert "Print the week" in text_of(client.get(reverse("plan"))), "the plan stays to be seen"


@pytest.mark.parametrize("variant", ["planned", "short", "no-floor"])
def test_no_workout_of_any_kind_is_given_and_it_says_why(worse: tuple[Client, Ports, str], variant: str) -> None:
    client, *_rest = worse
    refused = client.get(reverse("workout-script"), {"variant": variant})
    told = json.loads(refused.content)
    assert (refused.status_code, told["code"]) == (409, "look-again-mornings")
    assert "a short check comes before the next workout" in told["message"]


def test_the_check_asks_what_may_have_changed_and_then_the_workout_is_there(worse: tuple[Client, Ports, str]) -> None:
    client, house, person = worse
    walker = Walker(client)
    page = walker.walk(HEALTHY)
    assert "You can go on" in page
    assert any("saddle-numbness" in screen for screen in walker.screens)
    assert not any({"age", "sex", "duration-days"} & set(screen) for screen in walker.screens)
    assert FIRST not in text_of(client.get(reverse("today")))
    assert client.get(reverse("workout-script")).status_code == 200
    marked = [entry for entry in house.store.entries(person, kinds=("advised",)) if _is_marked(entry)]
    assert len(marked) == 2
    client.get(reverse("check"))
    again = [entry for entry in house.store.entries(person, kinds=("advised",)) if _is_marked(entry)]
    assert again == marked, "a check that has ended is noted once"


def _is_marked(entry: object) -> bool:
    return getattr(entry, "data").content.get("checked") is True  # noqa: B009 - of advice alone


def test_half_a_check_opens_nothing(worse: tuple[Client, Ports, str]) -> None:
    client, *_rest = worse
    walker = Walker(client)
    for _ in range(2):
        form = walker.screen()
        assert form is not None
        walker.send(form, {}, "none")
    assert FIRST in text_of(client.get(reverse("today")))
    assert client.get(reverse("check-answer")).status_code == 200
    assert client.get(reverse("workout-script")).status_code == 409


def test_a_worse_morning_told_within_the_check_begins_it_anew(worse: tuple[Client, Ports, str]) -> None:
    client, *_rest = worse
    walker = Walker(client)
    form = walker.screen()
    assert form is not None
    walker.send(form, {}, "none")
    first = walker.screen()
    client.post(reverse("next-day"), {"entry": "worse-meanwhile", "pain": "6"})
    again = walker.screen()
    assert first is not None
    assert again is not None
    assert again["_shown"] == form["_shown"] != first["_shown"]


def test_a_morning_that_a_fast_clock_dates_ahead_does_not_begin_the_check_anew_for_ever(
    worse: tuple[Client, Ports, str],
) -> None:
    client, house, person = worse
    actor = Actor(User.objects.at_home().pk)
    ahead = {"exercises": [{"exercise": "glute-bridge", "outcome": "hurt"}], "pain_before": 6, "ended": "hurt"}
    note(actor, person, "practised", ahead, house, happened_at=house.clock.now() + timedelta(hours=20))
    Walker(client).walk(HEALTHY)
    assert FIRST not in text_of(client.get(reverse("today")))
    assert client.get(reverse("workout-script")).status_code == 200


WORSE_WEEK = {13: 2, 11: 2, 9: 2, 6: 5, 4: 5, 2: 5, 1: 6}


def test_a_worse_week_is_said_with_what_shows_it_and_can_be_taken_back() -> None:
    home = at_home("desk-worker", days_ago=15)
    client = home[0]
    mornings(home, WORSE_WEEK)
    page = text_of(client.get(reverse("today")))
    assert "Please see a doctor or physiotherapist about this." in page
    assert "Your answers show it: about 2 of 10 in the week before, and about 5 in the last seven days." in page
    answer = text_of(client.get(reverse("check-answer")))
    assert "about 2 of 10 in the week before" in answer
    correct = reverse("check-correct", args=["getting-worse"])
    assert f'href="{correct}"' in answer
    form = {"_id": "not-so-put-right", "_shown": "getting-worse", "getting-worse": "no"}
    assert "yes" in text_of(client.post(correct, {**form, "_go": "on"}))
    client.post(correct, {**form, "_go": "on", "_confirmed": "yes"})
    page = text_of(client.get(reverse("today")))
    assert "Please see a doctor" not in page
    assert "Your answers show it" not in page


def test_the_letter_tells_how_it_has_gone() -> None:
    home = at_home("desk-worker", days_ago=15)
    client, actor, person, house = home
    mornings(home, WORSE_WEEK)
    workout = {"exercises": [{"exercise": "glute-bridge", "outcome": "hurt"}], "pain_before": 5, "ended": "hurt"}
    note(actor, person, "practised", workout, house, happened_at=house.clock.now() - timedelta(hours=3))
    client.get(reverse("today"))
    worst: datetime = house.clock.now() - timedelta(days=1)
    for name in ("letter", "letter-text"):
        text = re.sub(r"<[^>]+>", " ", text_of(client.get(reverse(name))))
        assert "How it has gone with the exercises" in text
        assert "about 4 in the last two weeks" in text
        assert f"The worst was 6, on {worst.day} {worst:%B %Y}" in text
        assert "Workouts in the last three weeks: 1" in text
        assert "because of pain: Bridge" in text
