"""The typed API: which operations there are, and how it says that something went wrong."""

import logging

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from unbend.record.errors import BadInput
from unbend.service.access import NotAllowed
from unbend.web.api.entries import router
from unbend.web.api.faults import Fault, said, sentence_of
from unbend.web.api.sign_in import SignedIn

log = logging.getLogger("unbend.api")

api = NinjaAPI(
    title="Unbend",
    version="1",
    description="What the player and other programs send. See docs/reference/api.md.",
    urls_namespace="api",
    docs_url=None,
    auth=SignedIn(),
)
api.add_router("", router)


@api.exception_handler(Fault)
def fault(request: HttpRequest, error: Fault) -> HttpResponse:
    """What an operation refuses by itself."""
    return said(error.status, error.code, error.message, wait=error.wait)


@api.exception_handler(AuthenticationError)
def not_signed_in(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """401."""
    return said(401, "sign-in", _("Sign in first."))


@api.exception_handler(NotAllowed)
def not_allowed(request: HttpRequest, error: NotAllowed) -> HttpResponse:
    """403. Whether there is such a person is not told."""
    return said(403, "not-allowed", _("This account may not write to that person's record."))


@api.exception_handler(ValidationError)
def not_as_described(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """400: the request is not built as the schema says. It names the place, and no value."""
    return said(400, "bad-input", sentence_of(error))


@api.exception_handler(BadInput)
def bad_input(request: HttpRequest, error: BadInput) -> HttpResponse:
    """400."""
    return said(400, "bad-input", str(error))


@api.exception_handler(RequestDataTooBig)
def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    """413."""
    return said(413, "too-large", _("That is too much at once. Send fewer entries."))


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What cannot be parsed at all. The parser's own message may quote it, so it stays out."""
    return said(error.status_code, "bad-input", _("That could not be read. Send JSON."))


@api.exception_handler(Http404)
def not_there(request: HttpRequest, error: Http404) -> HttpResponse:
    """404."""
    return said(404, "not-found", _("There is nothing here."))


@api.exception_handler(Exception)
def our_side(request: HttpRequest, error: Exception) -> HttpResponse:
    """500: a bug of ours, which the log names without any value; the entries stay where they were sent from."""
    log.error("the API failed: %s", request.path, exc_info=error)
    return said(500, "our-side", _("Something went wrong on our side. Nothing was lost. Try it again in a moment."))
