"""A workout in a real browser, on a tiny site of its own: to its end, when it hurts, by keyboard, with less motion."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from support.look import LARGER, faults
from support.player_site import PREFIX, Site
from support.player_story import (
    NEXT,
    READY,
    WORK,
    finish,
    opened,
    press,
    rate,
    short_script,
    started,
)
from support.visitor import eventually, pass_time


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
    assert [entry["version"] for entry in site.entries.values()] == [1, 4]
    assert done["phase"] == site.script["phase"]
    assert [line["step"] for line in done["exercises"]] == [item["step"] for item in site.script["items"]]
    assert not any("felt" in line for line in done["exercises"])
    assert complaints == []


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
    pass_time(page, 7)
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
    pass_time(page, 7)
    press(page, "It hurts")
    press(page, "None of these")
    rate(page, 2)
    page.get_by_text("Pain or numbness came into the leg").click()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Enough for today")).to_be_visible()
    press(page, "Save")
    eventually(lambda: site.of_kind("practised"), page)
    assert site.of_kind("practised")[0]["ended"] == "hurt"
    expect(page.get_by_role("button", name="Once more")).to_have_count(0)


def test_usual_pain_that_does_not_rise_stops_nothing_and_a_short_workout_is_offered(
    context: BrowserContext, site: Site
) -> None:
    page = opened(context, site)
    press(page, "None of these")
    rate(page, 7)
    press(page, "Go on")
    expect(page.get_by_text("That is a lot of pain for today")).to_be_visible()
    page.get_by_role("link", name="Take the short one").click()
    expect(page).to_have_url(f"{site.player}?variant=short")
    started(page, pain=7)
    pass_time(page, 7)
    press(page, "It hurts")
    press(page, "None of these")
    rate(page, 7)
    press(page, "Go on")
    expect(page.get_by_role("heading", name="What now?")).to_be_visible()


def test_one_tap_says_how_all_felt_and_what_was_said_of_one_stays(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    started(page)
    pass_time(page, NEXT + READY + 1)
    press(page, "Too easy")
    finish(page, site)
    first, second = (item["name"] for item in site.script["items"])
    told = page.locator(".player-sheet input:checked").evaluate_all("all => all.map(one => [one.name, one.value])")
    assert told == [["felt-0", "easy"]], "nothing is chosen before but what was said in the workout"
    expect(page.get_by_text("your plan only grows with your answers")).to_be_visible()
    page.get_by_role("radio", name="All right").press(" ")
    page.locator("summary", has_text="Each by itself").press("Enter")
    expect(page.get_by_role("group", name=first).get_by_role("radio", name="Easy")).to_be_checked()
    of_second = page.get_by_role("group", name=second)
    expect(of_second.get_by_role("radio", name="Right")).to_be_checked()
    of_second.get_by_role("radio", name="Right").press("ArrowRight")
    expect(page.get_by_text("Noted")).to_have_text(f"Noted: {first} (Easy); {second} (Hard)")
    press(page, "Save")
    eventually(lambda: site.of_kind("practised"), page)
    assert [line["felt"] for line in site.of_kind("practised")[0]["exercises"]] == ["easy", "hard"]


def test_the_screen_after_a_workout_has_no_fault_with_all_of_it_open(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    started(page)
    finish(page, site)
    page.locator("summary", has_text="Each by itself").click()
    page.locator("label.choice:has(input[name='felt-all'][value=hard])").click()
    page.clock.resume()  # whoever looks for faults waits by the page's clock
    assert faults(page) == {}


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
    pass_time(page, 7)
    page.keyboard.press("e")
    expect(page.get_by_text("Noted.")).to_be_visible()
    page.keyboard.press("h")
    expect(page.get_by_role("heading", name="Stop here for a moment")).to_be_focused()


def test_less_motion_shows_still_pictures(browser: Browser, site: Site) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = opened(context, site)
    started(page)
    pass_time(page, 7)
    expect(page.locator(".player-figure svg")).to_be_visible()
    assert page.locator(".player-figure animate").count() == 0
    context.close()


def test_the_moving_figure_stands_at_the_moment_of_the_workout(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    started(page)
    page.locator(".player-figure svg").wait_for()
    pass_time(page, NEXT + READY + WORK / 2)
    press(page, "Pause")
    shown = page.evaluate("document.querySelector('.player-figure svg').getCurrentTime()")
    segment = site.script["items"][0]["segments"][2]["figure"]
    assert shown == pytest.approx((segment["from"] + segment["to"]) / 2, abs=0.3)


def test_a_script_out_of_date_starts_nothing(context: BrowserContext, site: Site) -> None:
    site.script = short_script(expires_at="2026-01-01T00:00:00+00:00")
    page = opened(context, site)
    expect(page.get_by_role("heading", name="This workout is out of date")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


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


@pytest.mark.parametrize(("width", "percent"), [(320, 100), (390, 100), (390, 200), (320, 200)])
def test_what_is_asked_after_a_workout_has_room_for_its_letters(
    browser: Browser, site: Site, width: int, percent: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    context.add_init_script(LARGER % percent)
    page = opened(context, site)
    started(page)
    finish(page, site)
    page.locator(".player-felt > summary").click()
    spills = """choices => choices.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText)"""
    assert page.locator(".choices-row .choice").evaluate_all(spills) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    rows = "choices => new Set(choices.map(one => one.getBoundingClientRect().top)).size"
    beside = page.locator(".player-felt-all > .choices-row .choice").evaluate_all(rows)
    assert (beside == 1) == (percent == 100), "beside each other where there is room"
    context.close()


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
