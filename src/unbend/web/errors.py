"""Pages for what went wrong: what happened, and what to do."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def page(request: HttpRequest, status: int, title: str, *what_to_do: str) -> HttpResponse:
    """An error page with these sentences."""
    words = {"status": status, "title": title, "what_to_do": what_to_do}
    return HttpResponse(render_to_string("design/error.html", words, request=request), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400. A Host header that is not one of ours is said apart: it is the one that people can do something about."""
    if isinstance(exception, DisallowedHost):
        return page(
            request,
            400,
            _("Unbend does not answer to this address"),
            _("Open it by the address that it printed when it was started."),
            _("If this address is right, whoever runs it has to name it: docs/how-to has the steps."),
        )
    return page(request, 400, _("That could not be read"), _("Go back and try it again. Nothing was changed."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return page(request, 403, _("This is not open to you"), _("Sign in with the account it belongs to."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return page(
        request,
        404,
        _("There is nothing here"),
        _("The address may be old or mistyped. Today is a good place to start."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500. The traceback is in the log, with the id of the request."""
    return page(
        request,
        500,
        _("Something went wrong on our side"),
        _("What you had saved is safe. Try it again in a moment."),
        _("If it goes on, look into the log for this number: {id}").format(id=getattr(request, "id", "-")),
    )


def not_for_looking(request: HttpRequest) -> HttpResponse:
    """405: an address that only takes what a form sends."""
    title = _("This address only takes what a page sends")
    return page(request, 405, title, _("Go back to the page you came from, or to Today."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or came from elsewhere."""
    return page(
        request, 403, _("This form was too old"), _("Go back, load the page again and send it once more."),
        _("If it goes on, allow cookies for this address."),
    )  # fmt: skip
