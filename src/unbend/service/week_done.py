"""What was done in a week, as the record tells it: a plan that was made anew since says nothing of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from unbend.planning.brief import WEEKDAYS
from unbend.planning.codec import session_from_json
from unbend.planning.plan import Item, Plan
from unbend.record.course import Outcome
from unbend.record.kinds.practised import Done, Practised
from unbend.service.planning import DayStatus, PlannedDay, WeekPlan, content_of
from unbend.service.ports import Ports
from unbend.service.standing import Standing
from unbend.service.week_days import workouts_done


@dataclass(frozen=True)
class Tried:
    """One exercise that was tried. `given`: as the workout asked for it; None where the record does not hold that."""

    done: Done
    given: Item | None

    def is_just(self, item: Item) -> bool:
        """Whether it was this of the plan, done to its end."""
        if self.done.exercise != item.exercise or self.done.outcome is not Outcome.DONE:
            return False
        if self.given is not None:
            return (self.given.dose, self.given.sides) == (item.dose, item.sides)
        return self.done.step in (None, item.step) and self.done.sets in (None, item.dose.sets)


@dataclass(frozen=True)
class DoneDay:
    """What was done on a day, in order; the seconds it took, None where that was not said; and whether it was just what
    the plan of now has on it."""

    on: date
    tried: tuple[Tried, ...]
    seconds: int | None
    as_planned: bool


def done_days(week: WeekPlan, here: Standing, ports: Ports) -> tuple[DoneDay, ...]:
    """The days of the week on which something was done, in order."""
    planned = {day.on: day for day in week.days if day.status is DayStatus.DONE}
    done = workouts_done(here, week.monday, ports)
    return tuple(_day(on, done[on], planned.get(on), here, ports) for on in sorted(done))


def otherwise(days: Sequence[DoneDay]) -> Mapping[date, DoneDay]:
    """Those on which something other was done than the plan of now has on them."""
    return {day.on: day for day in days if not day.as_planned}


def is_told_apart(day: PlannedDay, other: Mapping[date, DoneDay]) -> bool:
    """Whether it is over, with something other than what the plan has on it."""
    return day.status is DayStatus.DONE and day.on in other


def as_it_goes(week: WeekPlan, other: Mapping[date, DoneDay]) -> Plan:
    """The plan with each workout on the day it is on now: nothing that was left out, nor where something other was
    done."""
    standing = [(day.on, day) for day in week.days if day.on is not None and not is_told_apart(day, other)]
    sessions = [
        replace(day.session, day=WEEKDAYS[on.weekday()]) for on, day in sorted(standing, key=lambda pair: pair[0])
    ]
    return replace(week.plan, sessions=tuple(sessions))


def _day(on: date, done: Sequence[Practised], planned: PlannedDay | None, here: Standing, ports: Ports) -> DoneDay:
    tried = tuple(one for workout in done for one in _tried(workout, here, ports))
    took = [workout.seconds for workout in done if workout.seconds is not None]
    items = planned.session.items if planned is not None else ()
    just = len(items) == len(tried) and all(one.is_just(item) for one, item in zip(tried, items, strict=True))
    return DoneDay(on, tried, sum(took) if len(took) == len(done) else None, just)


def _tried(workout: Practised, here: Standing, ports: Ports) -> Iterator[Tried]:
    given = _given(workout, here, ports)
    for done in workout.exercises:
        if done.outcome is not Outcome.SKIPPED:
            yield Tried(done, given.get(done.exercise))


def _given(workout: Practised, here: Standing, ports: Ports) -> Mapping[str, Item]:
    """What the workout asked for, by exercise; nothing where the record holds no such script, as after an import."""
    entry = None if workout.script is None else ports.store.entry(here.person, workout.script)
    try:
        items = () if entry is None else session_from_json(content_of(entry)["session"]).items
    except (KeyError, TypeError, ValueError, AttributeError):
        return {}
    return {item.exercise: item for item in items}
