"""Signing in where many people have accounts: what allauth leaves to us."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import PasswordResetConfirmView
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from unbend.web.accounts.adapter import NOT_NOW

QUARTER = 60 * 60 * 24 * 90


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """What to do without the password: nobody can send a letter to an address that nobody knows."""
    return render(request, "accounts/forgotten.html")


class SetPassword(PasswordResetConfirmView):
    """Choosing a password by a one-time link."""

    template_name = "accounts/set-password.html"
    success_url = reverse_lazy("account_login")

    def form_valid(self, form: Form) -> HttpResponse:
        """The password is kept; the next step is to sign in with it."""
        messages.success(self.request, _("Your password is set. Sign in with it."))
        return super().form_valid(form)  # type: ignore[arg-type]


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def offer_passkey(request: HttpRequest) -> HttpResponse:
    """A passkey, offered after a sign-in by password; "not now" counts for a quarter of a year on this device."""
    asked: Any = request.POST if request.method == "POST" else request.GET
    after = asked.get("next", "")
    safe = url_has_allowed_host_and_scheme(after, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    if request.method != "POST":
        return render(request, "accounts/offer-passkey.html", {"next": after if safe else ""})
    response = HttpResponseRedirect(after if safe and after else reverse("today"))
    path, secure = settings.SESSION_COOKIE_PATH, request.is_secure()
    response.set_cookie(NOT_NOW, "1", max_age=QUARTER, path=path, secure=secure, httponly=True, samesite="Lax")
    return response
