"""How the command line starts what needs Django. It is reached by its name, so that other commands never load it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from unbend.record.errors import BadInput
from unbend.service.accounts import Accounts
from unbend.service.backup import Database
from unbend.service.clock import MachineClock
from unbend.service.ports import Actor, Ports
from unbend.settings.environment import PREFIX, Environment, environment
from unbend.settings.keys import make_private

if TYPE_CHECKING:
    from unbend.settings.doctor import Look


def told(data: Path | None = None) -> Environment:
    """The settings of this installation; `data` stands before UNBEND_DATA. Raises BadInput."""
    if data is not None:
        os.environ[f"{PREFIX}DATA"] = str(data.expanduser().absolute())
    return environment(os.environ)


def open_django(settings: Environment) -> None:
    """Make the data folder and the keys where they are missing, and set Django up. New files are for the owner only."""
    os.umask(0o077)
    try:
        make_private(settings)
    except OSError as error:
        what = (error.strerror or "cannot be made").lower()
        raise BadInput(str(settings.data), what, "name a folder of your own with --data") from None
    # Whatever else this shell works on with Django is none of ours.
    os.environ["DJANGO_SETTINGS_MODULE"] = os.environ.get(f"{PREFIX}DJANGO", "unbend.settings.django")
    import django

    django.setup()


def database() -> Database:
    """The database as a whole."""
    from unbend.store.backup import DjangoDatabase

    return DjangoDatabase()


def examine(settings: Environment) -> tuple[Look, ...]:
    """What a look at the installation finds."""
    from unbend.settings.doctor import examine as looked

    def opened() -> Database:
        open_django(settings)
        return database()

    return looked(settings, opened)


def accounts() -> Accounts:
    """Where accounts are kept."""
    from unbend.store.accounts import DjangoAccounts

    return DjangoAccounts()


def password_link(settings: Environment, account: int) -> str:
    """A link with which a password is chosen, once, within three days."""
    from unbend.web.accounts.links import password_path

    site = settings.site_url or ""
    return site.removesuffix(settings.path_prefix) + password_path(account)


def ports() -> Ports:
    """All that use cases stand on."""
    from unbend.settings.composition import ports as made

    return made()


def pairing_code() -> str:
    """A code that pairs one device with the person at home."""
    from unbend.service.accounts import in_groups
    from unbend.service.accounts import pairing_code as made

    kept = accounts()
    return in_groups(made(Actor(kept.at_home()), kept, now=MachineClock().now()))


def trust_page(address: str) -> str:
    """The page that says how to trust this machine; `address` is where to go then."""
    from unbend.web.accounts.trust import page

    return page(address)


def warm_up() -> None:
    """Load once what all requests need, so that the first page is as quick as the next."""
    from django.db import connections
    from django.urls import get_resolver

    ports()
    _ = get_resolver().url_patterns
    connections.close_all()


def forks() -> bool:
    """Whether a process that serves begins as a copy of this one, with all that is loaded."""
    import multiprocessing

    return sys.platform != "win32" and multiprocessing.get_start_method() == "fork"
