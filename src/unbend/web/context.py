"""What every page is given."""

from django.conf import settings
from django.http import HttpRequest

from unbend.service.access import NotAllowed
from unbend.web.ports import seen_of


def house(request: HttpRequest) -> dict[str, object]:
    """The person the page is about, and whether people sign in here."""
    try:
        seen = seen_of(request) if getattr(request, "user", None) is not None else None
    except NotAllowed:
        seen = None
    return {"seen": seen, "accounts": settings.UNBEND.accounts}
