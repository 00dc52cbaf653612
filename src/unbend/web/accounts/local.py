"""Where people have no accounts: this machine is signed in as it is, another of the same home after it was paired."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from unbend.service.accounts import device_of
from unbend.store.accounts import DjangoAccounts
from unbend.store.models import User
from unbend.web.context import LEFT
from unbend.web.errors import not_found
from unbend.web.ports import ports

HERE = frozenset({"localhost", "127.0.0.1", "[::1]"})
COOKIE = "unbend_device"
BACKEND = "django.contrib.auth.backends.ModelBackend"
_PASSED_ON = frozenset({"HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP", "HTTP_CF_CONNECTING_IP", "HTTP_TRUE_CLIENT_IP"})
"""What a proxy in front says of whom it speaks for."""
Answer = Callable[[HttpRequest], HttpResponse]


def sign_in_at_home(answer: Answer) -> Answer:
    """Signs in who comes from this machine by its own name, and paired devices. All others see only how to pair, and
    the manifest, which browsers ask for without a cookie."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        if settings.UNBEND.accounts:
            return answer(request)
        if request.path_info.startswith("/accounts/"):
            return not_found(request)
        if is_this_machine(request):
            _sign_in(request, None)
        elif not _is_paired(request) and request.path not in (reverse("pair"), reverse("manifest")):
            return _pair_first(request)
        return answer(request)

    return wrapped


def is_this_machine(request: HttpRequest) -> bool:
    """Whether the request came from this very machine and was addressed to it, not passed on by another."""
    host = request.get_host().rsplit(":", 1)[0] if not request.get_host().endswith("]") else request.get_host()
    passed_on = any(name in _PASSED_ON or name.startswith("HTTP_X_FORWARDED_") for name in request.META)
    return host in HERE and not passed_on and _is_loopback(request.META.get("REMOTE_ADDR", ""))


def _is_paired(request: HttpRequest) -> bool:
    """Whether the request comes from a paired device, which is then signed in; a removed one is signed out,
    and told to keep no plans."""
    token = request.COOKIES.get(COOKIE, "")
    device = device_of(token, DjangoAccounts(), now=ports().clock.now()) if token else None
    if device is None:
        if request.user.is_authenticated:
            logout(request)
        if token:
            setattr(request, LEFT, True)
        return False
    _sign_in(request, device.account)
    return True


def _sign_in(request: HttpRequest, account: int | None) -> None:
    """As the account, or the one at home; a sign-in that is there and fits stays."""
    if request.user.is_authenticated and account in (None, request.user.pk):
        return
    user = User.objects.at_home() if account is None else User.objects.get(pk=account)
    login(request, user, backend=BACKEND)


def _pair_first(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith("/api/"):
        return JsonResponse({"code": "sign-in"}, status=401)
    return redirect("pair")


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
