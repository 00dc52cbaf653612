"""`unbend restore`: become what a copy holds."""

from pathlib import Path
from typing import Annotated

import typer

from unbend.cli import running
from unbend.cli.house import Data, opened, place
from unbend.record.errors import BadInput
from unbend.record.steps import CannotCopy
from unbend.service.backup import Restored
from unbend.service.backup import restore as restored
from unbend.service.clock import MachineClock


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that `unbend backup` made.")], data: Data = None
) -> None:
    """Go back to a copy. What is there now is copied first, and whoever was erased stays erased."""
    house, settings = opened(data)
    try:
        with running.only_one(settings.data):
            found = restored(file, house.database(), place(settings), now=MachineClock().now())
    except running.Running:
        raise BadInput("restore", "Unbend runs on this data", "end it with Ctrl-C first") from None
    except CannotCopy as error:
        raise BadInput("restore", str(error), "nothing was changed") from None
    _say(found)


def _say(found: Restored) -> None:
    if found.before:
        typer.echo(f"A copy of what was there: {found.before}")
    if found.erased_again:
        people = "1 person" if found.erased_again == 1 else f"{found.erased_again} people"
        typer.echo(f"The copy still held {people} whose record was erased since; they were erased again.")
    typer.echo("Restored.")
