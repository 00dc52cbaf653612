"""A workout without a network: begun, cut off in the middle, taken up again, and its results arriving just once."""

import json
import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from support.app import App, Hands
from support.visitor import at_the_workout, begun, do, eventually, pass_time, rate, ready_for_no_network

SHORT = "?variant=short"
MOST_LOST = 2


@pytest.fixture
def context(phone: Callable[..., BrowserContext], hands: Hands) -> BrowserContext:
    """A phone that has been at the workout once, of somebody with a plan."""
    hands.move_in()
    hands.get("/")
    return phone()


def at_the_end(page: Page, seconds: float) -> None:
    """Goes on until all is done."""
    pass_time(page, seconds)
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()
    rate(page, 1, "pain now")
    rate(page, 4, "How hard")
    do(page, "Save")
    expect(page.get_by_role("heading", name="Saved")).to_be_visible()


def length(page: Page) -> int:
    """The seconds of the script that this page runs."""
    seconds: int = page.evaluate(
        """new Promise(done => { const opening = indexedDB.open('unbend'); opening.onsuccess = () => {
             const reading = opening.result.transaction('scripts').objectStore('scripts').getAll();
             reading.onsuccess = () => { opening.result.close(); done(reading.result
               .map(one => one.script ?? one).find(one => one.variant === 'short').seconds) } } })"""
    )
    return seconds


def test_a_workout_offline_with_the_tab_killed_goes_on_where_it_was_and_arrives_once(
    context: BrowserContext, app: App, hands: Hands
) -> None:
    page = at_the_workout(context, SHORT)
    ready_for_no_network(page)
    seconds = length(page)
    context.set_offline(True)
    app.stop(signal.SIGKILL)
    page.reload()
    begun(page)
    pass_time(page, 40)
    place = [page.locator(f".player-{part}").inner_text() for part in ("label", "count", "left", "place")]
    page.close(run_before_unload=False)

    page = at_the_workout(context, SHORT)
    expect(page.get_by_text("Here you stopped.")).to_be_visible()
    assert [page.locator(f".player-{part}").inner_text() for part in ("label", "count", "left", "place")] == place
    do(page, "Go on")
    at_the_end(page, seconds - 35)
    expect(page.locator("#outbox")).to_contain_text("2 results wait to be sent.")

    app.start()
    assert hands.entries("practised") == []
    context.set_offline(False)
    eventually(lambda: page.locator("#outbox").inner_text() == "", page)
    page.reload()
    done = hands.entries("practised")
    assert [(one["data"]["ended"], one["data"]["seconds"]) for one in done] == [("finished", seconds)]
    assert {line["outcome"] for line in done[0]["data"]["exercises"]} == {"done"}
    assert len(hands.entries("answered")) == 2, "what was told at the start, and before the workout"
    page.goto("/")
    expect(page.get_by_text("Done for today")).to_be_visible()


def test_an_answer_lost_on_the_way_back_counts_once(context: BrowserContext, hands: Hands) -> None:
    page = at_the_workout(context, SHORT)
    ready_for_no_network(page)
    sent: list[list[str]] = []

    def lose(route: Route) -> None:
        sent.append([entry["id"] for entry in json.loads(route.request.post_data or "")["entries"]])
        if len(sent) > MOST_LOST:
            return route.continue_()
        route.fetch()
        return route.abort()

    page.route("**/api/v1/entries", lose)
    do(page, "None of these")
    eventually(lambda: len(sent) > MOST_LOST and page.locator("#outbox").inner_text() == "", page)
    assert sent == [sent[0]] * len(sent)
    assert len(hands.entries("answered")) == 2


def test_a_second_tab_takes_the_workout_over_and_it_leaves_one_result(context: BrowserContext, hands: Hands) -> None:
    first = at_the_workout(context, SHORT)
    begun(first)
    pass_time(first, 20)
    second = at_the_workout(context, SHORT)
    do(second, "Go on here")
    expect(first.get_by_role("heading", name="The workout went to another tab")).to_be_visible()
    do(second, "Go on")
    pass_time(second, 5)
    do(second, "Pause")
    do(second, "End the workout")
    do(second, "Save")
    eventually(lambda: hands.entries("practised") and second.locator("#outbox").inner_text() == "", second)
    assert len(hands.entries("practised")) == 1


def test_a_restart_and_a_new_session_in_between_lose_nothing(context: BrowserContext, app: App, hands: Hands) -> None:
    page = at_the_workout(context, SHORT)
    begun(page)
    pass_time(page, 20)
    context.clear_cookies()
    app.stop(signal.SIGKILL)
    app.start()
    do(page, "Pause")
    do(page, "End the workout")
    do(page, "Save")
    eventually(lambda: hands.entries("practised"), page)
    assert [one["data"]["ended"] for one in hands.entries("practised")] == ["stopped"]
    eventually(lambda: page.locator("#outbox").inner_text() == "", page)


def test_danger_without_a_network_stops_all_and_today_knows_of_it_later(context: BrowserContext, hands: Hands) -> None:
    page = at_the_workout(context, SHORT)
    ready_for_no_network(page)
    context.set_offline(True)
    begun(page)
    pass_time(page, 30)
    do(page, "It hurts")
    page.locator("label.choice:has(input[name='saddle-numbness'][value=yes])").click()
    do(page, "Go on")
    expect(page.get_by_role("heading", name="Stop here for today")).to_be_visible()
    expect(page.locator(".player .numbers")).to_be_visible()
    for _again in range(2):
        for name in ("Start", "Go on", "None of these", "Once more"):
            expect(page.get_by_role("button", name=name)).to_have_count(0)
        page.reload()
        expect(page.get_by_role("heading", name="Stop here for today")).to_be_visible()
    for key in (" ", "ArrowRight", "e"):
        page.keyboard.press(key)
    pass_time(page, 60)
    expect(page.locator(".player-stage")).to_have_count(0)
    assert hands.entries("practised") == []

    context.set_offline(False)
    eventually(lambda: hands.entries("practised"), page)
    assert [one["data"]["ended"] for one in hands.entries("practised")] == ["help"]
    assert {"saddle-numbness": "yes"} in [one["data"]["findings"] for one in hands.entries("answered")]
    page.goto("/")
    expect(page.get_by_text("There is no exercise plan")).to_be_visible()
    page.goto(f"/workout/{SHORT}")
    expect(page.get_by_role("button", name="Start")).to_have_count(0)
    expect(page.get_by_role("button", name="None of these")).to_have_count(0)


def test_danger_without_a_network_stands_before_every_other_workout_of_the_device(context: BrowserContext) -> None:
    page = at_the_workout(context)
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    page.close()
    page = at_the_workout(context, SHORT)
    ready_for_no_network(page)
    context.set_offline(True)
    page.locator("label.choice:has(input[name='saddle-numbness'][value=unsure])").click()
    page.locator("label.choice:has(input[name='saddle-numbness-follow'][value=yes])").click()
    do(page, "Go on")
    for query in ("", SHORT, "?variant=no-floor"):
        page.goto(f"/workout/{query}")
        expect(page.get_by_role("heading", name="Stop here for today")).to_be_visible()
        expect(page.get_by_text("You said yes, or were not sure.")).to_be_visible()
        expect(page.get_by_role("button", name="None of these")).to_have_count(0)
