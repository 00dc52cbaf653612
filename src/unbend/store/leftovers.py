"""What rows that were deleted leave behind in SQLite's files, and the end of it."""

from django.db import connection


def wipe() -> None:
    """Empty SQLite's journal, which still holds what was written before; in the database itself deleting overwrites.

    PostgreSQL clears up behind itself in its own time.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
