"""Which days had a workout planned, as far as the plans that were given say."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta

from unbend.record.kinds.advised import Advice, Advised
from unbend.record.wishes import WEEKDAYS


def planned_in(advised: Advised) -> tuple[date, ...]:
    """The days of the workouts in a plan. None for other advice, nor for a plan that is not written as ours are."""
    if advised.what is not Advice.PLAN:
        return ()
    with suppress(KeyError, TypeError, ValueError):
        return tuple(_days(advised.content))
    return ()


def _days(content: Mapping[str, object]) -> Iterator[date]:
    monday, plan = content["monday"], content["plan"]
    if isinstance(monday, str) and isinstance(plan, Mapping):
        for session in plan["sessions"]:
            yield date.fromisoformat(monday) + timedelta(days=WEEKDAYS.index(session["day"]))
