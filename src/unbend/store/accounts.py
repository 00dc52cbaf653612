"""Accounts, devices and codes in Django's models."""

from datetime import UTC, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from unbend.record.accounts import AT_HOME, Account, Device, Shared
from unbend.record.errors import BadInput
from unbend.record.keeping import Role
from unbend.store import models
from unbend.store.models import Access, PairingCode, User


class DjangoAccounts:
    """Accounts in the database that Django is set up for."""

    def at_home(self) -> int:
        """The account of the one person who needs none."""
        return int(User.objects.at_home().pk)

    def add_code(self, account: int, code_hash: str, *, expires_at: datetime) -> None:
        """Keep a code; those that are over go."""
        PairingCode.objects.filter(account_id=account, expires_at__lt=expires_at).exclude(code_hash=code_hash).delete()
        PairingCode.objects.create(account_id=account, code_hash=code_hash, expires_at=expires_at)

    def take_code(self, code_hash: str, *, now: datetime) -> int | None:
        """The account of a code that still counts, which it then does no more."""
        with transaction.atomic():
            row = PairingCode.objects.select_for_update().filter(code_hash=code_hash, expires_at__gt=now).first()
            if row is None:
                return None
            row.delete()
            return int(row.account_id)

    def add_device(self, account: int, name: str, token_hash: str, *, now: datetime) -> Device:
        """Keep a device."""
        row = models.Device.objects.create(
            account_id=account, name=name, token_hash=token_hash, paired_at=now, seen_at=now
        )
        return _device(row)

    def device(self, token_hash: str) -> Device | None:
        """The device that holds this token."""
        row = models.Device.objects.filter(token_hash=token_hash, account__is_active=True).first()
        return None if row is None else _device(row)

    def devices(self, account: int) -> tuple[Device, ...]:
        """All of an account, the last seen first."""
        return tuple(_device(row) for row in models.Device.objects.filter(account_id=account).order_by("-seen_at"))

    def seen(self, device: int, *, now: datetime) -> None:
        """Note that the device came by."""
        models.Device.objects.filter(pk=device).update(seen_at=now)

    def remove_device(self, account: int, device: int) -> bool:
        """Forget it; whether it was there."""
        return models.Device.objects.filter(pk=device, account_id=account).delete()[0] > 0

    def named(self, name: str) -> Account | None:
        """The account with this sign-in name, however its letters are written; never the one at home."""
        row = User.objects.filter(username__iexact=name, is_active=True).exclude(username=AT_HOME).first()
        return None if row is None else _account(row)

    def all(self) -> tuple[Account, ...]:
        """All accounts that sign in."""
        return tuple(_account(row) for row in User.objects.exclude(username=AT_HOME).order_by("username"))

    def add(self, name: str) -> int:
        """A new account, which nobody can sign in to before a password was chosen. Raises BadInput."""
        user = User(username=User.normalize_username(name))
        user.set_unusable_password()
        try:
            user.full_clean(exclude=["password"])
        except ValidationError as error:
            raise BadInput(name, error.messages[0].rstrip("."), "choose another name") from None
        if user.username.lower() == AT_HOME or User.objects.filter(username__iexact=user.username).exists():
            raise BadInput(name, "this name is taken", "choose another name")
        user.save()
        return int(user.pk)

    def remove(self, account: int) -> None:
        """Forget an account."""
        User.objects.filter(pk=account).delete()

    def give(self, account: int, person: str, *, until: datetime) -> None:
        """Let the account see the person as their clinician."""
        row, made = Access.objects.get_or_create(
            account_id=account, person_id=UUID(person), defaults={"role": Role.CLINICIAN, "until": until}
        )
        if not made and row.role == Role.CLINICIAN:
            row.until = until
            row.save(update_fields=["until"])

    def take(self, account: int, person: str) -> None:
        """End that."""
        Access.objects.filter(account_id=account, person_id=UUID(person), role=Role.CLINICIAN).delete()

    def shared(self, person: str, *, now: datetime) -> tuple[Shared, ...]:
        """Who sees the person as their clinician now."""
        rows = Access.objects.filter(person_id=UUID(person), role=Role.CLINICIAN, until__gt=now)
        rows = rows.select_related("account").order_by("until")
        return tuple(Shared(int(row.account_id), row.account.username, row.until) for row in rows)


def _device(row: models.Device) -> Device:
    paired, seen = row.paired_at.astimezone(UTC), row.seen_at.astimezone(UTC)
    return Device(int(row.pk), int(row.account_id), row.name, paired, seen)


def _account(row: User) -> Account:
    own = Access.objects.filter(account=row, role=Role.SELF).values_list("person_id", flat=True)
    return Account(int(row.pk), row.username, row.date_joined.astimezone(UTC), tuple(str(each) for each in own))
