"""The rest of the house, opened only by the commands that need it: the safety check starts without Django."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol, cast

import typer

from unbend.record.errors import BadInput
from unbend.service.backup import Database, Place, refuse_newer

if TYPE_CHECKING:
    from unbend.service.accounts import Accounts
    from unbend.service.ports import Ports

START = "unbend.settings.start"

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The data folder; else UNBEND_DATA, or the place of the system."),
]


class Told(Protocol):
    """What the environment tells of this installation."""

    @property
    def data(self) -> Path:
        """The data folder."""

    @property
    def database_url(self) -> str | None:
        """A database elsewhere."""

    @property
    def site_url(self) -> str | None:
        """The address under which many people come; None: one person, on this machine."""

    @property
    def lan_hosts(self) -> tuple[str, ...]:
        """Names under which devices of the same home may come."""

    @property
    def backups_kept(self) -> int:
        """How many copies of the database stay."""

    @property
    def trusted_proxies(self) -> int:
        """How many proxies stand before the server."""


class House(Protocol):
    """What the settings do for the command line."""

    def told(self, data: Path | None = None) -> Any:
        """The settings of this installation, which are a `Told`. Raises BadInput."""

    def open_django(self, settings: Any) -> None:
        """Make what is missing, and set Django up."""

    def database(self) -> Database:
        """The database as a whole."""

    def warm_up(self) -> None:
        """Load once what all requests need."""

    def examine(self, settings: Any) -> tuple[Any, ...]:
        """What a look at the installation finds."""

    def accounts(self) -> Accounts:
        """Where accounts are kept."""

    def ports(self) -> Ports:
        """All that use cases stand on."""

    def password_link(self, settings: Any, account: int) -> str:
        """A link with which a password is chosen, once."""

    def pairing_code(self) -> str:
        """A code that pairs one device with the person at home."""

    def trust_page(self, address: str) -> str:
        """The page that says how to trust this machine, as HTML; `address` is where to go then."""

    def forks(self) -> bool:
        """Whether a process that serves begins as a copy of this one."""


def house() -> House:
    """The settings, not yet opened."""
    return cast(House, import_module(START))


def told(data: Path | None) -> Told:
    """The settings of this installation, read and nothing more. Raises BadInput."""
    return cast(Told, house().told(data))


def opened(data: Path | None) -> tuple[House, Told]:
    """The house with Django set up in it. Raises BadInput."""
    found = house()
    settings = found.told(data)
    found.open_django(settings)
    return found, cast(Told, settings)


def refuse_unready(found: House) -> None:
    """Raises BadInput where the database does not fit this program: only `up` and `migrate` change that."""
    steps = found.database().steps()
    refuse_newer(steps, "the database")
    if steps.waiting:
        raise BadInput("the database", f"{len(steps.waiting)} steps are waiting", "run `unbend migrate` first")


def place(settings: Told) -> Place:
    """Where copies of the database are kept, and how many."""
    return Place(settings.data, settings.backups_kept)
