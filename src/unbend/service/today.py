"""What today is about: the workout, how the back is, and one small thing."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from unbend.assessment.reading import lesson_of_week
from unbend.planning.plan import Between, Why
from unbend.record.keeping import Role
from unbend.record.kinds.practised import Practised
from unbend.service.access import Right, require
from unbend.service.course import say_what_shows
from unbend.service.looking_again import is_a_week_old, waits_for_check
from unbend.service.planning import DayStatus, PlannedDay, WeekPlan, week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import Standing

NEXT_DAYS = 2
"""Days after a workout on which the next-day question still means that workout."""


@dataclass(frozen=True)
class DoneToday:
    """A workout of today: how long it took, the pain before and after it, None was not said; and whether it hurt."""

    seconds: int | None
    pain_before: int | None
    pain_after: int | None
    hurt: bool


@dataclass(frozen=True)
class Today:
    """`workout` is for today; `next` the nearest after it. `ask_about`: the day of the workout that the next-day
    question is about; `may_tell`: the back of this morning is not told yet, after whatever day. `lesson`: what to read
    this week, if it has not been read. `look_again`: a week went by since the check. `check_first`: why it comes before
    the next workout; None while it does not."""

    standing: Standing
    week: WeekPlan | None
    workout: PlannedDay | None
    next: PlannedDay | None
    done: tuple[DoneToday, ...]
    ask_about: date | None
    may_tell: bool
    between: tuple[Between, ...]
    walked_minutes: int
    lesson: str | None
    look_again: bool
    check_first: Why | None

    @property
    def first(self) -> PlannedDay | None:
        """The workout to begin with, for somebody who comes when the days of this week are over."""
        begun = self.standing.state.workouts > 0 or self.done
        days = self.week.days if self.week and not begun else ()
        return next((day for day in days if day.status in (DayStatus.PAST, DayStatus.BEFORE)), None)


def today(actor: Actor, person: str, ports: Ports) -> Today:
    """What to do now; what the log shows by now is said first, once. Raises NotAllowed."""
    if require(actor, person, Right.SEE, ports).role is Role.SELF:
        say_what_shows(actor, person, ports)
    found = week_of(actor, person, ports)
    here, week = found.standing, found.week
    midnight = datetime.combine(here.today, datetime.min.time(), here.now.tzinfo)
    entries = ports.store.entries(person, kinds=("practised", "walked"), since=midnight)
    done = tuple(_done(entry.data) for entry in entries if isinstance(entry.data, Practised))
    return Today(
        standing=here,
        week=week,
        workout=week.today if week else None,
        next=week.next if week else None,
        done=done,
        ask_about=_ask_about(here),
        may_tell=not done and _is_untold(here),
        between=week.plan.between if week else (),
        walked_minutes=sum(getattr(entry.data, "minutes", 0) for entry in entries),
        lesson=_lesson(here, week, ports),
        look_again=week is not None and is_a_week_old(here, ports.known.catalogue),
        check_first=waits_for_check(here, ports.known.catalogue) if week else None,
    )


@dataclass(frozen=True)
class DayBefore:
    """How the night was, and how much of the day before was sat; None was not said."""

    slept: str | None = None
    sat: str | None = None


NOT_SAID = DayBefore()


def answer_next_day(
    actor: Actor,
    person: str,
    pain: int,
    compared: str | None,
    ports: Ports,
    *,
    entry: str,
    before: DayBefore = NOT_SAID,
) -> bool:
    """How the back is in the morning; whether it took well the workout that this is the answer to, if it is to any.
    Raises NotAllowed, BadInput."""
    more = {"compared": compared, "slept": before.slept, "sat": before.sat}
    said = {"pain": pain, **{key: word for key, word in more.items() if word}}
    note(actor, person, "next-day", said, ports, id_=entry)
    say_what_shows(actor, person, ports)
    answered = ports.store.state(person).recent
    return all(one.taken_well for one in answered if one.next_day is not None and one.next_day.entry == entry)


def set_aside(actor: Actor, person: str, thing: str, ports: Ports, *, entry: str) -> None:
    """The small thing is not for now. Raises NotAllowed, BadInput."""
    note(actor, person, "set-aside", {"thing": thing}, ports, id_=entry)


def walk(actor: Actor, person: str, minutes: int, ports: Ports, *, entry: str) -> None:
    """A walk was taken. Raises NotAllowed, BadInput."""
    note(actor, person, "walked", {"minutes": minutes}, ports, id_=entry)


def _done(data: Practised) -> DoneToday:
    return DoneToday(data.seconds, data.pain_before, data.pain_after, data.rose)


def _ask_about(here: Standing) -> date | None:
    """The day of the last workout, while its next day is not told and not long gone."""
    last, told = here.state.last_workout, here.state.next_day
    if last is None or (told is not None and told.at > last.at):
        return None
    day = last.at.astimezone(here.now.tzinfo).date()
    return day if timedelta(days=1) <= here.today - day <= timedelta(days=NEXT_DAYS) else None


def _is_untold(here: Standing) -> bool:
    """Whether the back of this morning is not told yet. It is asked from the first workout on."""
    told = here.state.next_day
    day = None if told is None else told.at.astimezone(here.now.tzinfo).date()
    return here.state.workouts > 0 and day != here.today


def _lesson(here: Standing, week: WeekPlan | None, ports: Ports) -> str | None:
    if week is None:
        return None
    lesson = lesson_of_week(ports.known.catalogue, here.about, week.plan.week).id
    return None if lesson in here.state.lessons else lesson
