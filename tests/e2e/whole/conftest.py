"""The whole application, shared by the stories: each begins with nobody in the house."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest
from playwright.sync_api import Browser, BrowserContext
from tools import assets

from support.app import App, Hands, free_port

PHONE = {"width": 390, "height": 844}
NO_SETTINGS: Mapping[str, str] = MappingProxyType({})
Opened = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def built() -> None:
    """The pages' files, built once where they are not current."""
    assets.build()


@contextmanager
def up(folder: Path, *arguments: str, port: int = 0, settings: Mapping[str, str] = NO_SETTINGS) -> Iterator[App]:
    """`unbend up` on a fresh folder, until the end of the block."""
    app = App(folder / "data", port or free_port(), settings, arguments)
    app.start()
    yield app
    app.stop()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory, built: None) -> Iterator[App]:
    """A house that all stories share, one after the other."""
    with up(tmp_path_factory.mktemp("house")) as app:
        yield app


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory, built: None) -> Iterator[App]:
    """A house with the example person in it, five weeks in."""
    with up(tmp_path_factory.mktemp("lived-in")) as app:
        Hands(app).post("/welcome/", door="example")
        yield app


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory, built: None) -> Iterator[App]:
    """A house where people sign in with accounts, and anybody may make one."""
    folder, port = tmp_path_factory.mktemp("many"), free_port()
    settings = {"UNBEND_SITE_URL": f"http://localhost:{port}", "UNBEND_SIGN_UP": "true"}
    with up(folder, port=port, settings=settings) as app:
        yield app


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
        context.set_default_timeout(30_000)
        opened.append(context)
        return context

    yield made
    for context in opened:
        context.close()
