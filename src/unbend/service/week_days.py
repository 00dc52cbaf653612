"""The days of a week's plan as they stand: done, ahead, moved by hand, and one that was missed and is caught up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from unbend.adaptation.habit import night_of
from unbend.adaptation.response import Answer, responses
from unbend.planning.brief import WEEKDAYS, Brief
from unbend.planning.missed import CaughtUp, WeekSoFar, caught_up, is_hard_session, shorter
from unbend.planning.pace import monday_of
from unbend.planning.plan import Plan, Session
from unbend.record.kinds.practised import Practised
from unbend.service.ports import Ports
from unbend.service.standing import Standing


class DayStatus(StrEnum):
    """How a planned workout stands today. What was over before the plan was given was asked of nobody."""

    DONE = "done"
    TODAY = "today"
    AHEAD = "ahead"
    PAST = "past"
    BEFORE = "before"
    LEFT_OUT = "left-out"


@dataclass(frozen=True)
class PlannedDay:
    """A workout of the week: the day the plan gave it, the day it is on now (None: left out), and how it stands.
    `caught_up`: it was missed, and the programme moved it; its `session` is the shorter one."""

    planned: date
    on: date | None
    session: Session
    status: DayStatus
    caught_up: bool = False

    @property
    def is_only_offered(self) -> bool:
        """Whether its day is only an offer, and free for whatever the person wants there."""
        return self.caught_up and self.status is not DayStatus.DONE


def days_of(
    plan: Plan, monday: date, given: date, here: Standing, ports: Ports, *, brief: Callable[[], Brief]
) -> tuple[PlannedDay, ...]:
    """The workouts of a plan that was given on a day, as they stand on the person's waking day. `brief`: what the
    planner may look at."""
    done, today = frozenset(workouts_done(here, monday, ports)), (here.now - night_of(here.state)).date()
    days = tuple(_day(session, monday, done, here, today, given) for session in plan.sessions)
    if monday != monday_of(today):
        return days
    found = caught_up(_so_far(days, monday, done, here, given, ports), today=today)
    return days if found is None else tuple(_caught_up(day, found, plan, done, today, brief) for day in days)


def workouts_done(here: Standing, monday: date, ports: Ports) -> Mapping[date, Sequence[Practised]]:
    """The workouts of a week that were done, by the waking day they were done on, in order."""
    night, found = night_of(here.state), dict[date, list[Practised]]()
    since = datetime.combine(monday, datetime.min.time(), here.now.tzinfo) + night
    entries = ports.store.entries(here.person, kinds=("practised",), since=since, until=since + timedelta(days=7))
    for entry in entries:
        if isinstance(entry.data, Practised) and entry.data.is_enough_for_the_day:
            day = (entry.happened_at.astimezone(here.now.tzinfo) - night).date()
            found.setdefault(day, []).append(entry.data)
    return found


def _day(session: Session, monday: date, done: frozenset[date], here: Standing, today: date, given: date) -> PlannedDay:
    planned = monday + timedelta(days=WEEKDAYS.index(session.day))
    on = here.state.moved.get(planned, planned)
    return PlannedDay(planned, on, session, _status(on, done, today, given))


def _status(on: date | None, done: frozenset[date], today: date, given: date) -> DayStatus:
    if on is None:
        return DayStatus.LEFT_OUT
    if on in done:
        return DayStatus.DONE
    if on == today:
        return DayStatus.TODAY
    if on > today:
        return DayStatus.AHEAD
    return DayStatus.PAST if on >= given else DayStatus.BEFORE


def _so_far(
    days: tuple[PlannedDay, ...], monday: date, done: frozenset[date], here: Standing, given: date, ports: Ports
) -> WeekSoFar:
    return WeekSoFar(
        monday=monday,
        on={day.planned: day.on for day in days},
        by_hand=frozenset(day for day in here.state.moved if monday <= day < monday + timedelta(days=7)),
        hard=frozenset(day.planned for day in days if is_hard_session(day.session, ports.known.catalogue)),
        done=done,
        given=given,
        is_sore=_is_sore(here, monday, ports),
    )


def _is_sore(here: Standing, monday: date, ports: Ports) -> bool:
    """Whether a workout of this week was too much for the back."""
    answers = responses(here.state.recent, ports.known.catalogue.adaptation)
    return any(
        answers[workout.entry].answer is Answer.TOO_MUCH
        for workout in here.state.recent
        if workout.at.astimezone(here.now.tzinfo).date() >= monday
    )


def _caught_up(
    day: PlannedDay, found: CaughtUp, plan: Plan, done: frozenset[date], today: date, brief: Callable[[], Brief]
) -> PlannedDay:
    """The day with its workout moved and shortened, where it is the one that is caught up and can be made so."""
    if day.planned != found.planned:
        return day
    short = shorter(plan, day.session, brief(), easy=found.easy)
    if short is None:
        return day
    status = _status(found.on, done, today, found.on)
    return replace(day, on=found.on, session=short, status=status, caught_up=True)
