"""The time zones there are."""

from functools import cache
from zoneinfo import available_timezones


@cache
def time_zones() -> frozenset[str]:
    """The names of all that this machine knows, such as Europe/Berlin. Looking for them goes through some six hundred
    files, so it is done once."""
    return frozenset(available_timezones())
