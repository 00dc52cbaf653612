"""Dose by response, case by case: who goes up, who stays, who goes down, and for how long."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from support.histories import BEGIN, History, done, morning, state_of, workout
from support.people import Json, catalogue
from unbend.adaptation.level import Level, Levels, Move
from unbend.adaptation.levels import levels_of
from unbend.catalogue.words import Phase

CATALOGUE = catalogue()
DAY = timedelta(days=1)


def levels(log: list[Json], *, days: float, phase: Phase = Phase.RESTORE, start_rung: int = 2) -> Levels:
    """The levels so many days after the first Monday."""
    now = BEGIN + timedelta(days=days)
    return levels_of(state_of(History(tuple(log), now)), CATALOGUE, phase=phase, start_rung=start_rung, now=now)


def went(day: float, *items: Json, next_day: int | None = 2, phase: str = "restore", **more: Any) -> list[Json]:
    """A workout on a day, and the morning after where it was told."""
    key, at = f"w{day}", BEGIN + timedelta(days=day)
    answer = [] if next_day is None else [morning(key, at, next_day)]
    return [workout(key, at, *items, phase=phase, **more), *answer]


def bridge(step: int = 1, sets: int | None = 2, **more: Any) -> Json:
    return done("glute-bridge", step=step, **more) | ({} if sets is None else {"sets": sets})


def only(found: Levels, exercise: str = "glute-bridge") -> Level:
    return found.by_exercise[exercise]


# Up.


def test_what_looked_unlike_its_picture_to_the_camera_waits_and_loses_nothing() -> None:
    like, unlike = bridge(camera={"form": 0.8}), bridge(camera={"form": 0.4})
    waits = only(levels([*went(0, like), *went(2, unlike)], days=7))
    assert waits.why is not None
    assert (waits.step, waits.move, waits.why.code, waits.why.entries) == (1, Move.STAY, "stay-form", ("w2",))
    later = [*went(0, like), *went(2, unlike), *went(4, bridge())]
    assert only(levels(later, days=7)).move is Move.UP_DOSE


@pytest.mark.parametrize("camera", [{}, {"repetitions": 8}, {"form": 1.0}])
def test_a_camera_that_saw_no_form_or_a_good_one_changes_nothing(camera: Json) -> None:
    seen = [*went(0, bridge(camera=camera)), *went(2, bridge(camera=camera))]
    plain = only(levels([*went(0, bridge()), *went(2, bridge())], days=7))
    assert (only(levels(seen, days=7)).step, only(levels(seen, days=7)).move) == (plain.step, plain.move)


def test_two_good_days_earn_a_step_from_the_next_monday_on() -> None:
    log = [*went(0, bridge()), *went(2, bridge())]
    assert only(levels(log, days=4)).move is Move.STAY
    assert (only(levels(log, days=7)).step, only(levels(log, days=7)).move) == (2, Move.UP_DOSE)


def test_a_week_begins_on_monday_where_the_person_is() -> None:
    """Sunday evening here is Monday morning in Auckland, and the other way about in Los Angeles."""
    log = [*went(2, bridge()), *went(4, bridge())]
    sunday_evening = BEGIN + timedelta(days=6, hours=9)
    found = {}
    for zone in ("Pacific/Auckland", "America/Los_Angeles"):
        now = sunday_evening.astimezone(ZoneInfo(zone))
        state = state_of(History(tuple(log), now))
        found[zone] = levels_of(state, CATALOGUE, phase=Phase.RESTORE, start_rung=2, now=now)
    assert only(found["Pacific/Auckland"]).step == 2
    assert only(found["America/Los_Angeles"]).step == 1


def test_two_workouts_of_one_day_earn_no_more_than_one() -> None:
    log = [*went(0, bridge(), next_day=None), *went(0.2, bridge())]
    assert only(levels(log, days=7)).move is Move.STAY
    assert only(levels([*log, *went(2, bridge())], days=7)).move is Move.UP_DOSE


def test_the_same_exercise_twice_in_a_workout_is_one_try_as_it_was_at_its_worst() -> None:
    log = went(0, bridge(step=2), bridge(step=1, outcome="hurt"))
    practice = state_of(History(tuple(log), BEGIN)).practised["glute-bridge"]
    assert (len(practice.tries), practice.tries[0].outcome, practice.tries[0].step) == (1, "hurt", 1)


def test_what_was_not_told_and_a_day_to_stay_for_take_nothing_away_from_what_was_earned() -> None:
    between = [*went(2, bridge(), next_day=None), *went(4, bridge(), next_day=3), *went(5, bridge(felt=None))]
    assert only(levels([*went(0, bridge()), *between, *went(9, bridge())], days=14)).move is Move.UP_DOSE
    assert only(levels([*went(0, bridge()), *between], days=14)).move is Move.STAY


def test_after_a_morning_a_little_worse_it_is_the_same_again() -> None:
    """Also where other exercises went well since."""
    log = [*went(0, bridge()), *went(2, bridge()), *went(4, bridge(), next_day=3), *went(5, done("clamshell"))]
    assert only(levels(log, days=7)).move is Move.STAY


@pytest.mark.parametrize("bad", [{"felt": "hard"}, {"outcome": "part"}, {"outcome": "hurt"}])
def test_what_went_less_well_begins_the_count_anew(bad: dict[str, Any]) -> None:
    log = [*went(0, bridge()), *went(2, bridge(**bad)), *went(4, bridge())]
    assert only(levels(log, days=7)).move is Move.STAY


def test_a_walk_is_no_longer_than_the_last_one_after_a_worse_morning() -> None:
    walk = done("easy-walk", step=3, sets=1, seconds=416)
    assert only(levels(went(0, walk, next_day=5), days=1), "easy-walk").most_seconds == 420
    assert only(levels(went(0, walk), days=1), "easy-walk").most_seconds is None


@pytest.mark.parametrize("missing", ["pain_before", "pain_after", "effort", "felt", "morning"])
def test_an_answer_that_is_missing_earns_nothing(missing: str) -> None:
    items = [bridge(felt=None)] if missing == "felt" else [bridge()]
    untold: dict[str, Any] = {} if missing in ("felt", "morning") else {missing: None}
    log = [*went(0, bridge()), *went(2, *items, next_day=None if missing == "morning" else 2, **untold)]
    assert only(levels(log, days=7)).move is Move.STAY


def test_the_pain_before_the_next_workout_shows_harm_but_earns_nothing() -> None:
    calm = [*went(0, bridge()), *went(2, bridge(), next_day=None), *went(4, done("clamshell"))]
    sore = [*went(0, bridge()), *went(2, bridge(), next_day=None), *went(4, done("clamshell"), pain_before=5)]
    assert only(levels(calm, days=7)).move is Move.STAY
    assert only(levels(sore, days=7)).move is Move.DOWN_DOSE


def test_the_pain_of_the_day_before_is_not_put_down_to_the_workout_of_this_morning() -> None:
    """Somebody trains early, and answers the question about yesterday an hour later."""
    log = [*went(0, bridge(), next_day=None), *went(1, done("clamshell", step=1), next_day=None)]
    late = morning("late", BEGIN + timedelta(days=1, hours=-19), 6)
    found = levels([*log, late], days=1.2)
    assert only(found).move is Move.DOWN_DOSE
    assert only(found, "clamshell").move is Move.STAY


def test_what_felt_easy_twice_opens_the_next_rung_and_grows_itself() -> None:
    found = levels([*went(0, bridge(felt="easy")), *went(2, bridge(felt="easy"))], days=7)
    assert (only(found).move, only(found).step, found.rungs["bridge"]) == (Move.UP_RUNG, 2, 3)


def test_what_felt_right_in_between_opens_no_rung_by_having_been_sore() -> None:
    """More pain on the day between would else leave two easy ones side by side."""
    days = [went(0, bridge(felt="easy")), went(2, bridge(felt="easy")), went(4, bridge(), next_day=3)]
    log = [entry for day in days for entry in day]
    assert only(levels([*log, *went(5, bridge(felt="easy"))], days=7)).move is Move.UP_DOSE


def test_the_full_amount_done_well_opens_the_next_rung_though_it_never_felt_easy() -> None:
    found = levels([*went(0, bridge(step=4)), *went(2, bridge(step=4))], days=7)
    assert (only(found).move, found.rungs["bridge"]) == (Move.UP_RUNG, 3)


def test_sets_grow_back_at_the_full_step_where_no_harder_one_comes() -> None:
    calf = [done("calf-raise", step=4, sets=1) for _ in range(2)]
    found = levels([*went(0, calf[0]), *went(2, calf[1])], days=7)
    assert (only(found, "calf-raise").step, only(found, "calf-raise").most_sets) == (4, 2)


def test_a_day_of_five_minutes_takes_no_sets_away() -> None:
    log = [*went(0, bridge(sets=3)), *went(2, bridge(sets=1), next_day=None)]
    assert only(levels(log, days=3)).most_sets == 3


def test_a_workout_each_day_does_not_forget_within_the_week_what_earned_it() -> None:
    easy = [bridge(felt="easy") for _ in range(14)]
    log = [entry for day in range(14) for entry in went(day, easy[day])]
    rungs = [levels(log[: 2 * day], days=day).rungs["bridge"] for day in range(7, 14)]
    assert rungs == [3] * 7


# Down.


@pytest.mark.parametrize(
    ("around", "next_day"),
    [({"pain_during": 4}, 2), ({"pain_after": 6, "pain_before": 5}, 5), ({"ended": "hurt"}, 2), ({}, 4),
     ({"pain_sort": ["travels"]}, 2)],
)  # fmt: skip
def test_all_of_a_workout_that_was_too_much_is_less_the_next_time(around: dict[str, Any], next_day: int) -> None:
    log = went(0, bridge(), done("clamshell", step=0, sets=2), next_day=next_day, **around)
    found = levels(log, days=2)
    assert (only(found).step, only(found).most_sets, only(found).move) == (0, 2, Move.DOWN_DOSE)
    assert (only(found, "clamshell").step, only(found, "clamshell").most_sets) == (0, 1)


def test_usual_pain_that_does_not_rise_is_no_stop() -> None:
    """Somebody who lives with six of ten goes on like anybody else."""
    same: dict[str, Any] = {"pain_before": 6, "pain_during": 6, "pain_after": 6, "next_day": 6}
    found = levels([*went(0, bridge(), **same), *went(2, bridge(), **same)], days=7)
    assert only(found).move is Move.UP_DOSE


def test_a_first_morning_that_is_a_little_sore_changes_nothing() -> None:
    found = only(levels(went(0, bridge(step=0), next_day=3), days=1))
    assert (found.step, found.move, found.most_sets) == (0, Move.STAY, 2)
    assert found.why is not None
    assert found.why.code == "stay-next-day-a-little"


def test_a_worse_morning_after_two_workouts_of_a_day_is_put_down_to_both() -> None:
    log = [*went(0, bridge(), next_day=None), *went(0.3, done("clamshell", step=1), next_day=5)]
    found = levels(log, days=2)
    assert only(found).move is Move.DOWN_DOSE
    assert only(found, "clamshell").move is Move.DOWN_DOSE


def test_what_hurts_before_its_first_set_is_over_gets_fewer_sets_and_not_more() -> None:
    assert only(levels(went(0, bridge(step=2, sets=None, outcome="hurt")), days=1)).most_sets == 1


def test_a_workout_in_which_all_hurt_counts_although_it_was_finished() -> None:
    assert only(levels(went(0, bridge(step=0, outcome="hurt")), days=1)).move is Move.DOWN_RUNG


def test_too_hard_again_and_again_leads_to_the_easier_step() -> None:
    hard = [went(day, bridge(step=0, sets=1, felt="hard")) for day in (0, 2)]
    found = levels([entry for both in hard for entry in both], days=4)
    assert (only(found).move, found.rungs["bridge"]) == (Move.DOWN_RUNG, 1)


def test_what_was_easy_but_cut_short_was_not_too_hard() -> None:
    log = [*went(0, bridge(outcome="part", felt="easy")), *went(2, bridge(outcome="part", felt="easy"))]
    assert only(levels(log, days=4)).move is Move.STAY


# Down a rung, and up again.


def test_what_hurt_in_its_least_amount_makes_room_for_the_easier_one_until_that_earned_the_way_up() -> None:
    hurt = went(0, bridge(step=0, outcome="hurt"), done("glute-squeeze-lying", step=0, sets=1))
    assert levels(hurt, days=2).rungs["bridge"] == 1
    squeeze = [went(day, done("glute-squeeze-lying", step=1, sets=1, felt="easy")) for day in (2, 4)]
    after = levels([*hurt, *squeeze[0], *squeeze[1]], days=7)
    assert after.rungs["bridge"] == 2
    assert only(after).move is Move.DOWN_DOSE


def test_the_easier_one_in_place_of_what_hurt_is_told_in_one_workout() -> None:
    two = [bridge(step=0, outcome="hurt"), done("glute-squeeze-lying", step=0, instead_of="glute-bridge")]
    found = levels(went(0, *two), days=1)
    assert (only(found).move, only(found, "glute-squeeze-lying").move) == (Move.DOWN_RUNG, Move.STAY)


def test_a_ladder_is_not_capped_for_ever_where_its_easier_step_is_not_done() -> None:
    """A curl-up's easier step is on another ladder, and may be nothing for this person."""
    hurt = went(0, done("mcgill-curl-up", step=0, outcome="hurt"))
    before = went(-3, done("mcgill-curl-up", step=0))
    assert levels([*before, *hurt], days=13).rungs["curl-up"] == 1
    later = levels([*before, *hurt], days=15)
    assert later.rungs["curl-up"] == 2
    assert (only(later, "mcgill-curl-up").step, only(later, "mcgill-curl-up").most_sets) == (0, 1)


