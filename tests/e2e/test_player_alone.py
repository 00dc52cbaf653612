"""The workout player in a real browser, on a tiny site of its own: offline, killed, refused, in danger, by keyboard."""

import copy
import json
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tools import assets
from tools.browser import find

from support.player_site import PREFIX, ROOT, Site, serving

SAMPLE = ROOT / "frontend" / "src" / "testing" / "sample-script.json"
NEXT, READY, WORK, REST = 3, 2, 4, 4  # seconds: a workout of half a minute


@cache
def _sample() -> dict[str, Any]:
    text = SAMPLE.read_text().replace("/figures/", f"{PREFIX}/figures/").replace('"/letter/"', f'"{PREFIX}/letter/"')
    whole: dict[str, Any] = json.loads(text)
    return whole


def short_script(**changes: Any) -> dict[str, Any]:
    """The sample with less of each: one set of two, and shorter waits."""
    script, now = copy.deepcopy(_sample()), datetime.now(UTC)
    script |= {"made_at": now.isoformat(), "expires_at": (now + timedelta(days=7)).isoformat()}
    script["day"] = now.date().isoformat()
    script["items"] = [_shortened(item) for item in script["items"][1:]]
    script["seconds"] = sum(item["seconds"] for item in script["items"])
    return script | changes


def _shortened(item: dict[str, Any]) -> dict[str, Any]:
    seconds = {"next": NEXT, "get-ready": READY, "rest": REST, "switch-side": REST}
    kept = [segment for segment in item["segments"] if segment["set"] == 1][:6]
    segments = [segment | {"seconds": seconds.get(segment["kind"], WORK)} for segment in kept]
    easier = item["easier"] and _shortened(item["easier"])
    return item | {"segments": segments, "seconds": sum(one["seconds"] for one in segments), "easier": easier}


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    assets.build()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site(short_script())) as served:
        yield served


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 390, "height": 844})
    opened.set_default_timeout(8000)
    yield opened
    opened.close()


def opened(context: BrowserContext, site: Site, *, complaints: list[str] | None = None) -> Page:
    """The player's page, whose clock the test moves."""
    page = context.new_page()
    if complaints is not None:
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))
    page.goto(site.player)
    return page


def press(page: Page, name: str) -> None:
    """Presses the button of this name, and lets the page show what comes of it."""
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()
    page.clock.run_for(50)


def rate(page: Page, value: int, question: str = "") -> None:
    scale = page.locator("fieldset.scale", has_text=question) if question else page.locator("fieldset.scale")
    scale.locator(".scale-step").nth(value).click()


def started(page: Page, *, pain: int = 2) -> None:
    """From the first question to the first exercise."""
    press(page, "None of these")
    rate(page, pain)
    press(page, "Go on")
    press(page, "Start")
    expect(page.locator(".player-stage")).to_be_visible()


def let_go_by(page: Page, seconds: float) -> None:
    """Lets time pass as it would on the clock, in steps that no device sleeps through."""
    while seconds > 0:
        page.clock.run_for(int(min(seconds, 10) * 1000))
        seconds -= 10


def finish(page: Page, site: Site) -> None:
    let_go_by(page, site.script["seconds"] + 1)
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()


