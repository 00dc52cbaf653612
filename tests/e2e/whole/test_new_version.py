"""A new version of Unbend while a page of the old one is open: offered, taken when asked for, never in a workout."""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from support.app import App, Hands, free_port
from support.visitor import at_the_workout, begun, do, eventually, pass_time, ready_for_no_network

ROOT = Path(__file__).parents[3]
CACHES = "caches.keys().then(names => names.filter(name => name.startsWith('unbend-shell-')))"


pytestmark = pytest.mark.usefixtures("built")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """An installed Unbend of one's own, which can be brought up to date."""
    shutil.copytree(ROOT / "src" / "unbend", tmp_path / "site" / "unbend", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "site"


@pytest.fixture
def installed(package: Path, tmp_path: Path) -> Iterator[App]:
    """The program out of that package."""
    app = App(tmp_path / "data", free_port(), {"PYTHONPATH": str(package)})
    app.program = (sys.executable, "-c", "from unbend.cli import main; main()")
    app.start()
    yield app
    app.stop()


def bring_up_to_date(package: Path) -> str:
    """A build that differs in its style sheet, as a new version's does; its name."""
    built = package / "unbend" / "web" / "static" / "built"
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    old, new = manifest["main.css"]["file"], "main-newer000.css"
    (built / old).rename(built / new)
    manifest["main.css"]["file"] = new
    (built / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    worker = (built / "service-worker.js").read_text(encoding="utf-8")
    changed = re.sub("unbend-shell-[0-9a-f]{12}", "unbend-shell-newer0000000", worker.replace(old, new))
    assert changed.count("newer000") == 2
    (built / "service-worker.js").write_text(changed, encoding="utf-8")
    return new


def looked_for(page: Page) -> None:
    """The browser looks for a new version, as it does by itself within a day."""
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")


def test_it_waits_for_the_end_of_the_workout_and_leaves_nothing_old(
    phone: Callable[..., BrowserContext], installed: App, package: Path
) -> None:
    hands = Hands(installed)
    hands.move_in()
    hands.get("/")
    page = at_the_workout(phone(base_url=installed.address), "?variant=short")
    ready_for_no_network(page)
    before = page.evaluate(CACHES)
    begun(page)
    pass_time(page, 20)

    installed.stop()
    new = bring_up_to_date(package)
    installed.start()
    looked_for(page)
    offer = page.locator("[data-new-version]")
    eventually(lambda: offer.count() == 1, page)
    expect(offer).not_to_be_visible()
    pass_time(page, 10)
    expect(page.locator(".player-stage")).to_be_visible()
    do(page, "Pause")
    do(page, "End the workout")
    do(page, "Save")
    eventually(lambda: hands.entries("practised"), page)
    expect(offer).to_contain_text("A new version of Unbend is ready.")
    with page.expect_navigation():
        offer.get_by_role("button", name="Reload").tap()
    expect(page.locator(f"link[href$='{new}']")).to_be_attached()
    eventually(lambda: page.evaluate(CACHES) != before, page)
    assert len(page.evaluate(CACHES)) == 1
    assert len(hands.entries("practised")) == 1
