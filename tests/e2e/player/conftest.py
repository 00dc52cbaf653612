"""The player on a tiny site of its own, in a browser that is closed after each story."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext
from tools import assets

from support.player_site import Site, serving
from support.player_story import short_script


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
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()
