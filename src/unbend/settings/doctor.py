"""What a look at an installation finds, one function a thing; nothing is made or changed by looking."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from unbend.service.backup import Database
from unbend.service.clock import MachineClock
from unbend.settings.environment import Environment

WEB = Path(__file__).parent.parent / "web"
MANIFEST = WEB / "static" / "built" / "manifest.json"


@dataclass(frozen=True)
class Look:
    """One thing: what was looked at, what was found, whether that is well, and what to do."""

    what: str
    found: str
    well: bool = True
    do: str | None = None


def examine(settings: Environment, opened: Callable[[], Database]) -> tuple[Look, ...]:
    """All of it, from the folder to the clock. `opened` gives the database; it is called only where there is one."""
    looks = [_folder(settings), *_modes(settings)]
    if settings.database_url or (settings.data / "unbend.sqlite3").exists():
        looks += (*_database(opened()), _backups(settings))
    return (*looks, *_address(settings), _clock(), _assets())


def _folder(settings: Environment) -> Look:
    if not settings.data.is_dir():
        return Look("data folder", f"{settings.data} is not there yet", well=True, do="`unbend up` makes it.")
    if not os.access(settings.data, os.W_OK):
        return Look("data folder", f"{settings.data} cannot be written", well=False, do="Give yourself the right to.")
    return Look("data folder", str(settings.data))


def _modes(settings: Environment) -> Iterator[Look]:
    """Others of the same machine have no business in it. Windows keeps a user's folder to the user by itself."""
    if sys.platform == "win32" or not settings.data.is_dir():
        return
    open_ones = [path for path in (settings.data, *sorted(settings.data.rglob("*"))) if path.stat().st_mode & 0o077]
    if open_ones:
        do = f"Close it: chmod -R go-rwx {settings.data}"
        yield Look("permissions", f"others may read {open_ones[0]} and {len(open_ones) - 1} more", well=False, do=do)
    else:
        yield Look("permissions", "only you may read it")


def _database(database: Database) -> Iterator[Look]:
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield Look("database", type(error).__name__, well=False, do="Look at DATABASE_URL, and whether it runs.")
        return
    name = "SQLite" if connection.vendor == "sqlite" else "PostgreSQL"
    yield Look("database", f"{name} {'.'.join(map(str, connection.get_database_version()))}")
    steps = database.steps()
    if steps.unknown:
        yield Look("migrations", "made by a newer Unbend", well=False, do="Install that version or a newer one.")
    elif steps.waiting and steps.done:
        yield Look("migrations", f"{len(steps.waiting)} are waiting", well=False, do="Run `unbend migrate`.")
    elif steps.waiting:
        yield Look("migrations", "the database is empty", do="`unbend up` fills it.")
    else:
        yield Look("migrations", "all done")


def _backups(settings: Environment) -> Look:
    copies = sorted((settings.data / "backups").glob("unbend-*"))
    if not copies:
        return Look("backups", "none yet", do="`unbend backup` makes one; `unbend up` makes one a day while it runs.")
    made = datetime.fromtimestamp(copies[-1].stat().st_mtime, UTC)
    return Look("backups", f"{len(copies)}, the newest of {made:%Y-%m-%d %H:%M} UTC")


def _address(settings: Environment) -> Iterator[Look]:
    if settings.site_url is None:
        yield Look("address", "this machine only; one person, no accounts")
        return
    yield Look("address", settings.site_url)
    if settings.site_url.startswith("https://") and settings.trusted_proxies == 0:
        do = "Set UNBEND_TRUSTED_PROXIES to how many proxies stand in front, or serve https with --certificate."
        yield Look(
            "proxy", "https, but no proxy is trusted to say so: limits count all people as one", do=do, well=False
        )
    if settings.site_url.startswith("http://") and not settings.site_url.startswith("http://localhost"):
        do = "Passkeys and workouts without network need https."
        yield Look("https", "people come without it, so others in between can read along", well=False, do=do)


def _clock() -> Look:
    now = MachineClock().now()
    well = now.year >= 2025
    return Look("clock", f"{now:%Y-%m-%d %H:%M %Z}", well=well, do=None if well else "Set the clock of this machine.")


def _assets() -> Look:
    do = "From a clone: python tools/assets.py; else install Unbend again."
    if not MANIFEST.is_file():
        return Look("pages", "scripts and styles are not built", well=False, do=do)
    named = [MANIFEST.parent / entry["file"] for entry in json.loads(MANIFEST.read_text()).values()]
    if missing := [path.name for path in named if not path.is_file()]:
        return Look("pages", f"{len(missing)} of {len(named)} files are missing: {missing[0]}", well=False, do=do)
    return Look("pages", "their scripts and styles are built, and what the camera coach loads")
