"""Somebody who follows their weeks: each is planned from the log so far, done, and answered by the back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from support.histories import BEGIN, entries_of, told
from support.people import Json, catalogue
from unbend.planning.brief import WEEKDAYS, Brief
from unbend.planning.codec import plan_as_json
from unbend.planning.dose import amount_of
from unbend.planning.options import options
from unbend.planning.pace import known_now, week_now
from unbend.planning.plan import Item, Plan, Session
from unbend.planning.problem import Solver
from unbend.planning.week import plan_week
from unbend.record.fold import fold
from unbend.record.pause import rested
from unbend.service.check import check_state
from unbend.service.plan import brief_of

EXAMPLES = Path(__file__).parents[2] / "examples"
PEOPLE = ("desk-worker", "climber-with-a-stiff-hip")


@dataclass(frozen=True)
class Week:
    """A week's plan, what it stands on, and all that was told before it."""

    brief: Brief
    plan: Plan
    log: tuple[Json, ...]
    now: datetime

    def with_more_pain(self, pain: int, *, compared: str = "same") -> Brief:
        """The brief of the same morning, had the last answer about a day after told of so much pain at least."""
        log = list(self.log)
        place = max(n for n, entry in enumerate(log) if entry["kind"] == "next-day")
        worse = {"pain": max(pain, log[place]["data"]["pain"]), "compared": compared}
        log[place] = log[place] | {"data": worse}
        return brief_from(log, self.now)


def brief_from(log: list[Json], now: datetime) -> Brief:
    """What the planner may look at on a morning, as the service makes it."""
    state, known = fold(entries_of(log)), catalogue()
    safety, values = check_state(state, known.safety, today=now.date())
    brief = brief_of(state, values, safety, known, now=now)
    slower = rested(state, now)
    week = week_now(slower, now.date(), days_a_week=len(brief.days))
    return replace(brief, week=week, known=known_now(slower, now.date(), week=week))


def weeks_of(name: str, seed: int, solver: Solver, *, weeks: int, temper: float = 0.15) -> Iterator[Week]:
    """The weeks of an example's person. `temper` is how often the back takes a workout badly."""
    profile: Json = json.loads((EXAMPLES / f"{name}.json").read_text())
    chance, usual = Random(seed), Random(seed).randint(1, 4)
    log = [
        told("audit", "audited", BEGIN, {"audit": profile["audit"]}),
        told("wishes", "wished", BEGIN, {"wishes": profile.get("wishes", {})}),
    ]
    monday = BEGIN.replace(hour=7)
    for number in range(weeks):
        now = monday + timedelta(weeks=number)
        if number and chance.random() < 0.06:
            monday += timedelta(weeks=chance.choice((1, 3, 9, 14)))
            now = monday + timedelta(weeks=number)
        found = {**profile["findings"], "severity": max(0, usual - number // 6)}
        log.append(told(f"check{number}", "answered", now - timedelta(minutes=9), {"findings": found}))
        brief = brief_from(log, now)
        plan = plan_week(brief, solver, seed=1)
        yield Week(brief, plan, tuple(log), now)
        content = {"monday": now.date().isoformat(), "plan": plan_as_json(plan)}
        given = {"what": "plan", "catalogue": "abc", "software": "0.1", "content": content}
        log.append(told(f"plan{number}", "advised", now, given))
        for session in plan.sessions:
            log += _done(f"w{number}{session.day}", now, session, plan, chance, usual=usual, temper=temper)


def _done(
    key: str, monday: datetime, session: Session, plan: Plan, chance: Random, *, usual: int, temper: float
) -> Iterator[Json]:
    """A workout and its answers; now and then one that is missed, and one of which nothing is told on the day after."""
    if chance.random() < 0.12:
        return
    at = monday.replace(tzinfo=UTC) + timedelta(days=WEEKDAYS.index(session.day), hours=10)
    items = [_item(item, chance, temper=temper) for item in session.items]
    rise = chance.choice((2, 3)) if chance.random() < temper else chance.choice((0, 0, 0, 1))
    pains = {"pain_before": usual, "pain_after": usual + (rise if chance.random() < temper else 0)}
    more = {"effort": chance.choice((3, 4, 5, 6, 8)), "ended": "finished", "phase": plan.phase.value}
    yield told(key, "practised", at, {"exercises": items, **pains, **more})
    if chance.random() < 0.9:
        yield told(f"{key}-morning", "next-day", at + timedelta(hours=20), {"pain": min(10, usual + rise)})


def _item(item: Item, chance: Random, *, temper: float) -> Json:
    outcome = "hurt" if chance.random() < temper / 10 else "done"
    felt = chance.choice(("easy", "easy", "right", "right", "hard" if chance.random() < temper else "right"))
    given = {"step": item.step, "sets": item.dose.sets, "seconds": (item.dose.duration_seconds or 60) * item.dose.sets}
    return {"exercise": item.exercise, "outcome": outcome, "felt": felt, **given}


def most_of(exercise: str, brief: Brief) -> int:
    """The most of an exercise that the week may choose, to compare with the most of another week."""
    known = brief.catalogue.exercises[exercise]
    return max(amount_of(option.dose) for option in options(known, brief, worse_side=False))
