"""What a database as a whole and its keeper tell each other."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Steps:
    """Migrations: those the database has, those it still waits for, and those that this program does not know."""

    done: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class CannotCopy(Exception):
    """No copy of this database can be made here, and why."""
