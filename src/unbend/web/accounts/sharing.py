"""Who may read a person's record, and whose record the pages are about."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from unbend.record.errors import BadInput
from unbend.service.access import people
from unbend.service.accounts import LONGEST_SHARING, share, shared, stop_sharing
from unbend.store.accounts import DjangoAccounts
from unbend.web.ports import actor_of, look_at, ports
from unbend.web.views import Asked, personal


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def sharing(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Who reads along; posting lets one more account do so until a day."""
    wrong: dict[str, str] = {}
    if request.method == "POST" and settings.UNBEND.accounts:
        wrong = _let_read(request, asked)
        if not wrong:
            messages.success(request, _("They can read your record now."))
            return redirect("sharing")
    today = asked.ports.clock.now().date()
    context = {
        "area": "settings",
        "shared": shared(asked.actor, asked.person, DjangoAccounts(), asked.ports),
        "typed": request.POST or {"until": (today + timedelta(days=90)).isoformat()},
        "wrong": wrong,
        "first": (today + timedelta(days=1)).isoformat(),
        "last": (today + LONGEST_SHARING - timedelta(days=1)).isoformat(),
    }
    return render(request, "accounts/sharing.html", context, status=422 if wrong else 200)


@require_POST
@personal
def stop(request: HttpRequest, asked: Asked, account: int) -> HttpResponse:
    """End it for one account."""
    stop_sharing(asked.actor, asked.person, account, DjangoAccounts(), asked.ports)
    messages.success(request, _("They can no longer read your record."))
    return redirect("sharing")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def whom(request: HttpRequest) -> HttpResponse:
    """Everybody whose record the account may see; posting opens one."""
    found = people(actor_of(request), ports())
    if request.method == "POST":
        wanted = request.POST.get("person", "")
        if any(seen.person == wanted for seen in found):
            look_at(request, wanted)
        return redirect("today")
    return render(request, "accounts/people.html", {"area": "settings", "people": found})


def _let_read(request: HttpRequest, asked: Asked) -> dict[str, str]:
    """What is wrong with what was typed, by field; empty where it was taken."""
    words = {
        "name": _("Nobody else signs in here with this name. Ask them how they sign in."),
        "until": _("Choose a day from tomorrow to a year from now."),
    }
    now = asked.ports.clock.now()
    try:
        day = date.fromisoformat(request.POST.get("until", ""))
        until = datetime.combine(day, time(23, 59, 59), now.tzinfo)
        share(asked.actor, asked.person, request.POST.get("name", ""), DjangoAccounts(), asked.ports, until=until)
    except BadInput as error:
        return {error.where: words[error.where]}
    except ValueError:
        return {"until": words["until"]}
    return {}
