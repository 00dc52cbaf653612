"""Our programme, as it is shipped: the real record, the real use cases, the real solver."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from bench.cohort_model.controllers.given import Workout
from bench.cohort_model.known import catalogue, known
from bench.cohort_model.memo import Memo
from bench.cohort_model.memory import ME, Clock, Memory, Numbered
from bench.cohort_model.people import Subject, day_of
from bench.cohort_model.telling import WORKOUT, entry, moment

from support.people import TODAY
from support.rules import Given, every_fault
from unbend.catalogue.words import Phase
from unbend.planning.pace import monday_of
from unbend.planning.plan import Plan, Session
from unbend.planning.pose import is_first_week
from unbend.planning.solvers.cpsat import CpSat
from unbend.planning.week import UnsafePlan
from unbend.record.course import Outcome
from unbend.record.keeping import Written
from unbend.record.kinds.practised import Practised
from unbend.record.profile import profile_of
from unbend.service import planning
from unbend.service.planning import DayStatus, WeekAdvice, WeekPlan, week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import append

EXACT = Memo(CpSat())
"""One memory of solved problems for all people of a process."""

_ACTOR = Actor(1)


@dataclass(frozen=True)
class Now(Given):
    """What the rules are held against in the middle of a record: `known` was learnt before this week. After a long
    pause the weeks begin anew and with them the first one, but what was done once is not new again."""

    known: frozenset[str] = frozenset()
    is_first_week: bool = False

    @property
    def learnt(self) -> frozenset[str]:
        return self.known

    @property
    def most_new(self) -> int:
        return 4 if self.is_first_week else 2


@dataclass
class Ours:
    """One person's programme. `given` are the workouts by day, `faults` the hard rules that a plan broke, `plans` how
    many were made, `none` the weeks without a plan."""

    subject: Subject
    solver: Memo
    given: dict[int, Workout] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    plans: int = 0
    none: int = 0

    def __post_init__(self) -> None:
        self._clock = Clock(moment(0, time(7, tzinfo=WORKOUT.tzinfo)))
        self.memory = Memory()
        self.ports = Ports(self.memory, self._clock, Numbered(), known(), self.solver)
        entries = sorted(
            profile_of(self.subject.profile, catalogue(), today=TODAY).entries, key=lambda one: one.happened_at
        )
        self.memory.append(ME, [Written(one, "") for one in entries], now=self._clock.now())
        self._checked: set[str] = set()
        self._first: dict[date, bool] = {}
        self._felt: dict[str, list[str]] = {}
        self._seen = 0
        self._shown: WeekPlan | None = None

    def open(self, day: int, hour: time) -> WeekAdvice | None:
        """What the person is shown, after they answered anew what had to be; None, and a fault noted, where no sound
        plan could be made."""
        self._clock.at = moment(day, hour)
        try:
            advice = week_of(_ACTOR, ME, self.ports)
            if again := self._asked(advice):
                self.tell([entry("answered", day, hour, {"findings": again}, name=f"again{hour.hour}")])
                self._clock.at += timedelta(minutes=1)
                advice = week_of(_ACTOR, ME, self.ports)
        except UnsafePlan as fault:
            self.faults.append(f"day {day}: unsafe: {fault}")
            return None
        if advice.week is not None and advice.week.entry not in self._checked:
            self._checked.add(advice.week.entry)
            self._check(advice, advice.week.plan, day)
        self._shown = advice.week
        return advice

    def looks_on(self, day: int, *, looks_for_missed: bool) -> bool:
        """Whether there is reason to look: a workout for today as the week was last shown, or one that was missed."""
        if self._shown is None:
            return True
        today = day_of(day)
        ahead = [one.on for one in self._shown.days if one.status is not DayStatus.DONE and one.on is not None]
        return today in ahead or (looks_for_missed and any(on < today for on in ahead))

    def _asked(self, advice: WeekAdvice) -> dict[str, Any]:
        """What has to be answered anew before a plan, answered as at the start."""
        told = self.subject.profile["findings"]
        return {key: told[key] for key in advice.standing.safety.missing if key in told}

    def workout(self, day: int) -> Workout | None:
        advice = self.open(day, time(17, 30, tzinfo=WORKOUT.tzinfo))
        if advice is None or advice.week is None:
            return None
        found: Session | None = next((d.session for d in advice.week.days if d.on == day_of(day)), None)
        if found is None:
            return None
        made = Workout(found.items, advice.week.plan.phase, found.minutes, len(advice.week.plan.sessions))
        self.given[day] = made
        return made

    def tell(self, entries: Sequence[dict[str, Any]]) -> None:
        for one in entries:
            self._clock.at = max(self._clock.at, moment_of(one))
        for result in append(_ACTOR, ME, entries, self.ports):
            if result.outcome != "stored":
                raise ValueError(f"{result.id}: {result.message}")

    @property
    def phase(self) -> Phase | None:
        """The phase of the last plan."""
        phases = self.memory.folded.phases
        return phases[-1].phase if phases else None

    def _check(self, advice: WeekAdvice, plan: Plan, day: int) -> None:
        """The plan against rules that the planner never sees."""
        self.plans += 1
        self._hear()
        brief, safety = planning.brief_now(advice.standing, self.ports), advice.standing.safety
        asked = {**self.subject.profile["wishes"], "minutes": brief.minutes, "days": list(brief.days)}
        monday, practised = monday_of(day_of(day)), self.memory.folded.practised
        known = frozenset(key for key, practice in practised.items() if practice.first_at.date() < monday)
        # A week that was begun as the first one stays it, whatever is done in it.
        profile, first = {"wishes": asked, "log": self._log()}, self._first.setdefault(monday, is_first_week(brief))
        given = Now(profile, safety, plan, brief.start.rung, brief.week, known=known, is_first_week=first)
        self.faults += [f"day {day}: {fault}" for fault in every_fault(given)]

    def _hear(self) -> None:
        """How each exercise felt so far, from the record."""
        for heard in self.memory.log[self._seen :]:
            every = heard.data.exercises if isinstance(heard.data, Practised) else ()
            for done in (one for one in every if one.outcome is not Outcome.SKIPPED):
                self._felt.setdefault(done.exercise, []).append(done.felt or "")
        self._seen = len(self.memory.log)

    def _log(self) -> list[dict[str, Any]]:
        """All that was done, in as few lines as tell the rules the same."""
        done = [{"exercise": key, "felt": felt} for key, all_ in self._felt.items() for felt in _easy_first(all_)[:2]]
        said = [
            {"id": f"no {key}", "kind": "declined", "happened_at": "", "data": {"exercise": key}} for key in self._no()
        ]
        return [{"id": "all", "kind": "practised", "happened_at": "", "data": {"exercises": done}}, *said]

    def _no(self) -> list[str]:
        return sorted(self.memory.folded.declined)


def _easy_first(felt: Sequence[str]) -> list[str]:
    return sorted(felt, key=lambda one: one != "easy")


def moment_of(raw: dict[str, Any]) -> datetime:
    """When it happened."""
    return datetime.fromisoformat(raw["happened_at"])
