"""The tables."""

from unbend.store.models.account import User
from unbend.store.models.device import Device, PairingCode
from unbend.store.models.person import Access, ErasedPerson, Person
from unbend.store.models.record import EntryRow, Snapshot

__all__ = ["Access", "Device", "EntryRow", "ErasedPerson", "PairingCode", "Person", "Snapshot", "User"]
