"""What the camera saw of exercises, day by day, in words."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unbend.progress import Sight
from unbend.record.seen import Seen
from unbend.web.progress.words import Said

_MOST_DAYS = 4
"""Days shown at once; the rest is folded away."""


def shown_sights(sights: Sequence[Sight], said: Said) -> dict[str, list[dict[str, Any]]]:
    """The latest days, and those before."""
    days = [{"day": said.day(day), "lines": [_line(one, said) for one in of_day]}
            for day, of_day in groupby(sights, key=lambda sight: sight.day)]  # fmt: skip
    return {"newest": days[:_MOST_DAYS], "older": days[_MOST_DAYS:]}


def _line(sight: Sight, said: Said) -> dict[str, str]:
    told = [*_counted(sight), *_measured(sight.seen)]
    return {"name": said.known.texts.exercises[sight.exercise].name, "told": ", ".join(told)}


def _counted(sight: Sight) -> Iterator[str]:
    if sight.repetitions is not None:
        count = sight.repetitions
        yield ngettext("{count} repetition", "{count} repetitions", count).format(count=count)
    if sight.seen.seconds is not None:
        seconds = round(sight.seen.seconds)
        yield ngettext("held for {count} second", "held for {count} seconds", seconds).format(count=seconds)


def _measured(seen: Seen) -> Iterator[str]:
    if seen.range is not None:
        low, high = round(seen.range.low), round(seen.range.high)
        yield _("moved about {low} to {high} degrees").format(low=low, high=high)
    left, right = (seen.sides.get(side) for side in ("left", "right"))
    if left is not None and right is not None and left.repetitions and right.repetitions:
        yield _("left {left}, right {right}").format(left=left.repetitions, right=right.repetitions)
