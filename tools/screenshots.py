"""Take the screenshots of the documentation: `python tools/screenshots.py`. Needs Chromium and some twenty seconds.

The example person is somebody made up, five weeks in, so the pictures change only with the pages and the day.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from tools.browser import find  # noqa: E402

PORT = 8189
HERE = f"http://localhost:{PORT}"
OUT = ROOT / "docs" / "screenshots"
PHONE, DESK = (390, 844), (1280, 900)
PAGES = {
    "today": "/",
    "plan": "/plan/",
    "progress": "/progress/",
    "library": "/library/",
    "exercise": "/library/bird-dog/",
    "learn": "/learn/eight-in-ten/",
    "tests": "/tests/",
    "settings": "/settings/",
}


@contextmanager
def served() -> Iterator[None]:
    """Unbend on a folder of its own, as it is typed."""
    with tempfile.TemporaryDirectory(prefix="unbend-screenshots-") as folder:
        command = [
            str(Path(sys.executable).parent / "unbend"),
            "up",
            "--no-browser",
            "--port",
            str(PORT),
            "--data",
            folder,
        ]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
            try:
                _wait()
                yield
            finally:
                server.terminate()


def _wait() -> None:
    for _attempt in range(300):
        try:
            urlopen(f"{HERE}/welcome/", timeout=5).close()
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise SystemExit("Unbend does not answer")


def page_of(browser: Browser, size: tuple[int, int], scheme: str) -> Page:
    """A page in which the example person is chosen."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{HERE}/welcome/")
    page.get_by_role("button", name="example person").first.click()
    page.wait_for_url(f"{HERE}/")
    return page


def pages(browser: Browser) -> None:
    """Every page on a phone, light and dark, and on a desk."""
    for size, scheme in ((PHONE, "light"), (PHONE, "dark"), (DESK, "light")):
        page = page_of(browser, size, scheme)
        for name, path in PAGES.items():
            page.goto(HERE + path, wait_until="networkidle")
            page.screenshot(path=OUT / f"{name}-{size[0]}-{scheme}.png")
        page.context.close()


def player(browser: Browser) -> None:
    """The player in the middle of an exercise."""
    for scheme in ("light", "dark"):
        page = page_of(browser, PHONE, scheme)
        page.goto(f"{HERE}/workout/")
        page.get_by_role("button", name="None of these").click()
        page.locator("input[name=pain][value='2']").check(force=True)
        page.get_by_role("button", name="Go on").click()
        page.get_by_role("button", name="Start", exact=True).click()
        for _step in range(2):
            page.get_by_role("button", name="Skip").click()
        page.get_by_role("button", name="I am ready").click()
        page.wait_for_timeout(7000)
        page.screenshot(path=OUT / f"player-390-{scheme}.png")
        page.context.close()


def main() -> int:
    """0 when all are there."""
    OUT.mkdir(parents=True, exist_ok=True)
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        pages(browser)
        player(browser)
        browser.close()
    for picture in sorted(OUT.glob("*.png")):
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
