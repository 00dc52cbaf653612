"""A line on the terminal that says how far something long has come; nothing where nobody would see it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Told = Callable[[float], None]


@contextmanager
def progress_line(words: str) -> Iterator[Told]:
    """Gives what is to be told how much is done, from 0 to 1. The line stands on standard error if that is a terminal,
    and is taken away at the end, however it comes."""
    stream = sys.stderr
    if stream is None or not stream.isatty():
        yield lambda _: None
        return
    shown = ""

    def told(share: float) -> None:
        nonlocal shown
        line = f"{words}: {min(max(int(share * 100), 0), 100)} %"
        if line != shown:
            shown = line
            print(f"\r{line}", end="", file=stream, flush=True)

    try:
        yield told
    finally:
        if shown:
            print(f"\r{' ' * len(shown)}\r", end="", file=stream, flush=True)
