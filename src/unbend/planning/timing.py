"""When in the day a workout fits, for the time wished for and the shifts worked."""

from collections.abc import Mapping

from unbend.planning.brief import Brief
from unbend.planning.plan import Why

_SOURCES: Mapping[str, tuple[str, ...]] = {"on-waking": ("s4", "snook-1998"), "nights": ("house-programme",)}


def timing(brief: Brief) -> tuple[Why, ...]:
    """What to say about the time of day; nothing where nothing was wished."""
    said = (brief.time_of_day, brief.shifts)
    return tuple(Why(f"when-{key}", {}, _SOURCES.get(key, ("s4",))) for key in said if key not in (None, "any", "none"))
