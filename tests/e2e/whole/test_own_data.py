"""Everything a person has taken along, erased to the last row, and brought in elsewhere as it was."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.app import App, Hands, free_port
from support.look import PHONE
from support.visitor import at_the_workout, begun, do, eventually, follow, pass_time

NOTE = "the left side felt like a rusty gate"
PAGES = "/", "/plan/", "/progress/"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[App]:
    """A fresh house."""
    app = App(tmp_path / "elsewhere", free_port())
    app.start()
    yield app
    app.stop()


def with_a_workout(context: BrowserContext) -> Page:
    """Somebody who has done some of a workout and written a note."""
    page = at_the_workout(context, "?variant=short")
    begun(page)
    pass_time(page, 30)
    do(page, "Pause")
    do(page, "End the workout")
    page.get_by_label("Anything to remember?").fill(NOTE)
    do(page, "Save")
    eventually(lambda: page.locator("#outbox").inner_text() == "", page)
    page.close()
    return context.new_page()


def seen(page: Page) -> dict[str, str]:
    """What the pages say."""
    found = {}
    for path in PAGES:
        page.goto(path)
        found[path] = page.locator("main").inner_text()
    return found


def rows(app: App) -> dict[str, int]:
    """How many rows each table of the database has."""
    with closing(sqlite3.connect(app.data / "unbend.sqlite3")) as database:
        named = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'store_%'")
        tables = [str(name) for (name,) in named.fetchall()]
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608 - names of ours


def test_taken_along_erased_and_brought_in_elsewhere(
    phone: Callable[..., BrowserContext], app: App, hands: Hands, browser: Browser, elsewhere: App, tmp_path: Path
) -> None:
    before = rows(app)
    hands.move_in()
    hands.get("/")
    page = with_a_workout(phone(accept_downloads=True))
    there = seen(page)
    assert "Start" not in there["/"]

    page.goto("/settings/export/")
    with page.expect_download() as kept:
        page.locator("a[href$=zip]").tap()
    file = tmp_path / "mine.zip"
    kept.value.save_as(file)

    page.goto("/settings/erase/")
    page.get_by_label("Type the word").fill("no")
    follow(page, "Erase everything")
    expect(page.locator(".error")).to_be_visible()
    page.get_by_label("Type the word").fill("erase")
    follow(page, "Erase everything")
    expect(page.get_by_role("heading", name="Everything is erased")).to_be_visible()
    for path in (*PAGES, "/workout/", "/settings/export/", "/letter/"):
        page.goto(path)
        assert page.url.endswith("/welcome/"), path
    assert page.evaluate("caches.has('unbend-figures')") is False
    after = rows(app)
    assert after["store_erasedperson"] == before["store_erasedperson"] + 1
    for table in ("store_entryrow", "store_person", "store_access", "store_snapshot"):
        assert after[table] == 0, table
    app.stop()
    for left in app.data.rglob("*"):
        assert left.is_dir() or NOTE.encode() not in left.read_bytes(), left

    context = browser.new_context(base_url=elsewhere.address, viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto("/")
    follow(page, "Start with mine")
    page.goto("/settings/import/")
    page.get_by_label("The saved copy").set_input_files(file)
    follow(page, "Look into it")
    page.locator("button[value=take]").tap()
    page.wait_for_url("**/settings/")
    assert seen(page) == there
    page.goto("/settings/")
    assert [one["data"]["note"] for one in Hands(elsewhere).entries("practised")] == [NOTE]
    context.close()
