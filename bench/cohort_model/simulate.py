"""Half a year of one person, day by day, once for each way of dosing, on the same body and the same chances."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.cohort_model.body import Body, Taken
from bench.cohort_model.controllers.always_up import AlwaysUp
from bench.cohort_model.controllers.fixed import Fixed
from bench.cohort_model.controllers.given import Controller, Workout, limits_of
from bench.cohort_model.controllers.ours import EXACT, Ours
from bench.cohort_model.controllers.selfback import SelfBack
from bench.cohort_model.known import catalogue
from bench.cohort_model.memo import Memo
from bench.cohort_model.numbers import NUMBERS
from bench.cohort_model.people import Subject, subject
from bench.cohort_model.remembered import remembering
from bench.cohort_model.telling import WEEKLY, Teller

from unbend.assessment.offer import offered_tests
from unbend.catalogue.condition import Person
from unbend.catalogue.words import Phase

WEEKS = 26
RETEST_WEEKS = 4
ARMS = ("ours", "fixed", "selfBACK", "always up")


@dataclass(frozen=True)
class Did:
    """A workout that was done: the day, what was given, how the body took it, and what was told of it afterwards.
    `worse`: whether the person told a morning that was worse."""

    day: int
    given: Workout
    taken: Taken
    told_before: int | None
    worse: bool | None = None


@dataclass
class Course:
    """One person's half year with one way of dosing. `planned` counts the workouts of each Monday's week, `pains` are
    true pains, one a morning, `phases` those of our plans on Mondays."""

    arm: str
    done: list[Did] = field(default_factory=list)
    planned: int = 0
    pains: list[float] = field(default_factory=list)
    flares: int = 0
    sides: dict[str, float] = field(default_factory=dict)
    more_on_worse: int = 0
    more_on_better: int = 0
    phases: list[Phase | None] = field(default_factory=list)


@dataclass(frozen=True)
class Half:
    """All four courses of one person, and what our programme was checked for: the hard rules that its plans broke, how
    many plans were made, and in how many weeks there was none."""

    seed: int
    sides: dict[str, float]
    uses_days: int
    courses: dict[str, Course]
    faults: list[str]
    plans: int
    weeks: int
    without_plan: int


def half_year(seed: int, *, weeks: int = WEEKS, solver: Memo = EXACT) -> Half | None:
    """The person of a seed under each way of dosing; None if they may have no plan."""
    someone = subject(seed, days=weeks * 7)
    if someone is None:
        return None
    limits = limits_of(someone)
    ours = Ours(someone, solver)
    with remembering():
        courses = {"ours": _run("ours", someone, ours)}
    others: dict[str, Controller] = {
        "fixed": Fixed(someone, limits),
        "selfBACK": SelfBack(someone, limits),
        "always up": AlwaysUp(someone, limits, ours.given),
    }
    courses |= {arm: _run(arm, someone, controller) for arm, controller in others.items()}
    return Half(someone.seed, someone.sides, someone.stops_on, courses, ours.faults, ours.plans, weeks, ours.none)


def _run(arm: str, someone: Subject, controller: Controller) -> Course:
    course, body, teller = Course(arm), someone.body(), Teller(someone)
    for day in range(someone.luck.days):
        body.wake()
        course.pains.append(body.pain)
        if day >= someone.stops_on:
            continue
        _morning(course, body, teller, controller)
        if day % 7 == 0:
            _week(course, body, teller, controller, someone)
        if isinstance(controller, Ours) or day % 7 in someone.weekdays:
            _workout(course, body, teller, controller, someone)
    course.flares, course.sides = body.flares, body.sides
    course.more_on_worse, course.more_on_better = body.more_on_worse, body.more_on_better
    return course


def _morning(course: Course, body: Body, teller: Teller, controller: Controller) -> None:
    if not course.done or course.done[-1].day != body.day - 1:
        return
    last = course.done[-1]
    told = teller.morning(body, last.taken.before)
    if told is None:
        return
    controller.tell([told])
    before, data = last.told_before, told["data"]
    worse = data.get("compared") == "worse" or (before is not None and data["pain"] > before)
    course.done[-1] = Did(last.day, last.given, last.taken, before, worse)


def _week(course: Course, body: Body, teller: Teller, controller: Controller, someone: Subject) -> None:
    """Monday: the weekly answer, what has to be answered anew, and every four weeks the tests."""
    if not isinstance(controller, Ours):
        course.planned += len(someone.weekdays)
        return
    controller.tell([one for one in (teller.week(body),) if one is not None])
    if body.day % (7 * RETEST_WEEKS) == 0:
        made = (teller.test(body, test) for test in _tests_now(controller, body, someone))
        controller.tell([one for one in made if one is not None])
    advice = controller.open(body.day, WEEKLY.replace(hour=9))
    plan = advice.week.plan if advice and advice.week else None
    course.phases.append(plan.phase if plan else None)
    course.planned += len(plan.sessions) if plan else 0
    controller.none += plan is None


def _tests_now(controller: Ours, body: Body, someone: Subject) -> Sequence[str]:
    """The tests of both sides that may be done today (hard rule 2)."""
    known: dict[str, Any] = {key: one.value for key, one in controller.memory.folded.findings.items()}
    about = Person({**known, "severity": body.pain}, catalogue().safety.worrying)
    phase = controller.phase or Phase.RESTORE
    offers = {
        offer.test.id for offer in offered_tests(catalogue(), about, phase=phase, restrictions=()) if not offer.not_now
    }
    return [test for test in someone.sides if test in offers]


def _workout(course: Course, body: Body, teller: Teller, controller: Controller, someone: Subject) -> None:
    """Today's workout, where there is one and the person does it. Whether they look at all is decided first: what
    nobody looks at need not be planned."""
    day = body.day
    draw = someone.luck.uniform("does", day)
    if draw >= _chance_of(body, someone, minutes=0, times=1):
        return
    looks = someone.luck.uniform("looks", day) < NUMBERS.looks_for_missed
    if isinstance(controller, Ours) and not controller.looks_on(day, looks_for_missed=looks):
        return
    given = controller.workout(day)
    if given is None or draw >= _chance_of(body, someone, minutes=given.minutes, times=given.times):
        return
    taken = body.work(given.items)
    left = [item.exercise for item in given.items[len(taken.parts) :]]
    told = teller.workout(taken, day, given.phase, left)
    controller.tell([told])
    course.done.append(Did(day, given, taken, told["data"].get("pain_before")))


def _chance_of(body: Body, someone: Subject, *, minutes: int, times: int) -> float:
    """How likely a workout is done: less where it is long, where there are many, where it hurts, and with the weeks."""
    numbers = NUMBERS
    long = 1 - numbers.adherence_minute * max(0, min(60, minutes) - 15)
    many = 1 - numbers.adherence_times * max(0, times - 3)
    sore = 1 - numbers.adherence_pain * max(0.0, body.pain - 4)
    late = 1 - numbers.adherence_week * (body.day // 7)
    return someone.keeps * long * many * sore * late
