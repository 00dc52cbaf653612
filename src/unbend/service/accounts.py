"""Devices of the same home, accounts, and whom a person shows their record to."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from unbend.record.accounts import Account, Device, Shared
from unbend.record.errors import BadInput
from unbend.service.access import Right, require
from unbend.service.ports import Actor, Ports

LETTERS, CODE_LENGTH = "34679ACDEFGHJKMNPQRTUVWXY", 8
"""No two of them look alike."""
CODE_LASTS = timedelta(minutes=10)
SEEN_EVERY = timedelta(hours=1)
LONGEST_SHARING = timedelta(days=366)


class Accounts(Protocol):
    """Where accounts, devices and codes are kept."""

    def at_home(self) -> int:
        """The account of the one person who needs none."""

    def add_code(self, account: int, code_hash: str, *, expires_at: datetime) -> None:
        """Keep a code; those that are over go."""

    def take_code(self, code_hash: str, *, now: datetime) -> int | None:
        """The account of a code that still counts, which it then does no more."""

    def add_device(self, account: int, name: str, token_hash: str, *, now: datetime) -> Device:
        """Keep a device."""

    def device(self, token_hash: str) -> Device | None:
        """The device that holds this token."""

    def devices(self, account: int) -> tuple[Device, ...]:
        """All of an account, the last seen first."""

    def seen(self, device: int, *, now: datetime) -> None:
        """Note that the device came by."""

    def remove_device(self, account: int, device: int) -> bool:
        """Forget it; whether it was there."""

    def named(self, name: str) -> Account | None:
        """The account with this sign-in name."""

    def all(self) -> tuple[Account, ...]:
        """All accounts that sign in."""

    def add(self, name: str) -> int:
        """A new account without a password. Raises BadInput."""

    def remove(self, account: int) -> None:
        """Forget an account."""

    def give(self, account: int, person: str, *, until: datetime) -> None:
        """Let the account see the person as their clinician."""

    def take(self, account: int, person: str) -> None:
        """End that."""

    def shared(self, person: str, *, now: datetime) -> tuple[Shared, ...]:
        """Who sees the person as their clinician now."""


@dataclass(frozen=True)
class Paired:
    """A device and the token that its cookie holds: nobody sees the token again."""

    device: Device
    token: str


def pairing_code(actor: Actor, accounts: Accounts, *, now: datetime) -> str:
    """A code that pairs one device with the actor's account, once, within ten minutes."""
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    accounts.add_code(actor.account, _hash(code), expires_at=now + CODE_LASTS)
    return code


def pair(code: str, name: str, accounts: Accounts, *, now: datetime) -> Paired | None:
    """Pair a device by a code; None where the code is wrong, used or over."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    account = accounts.take_code(_hash(plain), now=now) if len(plain) == CODE_LENGTH else None
    if account is None:
        return None
    token = secrets.token_urlsafe(32)
    return Paired(accounts.add_device(account, name.strip()[:80], _hash(token), now=now), token)


def device_of(token: str, accounts: Accounts, *, now: datetime) -> Device | None:
    """The device that holds this token; None where it was removed."""
    found = accounts.device(_hash(token))
    if found is not None and now - found.seen_at > SEEN_EVERY:
        accounts.seen(found.id, now=now)
    return found


def devices(actor: Actor, accounts: Accounts) -> tuple[Device, ...]:
    """The actor's own devices."""
    return accounts.devices(actor.account)


def remove_device(actor: Actor, device: int, accounts: Accounts) -> bool:
    """End a device's sign-in, if it is the actor's own; whether it was there."""
    return accounts.remove_device(actor.account, device)


def share(actor: Actor, person: str, name: str, accounts: Accounts, ports: Ports, *, until: datetime) -> None:
    """Let the account with this sign-in name read the person's record until then. Raises NotAllowed, BadInput."""
    require(actor, person, Right.OWN, ports)
    now = ports.clock.now()
    if not now < until <= now + LONGEST_SHARING:
        raise BadInput("until", "this day cannot be taken", "choose a day from tomorrow to a year from now")
    found = accounts.named(name.strip())
    if found is None or found.id == actor.account:
        raise BadInput("name", "nobody else signs in with this name", "ask them for the name they sign in with")
    accounts.give(found.id, person, until=until)


def stop_sharing(actor: Actor, person: str, account: int, accounts: Accounts, ports: Ports) -> None:
    """End it now. Raises NotAllowed."""
    require(actor, person, Right.OWN, ports)
    accounts.take(account, person)


def shared(actor: Actor, person: str, accounts: Accounts, ports: Ports) -> Sequence[Shared]:
    """Who else may read the person's record now. Raises NotAllowed."""
    require(actor, person, Right.OWN, ports)
    return accounts.shared(person, now=ports.clock.now())


def in_groups(code: str) -> str:
    """The code as it is read out: in two halves."""
    return f"{code[:4]}-{code[4:]}"


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
