"""What stays on a device and what goes: erasing, signing out, two tabs, another account."""

import pytest
from playwright.sync_api import BrowserContext, expect

from support.player_site import PREFIX, Site
from support.player_story import (
    LEFT_BY_ANOTHER,
    NEXT,
    READY,
    finish,
    kept_on,
    opened,
    press,
    signs_out,
    started,
)
from support.visitor import eventually, pass_time, ready_for_no_network


def test_an_erasure_leaves_nothing_on_the_device(context: BrowserContext, site: Site) -> None:
    page = opened(context, site)
    ready_for_no_network(page)
    site.signed_in = False
    press(page, "None of these")
    expect(page.locator("#outbox")).to_contain_text("Sign in")
    page.goto(f"{site.address}{PREFIX}/forget/")
    page.wait_for_function("caches.has('unbend-figures').then(there => !there)")
    assert kept_on(page) == {"outbox": 0, "refused": 0, "runs": 0, "scripts": 0}


@pytest.mark.parametrize("shared", [False, True], ids=["one's own device", "a shared one"])
def test_after_a_sign_out_nothing_of_the_plan_opens_offline_and_what_waits_stays_unless_told_to_go(
    context: BrowserContext, site: Site, shared: bool
) -> None:
    page = opened(context, site)
    ready_for_no_network(page)
    site.signed_in = False
    started(page)
    pass_time(page, 4)
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
    ready_for_no_network(page)
    started(page)
    site.script_status = 401
    other = context.new_page()
    other.goto(f"{site.address}{PREFIX}/signed-out/")
    expect(page.get_by_role("heading", name="Please sign in")).to_be_visible()
    assert kept_on(other) | {"outbox": 0} == {"outbox": 0, "refused": 0, "runs": 0, "scripts": 0}


def test_a_workout_runs_in_one_tab_and_goes_on_in_another_where_it_was(context: BrowserContext, site: Site) -> None:
    first = opened(context, site)
    started(first)
    pass_time(first, NEXT + READY + 1)
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