def test_what_was_never_done_without_hurting_earns_no_rung() -> None:
    assert levels(went(0, done("bird-dog-long-hold", step=0, outcome="hurt")), days=20).rungs["bird-dog"] == 2


def test_a_lower_step_left_behind_long_ago_pulls_nobody_down() -> None:
    """Months in the last stage: the steps on the way there were last done long ago."""
    old = [*went(0, bridge()), *went(2, done("bridge-march", step=2, sets=2))]
    new = [entry for day in range(10, 150, 7) for entry in went(day, done("single-leg-bridge", step=2, sets=2))]
    assert levels([*old, *new], days=150).rungs["bridge"] == 4


def test_twelve_weeks_away_cost_one_rung_and_not_all() -> None:
    old = [*went(0, bridge()), *went(2, done("bridge-march", step=2)), *went(4, done("single-leg-bridge", step=2))]
    assert levels(old, days=100, start_rung=1).rungs["bridge"] == 3


@pytest.mark.parametrize(("days", "step"), [(13, 4), (14, 3), (28, 2), (56, 0), (84, 0)])
def test_days_away_cost_the_more_the_longer_they_were(days: int, step: int) -> None:
    assert only(levels(went(0, bridge(step=4), next_day=None), days=days)).step == step


# Phases.


def test_a_rest_goes_on_when_the_stage_changes() -> None:
    hurt = went(0, done("cat-cow", step=0, outcome="hurt"))
    for phase in Phase:
        found = levels(hurt, days=3, phase=phase)
        assert found.rests_on("cat-cow", (BEGIN + 3 * DAY).date())
        assert not found.rests_on("cat-cow", (BEGIN + 7 * DAY).date())


