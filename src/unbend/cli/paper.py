"""What the terminal pages are written on: wrapped lines, quiet colours, and the same text when piped."""

import sys

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

WIDTH = 100
"""Wider lines are hard to read, however wide the window."""


def paper() -> Console:
    """A console no wider than WIDTH, without colours where nobody would see them."""
    console = Console(highlight=False, soft_wrap=False)
    return Console(highlight=False, width=min(WIDTH, console.width), file=sys.stdout)


def heading(console: Console, text: str) -> None:
    """A headline with room above it."""
    console.print()
    console.print(f"[bold]{escape(text)}[/bold]")


def line(console: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    """One paragraph, wrapped inside its indent."""
    console.print(Padding(escape(text), (0, 0, 0, indent)), style=style)
