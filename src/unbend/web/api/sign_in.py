"""Who may use the API: whoever is signed in, with the token against forged requests."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import SessionAuth
from ninja.utils import check_csrf

from unbend.service.ports import Actor
from unbend.store.models import User
from unbend.web.api.faults import Fault

MOST_BYTES = 4 * 1024 * 1024
"""Of one request: many times what a batch of a device's entries takes."""


class SignedIn(SessionAuth):
    """The session of the pages. Who is not signed in hears that first: no fresh token would help them."""

    def __init__(self) -> None:
        super().__init__(csrf=False)

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:  # noqa: ARG002 - ninja calls it so
        """The account that asks; None where nobody is signed in. Raises Fault for a request that may be forged, or
        is too large to be read."""
        if not isinstance(request.user, User):
            return None
        if check_csrf(request):
            raise Fault(403, "csrf", _("The token of this request is missing or too old. Load the page again."))
        if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
            raise Fault(413, "too-large", _("That is too much at once. Send fewer entries."))
        return Actor(request.user.pk)