def test_the_easier_step_stays_in_place_of_what_hurt_when_the_stage_changes() -> None:
    hurt = went(0, bridge(step=0, outcome="hurt"))
    assert {levels(hurt, days=3, phase=phase).rungs["bridge"] for phase in Phase} == {1}


def test_back_in_an_earlier_stage_is_never_more_than_the_last_time() -> None:
    """The full amount of restoring is more than the first of strengthening."""
    log = [*went(0, bridge(step=4, sets=1)), *went(7, bridge(step=0, sets=2), phase="strengthen", next_day=5)]
    back = only(levels(log, days=9))
    assert (back.move, back.step, back.most_sets) == (Move.DOWN_DOSE, 2, 1)


def test_an_exercise_that_is_done_in_a_new_stage_begins_with_its_first_amount() -> None:
    assert only(levels(went(0, bridge(step=4)), days=7, phase=Phase.STRENGTHEN)).step == 0


def test_an_exercise_unknown_to_this_catalogue_is_passed_over() -> None:
    state = state_of(History(tuple(went(0, bridge())), BEGIN))
    gone = {"gone-by": state.practised["glute-bridge"]}
    now = datetime(2026, 1, 9, tzinfo=BEGIN.tzinfo)
    odd = state.__class__(practised=gone, recent=state.recent)
    assert levels_of(odd, CATALOGUE, phase=Phase.RESTORE, start_rung=2, now=now) == Levels()


