"""How often an account may send: generous, counted in the cache that all processes share."""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from unbend.service.ports import Actor
from unbend.web.api.faults import Fault

MINUTE = 60


def within_limit(actor: Actor, *, what: str, now: datetime) -> None:
    """Count one more request of this minute. Raises Fault (429) when there were too many."""
    minute, gone = divmod(int(now.timestamp()), MINUTE)
    key = f"limit:{what}:{actor.account}:{minute}"
    count = cache.get(key, 0)
    if count >= settings.APPENDS_A_MINUTE:
        raise Fault(429, "too-often", _("That was very often. Wait a minute, then go on."), wait=MINUTE - gone)
    cache.set(key, count + 1, timeout=2 * MINUTE)
