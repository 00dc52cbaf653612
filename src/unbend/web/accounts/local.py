"""The one person on this machine needs no account: whoever asks from the machine itself is signed in."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse

from unbend.store.models import User

HERE = frozenset({"localhost", "127.0.0.1", "[::1]"})


def sign_in_at_home(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Signs in who comes from this machine, by its own name, where people have no accounts."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        if not settings.UNBEND.accounts and not request.user.is_authenticated and is_this_machine(request):
            login(request, User.objects.at_home(), backend="django.contrib.auth.backends.ModelBackend")
        return answer(request)

    return wrapped


def is_this_machine(request: HttpRequest) -> bool:
    """Whether the request came from this very machine and was addressed to it, not passed on by another."""
    host = request.get_host().rsplit(":", 1)[0] if not request.get_host().endswith("]") else request.get_host()
    passed_on = any(header in request.META for header in ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_VIA"))
    return host in HERE and not passed_on and _is_loopback(request.META.get("REMOTE_ADDR", ""))


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
