"""`unbend erase`: everything that is kept of a person goes."""

from typing import TYPE_CHECKING

import typer

from unbend.cli.house import Data
from unbend.cli.own import Person, own

if TYPE_CHECKING:
    from unbend.service.erase import Goes

WORD = "erase"


def erase(person: Person = None, data: Data = None) -> None:
    """Erase everything that is kept of a person. It cannot be undone; `unbend export` first keeps a copy."""
    from unbend.service.erase import erase as erased
    from unbend.service.erase import what_goes

    here = own(data, person)
    _explain(what_goes(here.actor, here.person, here.ports, here.place))
    if typer.prompt(f'Type "{WORD}" to go on', default="", show_default=False).strip().lower() != WORD:
        typer.echo("Nothing was changed.")
        return
    stone = erased(here.actor, here.person, here.ports, database=here.database, place=here.place)
    typer.echo(f"Erased. No copy that Unbend made holds it after {stone.backups_until:%Y-%m-%d}.")


def _explain(goes: "Goes") -> None:
    entries = "1 entry" if goes.entries == 1 else f"{goes.entries} entries"
    typer.echo(f"This goes for good: {entries}, the name, plans, progress, and who may see them.")
    typer.echo(
        "This stays: a random id and the day, so that an old phone or an old copy cannot bring anything back. "
        f"Copies of the database that hold it are gone by {goes.backups_until:%Y-%m-%d}."
    )