def eventually(holds: Any, page: Page, seconds: float = 8) -> None:
    """Waits in real time, while the page's own clock goes along."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        page.clock.run_for(500)
        page.wait_for_timeout(50)


def worker_is_ready(page: Page) -> None:
    """Waits for the service worker and its pictures; the page fetches them when it has nothing else to do."""
    eventually(lambda: page.evaluate("navigator.serviceWorker.controller !== null"), page, 20)
    page.wait_for_function("caches.open('unbend-figures').then(cache => cache.keys()).then(keys => keys.length >= 12)")


def test_a_whole_workout_leaves_one_entry_and_no_complaint_of_the_browser(context: BrowserContext, site: Site) -> None:
    complaints: list[str] = []
    page = opened(context, site, complaints=complaints)
    started(page, pain=3)
    expect(page.locator(".player-figure svg")).to_be_visible()
    finish(page, site)
    rate(page, 1, "pain now")
    rate(page, 4, "How hard")
    page.get_by_label("Anything to remember?").fill("Good.")
    press(page, "Save")
    eventually(lambda: site.of_kind("practised"), page)
    expect(page.locator("#outbox")).to_be_empty()
    done = site.of_kind("practised")[0]
    planned = [item["exercise"] for item in site.script["items"]]
    assert [line["exercise"] for line in done["exercises"]] == planned
    assert {line["outcome"] for line in done["exercises"]} == {"done"}
    assert (done["pain_before"], done["pain_after"], done["effort"], done["note"]) == (3, 1, 4, "Good.")
    assert (done["ended"], done["seconds"], done["script"]) == ("finished", site.script["seconds"], site.script["id"])
    answers = site.of_kind("answered")[0]["findings"]
    assert answers == {question["finding"]: "no" for question in site.script["gate"]["questions"]}
    assert [entry["version"] for entry in site.entries.values()] == [1, 2]
    assert complaints == []


def test_offline_and_killed_in_the_middle_it_goes_on_where_it_was_and_the_results_arrive_once(
    context: BrowserContext, site: Site
) -> None:
    first = opened(context, site)
    worker_is_ready(first)
    site.down = True
    first.reload()
    started(first)
    let_go_by(first, 8)
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
    eventually(lambda: len(site.entries) == 2, second, 20)
    expect(second.locator("#outbox")).to_be_empty()
    second.reload()
    expect(second.get_by_role("heading", name="Saved")).to_be_visible()
    assert sorted(entry["kind"] for entry in site.entries.values()) == ["answered", "practised"]
    assert sum(len(batch["entries"]) for batch in site.batches) == 2


def test_danger_in_the_middle_without_a_network_shows_the_card_and_keeps_both_entries(
    context: BrowserContext, site: Site
) -> None:
    page = opened(context, site)
    worker_is_ready(page)
    site.down = True
    started(page)
    let_go_by(page, 7)
    press(page, "It hurts")
    page.locator("label.choice:has(input[name='saddle-numbness'][value=yes])").click()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Stop here for today")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Ambulance"))).to_have_attribute("href", "tel:999")
    page.reload()
    expect(page.get_by_role("heading", name="Stop here for today")).to_be_visible()
    site.down = False
    eventually(lambda: len(site.entries) == 3, page, 20)
    assert site.of_kind("practised")[0]["ended"] == "help"
    assert {"saddle-numbness": "yes"} in [answers["findings"] for answers in site.of_kind("answered")]


def test_danger_before_the_start_starts_nothing(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    page.locator("label.choice:has(input[name='saddle-numbness'][value=unsure])").click()
    page.locator("label.choice:has(input[name='saddle-numbness-follow'][value=unsure])").click()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Stop here for today")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_have_count(0)
    eventually(lambda: site.entries, page)
    assert site.of_kind("answered") == [{"findings": {"saddle-numbness": "unsure"}}]
    assert site.of_kind("practised") == []


def test_it_hurts_stops_at_once_and_offers_the_easier_exercise(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    started(page)
    let_go_by(page, 7)
    press(page, "It hurts")
    press(page, "None of these")
    rate(page, 3)
    press(page, "Go on")
    easier = site.script["items"][0]["easier"]["name"]
    press(page, f"An easier one: {easier}")
    expect(page.get_by_role("heading", name=easier)).to_be_visible()


def test_pain_that_goes_down_the_leg_ends_the_workout(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    started(page)
    let_go_by(page, 7)
    press(page, "It hurts")
    press(page, "None of these")
    rate(page, 2)
    page.get_by_text("It goes down the leg").click()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Enough for today")).to_be_visible()
    press(page, "Save")
    eventually(lambda: site.of_kind("practised"), page)
    assert site.of_kind("practised")[0]["ended"] == "hurt"
    expect(page.get_by_role("button", name="Once more")).to_have_count(0)


def test_the_keyboard_alone_is_enough(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    page.get_by_role("button", name="None of these").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1.player-title")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Start").press("Enter")
    expect(page.locator(".player-stage h1")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.clock.run_for(50)
    expect(page.locator(".player-place")).to_have_text("2 of 2")
    page.keyboard.press("ArrowLeft")
    page.clock.run_for(50)
    expect(page.locator(".player-place")).to_have_text("1 of 2")
    page.keyboard.press(" ")
    expect(page.get_by_text("Paused")).to_be_visible()
    page.keyboard.press(" ")
    page.keyboard.press("m")
    expect(page.get_by_role("button", name="Sound on")).to_be_visible()
    let_go_by(page, 7)
    page.keyboard.press("e")
    expect(page.get_by_text("Noted.")).to_be_visible()
    page.keyboard.press("h")
    expect(page.get_by_role("heading", name="Stop here for a moment")).to_be_focused()


def test_less_motion_shows_still_pictures(browser: Browser, site: Site) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = opened(context, site)
    started(page)
    let_go_by(page, 7)
    expect(page.locator(".player-figure svg")).to_be_visible()
    assert page.locator(".player-figure animate").count() == 0
    context.close()


def test_the_moving_figure_stands_at_the_moment_of_the_workout(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    started(page)
    page.locator(".player-figure svg").wait_for()
    let_go_by(page, NEXT + READY + WORK / 2)
    press(page, "Pause")
    shown = page.evaluate("document.querySelector('.player-figure svg').getCurrentTime()")
    segment = site.script["items"][0]["segments"][2]["figure"]
    assert shown == pytest.approx((segment["from"] + segment["to"]) / 2, abs=0.3)


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


def test_a_script_out_of_date_starts_nothing(context: BrowserContext, site: Site) -> None:
    site.script = short_script(expires_at="2026-01-01T00:00:00+00:00")
    page = opened(context, site)
    expect(page.get_by_role("heading", name="This workout is out of date")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


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
    worker_is_ready(page)
    started(page)
    site.build = "next"
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    offer = page.get_by_text("A new version of Unbend is ready.")
    offer.wait_for(state="attached")
    expect(offer).not_to_be_visible()
    let_go_by(page, 3)
    page.keyboard.press(" ")
    press(page, "End the workout")
    expect(offer).to_be_visible()
    with page.expect_navigation():
        page.locator(".new-version").get_by_role("button").click()
    expect(page.get_by_role("heading", name="Good for today")).to_be_visible()
    page.wait_for_function("navigator.serviceWorker.getRegistration().then(found => found.waiting === null)")


def test_other_pages_are_not_kept_and_say_that_there_is_no_connection(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    worker_is_ready(page)
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


KEPT = """new Promise(done => { const opening = indexedDB.open('unbend'); opening.onsuccess = () => {
  const database = opening.result, names = [...database.objectStoreNames], counts = {};
  const reading = database.transaction(names);
  for (const name of names)
    reading.objectStore(name).count().onsuccess = event => { counts[name] = event.target.result };
  reading.oncomplete = () => { database.close(); done(counts) } } })"""


LEFT_BY_ANOTHER = """new Promise(done => { const opening = indexedDB.open('unbend'); opening.onsuccess = () => {
  const writing = opening.result.transaction('outbox', 'readwrite');
  const entry = { id: 'theirs', kind: 'answered', version: 1, happened_at: '2026-01-01T08:00:00Z',
                  data: { findings: { fever: 'no' } } };
  writing.objectStore('outbox').put({ id: 'theirs', person: 'somebody-else', added: 1, entry });
  writing.oncomplete = () => { opening.result.close(); done() } } })"""


def kept_on(page: Page) -> dict[str, int]:
    """How much there is of each sort on the device."""
    counts: dict[str, int] = page.evaluate(KEPT)
    return counts


def test_an_erasure_leaves_nothing_on_the_device(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    worker_is_ready(page)
    site.signed_in = False
    press(page, "None of these")
    expect(page.locator("#outbox")).to_contain_text("Sign in")
    page.goto(f"{site.address}{PREFIX}/forget/")
    page.wait_for_function("caches.has('unbend-figures').then(there => !there)")
    assert kept_on(page) == {"outbox": 0, "refused": 0, "runs": 0, "scripts": 0}


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


def test_nothing_runs_off_a_small_phone_and_targets_are_large_enough(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 568})
    page = opened(context, site)
    for act in (None, "None of these", "Go on", "Start"):
        if act == "Go on":
            rate(page, 2)
        if act:
            press(page, act)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate(
        """[...document.querySelectorAll('.player-stage button')].filter(b => b.offsetParent)
           .map(b => b.getBoundingClientRect()).filter(r => r.width < 44 || r.height < 44).length"""
    )
    assert small == 0
    overlap = page.evaluate(
        """(() => { const box = s => document.querySelector(s).getBoundingClientRect();
           return box('.player-words').bottom > box('.player-acts').top + 1 })()"""
    )
    assert not overlap
    context.close()


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


def test_stopwatches_and_steppers_fill_their_fields(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))
    page.goto(f"{site.address}{PREFIX}/islands/")
    first, second = (page.locator("[data-stopwatch]").nth(number) for number in (0, 1))
    first.get_by_role("button").click()
    page.clock.run_for(12_700)
    first.get_by_role("button").click()
    expect(first.get_by_role("button")).to_have_text("Once more")
    expect(page.locator("[name=held]")).to_have_value("12")
    second.get_by_role("button").click()
    page.clock.run_for(31_000)
    expect(page.locator("[name=stands]")).to_have_value("30.0")
    page.get_by_role("button", name="more", exact=True).click()
    page.get_by_role("button", name="more", exact=True).click()
    expect(page.locator("[name=steps]")).to_have_value("4")


def test_a_menu_closes_on_a_tap_beside_it_and_on_escape_and_the_focus_comes_back(
    context: BrowserContext, site: Site
) -> None:
    page = context.new_page()
    page.goto(f"{site.address}{PREFIX}/islands/")
    menu, summary = page.locator("details[data-menu]"), page.locator("summary", has_text="More")
    expect(menu).to_have_attribute("data-ready", "yes")
    summary.click()
    page.get_by_role("link", name="Last").focus()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    summary.click()
    expect(menu).to_have_attribute("open", "")
    page.get_by_text("Beside it").click()
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    summary.click()
    page.get_by_role("button", name="Elsewhere").click()
    expect(menu).not_to_have_attribute("open", "")
    expect(page.get_by_role("button", name="Elsewhere")).to_be_focused()
    summary.click()
    page.get_by_role("link", name="First").click()
    assert page.url.endswith("#first")


def signs_out(page: Page, site: Site, *, shared: bool) -> None:
    page.goto(f"{site.address}{PREFIX}/leaving/")
    expect(page.locator("[data-unsent]")).to_contain_text("1 result is not sent yet.")
    if shared:
        page.get_by_label("Others use this device").check()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{site.address}{PREFIX}/signed-out/*")
    page.wait_for_function("caches.has('unbend-figures').then(there => !there)")


@pytest.mark.parametrize("shared", [False, True], ids=["one's own device", "a shared one"])
def test_after_a_sign_out_nothing_of_the_plan_opens_offline_and_what_waits_stays_unless_told_to_go(
    context: BrowserContext, site: Site, shared: bool
) -> None:
    page = opened(context, site)
    worker_is_ready(page)
    site.signed_in = False
    started(page)
    let_go_by(page, 4)
    press(page, "Pause")
    page.evaluate(LEFT_BY_ANOTHER)
    signs_out(page, site, shared=shared)
    assert kept_on(page) == {"outbox": 1 if shared else 2, "refused": 0, "runs": 0, "scripts": 0}
    assert page.evaluate("localStorage.getItem('unbend.brought')") is None
    context.set_offline(True)
    page.goto(site.player)
    expect(page.get_by_role("heading", name="offline")).to_be_visible()
    context.set_offline(False)
    site.signed_in = True
    page.goto(f"{site.address}{PREFIX}/")
    eventually(lambda: len(site.entries) == (1 if shared else 2), page)
    assert {batch["person"] for batch in site.batches} >= {"somebody-else"}


def test_another_tab_lets_go_of_the_workout_of_somebody_who_signed_out(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    worker_is_ready(page)
    started(page)
    site.script_status = 401
    other = context.new_page()
    other.goto(f"{site.address}{PREFIX}/signed-out/")
    expect(page.get_by_role("heading", name="Please sign in")).to_be_visible()
    assert kept_on(other) | {"outbox": 0} == {"outbox": 0, "refused": 0, "runs": 0, "scripts": 0}


def test_a_workout_runs_in_one_tab_and_goes_on_in_another_where_it_was(context: BrowserContext, site: Site) -> None:
    first = opened(context, site)
    started(first)
    let_go_by(first, NEXT + READY + 1)
    second = context.new_page()
    second.goto(site.player)
    expect(second.get_by_role("heading", name="This workout is open in another tab")).to_be_visible()
    second.get_by_role("button", name="Go on here").click()
    expect(first.get_by_role("heading", name="The workout went to another tab")).to_be_visible()
    expect(second.get_by_text("Here you stopped. Go on when you like.")).to_be_visible()
    first.keyboard.press("Space")
    first.get_by_role("button", name="Go on here").click()
    expect(second.get_by_role("heading", name="The workout went to another tab")).to_be_visible()
    press(first, "Go on")
    finish(first, site)
    press(first, "Save")
    eventually(lambda: site.of_kind("practised"), first)
    assert [entry["seconds"] for entry in site.of_kind("practised")] == [site.script["seconds"]]


def test_a_tab_that_does_not_answer_is_cut_off(context: BrowserContext, site: Site) -> None:
    first = opened(context, site)
    started(first)
    first.evaluate("BroadcastChannel.prototype.postMessage = () => undefined")
    second = context.new_page()
    second.goto(site.player)
    second.get_by_role("button", name="Go on here").click()
    second.clock.run_for(2000)
    expect(second.get_by_text("Here you stopped. Go on when you like.")).to_be_visible()
    expect(first.get_by_role("heading", name="The workout went to another tab")).to_be_visible()


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


def test_what_belongs_to_another_account_waits_and_holds_up_nobody_else(context: BrowserContext, site: Site) -> None:
    mine = str(site.script["person"])
    site.script["person"] = "0b6c7d52-90f1-4c3e-8f0a-000000000000"
    site.not_for = {site.script["person"]}
    page = opened(context, site)
    press(page, "None of these")
    outbox = page.locator("#outbox")
    expect(outbox).to_contain_text("1 result here belongs to another account.")
    site.script |= {"person": mine, "id": "6f1c2b7e-3d55-4a0e-9a51-000000000000"}
    page.reload()
    press(page, "None of these")
    eventually(lambda: len(site.entries) == 1, page)
    expect(outbox).to_contain_text("1 result here belongs to another account.")
    expect(outbox).not_to_contain_text("waits to be sent")
    site.not_for = set()
    page.reload()
    eventually(lambda: len(site.entries) == 2, page)
    expect(outbox).to_be_empty()
