"""The day a command counts from."""

from datetime import date
from typing import Annotated

import typer

from unbend.record.errors import BadInput
from unbend.service import clock

Today = Annotated[str | None, typer.Option("--today", metavar="DATE", help="Count from this day, such as 2026-03-01.")]


def day_of(text: str | None) -> date:
    """The day named, or today where the machine stands. Raises BadInput."""
    if text is None:
        return clock.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("--today", f'"{text}" is no date', "write it as 2026-03-01") from None