def test_what_was_done_with_one_set_earns_a_second_before_more_repetitions() -> None:
    one = [*went(0, bridge(step=1, sets=1)), *went(2, bridge(step=1, sets=1))]
    grown = only(levels(one, days=7))
    assert (grown.step, grown.most_sets, grown.fewest_sets) == (1, 2, 2)
    two = [*went(0, bridge(step=1)), *went(2, bridge(step=1))]
    assert (only(levels(two, days=7)).step, only(levels(two, days=7)).fewest_sets) == (2, 2)


def test_after_a_morning_a_little_worse_there_are_no_more_sets_than_on_that_day() -> None:
    log = [*went(0, bridge(sets=2)), *went(2, bridge(sets=1), next_day=3)]
    assert only(levels(log, days=7)).most_sets == 1


def test_whoever_did_not_tell_is_told_why_nothing_grows_and_what_would_help() -> None:
    silent = only(levels([*went(0, bridge()), *went(2, bridge(), next_day=None)], days=7))
    assert silent.why is not None
    assert (silent.move, silent.why.code, silent.why.entries) == (Move.STAY, "stay-not-told", ("w2",))
    assert only(levels([*went(0, bridge()), *went(2, bridge())], days=7)).move is Move.UP_DOSE


def test_after_a_sore_morning_nothing_harder_of_its_ladder_comes_than_was_ever_done() -> None:
    log = went(0, done("glute-squeeze-lying", step=0), next_day=3)
    assert levels(log, days=1, start_rung=2).rungs["bridge"] == 1
    assert levels(went(0, done("glute-squeeze-lying", step=0)), days=1, start_rung=2).rungs["bridge"] == 2
