"""SQLite: a copy is a database file of its own, taken while the program runs."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import DatabaseError, connection

from unbend.record.errors import BadInput
from unbend.record.steps import CannotCopy

Step = tuple[str, str]


class Sqlite:
    """The file in the data folder."""

    SUFFIX = ".sqlite3"

    def copy(self, to: Path) -> None:
        """A compact copy of one moment. Raises CannotCopy."""
        try:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(to)])
        except DatabaseError as error:
            raise CannotCopy(f"SQLite could not write the copy ({type(error).__name__})") from None

    def steps_in(self, file: Path) -> set[Step]:
        """The migrations of a copy. Raises BadInput where it is no sound copy of an Unbend."""
        if not file.is_file():
            raise BadInput(str(file), "there is no such file", "name a backup that was made by `unbend backup`")
        try:
            with closing(_read_only(file)) as opened:
                if opened.execute("PRAGMA quick_check").fetchone() != ("ok",):
                    raise _no_backup(file, "it is damaged")
                opened.execute("SELECT 1 FROM store_person LIMIT 1")
                return set(opened.execute("SELECT app, name FROM django_migrations"))
        except sqlite3.DatabaseError:
            raise _no_backup(file, "this is no backup of a database in SQLite") from None

    def replace(self, file: Path) -> None:
        """All pages of the copy into the database in place: readers see the old or the new, never a mix."""
        target = Path(str(connection.settings_dict["NAME"]))
        with closing(_read_only(file)) as source, closing(sqlite3.connect(target, timeout=20)) as opened:
            source.backup(opened)
            opened.execute("PRAGMA journal_mode=WAL")
        target.chmod(0o600)


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _no_backup(file: Path, what: str) -> BadInput:
    return BadInput(str(file), what, "name a backup that was made by `unbend backup`")
