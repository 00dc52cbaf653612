"""`unbend migrate`: bring the database up to this program, where several machines share it."""

import typer

from unbend.cli.house import Data, opened, place
from unbend.service.backup import make_ready
from unbend.service.clock import MachineClock


def migrate(data: Data = None) -> None:
    """Bring the database up to this version, with a copy made first. `unbend up` does it by itself."""
    house, settings = opened(data)
    readied = make_ready(house.database(), place(settings), now=MachineClock().now())
    if readied.no_copy:
        typer.echo(f"No copy could be made first: {readied.no_copy}.", err=True)
    if readied.backup:
        typer.echo(f"A copy of before: {readied.backup}")
    typer.echo(f"Done: {readied.steps} steps." if readied.steps else "There was nothing to do.")
