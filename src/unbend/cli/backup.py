"""`unbend backup`: a copy of everything, taken while it runs."""

from pathlib import Path
from typing import Annotated

import typer

from unbend.cli.house import Data, opened, place
from unbend.record.errors import BadInput
from unbend.record.steps import CannotCopy
from unbend.service.backup import back_up
from unbend.service.clock import MachineClock
from unbend.service.files import refuse_unwritable


def backup(
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it there; else to `backups` in the data folder.")
    ] = None,
    data: Data = None,
) -> None:
    """Make a copy of the whole database. It holds health data: keep it where only you can read it."""
    if to is not None:
        refuse_unwritable(to)
    house, settings = opened(data)
    database = house.database()
    if not database.steps().done:
        raise BadInput(str(settings.data), "there is nothing to copy yet", "start with `unbend up`")
    try:
        made = back_up(database, place(settings), now=MachineClock().now(), to=to)
    except CannotCopy as error:
        raise BadInput("backup", str(error), "nothing was written") from None
    typer.echo(f"Written: {made}")
