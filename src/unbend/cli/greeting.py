"""Saying where it is as soon as it answers, and opening it. Only imported by what serves: it loads an HTTP client."""

import time
import webbrowser
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import typer

SECONDS_TO_START = 60
SECONDS_BETWEEN = 0.03


def greet(here: str, words: str, *, browse: str | None) -> None:
    """In the background: wait until `here` answers, say the words, and open the address in the browser."""
    Thread(target=_greet, args=(here, words, browse), daemon=True).start()


def open_in_browser(address: str) -> None:
    """Open it where there is a browser."""
    webbrowser.open(address)


def _greet(here: str, words: str, browse: str | None) -> None:
    if not _answers(here):
        typer.echo("It is taking long to start; look for a reason above.", err=True)
        return
    typer.echo(words)
    if browse is not None:
        open_in_browser(browse)


def _answers(here: str) -> bool:
    """Whether a page came, of whatever kind, before the time was over."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        try:
            with urlopen(Request(f"{here}/", method="HEAD"), timeout=20):  # noqa: S310 - an address of ours
                return True
        except HTTPError:
            return True
        except (URLError, OSError):
            time.sleep(SECONDS_BETWEEN)
    return False
