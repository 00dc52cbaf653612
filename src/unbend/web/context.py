"""What every page is given."""

from django.conf import settings
from django.http import HttpRequest

from unbend.service.access import NotAllowed
from unbend.service.check import safety_net
from unbend.web.ports import ports, seen_of


def house(request: HttpRequest) -> dict[str, object]:
    """The person the page is about, whether people sign in here, and when to get help (hard rule 8)."""
    try:
        seen = seen_of(request) if getattr(request, "user", None) is not None else None
    except NotAllowed:
        seen = None
    help_now = safety_net(ports().known.texts.safety)
    return {"seen": seen, "accounts": settings.UNBEND.accounts, "safety_net": help_now}
