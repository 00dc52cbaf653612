"""What the tests of pages look at: a page of a real browser, with all it asked for and complained of."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page


@dataclass
class Watched:
    """A page, with everything it asked the network for and every complaint of its console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, file: Path) -> Page:
        """The page with a file opened in it."""
        self.page.goto(file.as_uri())
        return self.page
