"""The database that Django is set up for, as a whole: its migrations, copies of it, and back."""

from collections.abc import Collection, Sequence
from datetime import UTC
from pathlib import Path
from uuid import UUID

from django.core.management import call_command
from django.db import connection, connections, transaction
from django.db.migrations.loader import MigrationLoader

from unbend.record.keeping import Tombstone
from unbend.record.steps import Steps
from unbend.store.copies import postgresql, sqlite
from unbend.store.leftovers import wipe
from unbend.store.models import ErasedPerson, Person


class DjangoDatabase:
    """The database of this installation: SQLite, or PostgreSQL."""

    @property
    def suffix(self) -> str:
        """How the name of a copy ends."""
        return _kind().SUFFIX

    def steps(self) -> Steps:
        """Where its migrations stand."""
        return _steps(set(MigrationLoader(connection, ignore_no_migrations=True).applied_migrations))

    def steps_in(self, file: Path) -> Steps:
        """The same of a copy. Raises BadInput where the file is none, or is broken."""
        return _steps(_kind().steps_in(file))

    def copy(self, to: Path) -> None:
        """Write all of it to a new file. Raises CannotCopy."""
        _kind().copy(to)

    def replace(self, file: Path) -> None:
        """Become what the copy holds."""
        connections.close_all()
        _kind().replace(file)

    def migrate(self) -> None:
        """Do all steps that are waiting, and make the table of the cache."""
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Everybody who was erased."""
        return tuple(
            Tombstone(str(row.pk), row.erased_at.astimezone(UTC), row.backups_until.astimezone(UTC))
            for row in ErasedPerson.objects.order_by("erased_at", "pk")
        )

    def bury(self, tombstones: Sequence[Tombstone]) -> int:
        """Leave these tombstones, and remove whoever of them is there; how many were."""
        if not tombstones:
            return 0
        ids = [UUID(stone.person) for stone in tombstones]
        with transaction.atomic():
            there = Person.objects.filter(pk__in=ids).count()
            Person.objects.filter(pk__in=ids).delete()
            rows = [ErasedPerson(UUID(s.person), s.erased_at, s.backups_until) for s in tombstones]
            ErasedPerson.objects.bulk_create(rows, ignore_conflicts=True)
            transaction.on_commit(wipe)
        return there

    def tidy(self) -> None:
        """Let go of sign-ins that are over."""
        call_command("clearsessions")


def _kind() -> sqlite.Sqlite | postgresql.Postgresql:
    return sqlite.Sqlite() if connection.vendor == "sqlite" else postgresql.Postgresql()


def _steps(done: Collection[tuple[str, str]]) -> Steps:
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    return Steps(_named(done), _named(known - set(done)), _named(set(done) - known))


def _named(steps: Collection[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted(f"{app}.{name}" for app, name in steps))
