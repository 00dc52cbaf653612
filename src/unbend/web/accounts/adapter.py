"""How allauth makes accounts here, and where it goes after signing in."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from unbend.web.context import LEFT

MOMENT_SECONDS = 5 * 60
NOT_NOW = "unbend_passkey_later"


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """New accounts only where the installation opened sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth calls it so
        """Whether somebody may make an account of their own."""
        return may_sign_up()

    def logout(self, request: HttpRequest) -> None:
        """Sign out; the next page takes the person's plans off the device."""
        super().logout(request)
        request.session[LEFT] = True

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To today, by way of the offer of a passkey where there is none yet."""
        return self._by_way_of_offer(request, str(super().get_login_redirect_url(request)))

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """The same after making an account, which counts as having just shown the password."""
        record_authentication(request, request.user, method="password")
        return self._by_way_of_offer(request, str(super().get_signup_redirect_url(request)))

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Nobody who signed in on this device a moment ago is asked again."""
        return bool(super().is_reauthentication_required(app=app, **more)) and not _just_signed_in(context.request)

    def _by_way_of_offer(self, request: HttpRequest, after: str) -> str:
        keys = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)
        if NOT_NOW in request.COOKIES or keys.exists():
            return after
        return f"{reverse('passkey-offer')}?{urlencode({'next': after})}"


def _just_signed_in(request: HttpRequest | None) -> bool:
    records = [] if request is None else get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < MOMENT_SECONDS for record in records)


def may_sign_up() -> bool:
    """Whether this installation lets people make accounts of their own."""
    return bool(settings.UNBEND.accounts and settings.UNBEND.sign_up)
