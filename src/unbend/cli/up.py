"""`unbend up`: everything that is needed to use it on this machine, in one command."""

import os
from contextlib import ExitStack
from typing import Annotated

import typer

from unbend.cli import running
from unbend.cli.house import Data, House, Told, opened, place, told
from unbend.cli.numbers import whole
from unbend.cli.serving import Serving, serve
from unbend.record.errors import BadInput
from unbend.service.backup import Readied, make_ready
from unbend.service.clock import MachineClock

HERE = ("localhost", "127.0.0.1", "::1")
Names = tuple[str, ...] | None
"""Names of the second door beside the machine's own; None: there is no such door."""

Host = Annotated[str, typer.Option(help="The address to listen on.")]
Port = Annotated[
    int | None,
    typer.Option(metavar="NUMBER", parser=whole("--port", 1, 65535), help="The port; else 8000 or the next free one."),
]


def up(
    host: Host = "localhost",
    port: Port = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
    data: Data = None,
    lan: Annotated[bool, typer.Option("--lan", help="Also for phones and tablets of the same home, by https.")] = False,
) -> None:
    """Use Unbend on this machine: make what is missing, and open it in the browser."""
    before = told(data)
    _refuse_open_doors(host, before, lan=lan)
    # These are names of the second door. The first is plain http on this machine, where cookies for https are no use.
    os.environ.pop("UNBEND_LAN_HOSTS", None)
    house, settings = opened(data)
    names = before.lan_hosts if lan else None
    try:
        with running.only_one(settings.data):
            _up(house, settings, _address(host, lan=lan), port, browser=browser, names=names)
    except running.Running as other:
        _show_other(other, browser=browser)


def _up(house: House, settings: Told, host: str, port: int | None, *, browser: bool, names: Names) -> None:
    from unbend.cli.daily import keep_copies
    from unbend.cli.greeting import greet

    taken = running.free_port(host, port)
    _say_readied(make_ready(house.database(), place(settings), now=MachineClock().now()))
    if house.forks():
        house.warm_up()
    here = f"http://localhost:{taken}"
    address = settings.site_url or here
    words = f"Unbend is ready: {address}\nLeave this window open. Ctrl-C ends it."
    with ExitStack() as open_doors:

        def listening() -> None:
            greet(here, words, browse=address if browser else None)
            keep_copies(house.database(), place(settings))
            running.say_where(
                settings.data, {"address": address, **_second_door(house, settings, here, names, open_doors)}
            )

        serve(Serving(host, taken), when_listening=listening)


def _second_door(house: House, settings: Told, here: str, names: Names, open_doors: ExitStack) -> dict[str, str]:
    """The door for other devices of the home, and its addresses; none where it is to stay shut."""
    if names is None:
        return {}
    from unbend.cli.lan import door, opened

    found = door(settings.data, names)
    open_doors.enter_context(opened(found, house, devices=f"{here}/settings/devices/"))
    return {"lan": found.address, "trust": found.trust}


def _refuse_open_doors(host: str, settings: Told, *, lan: bool) -> None:
    """Nobody else may come in where nobody signs in."""
    if host not in HERE and not lan and settings.site_url is None:
        raise BadInput(
            f"--host {host}",
            "others could read what is yours",
            "write --lan, or set UNBEND_SITE_URL so that people sign in",
        )
    if lan and settings.site_url is not None:
        raise BadInput("--lan", "UNBEND_SITE_URL is set, so people sign in with accounts", "leave one of the two out")


def _address(host: str, *, lan: bool) -> str:
    """With --lan this machine still comes by localhost; the others come by a door of their own."""
    return "127.0.0.1" if lan or host == "localhost" else host


def _say_readied(readied: Readied) -> None:
    if readied.no_copy:
        typer.echo(f"No copy of the database could be made first: {readied.no_copy}.", err=True)
    if readied.backup:
        typer.echo(f"Your data was brought up to this version. A copy of before: {readied.backup}")


def _show_other(other: running.Running, *, browser: bool) -> None:
    address = other.where.get("address")
    if address is None:
        typer.echo("Unbend is just starting on this data, in another window.")
        return
    typer.echo(f"Unbend runs already: {address}")
    if browser:
        from unbend.cli.greeting import open_in_browser

        open_in_browser(address)
