"""The whole application, shared by the stories: each begins with nobody in the house."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext
from tools import assets

from support.app import App, Hands, free_port

PHONE = {"width": 390, "height": 844}
Opened = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def built() -> None:
    """The pages' files, built once where they are not current."""
    assets.build()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory, built: None) -> Iterator[App]:
    """`unbend up` on a fresh folder."""
    app = App(tmp_path_factory.mktemp("house") / "data", free_port())
    app.start()
    yield app
    app.stop()


@pytest.fixture
def app(running: App) -> App:
    """The same with nobody in it, up and running whatever an earlier story did to it."""
    if running.process is None:
        running.start()
    Hands(running).forget_all()
    return running


@pytest.fixture
def hands(app: App) -> Hands:
    """Somebody who prepares what a story begins with."""
    return Hands(app)


@pytest.fixture
def phone(browser: Browser, app: App) -> Iterator[Opened]:
    """Makes phones that have never been here."""
    opened: list[BrowserContext] = []

    def made(**options: object) -> BrowserContext:
        whole = {"viewport": PHONE, "has_touch": True, "base_url": app.address, **options}
        context = browser.new_context(**whole)  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        opened.append(context)
        return context

    yield made
    for context in opened:
        context.close()
