"""Noting what a clinician said may be done."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unbend.catalogue.words import Allows
from unbend.record.errors import BadInput
from unbend.service.check import safety_net
from unbend.service.told import Clearing, clear, may_be_cleared
from unbend.web.views import Asked, personal


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def clearance(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Who, when, what it covers and what is allowed; only what a clinician's word may lift."""
    may = may_be_cleared(asked.actor, asked.person, asked.ports)
    if not may:
        return render(request, "check/no-clearance.html", {"safety_net": _net(asked)})
    if request.method != "POST":
        return _show(request, asked, may, {})
    said, wrong = _read(request.POST)
    if said is not None and not wrong:
        try:
            id_ = request.POST.get("_id") or asked.ports.ids.new()
            clear(asked.actor, asked.person, said, asked.ports, id_=id_)
        except BadInput as fault:
            wrong = {fault.where: _WRONG.get(fault.where, _wrong_day)(fault)}
    if wrong:
        return _show(request, asked, may, wrong)
    messages.success(request, _("Noted. Everything now keeps to what they said."))
    return redirect("check")


def _read(posted: QueryDict) -> tuple[Clearing | None, dict[str, str]]:
    """What was sent, and what is missing in it."""
    wrong: dict[str, str] = {}
    day, allows = _day(posted.get("day", "")), posted.get("allows", "")
    if day is None:
        wrong["day"] = _("Please choose the day on which they said it.")
    if allows not in tuple(Allows):
        wrong["allows"] = _("Please choose what they allowed.")
    if not posted.getlist("covers"):
        wrong["covers"] = _("Please choose what they looked at.")
    if posted.get("truly") != "yes":
        wrong["truly"] = _("Please tick this only if it is so.")
    if day is None or wrong:
        return None, wrong | ({} if posted.get("by", "").strip() else {"by": _wrong_name(None)})
    return Clearing(posted.get("by", ""), day, tuple(posted.getlist("covers")), Allows(allows)), wrong


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _wrong_name(_fault: BadInput | None) -> str:
    return _("Please write who it was, such as “Dr Okafor, family doctor”.")


def _wrong_day(fault: BadInput) -> str:
    if "ahead" in fault.what:
        return _("That day lies ahead. Choose the day on which they said it.")
    return _("You answered something here after that day, so their word does not cover it. Ask them again.")


def _wrong_cover(_fault: BadInput) -> str:
    return _("Please choose what they looked at.")


_WRONG = {"by": _wrong_name, "day": _wrong_day, "covers": _wrong_cover}


def _net(asked: Asked) -> str:
    return safety_net(asked.ports.known.texts.safety)


def _show(request: HttpRequest, asked: Asked, may: tuple[str, ...], wrong: dict[str, str]) -> HttpResponse:
    findings, today = asked.ports.known.texts.safety.findings, asked.ports.clock.now().date().isoformat()
    words: dict[str, Any] = {
        "covers": [{"value": key, "label": findings[key].label} for key in may],
        "chosen": request.POST.getlist("covers"),
        "allowances": [
            {"value": "none", "label": _("Nothing yet")},
            {"value": "gentle", "label": _("A gentle programme")},
            {"value": "plan", "label": _("The full programme")},
        ],
        "said": {key: request.POST.get(key, "") for key in ("by", "allows", "truly")},
        "day": request.POST.get("day") or today,
        "today": today,
        "wrong": wrong,
        "entry_id": request.POST.get("_id") or asked.ports.ids.new(),
        "safety_net": _net(asked),
    }
    return render(request, "check/clearance.html", words, status=422 if wrong else 200)
