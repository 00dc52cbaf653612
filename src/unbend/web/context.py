"""What every page is given."""

from django.conf import settings
from django.http import HttpRequest

from unbend.service.access import NotAllowed
from unbend.service.check import safety_net
from unbend.web.ports import ports, seen_of

LEFT = "device_left"
"""Where the session keeps that somebody just signed out here; a request of a removed device has it as an attribute."""


def house(request: HttpRequest) -> dict[str, object]:
    """The person the page is about, whether people sign in here, whether somebody has just left this device, and when
    to get help (hard rule 8)."""
    try:
        seen = seen_of(request) if getattr(request, "user", None) is not None else None
    except NotAllowed:
        seen = None
    help_now = safety_net(ports().known.texts.safety)
    return {"seen": seen, "accounts": settings.UNBEND.accounts, "device_left": _left(request), "safety_net": help_now}


def _left(request: HttpRequest) -> bool:
    """Told once after a sign-out; to a removed device each time."""
    session = getattr(request, "session", None)
    return bool(getattr(request, LEFT, False) or (session is not None and session.pop(LEFT, False)))
