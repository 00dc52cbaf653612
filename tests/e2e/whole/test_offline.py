"""A workout without a network: begun, cut off in the middle, taken up again, and its results arriving just once."""

import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from support.app import App, Hands
from support.visitor import at_the_workout, begun, do, eventually, pass_time, rate, ready_for_no_network

SHORT = "?variant=short"


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
