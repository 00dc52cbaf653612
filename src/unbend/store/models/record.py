"""The log: one append-only table. And the kept state, which is only a cache."""

from typing import ClassVar

from django.db import models

from unbend.store.models.person import Person


class EntryRow(models.Model):
    """One entry as it was written; the other columns only find it again. The database itself refuses a change."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="rows")
    entry_id = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    happened_at = models.DateTimeField()
    corrects = models.CharField(max_length=64, null=True)
    written = models.TextField()
    revision = models.BigIntegerField()
    received_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "entry_id"], name="one_entry_an_id")]
        indexes: ClassVar = [
            models.Index(fields=["person", "happened_at", "entry_id"], name="in_order"),
            models.Index(fields=["person", "kind", "happened_at"], name="of_a_kind"),
            models.Index(fields=["person", "revision"], name="since_revision"),
            models.Index(fields=["person", "corrects"], name="corrections", condition=models.Q(corrects__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.entry_id}"


class Snapshot(models.Model):
    """A state kept after all entries up to `revision`, the last of which in order stands at (last_at, last_id).

    It counts only for the same version of the fold and the same catalogue.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="snapshot")
    revision = models.BigIntegerField()
    last_at = models.DateTimeField()
    last_id = models.CharField(max_length=64)
    fold_version = models.IntegerField()
    catalogue = models.CharField(max_length=64)
    state = models.TextField()

    def __str__(self) -> str:
        return f"snapshot {self.revision}"
