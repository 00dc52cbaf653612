"""Accounts: who signs in. An account is not a person; what it may see stands in `Access`."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from unbend.record.accounts import AT_HOME


class Users(BaseUserManager["User"]):
    """Making accounts."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """A new account; without a password nobody can sign in to it with one."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def at_home(self) -> "User":
        """The account of the one person on this machine."""
        return self.get_or_create(username=AT_HOME)[0]


class User(AbstractBaseUser):
    """Somebody who can sign in, by a name of their own choice. No e-mail address is asked for."""

    username = models.CharField(
        _("sign-in name"),
        max_length=64,
        unique=True,
        validators=[RegexValidator(r"^[\w.@+-]+\Z", _("Letters, digits and @ . + - _ only."))],
        error_messages={"unique": _("This name is taken. Choose another.")},
    )
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Users] = Users()
    USERNAME_FIELD = "username"

    class Meta:
        verbose_name = _("account")

    def __str__(self) -> str:
        return f"account {self.pk}"
