"""PostgreSQL: copies are made and read by its own programs, pg_dump and pg_restore, where they are there."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection

from unbend.record.errors import BadInput, one_line
from unbend.record.steps import CannotCopy

Step = tuple[str, str]
_NAMES = {
    "PGDATABASE": "dbname", "PGUSER": "user", "PGPASSWORD": "password", "PGHOST": "host", "PGPORT": "port",
    "PGSSLMODE": "sslmode", "PGSSLROOTCERT": "sslrootcert", "PGSSLCERT": "sslcert", "PGSSLKEY": "sslkey",
}  # fmt: skip


class Postgresql:
    """The database that `DATABASE_URL` names."""

    SUFFIX = ".dump"

    def copy(self, to: Path) -> None:
        """A dump in PostgreSQL's own format. Raises CannotCopy."""
        os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        done = _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(to))
        if done.returncode != 0:
            raise CannotCopy(_reason(done, "pg_dump"))

    def steps_in(self, file: Path) -> set[Step]:
        """The migrations of a dump. Raises BadInput where it is none of an Unbend."""
        if not file.is_file():
            raise BadInput(str(file), "there is no such file", "name a backup that was made by `unbend backup`")
        done = _run("pg_restore", "--data-only", "--table=django_migrations", "--file=-", str(file))
        if done.returncode != 0:
            raise BadInput(str(file), _reason(done, "pg_restore"), "name a backup that was made by `unbend backup`")
        rows = [line.split("\t") for line in done.stdout.splitlines()]
        steps = {(row[1], row[2]) for row in rows if len(row) == 4 and row[0].isdigit()}
        if not any(app == "store" for app, _ in steps):
            raise BadInput(str(file), "it holds no Unbend", "name a backup that was made by `unbend backup`")
        return steps

    def replace(self, file: Path) -> None:
        """All of the dump in one transaction. Raises BadInput; then nothing was changed."""
        options = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction")
        name = str(connection.get_connection_params()["dbname"])
        done = _run("pg_restore", *options, "--exit-on-error", f"--dbname={name}", str(file))
        if done.returncode != 0:
            raise BadInput(str(file), _reason(done, "pg_restore"), "nothing was changed")


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program beside this database. Its password goes by the environment, where no list of processes shows it."""
    path = shutil.which(program)
    if path is None:
        raise CannotCopy(f"{program} is not on this machine; it comes with PostgreSQL's client programs")
    command = [path, *arguments]
    return subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)  # noqa: S603 - ours


def _environment() -> dict[str, str]:
    """How to reach the database, by the names that libpq reads."""
    told = connection.get_connection_params()
    return {**os.environ, **{name: str(told[key]) for name, key in _NAMES.items() if told.get(key)}}


def _reason(done: subprocess.CompletedProcess[str], program: str) -> str:
    lines = done.stderr.strip().splitlines()
    return one_line(lines[-1] if lines else f"{program} ended with {done.returncode}")
