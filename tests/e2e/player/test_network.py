"""The player without a network, with a server that refuses, and with a new version."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Browser, BrowserContext, expect
from tools.browser import find

from support.player_site import PREFIX, Site
from support.player_story import finish, opened, press, rate, started
from support.visitor import eventually, pass_time, ready_for_no_network


def test_offline_and_killed_in_the_middle_it_goes_on_where_it_was_and_the_results_arrive_once(
    context: BrowserContext, site: Site
) -> None:
    first = opened(context, site)
    ready_for_no_network(first)
    site.down = True
    first.reload()
    started(first)
    pass_time(first, 8)
    place = first.locator(".player-label").inner_text(), first.locator(".player-count").inner_text()
    left = first.locator(".player-left").inner_text()
    first.close(run_before_unload=False)

    second = opened(context, site)
    expect(second.get_by_text("Here you stopped.")).to_be_visible()
    assert (second.locator(".player-label").inner_text(), second.locator(".player-count").inner_text()) == place
    assert second.locator(".player-left").inner_text() == left
    expect(second.locator(".player-figure svg")).to_be_visible()
    press(second, "Go on")
    finish(second, site)
    press(second, "Save")
    expect(second.locator("#outbox")).to_contain_text("2 results wait to be sent.")
    assert site.entries == {}

    site.down = False
    eventually(lambda: len(site.entries) == 2, second)
    expect(second.locator("#outbox")).to_be_empty()
    second.reload()
    expect(second.get_by_role("heading", name="Saved")).to_be_visible()
    assert sorted(entry["kind"] for entry in site.entries.values()) == ["answered", "practised"]
    assert sum(len(batch["entries"]) for batch in site.batches) == 2


def test_danger_in_the_middle_without_a_network_shows_the_card_and_keeps_both_entries(
    context: BrowserContext, site: Site
) -> None:
    page = opened(context, site)
    ready_for_no_network(page)
    site.down = True
    started(page)
    pass_time(page, 7)
    press(page, "It hurts")
    page.locator("label.choice:has(input[name='saddle-numbness'][value=yes])").click()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Stop here for today")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Ambulance"))).to_have_attribute("href", "tel:999")
    page.reload()
    expect(page.get_by_role("heading", name="Stop here for today")).to_be_visible()
    site.down = False
    eventually(lambda: len(site.entries) == 3, page)
    assert site.of_kind("practised")[0]["ended"] == "help"
    assert {"saddle-numbness": "yes"} in [answers["findings"] for answers in site.of_kind("answered")]


def test_signed_out_keeps_what_waits_and_says_so(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    site.signed_in = False
    press(page, "None of these")
    expect(page.locator("#outbox")).to_contain_text("Sign in to send what waits.")
    expect(page.locator("#outbox").get_by_role("link")).to_have_attribute("href", f"{PREFIX}/sign-in/")
    site.signed_in = True
    page.goto(f"{site.address}{PREFIX}/")
    eventually(lambda: site.entries, page)


def test_a_token_that_is_out_of_date_is_fetched_again(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    site.token = "second"
    press(page, "None of these")
    eventually(lambda: site.entries, page)


def test_what_the_server_refuses_is_shown_and_can_be_taken_off(context: BrowserContext, site: Site) -> None:
    site.refused = {"answered": "unreadable"}
    site.min_client = 99
    page = opened(context, site)
    press(page, "None of these")
    outbox = page.locator("#outbox")
    expect(outbox).to_contain_text("1 result could not be taken.")
    expect(outbox).to_contain_text("Reload this page")
    expect(outbox.locator("summary")).to_have_count(0)
    page.goto(f"{site.address}{PREFIX}/")
    outbox.locator("summary").click()
    expect(outbox).to_contain_text("It could not be read.")
    outbox.get_by_role("button", name="Remove from this device").click()
    expect(outbox).not_to_contain_text("could not be taken")


def test_when_the_server_has_no_workout_a_kept_one_does_not_take_its_place(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    site.script_status = 404
    page.reload()
    expect(page.get_by_role("heading", name="There is no workout to start now")).to_be_visible()


def test_a_new_version_waits_until_it_is_asked_for_and_never_reloads_a_workout(
    context: BrowserContext, site: Site
) -> None:
    page = opened(context, site)
    ready_for_no_network(page)
    started(page)
    site.build = "next"
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    offer = page.get_by_text("A new version of Unbend is ready.")
    offer.wait_for(state="attached")
    expect(offer).not_to_be_visible()
    pass_time(page, 3)
    page.keyboard.press(" ")
    press(page, "End the workout")
    expect(offer).to_be_visible()
    with page.expect_navigation():
        page.locator(".new-version").get_by_role("button").click()
    expect(page.get_by_role("heading", name="Good for today")).to_be_visible()
    page.wait_for_function("navigator.serviceWorker.getRegistration().then(found => found.waiting === null)")


def test_other_pages_are_not_kept_and_say_that_there_is_no_connection(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    ready_for_no_network(page)
    page.goto(f"{site.address}{PREFIX}/")
    site.down = True
    page.reload()
    expect(page.get_by_role("heading", name="offline")).to_be_visible()
    kept = page.evaluate(
        """caches.keys().then(names => Promise.all(names.map(name => caches.open(name))))
           .then(all => Promise.all(all.map(cache => cache.keys()))).then(all => all.flat().map(one => one.url))"""
    )
    pages = {url.removeprefix(site.address) for url in kept if "/static/" not in url and "/figures/" not in url}
    assert pages == {f"{PREFIX}/offline/", f"{PREFIX}/workout/"}


def test_an_insecure_address_says_what_is_missing_and_still_runs_and_sends(site: Site, browser: Browser) -> None:
    rules = "--host-resolver-rules=MAP home.test 127.0.0.1"
    site.address = site.address.replace("localhost", "home.test")
    other = browser.browser_type.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu", rules])
    page = opened(other.new_context(), site)
    assert page.evaluate("[isSecureContext, typeof crypto.randomUUID]") == [False, "undefined"]
    page.clock.run_for(500)  # nobody answers that they have the workout
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    second = page.context.new_page()
    second.goto(site.player)
    expect(second.get_by_role("heading", name="This workout is open in another tab")).to_be_visible()
    second.close()
    press(page, "None of these")
    rate(page, 2)
    press(page, "Go on")
    expect(page.get_by_text("It works only while you are connected.")).to_be_visible()
    press(page, "Start")
    finish(page, site)
    press(page, "Save")
    eventually(lambda: site.of_kind("practised"), page)
    other.close()


def test_two_pages_send_what_waits_only_once(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    site.signed_in = False
    press(page, "None of these")
    expect(page.locator("#outbox")).to_contain_text("Sign in")
    site.signed_in = True
    others = [context.new_page() for _ in range(3)]
    for other in others:
        other.goto(f"{site.address}{PREFIX}/", wait_until="commit")
    eventually(lambda: site.entries, page)
    for other in others:
        expect(other.locator("#outbox")).to_be_empty()
    assert sum(len(batch["entries"]) for batch in site.batches) == 1


def test_a_device_whose_clock_is_hours_wrong_says_so_and_dates_what_it_writes_aright(
    context: BrowserContext, site: Site
) -> None:
    page = context.new_page()
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(hours=3))
    page.goto(site.player)
    press(page, "None of these")
    eventually(lambda: site.entries, page)
    written = next(iter(site.entries.values()))["happened_at"]
    assert abs(datetime.fromisoformat(written) - datetime.now(UTC)) < timedelta(minutes=2)
    said = "The clock of this device is wrong by about 3 hours. Please set it."
    expect(page.locator("#outbox")).to_contain_text(said)
    sent = datetime.fromisoformat(site.batches[0]["sent_at"])
    assert timedelta(hours=2) < sent - datetime.now(UTC) < timedelta(hours=4)
