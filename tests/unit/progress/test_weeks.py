"""Weeks with their plan, the calendar, milestones and what is said first."""

import re
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import unbend
from support.people import catalogue
from support.records import long_record, on, workout
from unbend.assessment.outcomes import Verdict
from unbend.catalogue.condition import Person
from unbend.catalogue.load_text import load_texts
from unbend.progress import What, Window, milestones_of, month_of, observed, progress_of, summary_of
from unbend.progress.observed import Observed
from unbend.progress.span import Span, first_day
from unbend.progress.weeks import weeks_of
from unbend.record.course import PAINS, Outcome
from unbend.record.entry import Entry
from unbend.record.kinds.advised import Advice, Advised
from unbend.record.kinds.moved import Moved
from unbend.record.kinds.practised import Done, Practised
from unbend.record.kinds.walked import Walked

CATALOGUE = catalogue()
PROGRESS = Path(unbend.__file__).parent / "progress"
TODAY = date(2026, 3, 5)
MONDAY = date(2026, 3, 2)


def seen(*entries: Entry) -> Observed:
    return observed(entries, CATALOGUE.measures, until=TODAY)


def moved(day: date, to: date | None) -> Entry:
    entry = on(day, Walked(0), key=f"moved-{day}")
    return Entry(entry.id, "moved", entry.happened_at, Moved(day, to))


def planned_of(*entries: Entry) -> int | None:
    (week,) = weeks_of(seen(*entries), Span(MONDAY, TODAY, weekly=False))
    return week.planned


def test_a_moved_workout_is_planned_where_it_was_put_last_and_one_left_out_nowhere() -> None:
    plan = plan_given(MONDAY, "monday", "wednesday", "friday")
    assert planned_of(plan) == 3
    assert planned_of(plan, moved(MONDAY, MONDAY + timedelta(days=1))) == 3
    assert planned_of(plan, moved(MONDAY, MONDAY + timedelta(days=7))) == 2
    assert planned_of(plan, moved(MONDAY + timedelta(days=2), None)) == 2


def test_what_was_planned_is_not_known_where_no_plan_was_given() -> None:
    assert planned_of(on(MONDAY, workout())) is None


def test_a_plan_counts_from_the_day_it_was_given() -> None:
    assert planned_of(plan_given(TODAY, "monday", "wednesday", "friday")) == 1
    first = plan_given(MONDAY, "monday", "wednesday", "friday")
    assert planned_of(first, plan_given(TODAY, "tuesday", "thursday", "saturday")) == 4


def test_advice_that_is_not_written_as_ours_plans_nothing() -> None:
    for content in ({}, {"monday": "x", "plan": {"sessions": [{"day": "monday"}]}}, {"monday": 3, "plan": []}):
        strange = Entry(
            "strange", "advised", on(MONDAY, workout()).happened_at, Advised(Advice.PLAN, "h", "1", content)
        )
        assert planned_of(strange) is None


def test_a_workout_of_which_everything_was_skipped_is_none() -> None:
    skipped = Practised((Done("glute-bridge", outcome=Outcome.SKIPPED),))
    assert seen(on(TODAY, skipped)).workouts == []
    assert len(seen(on(TODAY, workout())).workouts) == 1


def test_days_are_those_of_the_persons_zone() -> None:
    record = observed([on(TODAY, workout())], CATALOGUE.measures, until=TODAY, zone=ZoneInfo("Pacific/Kiritimati"))
    assert record.workouts == []  # noon in London is already tomorrow there


def plan_given(day: date, *weekdays: str) -> Entry:
    """A plan for the week of the day, given on that day."""
    monday = day - timedelta(days=day.weekday())
    content = {"monday": monday.isoformat(), "plan": {"sessions": [{"day": name} for name in weekdays]}}
    happened_at = on(day, workout()).happened_at
    return Entry(f"plan-{day}", "advised", happened_at, Advised(Advice.PLAN, "hash", "1.0", content))


def test_a_month_shows_each_day_once_with_what_was_done() -> None:
    record = seen(on(MONDAY, workout()), on(MONDAY, Walked(20)), on(TODAY, Walked(5)), moved(date(2026, 3, 4), None))
    weeks = month_of(record, TODAY, today=TODAY)
    days = {day.day: day for week in weeks for day in week if not day.outside}
    assert len(days) == 31
    assert days[MONDAY].what == (What.WORKOUT, What.WALK)
    assert days[date(2026, 3, 4)].what == (What.MOVED,)
    assert days[date(2026, 3, 3)].what == (What.NOTHING,)
    assert [day.ahead for day in (days[TODAY], days[TODAY + timedelta(days=1)])] == [False, True]
    assert all(len(week) == 7 for week in weeks)


