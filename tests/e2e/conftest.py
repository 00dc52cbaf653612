"""A real Chromium, opened once for each process of the tests; a house, and phones with a camera in it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from tools import assets
from tools.browser import find

from support.app import App, Hands, free_port
from support.before_camera import SLOW, Opened
from support.browser import Watched
from support.camera_story import counted, short_of
from support.look import PHONE

# Playwright's own event loop runs in the tests' thread, where Django would otherwise refuse its database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
# What a page comes to show is waited for as long as on a slow machine whose cores are all busy.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser. Fails where there is none: `make test` looks for it first and says how to get it."""
    path = find()
    assert path is not None, "no Chromium; `python tools/browser.py` says how to get one"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def camera(browser: Browser) -> Iterator[Browser]:
    """A browser with a camera that shows a test picture, no more often than a slow machine has time to draw it."""
    flags = ["--no-sandbox", "--disable-gpu", "--use-fake-device-for-media-stream=fps=12"]
    opened = browser.browser_type.launch(executable_path=find(), args=flags)
    yield opened
    opened.close()


@contextmanager
def watching(browser: Browser) -> Iterator[Watched]:
    """A fresh page, looked at until the end of the block."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    seen = Watched(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    yield seen
    context.close()


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A fresh page."""
    with watching(browser) as seen:
        yield seen


@pytest.fixture(scope="module")
def watched_by_all(browser: Browser) -> Iterator[Watched]:
    """A page for all tests of a file, where opening what they look at takes long."""
    with watching(browser) as seen:
        yield seen


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Somebody who may have a workout, and the parts of a story that take a while to make."""
    assets.build()
    short_of({}, counted("glute-bridge", 2))
    app = App(tmp_path_factory.mktemp("coach") / "data", free_port())
    app.start()
    Hands(app).move_in()
    yield app
    app.stop()


@pytest.fixture(scope="module")
def own(house: App) -> dict[str, Any]:
    """The workout that the house has for them."""
    script: dict[str, Any] = json.loads(Hands(house).get("/workout/script.json"))
    return script


@pytest.fixture
def opened(camera: Browser, house: App) -> Iterator[Opened]:
    """Makes phones: with the camera allowed, unless told otherwise."""
    made: list[BrowserContext] = []

    def phone(*, allowed: bool = True, worker: bool = False) -> BrowserContext:
        context = camera.new_context(
            base_url=house.address,
            viewport=PHONE,
            permissions=["camera"] if allowed else [],
            service_workers="allow" if worker else "block",
        )
        context.set_default_timeout(SLOW)
        made.append(context)
        return context

    yield phone
    for context in made:
        context.close()
