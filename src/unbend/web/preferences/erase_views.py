"""Erasing: what goes and what stays in plain words, a word to type, and the browser told to forget."""

from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from unbend.service.backup import Place
from unbend.service.erase import erase as erased_for_good
from unbend.service.erase import what_goes
from unbend.store.backup import DjangoDatabase
from unbend.web.ports import look_at
from unbend.web.preferences.kept_files import drop
from unbend.web.views import Asked, personal

WORD = "erase"
ERASED, TOLD = "erased-until", "told-to-forget"
"""Where the session keeps until when copies hold what was erased, and whether the browser was told."""

FORGET = '"cache", "storage"'


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def erase(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What would go; and, with the word typed, letting it go."""
    goes = what_goes(asked.actor, asked.person, asked.ports, _place())
    typed = request.POST.get("word", "").strip()
    if request.method == "POST" and typed.casefold() in (WORD, _(WORD).casefold()):
        return _erase(request, asked)
    wrong = _("Type the word “{word}”, or go back.").format(word=_(WORD)) if request.method == "POST" else None
    context = {"area": "settings", "goes": goes, "until": _day(goes.backups_until), "word": _(WORD), "typed": typed,
               "wrong": wrong}  # fmt: skip
    return render(request, "preferences/erase.html", context, status=422 if wrong else 200)


@require_safe
@never_cache
def erased(request: HttpRequest) -> HttpResponse:
    """That it is done. Only the first time, right after erasing, is the browser told to forget: no link from elsewhere
    may do that. A browser that forgets its service worker loads the page once more."""
    until = request.session.get(ERASED)
    if until is None:
        return redirect("today")
    first = not request.session.get(TOLD)
    request.session[TOLD] = True
    context = {"until": _day(date.fromisoformat(until)), "forget": first}
    answer = render(request, "preferences/erased.html", context)
    if first:
        answer["Clear-Site-Data"] = FORGET
    return answer


def _erase(request: HttpRequest, asked: Asked) -> HttpResponse:
    stone = erased_for_good(asked.actor, asked.person, asked.ports, database=DjangoDatabase(), place=_place())
    drop(asked.actor)
    look_at(request, None)
    request.session[ERASED] = stone.backups_until.date().isoformat()
    request.session[TOLD] = False
    return redirect("erased")


def _place() -> Place:
    return Place(settings.UNBEND.data, settings.UNBEND.backups_kept)


def _day(moment: datetime | date) -> str:
    return date_format(moment, "j F Y")
