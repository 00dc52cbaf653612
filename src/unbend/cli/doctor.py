"""`unbend doctor`: what is as it should be on this machine, and what to do about the rest."""

import typer

from unbend.cli.house import Data, house


def doctor(data: Data = None) -> None:
    """Look at data folder, database, addresses and files, and say what to do. Exit 0 if all is well, else 1."""
    found = house()
    settings = found.told(data)
    looked = found.examine(settings)
    for look in looked:
        typer.echo(f"{'ok  ' if look.well else 'LOOK'} {look.what}: {look.found}")
        if look.do:
            typer.echo(f"       {look.do}")
    raise typer.Exit(0 if all(look.well for look in looked) else 1)
