"""A workout that was missed yesterday, on the pages: it comes today and shorter, and what is done with it there holds.

The pages go by the clock of the machine. So that there is a yesterday in this week whatever day it is, the person lives
where it is no Monday now: one of the two ends of the world's time zones always is such a place.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from support.at_home import at_home
from support.house import Stopped
from unbend.record.wishes import WEEKDAYS
from unbend.service.planning import week_of
from unbend.service.record import note

pytestmark = pytest.mark.django_db
ENDS = ("Pacific/Kiritimati", "Etc/GMT+12")


def zone_without_monday(now: datetime) -> str:
    """Where it is not Monday at that moment."""
    return next(zone for zone in ENDS if now.astimezone(ZoneInfo(zone)).weekday() != 0)


@pytest.fixture
def missed() -> tuple[Client, str]:
    """The browser of somebody with one workout a week that they missed yesterday, and the name of that day."""
    client, actor, person, house = at_home("desk-worker", days_ago=1)
    then = house.clock.now() - timedelta(days=1)
    zone = zone_without_monday(house.clock.now())
    yesterday = WEEKDAYS[then.astimezone(ZoneInfo(zone)).weekday()]
    before = replace(house, clock=Stopped(then))
    note(actor, person, "preferred", {"time-zone": zone}, before)
    note(actor, person, "wished", {"wishes": {"days": [yesterday], "minutes": 20}}, before)
    week = week_of(actor, person, before).week
    assert week is not None
    assert [session.day for session in week.plan.sessions] == [yesterday]
    return client, yesterday.capitalize()


def shown(client: Client, page: str) -> str:
    return " ".join(client.get(reverse(page)).content.decode().split())


@pytest.mark.parametrize("hour", range(0, 168, 5))
def test_there_is_always_such_a_place(hour: int) -> None:
    moment = datetime(2026, 3, 2, 0, 30, tzinfo=UTC) + timedelta(hours=hour)
    assert moment.astimezone(ZoneInfo(zone_without_monday(moment))).weekday() != 0


def test_today_and_the_plan_say_where_it_comes_from_and_that_it_is_shorter(missed: tuple[Client, str]) -> None:
    client, yesterday = missed
    assert f"Moved here from {yesterday}, and shorter." in shown(client, "today")
    assert "workout: 20 minutes" not in shown(client, "today")
    assert f"moved here from {yesterday}, and shorter" in shown(client, "plan")


def test_not_today_lets_it_go(missed: tuple[Client, str]) -> None:
    client, _ = missed
    page = client.get(reverse("today")).content.decode()
    action = page.split('action="/plan/day/')[1].split('"')[0]
    sent = {"entry": "not-today-1", "to": "none", "then": "today"}
    client.post(f"/plan/day/{action}", sent)
    assert "and shorter" not in shown(client, "today")
    assert "Left out" in shown(client, "plan")


def test_the_calendar_has_it_on_its_new_day_as_long_as_it_is_now(missed: tuple[Client, str]) -> None:
    client, _ = missed
    text = client.get(reverse("plan-calendar")).content.decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Unbend: 20 minutes" not in text
