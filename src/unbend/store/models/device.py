"""Devices of the same home, and the one-time codes that pair them."""

from django.conf import settings
from django.db import models


class Device(models.Model):
    """A phone or tablet that was paired; its sign-in ends when the row goes. `token_hash`: of what its cookie holds."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="devices")
    name = models.CharField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    paired_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"device {self.pk}"


class PairingCode(models.Model):
    """A code that pairs one device, once, within minutes. Only its hash is kept."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pairing_codes")
    code_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"pairing code {self.pk}"
