"""What every view of a person's pages shares: sign-in, the person, and errors said on a page."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from unbend.record.errors import BadInput
from unbend.service.access import NotAllowed
from unbend.service.ports import Actor, Ports
from unbend.web.errors import bad_request, not_found
from unbend.web.ports import NoPerson, actor_of, person_of, ports

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Asked:
    """Who asks, about whom, and with what: handed to a view beside the request."""

    def __init__(self, request: HttpRequest) -> None:
        self.actor: Actor = actor_of(request)
        self.person: str = person_of(request)
        self.ports: Ports = ports()


def personal(view: Callable[Concatenate[HttpRequest, Asked, P], HttpResponse]) -> View[P]:
    """A view about one person, for who may see them. Without a person yet it begins at the welcome; what is not
    allowed is answered as if it were not there; what no field of a form can be blamed for, as what cannot be read."""

    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, Asked(request), *args, **kwargs)
        except NoPerson:
            return redirect("welcome")
        except NotAllowed:
            return not_found(request)
        except BadInput:
            if request.method != "POST":  # then it is not what was sent: a record that cannot be read is ours to mend
                raise
            return bad_request(request)

    update_wrapper(wrapped, view)
    return never_cache(login_required(wrapped))
