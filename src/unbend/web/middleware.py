"""Around every request: its id, and what the browser may do with the page."""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

from unbend.web.errors import not_for_looking
from unbend.web.logs import REQUEST
from unbend.web.policy import PERMISSIONS, policy_for

Answer = Callable[[HttpRequest], HttpResponse]


def request_id(answer: Answer) -> Answer:
    """Gives each request an id that its log lines and its answer carry."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        made = secrets.token_hex(8)
        request.id = made  # type: ignore[attr-defined]
        token = REQUEST.set(made)
        try:
            response = answer(request)
        finally:
            REQUEST.reset(token)
        response["X-Request-ID"] = made
        return response

    return wrapped


def only_from_here(answer: Answer) -> Answer:
    """A page of elsewhere may link to ours, and no more: at home no cookie is needed, so it could ask for anything
    with a picture's address. Another program of this machine is elsewhere too, on another port of the same host."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        told = request.headers
        elsewhere = told.get("Sec-Fetch-Site") in ("cross-site", "same-site")
        link = request.method in ("GET", "HEAD") and told.get("Sec-Fetch-Mode") == "navigate"
        if elsewhere and not (link and told.get("Sec-Fetch-Dest") == "document"):
            return HttpResponseForbidden()
        return answer(request)

    return wrapped


def newest_form_key(answer: Answer) -> Answer:
    """The key of forms is told only to a browser that has another one. Django tells it again with every page, and so an
    answer that comes late, as to the service worker that loads the workout, would put an old key in the place of the
    one that was made since: the next form would be refused, and what it held would be lost."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        told = response.cookies.get(settings.CSRF_COOKIE_NAME)
        if told is not None and told.value == request.COOKIES.get(settings.CSRF_COOKIE_NAME):
            del response.cookies[settings.CSRF_COOKIE_NAME]
        return response

    return wrapped


def security_headers(answer: Answer) -> Answer:
    """Nothing from elsewhere, nothing inline, nothing sent elsewhere."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.setdefault("Content-Security-Policy", policy_for(request.path, response.status_code))
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return wrapped


def said_in_words(answer: Answer) -> Answer:
    """Django answers a wrong method with an empty page; this says what happened and what to do."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.status_code != 405 or response.content:
            return response
        said = not_for_looking(request)
        said["Allow"] = response["Allow"]
        return said

    return wrapped
