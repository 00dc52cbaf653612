"""Pairing a phone or tablet of the same home by a code, and the list of those that were."""

import io
import json
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

import qrcode
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from qrcode.image.svg import SvgPathImage

from unbend.service.accounts import CODE_LASTS, Paired, devices, in_groups, pair, pairing_code, remove_device
from unbend.store.accounts import DjangoAccounts
from unbend.web.accounts.limits import may_try
from unbend.web.accounts.local import COOKIE, is_this_machine
from unbend.web.errors import not_found
from unbend.web.ports import actor_of, ports

YEAR = 60 * 60 * 24 * 400
"""As long as browsers keep a cookie at most."""
_KINDS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Macintosh", "Mac"), ("Windows", "Windows"))
_CODE = "pairing-code"


@never_cache
@require_http_methods(["GET", "POST"])
def pair_view(request: HttpRequest) -> HttpResponse:
    """Where a new device types the code that another one shows."""
    if settings.UNBEND.accounts:
        return not_found(request)
    if request.user.is_authenticated:
        return redirect("today")
    if request.method == "GET":
        return _form(request)
    if not may_try(request):
        return _form(request, wait=True, status=HTTPStatus.TOO_MANY_REQUESTS)
    code, name = request.POST.get("code", ""), request.POST.get("name", "") or _kind_of(request)
    paired = pair(code, name, DjangoAccounts(), now=ports().clock.now())
    return _form(request, wrong=True) if paired is None else _welcome(request, paired)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def devices_view(request: HttpRequest) -> HttpResponse:
    """The devices of the same home; posting makes a code for one more."""
    if settings.UNBEND.accounts:
        return redirect("mfa_index")
    now = ports().clock.now()
    if request.method == "POST":
        code = pairing_code(actor_of(request), DjangoAccounts(), now=now)
        request.session[_CODE] = {"code": in_groups(code), "until": (now + CODE_LASTS).isoformat()}
        return redirect("devices")
    running = _running()
    context = {
        "area": "settings",
        "devices": devices(actor_of(request), DjangoAccounts()),
        "here": is_this_machine(request),
        "code": _fresh_code(request, now),
        "address": running.get("lan"),
        "trust": running.get("trust"),
        "picture": _picture(running["trust"]) if "trust" in running else None,
    }
    return render(request, "accounts/devices.html", context)


@never_cache
@login_required
@require_POST
def forget_view(request: HttpRequest, device: int) -> HttpResponse:
    """End the sign-in of one device."""
    if remove_device(actor_of(request), device, DjangoAccounts()):
        messages.success(request, _("It can no longer come in."))
    return redirect("devices")


def _form(request: HttpRequest, *, wrong: bool = False, wait: bool = False, status: int = 200) -> HttpResponse:
    told = {
        "wrong": wrong,
        "wait": wait,
        "code": request.POST.get("code"),
        "name": request.POST.get("name") or _kind_of(request),
    }
    return render(request, "accounts/pair.html", told, status=status)


def _welcome(request: HttpRequest, paired: Paired) -> HttpResponseRedirect:
    response = redirect("today")
    response.set_cookie(
        COOKIE,
        paired.token,
        max_age=YEAR,
        path=settings.SESSION_COOKIE_PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def _kind_of(request: HttpRequest) -> str:
    """What the browser says it runs on, as a first name for the device."""
    agent = request.headers.get("User-Agent", "")
    return next((name for sign, name in _KINDS if sign in agent), _("Another device"))


def _fresh_code(request: HttpRequest, now: datetime) -> str | None:
    kept = request.session.get(_CODE)
    return str(kept["code"]) if kept and datetime.fromisoformat(kept["until"]) > now else None


def _running() -> dict[str, str]:
    """Under which addresses the program that runs here says it can be reached."""
    try:
        return dict(json.loads((Path(settings.UNBEND.data) / "running.json").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _picture(text: str) -> SafeString:
    drawn = io.BytesIO()
    qrcode.make(text, image_factory=SvgPathImage, border=2, box_size=20).save(drawn)
    svg = drawn.getvalue().decode()
    return mark_safe(svg[svg.index("<svg") :])  # noqa: S308 - drawn by us
