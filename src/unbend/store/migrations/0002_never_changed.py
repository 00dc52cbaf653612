"""The database itself refuses to change a stored entry."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = """
CREATE TRIGGER store_entryrow_never_changed BEFORE UPDATE ON store_entryrow
BEGIN SELECT RAISE(ABORT, 'a stored entry is never changed'); END;
"""
POSTGRESQL = """
CREATE FUNCTION store_entryrow_never_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a stored entry is never changed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER store_entryrow_never_changed BEFORE UPDATE ON store_entryrow
FOR EACH ROW EXECUTE FUNCTION store_entryrow_never_changed();
"""


def protect(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """One trigger, in the words of either database."""
    with editor.connection.cursor() as cursor:
        cursor.execute(SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL)


class Migration(migrations.Migration):
    """After this step an entry can be added and erased, and nothing else."""

    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(protect, migrations.RunPython.noop)]
