"""The stages of the programme: calm, restore, strengthen, maintain, and back again, case by case."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from support.histories import BEGIN, History, done, morning, plan_given, state_of, told, workout
from support.people import Json, catalogue
from unbend.adaptation.phase import FLARE, PhaseNow, phase_now
from unbend.assessment.start import ALONGSIDE, Start
from unbend.catalogue.words import Phase

NUMBERS = catalogue().adaptation
RESTORE = Start(Phase.RESTORE, "restore-otherwise", 2, "start-as-beginner", ())
STRENGTHEN = replace(RESTORE, phase=Phase.STRENGTHEN, phase_rule="strengthen-no-pain")
CALM = replace(RESTORE, phase=Phase.CALM, phase_rule="calm-irritable")


def phase(log: list[Json], *, days: float, start: Start = RESTORE) -> PhaseNow:
    now = BEGIN + timedelta(days=days)
    return phase_now(state_of(History(tuple(log), now)), start, NUMBERS, now=now)


def plan(day: float, in_phase: str, rule: str = "restore-otherwise") -> Json:
    return plan_given(f"p{day}", BEGIN + timedelta(days=day), in_phase, rule)


def went(day: float, *, next_day: int | None = 2, in_phase: str = "restore", **more: Any) -> list[Json]:
    key, at = f"w{day}", BEGIN + timedelta(days=day, hours=1)
    answer = [] if next_day is None else [morning(key, at, next_day)]
    return [workout(key, at, done("cat-cow", step=0), phase=in_phase, **more), *answer]


def weeks(first: int, last: int, *, in_phase: str = "restore", next_day: int | None = 2) -> list[Json]:
    """Three calm workouts in each of these weeks."""
    days = (7 * week + day for week in range(first, last) for day in (0, 2, 4))
    return [entry for day in days for entry in went(day, in_phase=in_phase, next_day=next_day)]


def pain(day: float, severity: int) -> Json:
    return told(f"s{day}", "answered", BEGIN + timedelta(days=day), {"findings": {"severity": severity}})


def test_three_calm_weeks_lead_on_and_the_stage_stays_once_it_was_given() -> None:
    log = [plan(0, "restore"), *weeks(0, 3)]
    on = phase(log, days=21)
    assert (on.phase, on.rule) == (Phase.STRENGTHEN, "on-to-strength")
    assert on.why is not None
    assert on.why.entries == ("w11", "w14", "w16", "w18")
    given = [*log, plan(21, "strengthen", "on-to-strength")]
    for day in (21, 22, 25, 40):
        assert phase(given, days=day).phase is Phase.STRENGTHEN


def test_a_good_morning_in_the_middle_of_a_week_lifts_no_stage() -> None:
    """What is usual is what it was before this week: a week stays as it was given."""
    log = [plan(0, "restore")]
    for day, told_pain in ((0, 4), (2, 4), (4, 4), (7, 4), (9, 4), (11, 3), (14, 3), (16, 3), (18, 3)):
        log += went(day, pain_before=told_pain, pain_after=told_pain, next_day=told_pain)
    better = [*log, *(pain(day, 3) for day in (21.1, 22, 23))]
    assert [phase(better, days=day).phase for day in (21.2, 24.5, 27)] == [Phase.RESTORE] * 3
    assert phase(better, days=28).phase is Phase.STRENGTHEN


def test_after_calm_days_the_stage_that_goes_on_says_so() -> None:
    log = [plan(0, "restore"), plan(7, "calm", FLARE), plan(14, "calm", FLARE)]
    after = phase(log, days=21.5)
    assert (after.phase, after.rule) == (Phase.RESTORE, "restore-otherwise")
    assert after.why is not None
    assert after.why.code == "phase-after-calm"
    assert phase([*log, plan(21.5, "restore")], days=22).why is None


def test_two_weeks_are_not_enough() -> None:
    assert phase([plan(0, "restore"), *weeks(0, 2)], days=14).phase is Phase.RESTORE


def test_who_never_answers_stays() -> None:
    assert phase([plan(0, "restore"), *weeks(0, 8, next_day=None)], days=56).phase is Phase.RESTORE


def test_a_sore_morning_now_and_then_does_not_keep_anybody_for_ever() -> None:
    """One in three mornings is a little worse: the calm ones count together."""
    log = [plan(0, "restore")]
    for week in range(4):
        log += [*went(7 * week, next_day=3), *went(7 * week + 2), *went(7 * week + 4)]
    assert phase(log, days=28).phase is Phase.STRENGTHEN


def test_usual_pain_of_four_does_not_lead_on() -> None:
    log = [plan(0, "restore")]
    for day in (0, 2, 4, 7, 9, 11, 14, 16, 18):
        log += went(day, pain_before=4, pain_after=4, next_day=4)
    assert phase(log, days=21).phase is Phase.RESTORE


@pytest.mark.parametrize("was", ["strengthen", "maintain"])
def test_two_bad_workouts_of_three_lead_back_to_where_less_is_asked_and_no_further(was: str) -> None:
    """Keeping asks for fewer sets than strengthening: from there the way back leads past it."""
    log = [plan(0, was, "on-to-strength"), *went(0, in_phase=was, next_day=5), *went(2, in_phase=was, pain_after=5)]
    back = phase(log, days=3)
    assert (back.phase, back.rule) == (Phase.RESTORE, "back-a-stage")
    given = [*log, plan(3, "restore", "back-a-stage")]
    assert [phase(given, days=day).phase for day in (3, 4, 10)] == [Phase.RESTORE] * 3


def test_a_flare_is_calm_at_once_ends_after_settled_days_and_leads_back() -> None:
    log = [plan(0, "strengthen", "on-to-strength"), *weeks(0, 3, in_phase="strengthen")]
    flare = [*log, pain(20, 6)]
    during = phase(flare, days=20.5)
    assert (during.phase, during.rule) == (Phase.CALM, FLARE)
    assert during.why is not None
    assert during.why.entries == ("s20",)
    settled = [*flare, plan(20.5, "calm", FLARE), pain(21, 3), pain(22, 2)]
    after = phase(settled, days=22.5)
    assert (after.phase, after.why.code if after.why else "") == (Phase.RESTORE, "phase-after-flare")


def test_a_flare_of_which_nothing_more_is_told_ends_after_two_weeks() -> None:
    log = [plan(0, "restore"), *weeks(0, 3), pain(20, 6)]
    assert phase(log, days=33.4).phase is Phase.CALM
    assert phase(log, days=35).phase is Phase.RESTORE


def test_nobody_goes_on_a_stage_after_a_bad_day_that_nothing_followed() -> None:
    """Three calm weeks, then a flare, then silence: the flare is over by its time, and nobody knows how it is."""
    log = [plan(0, "restore"), *weeks(0, 3), pain(20, 6)]
    assert phase(log, days=36).phase is Phase.RESTORE


def test_one_bad_day_before_anything_is_usual_is_no_flare() -> None:
    assert phase([pain(0, 3), pain(1, 8)], days=1.5).rule == "restore-otherwise"


def test_days_that_were_calm_by_the_check_lead_back_as_a_flare_does() -> None:
    log = [plan(0, "strengthen", "on-to-strength"), *went(0, in_phase="strengthen"), plan(7, "calm", "calm-irritable")]
    assert phase(log, days=8, start=CALM).phase is Phase.CALM
    assert phase(log, days=14, start=RESTORE).phase is Phase.RESTORE


def test_calm_goes_on_while_a_last_morning_was_worse_and_for_two_weeks_at_most() -> None:
    """One good hour on the day of the check ends no calm days."""
    log = [plan(0, "calm", "calm-irritable"), *went(4, in_phase="calm", next_day=5)]
    on = phase(log, days=7)
    assert (on.phase, on.rule) == (Phase.CALM, "calm-irritable")
    assert on.why is not None
    assert on.why.entries == ("w4", "w4-morning")
    assert phase(log, days=14).phase is Phase.RESTORE
    once, twice = [*log, *went(5, in_phase="calm")], [*log, *went(5, in_phase="calm"), *went(6, in_phase="calm")]
    assert phase(once, days=7).phase is Phase.CALM
    assert phase(twice, days=7).phase is Phase.RESTORE


def test_from_calm_nobody_goes_straight_on_to_strengthening() -> None:
    first = phase([plan(0, "calm", "calm-irritable")], days=7, start=STRENGTHEN)
    assert first.phase is Phase.RESTORE
    assert first.why is not None
    assert first.why.entries == ("p0",)


def test_a_worse_check_leads_down_where_only_the_check_had_decided() -> None:
    log = [plan(0, "strengthen", "strengthen-no-pain"), *went(0, in_phase="strengthen")]
    assert phase(log, days=2, start=STRENGTHEN).phase is Phase.STRENGTHEN
    assert phase(log, days=2, start=RESTORE).phase is Phase.RESTORE


def test_what_was_earned_is_not_taken_away_by_the_check_of_a_usual_day() -> None:
    log = [plan(0, "strengthen", "on-to-strength"), *went(0, in_phase="strengthen")]
    assert phase(log, days=2, start=RESTORE).phase is Phase.STRENGTHEN


def test_a_check_put_right_before_the_first_workout_counts_from_the_start() -> None:
    assert phase([plan(0, "restore")], days=1, start=STRENGTHEN).phase is Phase.STRENGTHEN
    assert phase([plan(0, "restore"), *went(0)], days=1, start=STRENGTHEN).phase is Phase.RESTORE


def test_months_away_lead_back_once_and_shorter_breaks_do_not() -> None:
    log = [plan(0, "maintain", "on-to-keeping"), *weeks(0, 2, in_phase="maintain")]
    assert phase(log, days=60).phase is Phase.MAINTAIN
    back = phase(log, days=100)
    assert (back.phase, back.why.entries if back.why else ()) == (Phase.RESTORE, ("w11",))
    given = [*log, plan(100, "restore", "back-after-a-break")]
    assert phase(given, days=101).phase is Phase.RESTORE


def test_a_year_of_keeping_is_a_year_of_keeping() -> None:
    log = [plan(0, "maintain", "on-to-keeping"), *weeks(0, 52, in_phase="maintain")]
    assert {phase(log, days=day).phase for day in range(7, 365, 14)} == {Phase.MAINTAIN}


def test_alongside_a_clinician_nothing_else_decides() -> None:
    gentle = replace(RESTORE, phase=Phase.CALM, phase_rule=ALONGSIDE)
    log = [plan(0, "restore"), *weeks(0, 4)]
    assert phase(log, days=28, start=gentle) == PhaseNow(Phase.CALM, ALONGSIDE)


@pytest.mark.parametrize(
    ("lasting", "weeks_gone", "expected"),
    [(400, 3, Phase.RESTORE), (400, 6, Phase.STRENGTHEN), (30, 6, Phase.RESTORE), (60, 6, Phase.STRENGTHEN)],
    ids=["too soon", "after twice the time", "not lasting", "lasting by now"],
)
def test_steady_pain_that_has_lasted_moves_on_after_twice_the_time(
    lasting: int, weeks_gone: int, expected: Phase
) -> None:
    long_known = told("d", "answered", BEGIN, {"findings": {"duration-days": lasting}})
    days = [7 * week + day for week in range(weeks_gone) for day in (0, 2, 4)]
    steady = [entry for day in days for entry in went(day, next_day=5, pain_before=5, pain_after=5)]
    assert phase([long_known, plan(0, "restore"), *steady], days=7 * weeks_gone).phase is expected
