"""How allauth makes accounts here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """New accounts only where the installation opened sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth calls it so
        """Whether somebody may make an account of their own."""
        return bool(settings.UNBEND.accounts and settings.UNBEND.sign_up)
