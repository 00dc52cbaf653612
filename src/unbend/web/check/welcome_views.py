"""The welcome: one's own record, or an example person to look round with first."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from unbend.service.beginning import begin_example, begin_mine, example, is_checked, mine, throw_away_example
from unbend.service.check import safety_net
from unbend.web.errors import bad_request
from unbend.web.ports import actor_of, look_at, ports


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def welcome(request: HttpRequest) -> HttpResponse:
    """What this is, and two doors: mine, or an example person."""
    actor, all_ports = actor_of(request), ports()
    if request.method == "POST":
        return _through(request, request.POST.get("door", ""))
    words = {
        "mine": mine(actor, all_ports),
        "example": example(actor, all_ports),
        "safety_net": safety_net(all_ports.known.texts.safety),
    }
    return render(request, "check/welcome.html", words)


def _through(request: HttpRequest, door: str) -> HttpResponse:
    """Through one of the doors: whom the pages are about from now on."""
    actor, all_ports = actor_of(request), ports()
    match door:
        case "mine":
            person = begin_mine(actor, all_ports)
            look_at(request, person)
            return redirect("today" if is_checked(actor, person, all_ports) else "check")
        case "example":
            look_at(request, begin_example(actor, all_ports))
            return redirect("today")
        case "throw-away":
            throw_away_example(actor, all_ports)
            own = mine(actor, all_ports)
            look_at(request, own.person if own else None)
            messages.success(request, _("The example person is gone, with everything you tried."))
            return redirect("today" if own else "welcome")
    return bad_request(request)
