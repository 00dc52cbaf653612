"""On the plan's page: a day that is over shows what was done on it, whatever plan was made since."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from support.at_home import at_home
from unbend.planning.plan import Session
from unbend.record.wishes import WEEKDAYS
from unbend.service.planning import week_of
from unbend.service.ports import Ports
from unbend.service.record import note

pytestmark = pytest.mark.django_db


@pytest.fixture
def lived() -> tuple[Client, Session, str, Ports]:
    """Somebody whose third exercise of today hurt and who skipped the fourth; what today's workout was, and the day."""
    client, actor, person, house = at_home("desk-worker")
    today = house.clock.now().weekday()
    days = [WEEKDAYS[(today + further) % 7] for further in (0, 2, 4)]
    note(actor, person, "wished", {"wishes": {"days": days, "minutes": 20}}, house)
    week = week_of(actor, person, house).week
    assert week is not None
    assert week.today is not None
    session = week.today.session
    script = client.get(reverse("workout-script")).json()["id"]
    names = [item.exercise for item in session.items]
    outcomes = {names[2]: "hurt", names[3]: "skipped"}
    done = [{"exercise": key, "outcome": outcomes.get(key, "done"), "step": 0} for key in names]
    said = {"script": script, "exercises": done, "pain_before": 2, "pain_after": 2, "seconds": 700}
    note(actor, person, "practised", {**said, "phase": week.plan.phase.value}, house)
    return client, session, WEEKDAYS[today].capitalize(), house


def sections(page: str) -> dict[str, list[str]]:
    """The exercises under each heading."""
    parts = re.split(r"<h2[^>]*>", page)[1:]
    return {part.partition("<")[0]: re.findall(r'class="exercise-name">.*?<a [^>]*>([^<]+)', part) for part in parts}


def test_the_plan_shows_what_was_done_and_not_what_the_plan_of_now_has(
    lived: tuple[Client, Session, str, Ports],
) -> None:
    client, session, today, house = lived
    page = unescape(client.get(reverse("plan")).content.decode())
    names = [house.known.texts.exercises[item.exercise].name for item in session.items]
    found = sections(page)
    assert found[f"Done on {today}"] == [name for name in names if name != names[3]]
    assert "Stopped, as it hurt" in page
    assert not any(today in heading for heading in found if heading != f"Done on {today}")
    assert "12 minutes" in re.sub(r"<[^>]+>", "", page.partition(f"<strong>{today}")[2][:300])


def test_so_does_the_printed_week(lived: tuple[Client, Session, str, Ports]) -> None:
    client, session, today, house = lived
    page = unescape(client.get(reverse("plan-print")).content.decode())
    done = page.partition(f"<h2>Done on {today}</h2>")[2].partition("</ul>")[0]
    texts = house.known.texts.exercises
    assert texts[session.items[0].exercise].name in done
    assert f"{texts[session.items[2].exercise].name}: stopped, as it hurt" in done
    assert texts[session.items[3].exercise].name not in done
