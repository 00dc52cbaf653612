"""What a view needs to call a use case: the ports, and who asks, for whom."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.utils.module_loading import import_string

from unbend.record.keeping import Role, Seen
from unbend.service.access import NotAllowed, people
from unbend.service.ports import Actor, Ports
from unbend.store.models import User

CURRENT = "person"
"""Where the session keeps whom the pages are about."""


def ports() -> Ports:
    """The ports that the composition root made."""
    return cast(Ports, import_string(settings.UNBEND_PORTS)())


def actor_of(request: HttpRequest) -> Actor:
    """Who asks. Raises NotAllowed when nobody is signed in."""
    if not isinstance(request.user, User):
        raise NotAllowed("nobody is signed in")
    return Actor(request.user.pk)


def seen_of(request: HttpRequest) -> Seen | None:
    """The person whom the pages are about: the one chosen last, else the account's own; None where there is none."""
    found = people(actor_of(request), ports())
    chosen = request.session.get(CURRENT)
    named = next((seen for seen in found if seen.person == chosen), None)
    return named or next((seen for seen in found if seen.role is Role.SELF), None)


def look_at(request: HttpRequest, person: str | None) -> None:
    """From now on the pages are about this person; None: about the account's own. Forms that other windows still show
    of somebody else go no more: what was meant for one record never comes into another."""
    if request.session.get(CURRENT) != person:
        request.session[CURRENT] = person
        rotate_token(request)


def person_of(request: HttpRequest) -> str:
    """The id of that person. Raises NoPerson where there is none yet."""
    seen = seen_of(request)
    if seen is None:
        raise NoPerson
    return seen.person


class NoPerson(Exception):
    """The account has no person yet: it is at the very beginning."""