def test_a_month_can_begin_its_weeks_on_sunday() -> None:
    assert month_of(seen(), TODAY, today=TODAY, first_weekday=6)[0][0].day.weekday() == 6


def test_milestones_tell_of_the_first_the_tenth_and_of_coming_back() -> None:
    days = [TODAY - timedelta(days=n) for n in (60, 58, 56, 54, 52, 50, 48, 46, 44, 42, 2)]
    found = {
        fact.code: fact for fact in milestones_of(seen(*(on(day, workout()) for day in days)), CATALOGUE, today=TODAY)
    }
    assert set(found) == {"first-workout", "workouts", "back-again"}
    assert found["first-workout"].day == days[0]
    assert found["workouts"].params == {"count": "10"}
    assert found["back-again"].day == days[-1]


def test_the_first_week_with_all_that_was_planned_is_a_milestone() -> None:
    plans = (plan_given(MONDAY - timedelta(days=n), "monday", "wednesday") for n in (14, 7))
    record = seen(*plans, *(on(MONDAY - timedelta(days=n), workout()) for n in (14, 7, 6)))
    found = milestones_of(record, CATALOGUE, today=TODAY)
    assert [fact.day for fact in found if fact.code == "first-week-as-planned"] == [MONDAY - timedelta(days=1)]


def test_a_long_record_has_every_kind_of_milestone_the_latest_first() -> None:
    record = seen(*long_record(TODAY, weeks=200))
    found = milestones_of(record, CATALOGUE, today=TODAY)
    assert {"pain-lower", "milestone-measure", "milestone-test", "first-walk"} <= {fact.code for fact in found}
    assert [fact.day for fact in found] == sorted((fact.day for fact in found), reverse=True)


def test_nothing_yet_is_said_as_such_and_is_no_milestone() -> None:
    empty = progress_of((), CATALOGUE, window=Window.ALL, today=TODAY, person=Person({}, CATALOGUE.safety.worrying))
    assert [fact.code for fact in summary_of(empty)] == ["nothing-yet"]
    assert milestones_of(seen(), CATALOGUE, today=TODAY) == ()


def test_what_changed_is_said_before_what_stayed() -> None:
    found = progress_of(
        long_record(TODAY, weeks=200),
        CATALOGUE,
        window=Window.ALL,
        today=TODAY,
        person=Person({}, CATALOGUE.safety.worrying),
    )
    codes = [fact.code for fact in summary_of(found)]
    assert codes[0] == "workouts-in-window"
    kinds = [code.rpartition("-")[2] for code in codes[1:]]
    assert kinds == sorted(kinds, key=["better", "worse", "same", "known"].index)
    assert {"better", "same"} <= set(kinds)


def test_a_window_begins_on_a_monday() -> None:
    assert first_day(Window.TWELVE_WEEKS, TODAY) == MONDAY - timedelta(weeks=11)
    assert first_day(Window.ALL, TODAY) is None


def test_every_code_of_progress_has_words_and_no_words_are_left_over() -> None:
    words = {code: text for code, text in load_texts().progress.items() if not code.startswith("helps-")}
    named = {
        code
        for file in PROGRESS.glob("*.py")
        for code in re.findall(r'"([a-z]+(?:-[a-z]+)+|workouts)"', file.read_text())
    }
    made = {
        f"{topic}-{how}"
        for topic in ("pain", "measure", "test", "test-side")
        for how in ("better", "worse", "same", "not-known")
    }
    made |= {f"occasion-{occasion}" for occasion in PAINS} | {f"day-{what}" for what in What}
    made |= {f"verdict-{verdict}" for verdict in Verdict} | {f"window-{window}" for window in Window}
    facts = {code for file in PROGRESS.glob("*.py") for code in re.findall(r'Fact\(\s*"([a-z-]+)"', file.read_text())}
    assert len(facts) >= 6
    assert facts | made <= set(words)
    assert set(words) - made <= named


def test_milestones_never_speak_of_what_was_not_done() -> None:
    words = load_texts().progress
    assert not [text for text in words.values() if re.search(r"\b(miss|fail|skip|streak|only|lazy|behind)", text, re.I)]
