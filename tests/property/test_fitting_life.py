"""A week that fits life, over generated weeks and people: missed workouts do not pile up, a smaller plan is sound, and
more pain never gives longer walks (hard rules 2, 4 and 5)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.briefs import brief_for
from support.effort import SOAK, examples
from support.people import catalogue, person
from support.rules import is_hard
from unbend.adaptation.reason import Reason
from unbend.adaptation.smaller import Size, size_now
from unbend.adaptation.walks import WalkAim, walk_aim
from unbend.catalogue.words import Phase
from unbend.planning.because import why_from
from unbend.planning.missed import WeekSoFar, caught_up, shorter
from unbend.planning.solvers.greedy import Greedy
from unbend.planning.verify import verify
from unbend.planning.week import plan_week
from unbend.record.course import NEXT_DAY, Morning, Reading, Walk, Workout
from unbend.record.planned import PlannedWeek
from unbend.record.state import State
from unbend.record.wishes import WEEKDAYS

NUMBERS = catalogue().adaptation
MONDAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
PEOPLE = range(300 if SOAK else 16)
WEEK = [MONDAY + timedelta(days=number) for number in range(7)]

in_week = st.sampled_from(WEEK)


# Missed workouts.


@st.composite
def weeks_so_far(draw: st.DrawFn) -> WeekSoFar:
    """Any week: workouts on some days, one or two moved by hand or left out, some done, as planned or not. Mostly such
    weeks as leave something to catch up."""
    planned = draw(st.lists(in_week, unique=True, min_size=1, max_size=5))
    free = [day for day in WEEK if day not in planned]
    on: dict[date, date | None] = {day: day for day in sorted(planned)}
    by_hand = draw(st.lists(st.sampled_from(planned), unique=True, max_size=2))
    for day in by_hand:
        to = draw(st.sampled_from([*free, *free, None]))
        on[day] = to
        free = [other for other in free if other != to]
    return WeekSoFar(
        monday=MONDAY,
        on=on,
        by_hand=frozenset(by_hand),
        hard=frozenset(draw(st.lists(st.sampled_from(planned), unique=True))),
        done=frozenset(draw(st.lists(in_week, unique=True, max_size=2))),
        given=draw(st.sampled_from([MONDAY, MONDAY, MONDAY, *WEEK[1:3]])),
        is_sore=draw(st.sampled_from([False, False, False, True])),
    )


@examples(400, soak=100_000)
@given(weeks_so_far(), st.sampled_from(WEEK[1:]))
def test_a_missed_workout_adds_none_to_a_day_or_to_the_week(week: WeekSoFar, today: date) -> None:
    week = replace(week, done=frozenset(day for day in week.done if day <= today))
    found = caught_up(week, today=today)
    if found is None:
        return
    after = {**week.on, found.planned: found.on}
    days = [day for day in after.values() if day is not None]
    assert len(after) == len(week.on)
    assert len(days) == len(set(days))
    assert found.on in WEEK
    assert found.planned < found.on
    assert week.given <= found.planned < today
    assert found.planned not in week.done
    assert found.planned not in week.by_hand
    assert found.on >= today or found.on in week.done
    if found.on not in week.done:
        assert found.on not in week.by_hand
        assert not week.is_sore
        assert None not in week.on.values()


@examples(400, soak=100_000)
@given(weeks_so_far(), st.sampled_from(WEEK[1:]))
def test_no_hard_day_stands_beside_another_for_it(week: WeekSoFar, today: date) -> None:
    found = caught_up(week, today=today)
    if found is not None and not found.easy and found.planned in week.hard:
        hard = {on for planned, on in week.on.items() if planned in week.hard and planned != found.planned}
        beside = {found.on - timedelta(days=1), found.on + timedelta(days=1)}
        assert not beside & hard


@pytest.mark.parametrize("seed", PEOPLE)
@pytest.mark.parametrize("easy", [False, True])
def test_the_shorter_workout_is_sound_and_part_of_the_whole_one(seed: int, easy: bool) -> None:
    brief = brief_for(person(seed))
    if brief is None:
        return
    plan = plan_week(brief, Greedy(), seed=1)
    for session in plan.sessions:
        made = shorter(plan, session, brief, easy=easy)
        if made is None:
            continue
        alone = replace(plan, sessions=(made,))
        assert verify(alone, brief) == ()
        assert [item for item in made.items if item not in session.items] == []
        assert made.seconds < session.seconds or session.seconds <= 300
        assert not (easy and is_hard(made))


def test_on_an_easy_day_nothing_hard_is_left_of_a_hard_workout() -> None:
    briefs = [brief for seed in range(400) if (brief := brief_for(person(seed))) is not None]
    plans = [(brief, plan_week(brief, Greedy(), seed=1)) for brief in briefs if brief.start.phase is Phase.STRENGTHEN]
    hard = [(brief, plan, session) for brief, plan in plans for session in plan.sessions if is_hard(session)]
    assert len(hard) > 4
    for brief, plan, session in hard:
        made = shorter(plan, session, brief, easy=True)
        assert made is not None
        assert not is_hard(made)


def test_nearly_every_missed_workout_can_be_made_shorter() -> None:
    briefs = [brief for seed in range(60) if (brief := brief_for(person(seed))) is not None]
    plans = [(brief, plan_week(brief, Greedy(), seed=1)) for brief in briefs]
    made = [shorter(plan, plan.sessions[0], brief, easy=False) for brief, plan in plans if plan.sessions]
    assert sum(one is not None for one in made) >= 0.95 * len(made) > 20


# Smaller plans.


@st.composite
def courses(draw: st.DrawFn) -> State:
    """Some weeks of plans, with gaps, and any workouts and walks in them."""
    mondays = [MONDAY - timedelta(weeks=number) for number in range(8, -1, -1)]
    planned: dict[date, PlannedWeek] = {}
    for monday in draw(st.lists(st.sampled_from(mondays), unique=True)):
        numbers = draw(st.lists(st.integers(0, 6), unique=True, max_size=7))
        days = tuple(monday + timedelta(days=number) for number in sorted(numbers))
        planned[monday] = PlannedWeek(days, at(monday, draw(st.integers(0, 6))), f"plan-{monday}")
    done = sorted(draw(st.lists(st.integers(-56, 1), unique=True, max_size=40)))
    workouts = tuple(draw(workout(day)) for day in done)
    walked = sorted(draw(st.lists(st.integers(-28, 1), max_size=12)))
    walks = tuple(Walk(f"walk-{n}", at(MONDAY, day), draw(st.integers(1, 90))) for n, day in enumerate(walked))
    pains = tuple(Reading(at(MONDAY, -number), draw(pain), NEXT_DAY, f"r{number}") for number in range(20, 0, -4))
    return State(planned=planned, recent=workouts, walks=walks, pains=pains)


pain = st.integers(0, 10)


def at(day: date, later: int) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(days=later)


@st.composite
def workout(draw: st.DrawFn, day: int) -> Workout:
    """A workout so many days after MONDAY, of which something may be untold."""
    said = st.none() | pain
    told = draw(said)
    morning = None if told is None else Morning(f"morning-{day}", at(MONDAY, day + 1), told)
    numbers: dict[str, Any] = {key: draw(said) for key in ("pain_before", "pain_during", "pain_after", "effort")}
    return Workout(f"did-{day}", at(MONDAY, day), next_day=morning, **numbers)


@examples(400, soak=40_000)
@given(courses(), st.integers(5, 90), st.integers(1, 7) | st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True))
def test_no_week_is_larger_than_was_asked_for_nor_too_small(state: State, minutes: int, days: int | list[str]) -> None:
    asked = Size(minutes, days if isinstance(days, int) else tuple(days))
    found = size_now(asked, state, NUMBERS, now=NOW)
    assert 5 <= found.minutes <= minutes
    if isinstance(asked.days, int):
        assert isinstance(found.days, int)
        assert min(asked.days, 2) <= found.days <= asked.days
    else:
        assert isinstance(found.days, tuple)
        assert set(found.days) <= set(asked.days)
        assert len(found.days) >= min(len(asked.days), 2)
    if (found.minutes, found.days) != (asked.minutes, asked.days):
        assert found.why


@examples(400, soak=40_000)
@given(courses())
def test_every_reason_names_entries_of_the_log_and_a_rule_with_its_sources(state: State) -> None:
    aim = walk_aim(state, catalogue(), now=NOW)
    reasons = [*size_now(Size(20, 4), state, NUMBERS, now=NOW).why, *([aim.why] if aim and aim.why else [])]
    for reason in reasons:
        assert reason.entries
        assert set(reason.entries) <= entries_of(state)
        assert why_from(reason, catalogue()).sources


def entries_of(state: State) -> set[str]:
    mornings = {workout.next_day.entry for workout in state.recent if workout.next_day}
    told = {one.entry for one in state.recent} | {one.entry for one in state.walks} | {one.entry for one in state.pains}
    return mornings | told | {week.entry for week in state.planned.values()}


@examples(200, soak=20_000)
@given(courses(), st.integers(0, 6))
def test_a_week_stays_as_it_was_given_while_nothing_of_the_weeks_before_changes(state: State, day: int) -> None:
    monday, later = at(MONDAY, 0), at(MONDAY, day)
    asked = Size(20, 3)
    assert size_now(asked, state, NUMBERS, now=later) == size_now(asked, state, NUMBERS, now=monday)
    assert walk_aim(state, catalogue(), now=later) == walk_aim(state, catalogue(), now=monday)


@pytest.mark.parametrize("seed", PEOPLE)
@pytest.mark.parametrize("notch", [0, 1])
def test_a_smaller_week_is_planned_and_sound(seed: int, notch: int) -> None:
    brief = brief_for(person(seed))
    if brief is None:
        return
    fewer = brief.days[: max(1, len(brief.days) - notch)]
    smaller = replace(brief, minutes=max(5, round(brief.minutes * NUMBERS.smaller[notch])), days=fewer)
    plan = plan_week(smaller, Greedy(), seed=1)
    assert verify(plan, smaller) == ()
    assert all(session.seconds <= smaller.minutes * 60 for session in plan.sessions)
    assert len(plan.sessions) <= len(fewer)


# Walks.


def minutes_and_days(aim: WalkAim | None) -> tuple[int, int]:
    return (0, 0) if aim is None else (aim.minutes, aim.days)


@examples(400, soak=60_000)
@given(courses(), st.data())
def test_more_pain_or_effort_never_gives_longer_walks_or_more_of_them(state: State, data: st.DataObject) -> None:
    if not state.recent:
        return
    index = data.draw(st.integers(0, len(state.recent) - 1))
    worse = worsened(state.recent[index], data.draw(st.sampled_from(["during", "after", "effort", "next day"])))
    sore = replace(state, recent=(*state.recent[:index], worse, *state.recent[index + 1 :]))
    before, after = (minutes_and_days(walk_aim(one, catalogue(), now=NOW)) for one in (state, sore))
    assert after[0] <= before[0]
    assert after[1] <= before[1]


def worsened(one: Workout, what: str) -> Workout:
    """The workout with one number at its worst."""
    if what == "next day":
        morning = one.next_day or Morning(f"morning-{one.entry}", one.at + timedelta(days=1), 0)
        return replace(one, next_day=replace(morning, pain=10))
    key = {"during": "pain_during", "after": "pain_after", "effort": "effort"}[what]
    changed: dict[str, Any] = {key: 10}
    return replace(one, **changed)


@examples(400, soak=60_000)
@given(courses())
def test_where_something_was_not_told_walks_never_grow(state: State) -> None:
    aim = walk_aim(state, catalogue(), now=NOW)
    if aim is None or aim.why is None or aim.why.code != "walk-grows":
        return
    named = [one for one in state.recent if one.entry in aim.why.entries]
    assert [one for one in named if None in (one.pain_before, one.pain_after, one.effort)] == []
    assert named or any(reading.entry in aim.why.entries for reading in state.pains)


@examples(400, soak=40_000)
@given(courses())
def test_no_walk_is_longer_than_it_is_to_reach_nor_a_step_beyond_what_was_walked(state: State) -> None:
    aim = walk_aim(state, catalogue(), now=NOW)
    if aim is None:
        return
    parameters = catalogue().parameters
    longest = max(walk.minutes for walk in state.walks)
    assert 1 <= aim.minutes <= min(parameters.walking_target_minutes, longest + NUMBERS.walk_minutes_step)
    assert NUMBERS.walk_days_first <= aim.days <= parameters.walking_target_days


@pytest.mark.parametrize("seed", PEOPLE)
@pytest.mark.parametrize("minutes", [7, 30])
def test_the_walk_of_a_week_stays_within_the_dose_of_its_phase(seed: int, minutes: int) -> None:
    brief = brief_for(person(seed))
    if brief is None:
        return
    aim = WalkAim(minutes, 4, Reason("walk-stays", "walks-grow", ("walk-1",), {"days": "4", "last": str(minutes)}))
    plan = plan_week(replace(brief, walk=aim), Greedy(), seed=1)
    walks = [small for small in plan.between if small.times_a_week is not None]
    assert verify(plan, replace(brief, walk=aim)) == ()
    for walk in walks:
        amount = catalogue().exercises[walk.exercise].dose[plan.phase].duration_seconds
        assert amount is not None
        assert amount[0] <= (walk.dose.duration_seconds or 0) <= max(amount[0], min(amount[1], minutes * 60))
        assert walk.why.entries == ("walk-1",)
        ends = amount[1] < minutes * 60 and walk.dose.duration_seconds == amount[1]
        assert walk.why.code == ("walk-most" if ends else "walk-stays"), "nothing is said to go on where it ends"
