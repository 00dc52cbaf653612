"""Three worse mornings, the short check, and the workout again."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from support.app import Hands
from support.examples import entries_of, example
from support.visitor import CHECK, HEALTHY, answer, at_the_workout, begun, do, follow, shown, tap

FIRST = "Before your next workout: a short check"
MOST_SCREENS = 20


def lived(hands: Hands, pains: dict[int, int]) -> None:
    """Somebody who did the check six days ago, a workout each day since, and told how it was after getting up."""
    hands.post("/welcome/", door="mine")
    person, now = str(hands.log()[0]["person"]), datetime.now(UTC)
    told: list[dict[str, Any]] = list(entries_of(example("desk-worker"), now - timedelta(days=6)))
    for days_ago, pain in pains.items():
        at = now - timedelta(days=days_ago)
        done = {"exercises": [{"exercise": "easy-walk"}], "pain_before": pain}
        told.append({"kind": "next-day", "happened_at": (at - timedelta(hours=3)).isoformat(), "data": {"pain": pain}})
        told.append({"kind": "practised", "happened_at": (at - timedelta(hours=1)).isoformat(), "data": done})
    sent = [{"version": 1, **one, "id": str(uuid.uuid4())} for one in told]
    assert set(hands.tell(person, sent)) == {"stored"}


@pytest.fixture
def page(phone: Callable[..., BrowserContext], hands: Hands) -> Page:
    """A phone of somebody whose two last mornings were each worse."""
    lived(hands, {3: 2, 2: 3, 1: 4})
    return phone().new_page()


def test_a_third_worse_morning_leads_by_the_short_check_back_to_the_workout(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_text(FIRST)).to_have_count(0)
    tap(page, "pain", 5)
    follow(page, "Save")
    expect(page.get_by_role("heading", name=FIRST)).to_be_visible()
    expect(page.get_by_text("Your back was worse on 3 mornings in a row")).to_be_visible()
    expect(page.locator("[data-keep-script]")).to_have_count(0)

    page.goto("/workout/")
    expect(page.get_by_text("a short check comes before the next workout")).to_be_visible()
    follow(page, "Do the short check")
    screens = []
    while CHECK.search(page.url):
        screens.append(shown(page))
        answer(page, HEALTHY)
        assert len(screens) < MOST_SCREENS, "it is no short check"
    assert not {"age", "sex", "duration-days"} & {finding for screen in screens for finding in screen}
    follow(page, "Go on to today")
    expect(page.get_by_text(FIRST)).to_have_count(0)
    page.get_by_role("link", name="Start", exact=True).or_(page.get_by_role("button", name="Do it today instead")).tap()
    page.wait_for_url("**/workout/**")
    expect(page.get_by_role("heading", level=1, name="Before you start")).to_be_visible()


def test_something_new_can_be_told_at_the_end_of_a_workout(phone: Callable[..., BrowserContext], hands: Hands) -> None:
    hands.move_in()
    page = at_the_workout(phone())
    begun(page)
    do(page, "Pause")
    do(page, "End the workout")
    do(page, "Save")
    page.get_by_role("link", name="Something new, or worse? Look again").tap()
    page.wait_for_url("**/#look-again")
    follow(page, "Something new, or worse? Look again")
    assert "saddle-numbness" in shown(page)
