"""People, who may see them, and that somebody was erased."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models


class Person(models.Model):
    """Somebody with a record. `revision` counts the appends, so that a kept state knows what it has seen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, blank=True)
    example = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    revision = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"person {self.pk}"


class Access(models.Model):
    """That an account may see a person: as themselves, or as their clinician until a moment."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="accesses")
    person = models.ForeignKey(Person, models.CASCADE, related_name="accesses")
    role = models.CharField(max_length=16)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "person"], name="one_access_each")]

    def __str__(self) -> str:
        return f"{self.role} {self.account_id} of {self.person_id}"


class ErasedPerson(models.Model):
    """A tombstone: nothing of the person but the id that old devices and backups would bring back."""

    person = models.UUIDField(primary_key=True)
    erased_at = models.DateTimeField()
    backups_until = models.DateTimeField()

    def __str__(self) -> str:
        return f"erased {self.pk}"
