"""A week that fits life: small after weeks with little time, missed workouts that do not pile up, the habit of the
early riser, walks that grow. In the app, with records in a real database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from support.examples import MONDAY, later, moved_in, ports_at
from unbend.adaptation.level import Level, Levels, Move
from unbend.adaptation.reason import Reason
from unbend.adaptation.walks import WalkAim
from unbend.planning.between import between, next_walk
from unbend.planning.plan import AFTER_GETTING_UP, Why
from unbend.service import changes
from unbend.service.plan import size_asked
from unbend.service.planning import DayStatus, PlannedDay, WeekPlan, brief_now, usual_time, week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import standing
from unbend.service.today import today
from unbend.service.wording import sentence
from unbend.service.workout import Addresses, NoWorkout, script_now
from unbend.workout.script import Variant

pytestmark = pytest.mark.django_db
ADDRESSES = Addresses("/letter/", lambda exercise, side, what: f"/{exercise}/{side}-{what}", lambda exercise: exercise)
WELL = {"pain_before": 2, "pain_after": 2, "effort": 5, "ended": "finished"}


def week_at(actor: Actor, person: str, house: Ports) -> WeekPlan:
    """The week; the questions that grow old are answered anew first."""
    keep_fresh(actor, person, house)
    week = week_of(actor, person, house).week
    assert week is not None
    return week


def keep_fresh(actor: Actor, person: str, house: Ports) -> None:
    fresh = {"fever": "no", "chest-pain": "no", "severity": 3}
    note(actor, person, "answered", {"findings": fresh}, house)


def does(actor: Actor, person: str, house: Ports, **how: object) -> None:
    note(actor, person, "practised", {"exercises": [{"exercise": "easy-walk"}], **how}, house)


def whys(week: WeekPlan) -> list[str]:
    return [why.code for why in week.plan.because]


def assert_stands_on_the_log(whys: tuple[Why, ...], person: str, house: Ports) -> None:
    """Every reason names entries, they are there, and it can be said in words."""
    for why in whys:
        assert why.entries
        assert [entry for entry in why.entries if house.store.entry(person, entry) is None] == []
        assert "{" not in sentence(why, house.known.texts)


def after_two_low_weeks(house: Ports) -> tuple[Actor, str, Ports]:
    """Two weeks were given to somebody, and of each one workout of three was done."""
    actor, person = moved_in(house, "desk-worker")
    for week in range(2):
        monday = later(house, days=7 * week)
        week_at(actor, person, monday)
        does(actor, person, monday)
    return actor, person, later(house, days=14)


# Smaller, and back again.


def test_two_weeks_with_little_done_bring_a_smaller_week_that_says_why() -> None:
    actor, person, third = after_two_low_weeks(ports_at())
    asked = size_asked(third.store.state(person).wishes).minutes
    week = week_at(actor, person, third)
    smaller = max(day.session.minutes for day in week.days)
    assert smaller < asked
    assert whys(week)[0] == "smaller"
    assert_stands_on_the_log(week.plan.because, person, third)
    assert f"{brief_now(standing(actor, person, third), third).minutes} minutes" in sentence(
        week.plan.because[0], third.known.texts
    )
    script = script_now(actor, person, Variant.PLANNED, ADDRESSES, third)
    assert not isinstance(script, NoWorkout)
    assert script.seconds <= smaller * 60


def test_a_week_stays_as_it_was_given_whatever_is_done_in_it() -> None:
    actor, person, third = after_two_low_weeks(ports_at())
    given = week_at(actor, person, third)
    for day in (0, 2, 4):
        does(actor, person, later(third, days=day))
        assert week_at(actor, person, later(third, days=day, hours=1)).plan.because == given.plan.because


def test_when_more_gets_done_again_the_workouts_grow_back() -> None:
    actor, person, third = after_two_low_weeks(ports_at())
    small = week_at(actor, person, third)
    for day in (0, 2, 4):
        does(actor, person, later(third, days=day))
    fourth = later(third, days=7)
    again = week_at(actor, person, fourth)
    assert "full-again" in whys(again)
    assert brief_now(standing(actor, person, fourth), fourth).minutes == 20 > small.days[0].session.minutes
    assert_stands_on_the_log(again.plan.because, person, fourth)


def test_whoever_comes_back_after_weeks_is_welcomed_with_a_small_week() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    week_at(actor, person, house)
    does(actor, person, house)
    does(actor, person, later(house, days=2))
    back = later(house, days=21)
    week = week_at(actor, person, back)
    assert whys(week)[0] == "smaller-welcome"
    assert_stands_on_the_log(week.plan.because, person, back)


# Missed workouts.


def missed_monday() -> tuple[Actor, str, Ports]:
    """Somebody with workouts on Monday, Wednesday and Friday who missed Monday; it is Tuesday."""
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    week_at(actor, person, house)
    return actor, person, later(house, days=1)


def on(week: WeekPlan) -> list[date | None]:
    return [day.on for day in week.days]


def caught_up(week: WeekPlan) -> PlannedDay:
    (day,) = [day for day in week.days if day.caught_up]
    return day


def test_what_was_missed_on_monday_comes_today_and_shorter() -> None:
    actor, person, tuesday = missed_monday()
    week = week_at(actor, person, tuesday)
    moved = caught_up(week)
    assert (moved.planned, moved.on, moved.status) == (
        MONDAY.date(), tuesday.clock.now().date(), DayStatus.TODAY,
    )  # fmt: skip
    whole = week.plan.sessions[0]
    assert moved.session.seconds <= max(300, whole.seconds * 0.67)
    assert {item.exercise for item in moved.session.items} < {item.exercise for item in whole.items}
    assert moved.session.short_because is not None
    found = today(actor, person, tuesday)
    assert found.workout == moved
    script = script_now(actor, person, Variant.PLANNED, ADDRESSES, tuesday)
    assert not isinstance(script, NoWorkout)
    assert script.seconds == moved.session.seconds


def test_done_on_the_other_day_it_is_done_and_nothing_else_is_moved() -> None:
    actor, person, tuesday = missed_monday()
    week_at(actor, person, tuesday)
    does(actor, person, tuesday)
    for days in (0, 1, 2, 3):
        week = week_at(actor, person, later(tuesday, days=days, hours=1))
        assert caught_up(week).status is DayStatus.DONE
        assert len(set(on(week))) == len(week.days) == 3
    assert [day.status for day in week.days] == [DayStatus.DONE, DayStatus.PAST, DayStatus.TODAY]


def test_two_missed_workouts_bring_one_back_and_no_week_carries_any_on() -> None:
    actor, person, tuesday = missed_monday()
    thursday = later(tuesday, days=2)
    week = week_at(actor, person, thursday)
    assert [day.caught_up for day in week.days] == [False, True, False]
    assert [day.status for day in week.days] == [DayStatus.PAST, DayStatus.TODAY, DayStatus.AHEAD]
    monday = week_at(actor, person, later(tuesday, days=6))
    assert [day.caught_up for day in monday.days] == [False] * 3
    assert on(monday) == [day.planned for day in monday.days]


def test_not_today_is_the_last_word_for_this_week() -> None:
    actor, person, tuesday = missed_monday()
    week_at(actor, person, tuesday)
    changes.move(actor, person, MONDAY.date(), None, tuesday, entry="not today")
    for days in (0, 2, 5):
        week = week_at(actor, person, later(tuesday, days=days, hours=1))
        assert not [day for day in week.days if day.caught_up]
        assert week.days[0].status is DayStatus.LEFT_OUT


def test_a_move_by_hand_wins_over_the_programme() -> None:
    actor, person, tuesday = missed_monday()
    week = week_at(actor, person, tuesday)
    changes.move(actor, person, week.days[1].planned, tuesday.clock.now().date(), tuesday, entry="wednesday today")
    week = week_at(actor, person, tuesday)
    assert week.today is not None
    assert week.today.planned == week.days[1].planned
    assert caught_up(week).on == MONDAY.date() + timedelta(days=3)
    changes.move(actor, person, MONDAY.date(), MONDAY.date() + timedelta(days=5), tuesday, entry="on saturday")
    week = week_at(actor, person, tuesday)
    assert not [day for day in week.days if day.caught_up]
    assert week.days[0].on == MONDAY.date() + timedelta(days=5)
    assert week.days[0].session == week.plan.sessions[0]


def test_after_a_workout_that_was_too_much_nothing_is_caught_up() -> None:
    actor, person, tuesday = missed_monday()
    wednesday = later(tuesday, days=1)
    does(actor, person, wednesday, pain_before=2, pain_after=5)
    week = week_at(actor, person, later(wednesday, hours=1))
    assert not [day for day in week.days if day.caught_up]


def test_looking_at_a_missed_workout_writes_nothing() -> None:
    actor, person, tuesday = missed_monday()
    week = week_at(actor, person, tuesday)
    kept = list(tuesday.store.written(person))
    assert week_of(actor, person, tuesday).week == week
    assert list(tuesday.store.written(person)) == kept


def test_left_out_for_today_goes_from_the_shorter_workout_too() -> None:
    actor, person, tuesday = missed_monday()
    items = caught_up(week_at(actor, person, tuesday)).session.items
    gone = next(item.exercise for item in items if item.slot.value == "main")
    refused = changes.put_off(actor, person, gone, tuesday, entry="not this today").refused
    script = script_now(actor, person, Variant.PLANNED, ADDRESSES, tuesday)
    assert not isinstance(script, NoWorkout)
    assert (gone in {part.exercise for part in script.parts}) is (refused is not None)
    assert {part.exercise for part in script.parts} <= {item.exercise for item in items}


def test_with_night_shifts_the_day_goes_on_after_midnight() -> None:
    house = ports_at()
    actor, person = moved_in(house, "pregnant-nurse-on-nights")
    days = week_at(actor, person, house).days
    assert days[0].planned == MONDAY.date()
    tuesday_at_three = later(house, hours=17)
    assert week_at(actor, person, tuesday_at_three).days[0].status is DayStatus.TODAY
    does(actor, person, tuesday_at_three)
    for hours in (0.5, 8, 24):
        assert week_at(actor, person, later(tuesday_at_three, hours=hours)).days[0].status is DayStatus.DONE


# The time of day.


def test_an_early_riser_gets_nothing_that_bends_far_from_the_next_week_on() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    note(actor, person, "wished", {"wishes": {"time-of-day": "any", "days": 5}}, house)
    week_at(actor, person, house)
    for day in range(5):
        does(actor, person, later(house, days=day, hours=-4 if day else -3.5))
    monday = later(house, days=7)
    week = week_at(actor, person, monday)
    assert [why.code for why in week.plan.timing][:2] == ["usually-on-waking", "when-on-waking"]
    assert_stands_on_the_log(week.plan.timing[:1], person, monday)
    early = set(monday.known.catalogue.parameters.avoid_first_hour)
    held = {item.exercise for session in week.plan.sessions for item in session.items}
    assert [key for key in held if early & set(monday.known.catalogue.exercises[key].restrictions)] == []
    assert usual_time(standing(actor, person, monday), monday) == "on-waking"


def test_a_stiff_back_gets_a_sentence_and_something_gentle_for_after_getting_up() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    note(actor, person, "answered", {"findings": {"morning-stiffness-minutes": 20}}, house)
    plan = week_at(actor, person, house).plan
    assert "stiff" in [why.code for why in plan.timing]
    (gentle,) = [small for small in plan.between if small.why.code == AFTER_GETTING_UP]
    early = set(house.known.catalogue.parameters.avoid_first_hour)
    assert not early & set(house.known.catalogue.exercises[gentle.exercise].restrictions)


def test_long_hours_at_a_desk_bring_their_breaks_with_the_reason() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    breaks = [small.why for small in week_at(actor, person, house).plan.between if small.times_a_week is None]
    assert {why.code for why in breaks} == {"break-sitting"}
    assert "9 hours" in sentence(breaks[0], house.known.texts)


# Walks.


def walk_of(week: WeekPlan) -> tuple[int, int, str]:
    (walk,) = [small for small in week.plan.between if small.times_a_week is not None]
    return (walk.dose.duration_seconds or 0) // 60, walk.times_a_week or 0, walk.why.code


def test_three_walks_in_a_calm_week_make_the_next_ones_longer_and_say_so() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    assert walk_of(week_at(actor, person, house))[2] == "walk"
    for day in (1, 3, 5):
        note(actor, person, "walked", {"minutes": 12}, later(house, days=day))
    does(actor, person, later(house, days=2), **WELL)
    note(actor, person, "next-day", {"pain": 2}, later(house, days=3))
    monday = later(house, days=7)
    week = week_at(actor, person, monday)
    minutes, _, code = walk_of(week)
    assert (minutes, code) == (14, "walk-grows")
    (walk,) = [small for small in week.plan.between if small.times_a_week is not None]
    assert_stands_on_the_log((walk.why,), person, monday)


def test_the_plan_of_a_later_week_reckons_with_walks_that_grow() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    brief, plan = brief_now(standing(actor, person, house), house), week_at(actor, person, house).plan
    grown = next_walk(brief, plan)
    assert grown is not None
    given = walk_of(week_at(actor, person, house))
    assert (grown.minutes, grown.why) == (given[0] + house.known.catalogue.adaptation.walk_minutes_step, None)
    assert 3 < grown.days <= 5


def test_who_walks_far_is_not_sent_back_by_what_the_workouts_held() -> None:
    """A walk that the last workouts left out, or that was of another stage, says nothing of somebody who walks."""
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    brief, sessions = brief_now(standing(actor, person, house), house), week_at(actor, person, house).plan.sessions
    aim = WalkAim(22, 5, Reason("walk-grows", "walks-grow", ("walk",), {"days": "4", "last": "20"}))

    def minutes(code: str, rule: str) -> int:
        level = Level(0, Move.DOWN_DOSE, Reason(code, rule, ("walk",)), most_seconds=600)
        found = between(replace(brief, walk=aim, levels=Levels({"brisk-walk": level})), sessions)
        return next((walk.dose.duration_seconds or 0) // 60 for walk in found if walk.times_a_week is not None)

    assert minutes("back-after-break", "back-after-a-break") == 22
    assert minutes("down-next-day-up", "next-day-decides") == 22
    assert minutes("down-hurt", "stop-in-a-workout") == 10
