"""How allauth makes accounts here, and where it goes after signing in."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

NOT_NOW = "unbend_passkey_later"


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """New accounts only where the installation opened sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth calls it so
        """Whether somebody may make an account of their own."""
        return may_sign_up()

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To today, by way of the offer of a passkey where there is none yet."""
        after = str(super().get_login_redirect_url(request))
        keys = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)
        if NOT_NOW in request.COOKIES or keys.exists():
            return after
        return f"{reverse('passkey-offer')}?{urlencode({'next': after})}"


def may_sign_up() -> bool:
    """Whether this installation lets people make accounts of their own."""
    return bool(settings.UNBEND.accounts and settings.UNBEND.sign_up)
