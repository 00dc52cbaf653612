"""`unbend account`: accounts of an installation where people sign in."""

from pathlib import Path
from typing import Annotated

import typer

from unbend.cli.house import Data, House, Told, opened, place, refuse_unready
from unbend.record.accounts import Account
from unbend.record.errors import BadInput

app = typer.Typer(help="Accounts, where UNBEND_SITE_URL lets people sign in.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The sign-in name.")]
LINK = "Send this link to them. It works once, for three days:\n{link}"


@app.command("add")
def add(name: Name, data: Data = None) -> None:
    """Make an account and print a link with which its owner chooses a password."""
    house, settings = _many(data)
    account = house.accounts().add(name)
    typer.echo(LINK.format(link=_link(house, settings, account)))


@app.command("link")
def link(name: Name, data: Data = None) -> None:
    """Print a link for somebody who cannot sign in. Passkeys and one-time codes of theirs stay, unless they say so."""
    house, settings = _many(data)
    typer.echo(LINK.format(link=_link(house, settings, _named(house, name).id)))


@app.command("list")
def list_(data: Data = None) -> None:
    """Print all sign-in names, and since when."""
    house, _ = _ready(data)
    for account in house.accounts().all():
        typer.echo(f"{account.name}  since {account.since:%Y-%m-%d}")


@app.command("remove")
def remove(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data: Data = None,
) -> None:
    """Remove an account, and erase the records that are only its own."""
    house, settings = _ready(data)
    account = _named(house, name)
    if not yes and not typer.confirm(f"Remove {name} and erase their record for ever?", err=True):
        raise typer.Abort
    from unbend.service.leaving import remove_account

    database, kept = house.database(), place(settings)
    erased = remove_account(account, house.accounts(), house.ports(), database=database, place=kept)
    typer.echo(f"Removed. Records erased: {erased}.")


def _ready(data: Path | None) -> tuple[House, Told]:
    house, settings = opened(data)
    refuse_unready(house)
    return house, settings


def _many(data: Path | None) -> tuple[House, Told]:
    house, settings = _ready(data)
    if settings.site_url is None:
        raise BadInput("account", "nobody signs in here", "set UNBEND_SITE_URL to the address where people come")
    return house, settings


def _link(house: House, settings: Told, account: int) -> str:
    return house.password_link(settings, account)


def _named(house: House, name: str) -> Account:
    found = house.accounts().named(name)
    if found is None:
        raise BadInput(name, "there is no such account", "`unbend account list` shows them all")
    return found
