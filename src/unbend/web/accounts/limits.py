"""How often somebody may try a code: counted in the cache of the database, so that all processes count together."""

from django.core.cache import cache
from django.http import HttpRequest

TRIES, TRIES_OF_ALL = 5, 20
PAUSE_SECONDS = 10 * 60


def may_try(request: HttpRequest) -> bool:
    """Whether this address, and all together, have tries left. Asking uses one up."""
    mine = _count(f"pair-{request.META.get('REMOTE_ADDR', '')}")
    return mine <= TRIES and _count("pair-all") <= TRIES_OF_ALL


def _count(key: str) -> int:
    if cache.add(key, 1, PAUSE_SECONDS):
        return 1
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out in between
        cache.set(key, 1, PAUSE_SECONDS)
        return 1
