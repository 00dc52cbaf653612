"""The week's plan of a person: made when there is none for today's answers, kept as advice, shown as it was given."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from unbend.adaptation.habit import time_of_day
from unbend.adaptation.response import Answer, responses
from unbend.planning.brief import WEEKDAYS, Brief
from unbend.planning.codec import plan_as_json, plan_from_json
from unbend.planning.pace import in_use_now, known_now, monday_of, week_now
from unbend.planning.plan import Plan
from unbend.planning.swap import Refused, with_swaps
from unbend.planning.week import plan_week
from unbend.record.course import Outcome
from unbend.record.entry import Entry
from unbend.record.keeping import Role
from unbend.record.kinds.advised import Advised
from unbend.record.pause import rested
from unbend.service.access import Right, require
from unbend.service.before import with_differences
from unbend.service.ids import derived
from unbend.service.plan import brief_of, size_asked
from unbend.service.ports import Actor, Ports
from unbend.service.record import made
from unbend.service.standing import Standing, standing
from unbend.service.week_days import DayStatus as DayStatus
from unbend.service.week_days import PlannedDay as PlannedDay
from unbend.service.week_days import days_of

SEED = 1
WEEK = timedelta(weeks=1)
ASKS_FOR_LESS = (Answer.STAY, Answer.TOO_MUCH)


@dataclass(frozen=True)
class WeekPlan:
    """A plan that was given, with the entry that keeps it, and its days as they stand today."""

    monday: date
    plan: Plan
    entry: str
    made_at: datetime
    days: tuple[PlannedDay, ...]

    @property
    def as_it_stands(self) -> Plan:
        """The plan with the workouts as they are to be done: one that is caught up is shorter."""
        return replace(self.plan, sessions=tuple(day.session for day in self.days))

    @property
    def today(self) -> PlannedDay | None:
        """The workout that is for today and not yet done."""
        return next((day for day in self.days if day.status is DayStatus.TODAY), None)

    @property
    def next(self) -> PlannedDay | None:
        """The nearest workout that is still ahead, after today."""
        ahead = [day for day in self.days if day.status is DayStatus.AHEAD]
        return min(ahead, key=lambda day: day.on or date.max, default=None)


@dataclass(frozen=True)
class WeekAdvice:
    """Where the person stands, and their week; None where no plan may be made."""

    standing: Standing
    week: WeekPlan | None


def week_of(actor: Actor, person: str, ports: Ports) -> WeekAdvice:
    """The person's week. For themselves it is made when there is none yet; others see what was given last. Raises
    NotAllowed."""
    seen = require(actor, person, Right.SEE, ports)
    here = standing(actor, person, ports)
    if not here.safety.may_plan:
        return WeekAdvice(here, None)
    entry = _given(here, ports) if seen.role is Role.SELF else _last_given(here, ports)
    return WeekAdvice(here, None if entry is None else _week(entry, here, ports))


def brief_now(here: Standing, ports: Ports) -> Brief:
    """What the planner may look at today. Raises ValueError where no plan may be made."""
    brief = brief_of(here.state, here.values, here.safety, ports.known.catalogue, now=here.now)
    state = rested(here.state, here.now)
    asked = size_asked(here.state.wishes).days
    week = week_now(state, here.today, days_a_week=asked if isinstance(asked, int) else len(asked))
    known, in_use = known_now(state, here.today, week=week), in_use_now(state, here.today, week=week)
    is_begun = monday_of(here.today) in here.state.planned
    return replace(brief, week=week, known=known, in_use=in_use, is_begun=is_begun)


def usual_time(here: Standing, ports: Ports) -> str | None:
    """The time of day that the person said, or that their last workouts tell; None where neither does."""
    return time_of_day(here.state, ports.known.catalogue.adaptation, now=here.now).key


def basis_of(here: Standing, brief: Brief, ports: Ports) -> str:
    """A fingerprint of what a plan stands on within a week: when it changes, the plan is made anew."""
    stands_on = {
        "allows": here.safety.allows,
        "restrictions": sorted(brief.restricted_by),
        "start": [brief.start.phase, brief.start.rung, [direction.id for direction in brief.start.directions]],
        "wishes": asdict(here.state.wishes),
        "declined": sorted(brief.declined),
        "kept": sorted(brief.kept),
        "answers": _answers(here, ports),
        "tries": _hard_tries(here),
        "size": [brief.minutes, brief.days],
        "time": brief.time_of_day,
        "walk": None if brief.walk is None else [brief.walk.minutes, brief.walk.days],
        "swaps": sorted(here.state.swaps.items()),
        "catalogue": ports.known.catalogue.hash,
    }
    return sha256(json.dumps(stands_on, sort_keys=True, default=str).encode()).hexdigest()[:16]


def _answers(here: Standing, ports: Ports) -> list[tuple[str, str]]:
    """How the back answered the workouts of last week; and those of this week that ask for less or for no more. A week
    stays as it was given otherwise, and no plan of before such an answer can come back."""
    answers = responses(here.state.recent, ports.known.catalogue.adaptation)
    monday = monday_of(here.today)
    last = [one for one in here.state.recent if _day(one.at, here) >= monday - WEEK]
    given = ((one, answers[one.entry].answer) for one in last)
    return [(one.entry, answer) for one, answer in given if _day(one.at, here) < monday or answer in ASKS_FOR_LESS]


def _hard_tries(here: Standing) -> list[tuple[str, str]]:
    """What hurt, was hard or was not done to its end in this week or the last."""
    since = monday_of(here.today) - WEEK
    return sorted(
        (key, one.workout)
        for key, practice in here.state.practised.items()
        for one in practice.tries
        if _day(one.at, here) >= since and (one.felt == "hard" or one.outcome in (Outcome.HURT, Outcome.PART))
    )


def _day(at: datetime, here: Standing) -> date:
    return at.astimezone(here.now.tzinfo).date()


def _given(here: Standing, ports: Ports) -> Entry:
    """The advice for this week and these answers: found in the log, or made and written there."""
    monday, brief = monday_of(here.today), brief_now(here, ports)
    basis = basis_of(here, brief, ports)
    name = derived(here.person, "plan", monday.isoformat(), basis)
    if (kept := ports.store.entry(here.person, name)) is not None:
        return kept
    plan = _swapped(plan_week(brief, ports.solver, seed=SEED), brief, here.state.swaps)
    plan = with_differences(plan, monday, here, ports)
    content = {"monday": monday.isoformat(), "basis": basis, "plan": plan_as_json(plan)}
    item = made("advised", advice("plan", content, ports), ports, id_=name, happened_at=here.now)
    ports.store.append(here.person, [item], now=ports.clock.now())
    return ports.store.entry(here.person, name) or item.entry


def content_of(entry: Entry) -> Mapping[str, Any]:
    """What an advice entry holds. Raises TypeError for any other kind."""
    if not isinstance(entry.data, Advised):
        raise TypeError(f"{entry.kind} is no advice")
    return entry.data.content


def advice(what: str, content: Mapping[str, object], ports: Ports) -> dict[str, object]:
    """The data of an advice entry: the advice, and what it stood on."""
    known = ports.known
    return {
        "what": what,
        "catalogue": known.catalogue.hash,
        "software": known.software,
        "seed": SEED,
        "content": content,
    }


def _swapped(plan: Plan, brief: Brief, swaps: Mapping[str, str]) -> Plan:
    """The plan with the person's exchanges; one that no longer fits is left out, and the others are kept."""
    for old, new in swaps.items():
        changed = with_swaps(plan, brief, {old: new})
        plan = plan if isinstance(changed, Refused) else changed
    return plan


def _last_given(here: Standing, ports: Ports) -> Entry | None:
    given = here.state.given.get("plan")
    entry = None if given is None else ports.store.entry(here.person, given.entry)
    return entry if entry is not None and _holds_a_plan(entry, ports) else None


def _holds_a_plan(entry: Entry, ports: Ports) -> bool:
    """Whether a week can be shown from it: a file from elsewhere may have brought in anything as advice."""
    try:
        content = content_of(entry)
        date.fromisoformat(content["monday"])
        sessions = plan_from_json(content["plan"]).sessions
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    known = ports.known.catalogue.exercises
    return all(
        session.day in WEEKDAYS and all(item.exercise in known for item in session.items) for session in sessions
    )


def _week(entry: Entry, here: Standing, ports: Ports) -> WeekPlan:
    content = content_of(entry)
    monday, plan = date.fromisoformat(content["monday"]), plan_from_json(content["plan"])
    given = entry.happened_at.astimezone(here.now.tzinfo).date()
    days = days_of(plan, monday, given, here, ports, brief=lambda: brief_now(here, ports))
    return WeekPlan(monday, plan, entry.id, entry.happened_at, days)
