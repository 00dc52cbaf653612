"""What the terminal pages are written on: wrapped lines, quiet colours, and the same text when piped."""

import sys

from rich.console import Console
from rich.text import Text

WIDTH = 100
"""Wider lines are hard to read, however wide the window."""

LEAST = 30
"""Narrower than this the terminal may wrap as it likes."""


class Paper(Console):
    """A console that leaves it to the command line what to do when the reader has gone."""

    def on_broken_pipe(self) -> None:
        """Rich would end the program here, with exit 1."""
        raise BrokenPipeError


def paper(*, err: bool = False) -> Console:
    """A console no wider than WIDTH, without colours where nobody would see them; `err` is standard error."""
    file = sys.stderr if err else sys.stdout
    return Paper(highlight=False, width=max(LEAST, min(WIDTH, Console(file=file).width)), file=file)


def heading(console: Console, text: str) -> None:
    """A headline with room above it."""
    console.print()
    console.print(Text(text, style="bold"))


def line(console: Console, text: str, *, indent: int = 0, hang: int = 0, style: str = "") -> None:
    """One paragraph, wrapped inside its indent; the lines after the first stand `hang` further in, as in a list."""
    hang = hang or (2 if text.startswith("- ") else 0)
    wrapped = Text(text).wrap(console, max(1, console.width - indent - hang))
    for number, part in enumerate(wrapped):
        part.rstrip()
        console.print(Text(" " * (indent + hang * (number > 0))).append_text(part), style=style)
