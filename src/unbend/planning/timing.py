"""When in the day a workout fits, for the time wished for or learnt, a stiff back on waking, and the shifts worked."""

from collections.abc import Iterator, Mapping

from unbend.planning.because import why_from
from unbend.planning.brief import Brief
from unbend.planning.plan import Why

_SOURCES: Mapping[str, tuple[str, ...]] = {"on-waking": ("s4", "snook-1998"), "nights": ("house-programme",)}


def timing(brief: Brief) -> tuple[Why, ...]:
    """What to say about the time of day; nothing where nothing was wished, learnt or told."""
    return tuple(_whys(brief))


def _whys(brief: Brief) -> Iterator[Why]:
    if brief.time_why is not None:
        yield why_from(brief.time_why, brief.catalogue)
    for key in (brief.time_of_day, brief.shifts):
        if key not in (None, "any", "none"):
            yield Why(f"when-{key}", {}, _SOURCES.get(key, ("s4",)))
    if brief.stiff:
        yield Why("stiff-early" if brief.first_hour else "stiff", {}, ("s4", "snook-1998"))
