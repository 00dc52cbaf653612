"""`unbend serve`: only the server, for many machines or behind a proxy."""

from pathlib import Path
from typing import Annotated

import typer

from unbend.cli import running
from unbend.cli.house import Data, Told, opened, refuse_unready, told
from unbend.cli.numbers import whole
from unbend.cli.serving import Serving
from unbend.cli.serving import serve as served
from unbend.cli.up import HERE, Host, Port
from unbend.record.errors import BadInput

Workers = Annotated[
    int, typer.Option(metavar="NUMBER", parser=whole("--workers", 1, 64), help="Processes that answer.")
]
Threads = Annotated[
    int, typer.Option(metavar="NUMBER", parser=whole("--threads", 1, 128), help="Requests at once in each of them.")
]


def serve(
    host: Host = "localhost",
    port: Port = None,
    workers: Workers = 1,
    threads: Threads = 8,
    certificate: Annotated[Path | None, typer.Option(help="A certificate (PEM) to serve https with.")] = None,
    key: Annotated[Path | None, typer.Option(help="The key (PEM) of the certificate.")] = None,
    data: Data = None,
) -> None:
    """Only serve, without migrating or opening a browser. Set UNBEND_SITE_URL, and run `unbend migrate` first."""
    _refuse_open_doors(host, told(data))
    _refuse_half_a_pair(certificate, key)
    house, settings = opened(data)
    refuse_unready(house)
    address = "127.0.0.1" if host == "localhost" else host
    taken = running.free_port(address, port)
    if house.forks():
        house.warm_up()
    serving = Serving(address, taken, workers, threads, certificate, key)
    served(serving, when_listening=lambda: typer.echo(f"Serving {settings.site_url or f'localhost:{taken}'}"))


def _refuse_open_doors(host: str, settings: Told) -> None:
    if host not in HERE and settings.site_url is None and not settings.lan_hosts:
        raise BadInput(
            f"--host {host}", "others could read what is yours", "set UNBEND_SITE_URL so that people sign in"
        )


def _refuse_half_a_pair(certificate: Path | None, key: Path | None) -> None:
    if (certificate is None) != (key is None):
        raise BadInput("--certificate, --key", "one of the two is missing", "name both or neither")
    for path in (certificate, key):
        if path is not None and not path.is_file():
            raise BadInput(str(path), "there is no such file", "name a file in PEM format")
