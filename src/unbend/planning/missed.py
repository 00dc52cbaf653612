"""Where workouts were missed: one of them comes on a free day of the same week, and shorter; the others are let go."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import compress, product

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Kind, Role
from unbend.planning.brief import Brief
from unbend.planning.candidates import points_of_set
from unbend.planning.options import share_of
from unbend.planning.plan import Item, Plan, Session, Why
from unbend.planning.session import seconds_of_items
from unbend.planning.verify import verify

DAY = timedelta(days=1)


@dataclass(frozen=True)
class CaughtUp:
    """A workout that was planned for one day and comes on another; `easy`: nothing hard may be in it there."""

    planned: date
    on: date
    easy: bool


@dataclass(frozen=True)
class WeekSoFar:
    """A week as it stands: the day each planned workout is on now (None: left out), those that the person moved or
    left out by hand, those that are hard, the days on which something was done, and the day the plan was given.
    `is_sore`: a workout of it was too much for the back."""

    monday: date
    on: Mapping[date, date | None]
    by_hand: Collection[date]
    hard: Collection[date]
    done: Collection[date]
    given: date
    is_sore: bool = False


def caught_up(week: WeekSoFar, *, today: date) -> CaughtUp | None:
    """The one workout that is caught up, if any: by one that was done on another day, or else today or on the next day
    that is free. Who left a workout out this week wants less, and a sore back needs less: nothing is moved then."""
    missed = [day for day, on in sorted(week.on.items()) if _is_missed(day, on, week, today)]
    if not missed:
        return None
    for extra in _extra(week):
        if before := [day for day in missed if day < extra]:
            return CaughtUp(before[-1], extra, easy=_is_beside_hard(extra, before[-1], week))
    free = next((day for day in _days_left(week, today) if day not in _taken(week)), None)
    if free is None or week.is_sore or None in week.on.values():
        return None
    return CaughtUp(missed[-1], free, easy=_is_beside_hard(free, missed[-1], week))


def _is_missed(planned: date, on: date | None, week: WeekSoFar, today: date) -> bool:
    return on == planned and week.given <= planned < today and planned not in {*week.done, *week.by_hand}


def _extra(week: WeekSoFar) -> list[date]:
    """The days on which something was done that no workout was on."""
    return sorted(set(week.done) - set(week.on.values()))


def _days_left(week: WeekSoFar, today: date) -> Iterable[date]:
    return (day for day in (week.monday + DAY * number for number in range(7)) if day >= today)


def _taken(week: WeekSoFar) -> set[date | None]:
    """The days with a workout on them, done or ahead, and those that the person wanted free."""
    return {*week.on.values(), *week.done, *week.by_hand}


def _is_beside_hard(day: date, planned: date, week: WeekSoFar) -> bool:
    """Whether a hard day stands beside this one. What was done besides the plan may have been hard, and so may the
    first workout of the next week."""
    hard = {on for other, on in week.on.items() if other in week.hard and other != planned}
    hard |= set(_extra(week)) - {day}
    is_last = day == week.monday + DAY * 6
    return day - DAY in hard or day + DAY in hard or (is_last and bool(week.hard))


def is_hard_session(session: Session, catalogue: Catalogue) -> bool:
    """Whether it asks for a day of rest after it."""
    return any(_is_hard(item, catalogue) for item in session.items)


def _is_hard(item: Item, catalogue: Catalogue) -> bool:
    exercise = catalogue.exercises[item.exercise]
    return exercise.kind is Kind.STRENGTH and exercise.rung >= catalogue.parameters.hard_rung


def shorter(plan: Plan, session: Session, brief: Brief, *, easy: bool) -> Session | None:
    """The workout with less in it: what is wanted most of all that fits the shorter time, and sound as the plan is.
    `easy` leaves out what is hard. None where it cannot be made so."""
    numbers = brief.catalogue.adaptation
    most = max(numbers.smallest_minutes * 60, round(session.seconds * numbers.share_of_missed))
    known_faults = set(_faults(plan, session, brief))
    kept = session.items if not easy else tuple(i for i in session.items if not _is_hard(i, brief.catalogue))
    made = (_with(session, items, brief) for items in _fewer(kept, brief))
    fit = (one for one in made if one.seconds <= most)
    return next((one for one in fit if set(_faults(plan, one, brief)) <= known_faults), None)


def _with(session: Session, items: tuple[Item, ...], brief: Brief) -> Session:
    if items == session.items:
        return session
    seconds = seconds_of_items(items, brief)
    return replace(session, items=items, seconds=seconds, short_because=Why("moved-and-shorter"))


def _fewer(items: Sequence[Item], brief: Brief) -> list[tuple[Item, ...]]:
    """All ways to do only some of the items: first those with something of the main part, and what is wanted most."""
    is_main, worth = [item.slot is Role.MAIN for item in items], [_worth_of(item, brief) for item in items]
    ways = sorted(
        product((True, False), repeat=len(items)),
        key=lambda way: (not any(compress(is_main, way)), -sum(compress(worth, way))),
    )
    return [tuple(compress(items, way)) for way in ways]


def _worth_of(item: Item, brief: Brief) -> float:
    """How much of what is wanted it gives."""
    exercise = brief.catalogue.exercises[item.exercise]
    points = points_of_set(exercise, brief)
    return share_of(exercise, item.dose) * sum(each * brief.wants[need].weight for need, each in points.items())


def _faults(plan: Plan, session: Session, brief: Brief) -> tuple[str, ...]:
    return verify(replace(plan, sessions=(session,), between=()), brief)
