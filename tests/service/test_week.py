"""The week in the app: advice that is kept, days as they stand, and changes that no hard rule speaks against."""

from datetime import timedelta
from itertools import product

import pytest

from support.examples import MONDAY, example, later, moved_in, ports_at
from support.house import clinician_of
from unbend.catalogue.words import Place
from unbend.planning.swap import Refused
from unbend.record.errors import BadInput
from unbend.record.keeping import Role
from unbend.service import changes
from unbend.service.access import NotAllowed
from unbend.service.planning import DayStatus, week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.today import today
from unbend.service.workout import Addresses, NoWorkout, script_now
from unbend.store.models import Access, User
from unbend.workout.script import Variant

pytestmark = pytest.mark.django_db
ADDRESSES = Addresses("/letter/", lambda exercise, side, what: f"/{exercise}/{side}-{what}", lambda exercise: exercise)
PEOPLE = ("desk-worker", "three-weeks-of-pain-58", "pregnant-nurse-on-nights", "osteoporosis-72-no-floor",
          "climber-with-a-stiff-hip")  # fmt: skip


@pytest.mark.parametrize(("name", "variant"), list(product(PEOPLE, Variant)))
def test_everybody_gets_a_script_within_their_minutes_for_each_variant(name: str, variant: Variant) -> None:
    ports = ports_at()
    actor, person = moved_in(ports, name)
    script = script_now(actor, person, variant, ADDRESSES, ports)
    assert not isinstance(script, NoWorkout)
    most = 5 if variant is Variant.SHORT else example(name)["wishes"]["minutes"]
    assert 0 < script.seconds <= most * 60
    assert script.gate.questions


@pytest.mark.parametrize("name", PEOPLE)
def test_without_the_floor_nothing_easier_leads_down_to_it_either(name: str) -> None:
    ports = ports_at()
    actor, person = moved_in(ports, name)
    script = script_now(actor, person, Variant.NO_FLOOR, ADDRESSES, ports)
    assert not isinstance(script, NoWorkout)
    for part in (part for whole in script.parts for part in (whole, whole.easier) if part is not None):
        assert set(ports.known.catalogue.exercises[part.exercise].places) - {Place.FLOOR}


def test_a_plan_is_advice_that_is_kept_once_and_shown_as_it_was_given() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    first = week_of(actor, person, ports).week
    assert first is not None
    again = week_of(actor, person, later(ports, days=3)).week
    assert again is not None
    assert (again.entry, again.plan) == (first.entry, first.plan)
    assert len(ports.store.entries(person, kinds=("advised",))) == 1


def test_a_new_week_and_a_changed_answer_each_bring_a_new_plan() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    first, changed = week_of(actor, person, ports).week, later(ports, hours=2)
    note(actor, person, "answered", {"findings": {"shoulder-problem": "yes"}}, changed)
    second = week_of(actor, person, changed).week
    assert first is not None
    assert second is not None
    assert second.entry != first.entry
    next_week = week_of(actor, person, later(ports, days=7)).week
    assert next_week is not None
    assert next_week.monday == first.monday + timedelta(days=7)


def test_days_are_done_today_ahead_or_past() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    week_of(actor, person, ports)
    note(actor, person, "practised", {"exercises": [{"exercise": "easy-walk"}]}, ports)
    thursday = later(ports, days=3)
    week = week_of(actor, person, thursday).week
    assert week is not None
    assert [day.status for day in week.days] == [DayStatus.DONE, DayStatus.TODAY, DayStatus.AHEAD]
    assert [day.caught_up for day in week.days] == [False, True, False]
    changes.move(actor, person, week.days[2].planned, thursday.clock.now().date(), thursday, entry="a moved day")
    moved = week_of(actor, person, thursday).week
    assert moved is not None
    assert moved.today is not None
    assert moved.today.planned == week.days[2].planned


def test_a_workout_moves_only_to_a_free_day_of_this_week_from_today_on() -> None:
    ports = later(ports_at(), days=1)
    actor, person = moved_in(ports, "desk-worker")
    week = week_of(actor, person, ports).week
    assert week is not None
    wednesday, friday = week.days[1].planned, week.days[2].planned
    for wrong in (friday, week.monday, week.monday + timedelta(days=8)):
        with pytest.raises(BadInput):
            changes.move(actor, person, wednesday, wrong, ports, entry="wrong day")
    assert ports.store.entries(person, kinds=("moved",)) == ()


def test_an_easier_one_comes_in_its_place_and_can_be_taken_back() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "climber-with-a-stiff-hip")
    found = week_of(actor, person, ports)
    assert found.week is not None
    items = {item.exercise for day in found.week.days for item in day.session.items}
    swapped = None
    for exercise in sorted(items):
        step = changes.steps_beside(found.standing, exercise, ports).easier
        if step and not step.bar:
            result = changes.swap(actor, person, exercise, step.exercise, ports, entry=f"swap {exercise}")
            if result.refused is None:
                swapped = (exercise, step.exercise)
                break
    assert swapped is not None
    old, new = swapped
    after = _exercises(actor, person, ports)
    assert new in after
    assert old not in after
    assert changes.swap(actor, person, new, old, later(ports, minutes=1), entry="back again").refused is None
    assert _exercises(actor, person, ports) == items


def test_what_is_not_a_step_beside_is_refused() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "osteoporosis-72-no-floor")
    exercise = sorted(_exercises(actor, person, ports))[0]
    with pytest.raises(BadInput, match="no step beside"):
        changes.swap(actor, person, exercise, "dead-bug", ports, entry="a leap")


def test_declined_for_good_is_never_planned_again() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    exercise = sorted(_exercises(actor, person, ports))[-1]
    changes.decline(actor, person, exercise, "It pinches", ports, again=False, entry="never this")
    assert exercise not in _exercises(actor, person, ports)
    assert exercise not in _exercises(actor, person, later(ports, days=7))


def test_put_off_counts_for_today_only() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    week = week_of(actor, person, ports).week
    assert week is not None
    main = next(item for item in week.days[0].session.items if item.slot.value == "main")
    refused = changes.put_off(actor, person, main.exercise, ports, entry="not today").refused
    assert refused is None
    assert main.exercise not in _script_exercises(actor, person, ports)
    assert main.exercise in _script_exercises(actor, person, later(ports, days=2))


def test_an_emergency_ends_the_plan_at_once() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    week_of(actor, person, ports)
    note(actor, person, "answered", {"findings": {"saddle-numbness": "yes"}}, ports)
    assert week_of(actor, person, ports).week is None
    assert script_now(actor, person, Variant.PLANNED, ADDRESSES, ports) == NoWorkout(None)
    assert today(actor, person, ports).workout is None


def test_the_next_day_is_asked_about_until_it_is_told_or_gone() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    assert today(actor, person, ports).ask_about is None
    note(actor, person, "practised", {"exercises": [{"exercise": "easy-walk"}], "seconds": 600}, ports)
    assert today(actor, person, ports).ask_about is None
    assert today(actor, person, ports).done[0].seconds == 600
    for days, asked in ((1, True), (2, True), (3, False)):
        assert (today(actor, person, later(ports, days=days)).ask_about == MONDAY.date()) is asked
    tuesday = later(ports, days=1)
    note(actor, person, "next-day", {"pain": 2}, tuesday)
    assert today(actor, person, tuesday).ask_about is None


def test_the_script_stays_the_same_while_what_it_stands_on_does() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    first = script_now(actor, person, Variant.PLANNED, ADDRESSES, ports)
    again = script_now(actor, person, Variant.PLANNED, ADDRESSES, later(ports, minutes=5))
    assert first == again
    assert len(ports.store.entries(person, kinds=("advised",))) == 2


def test_a_clinician_sees_the_last_plan_and_changes_nothing() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    given = week_of(actor, person, ports).week
    clinician = Actor(User.objects.create_user("dr-b").pk)
    with pytest.raises(NotAllowed):
        week_of(clinician, person, ports)
    Access.objects.create(account_id=clinician.account, person_id=person, role=Role.CLINICIAN)
    seen = week_of(clinician, person, later(ports, days=7)).week
    assert seen is not None
    assert given is not None
    assert seen.entry == given.entry
    with pytest.raises(NotAllowed):
        script_now(clinician, person, Variant.PLANNED, ADDRESSES, ports)


def _exercises(actor: Actor, person: str, ports: Ports) -> set[str]:
    week = week_of(actor, person, ports).week
    assert week is not None
    return {item.exercise for day in week.days for item in day.session.items}


def _script_exercises(actor: Actor, person: str, ports: Ports) -> set[str]:
    script = script_now(actor, person, Variant.PLANNED, ADDRESSES, ports)
    assert not isinstance(script, NoWorkout | Refused)
    return {part.exercise for part in script.parts}


def test_a_plan_made_anew_within_the_first_week_brings_no_more_new_things_than_a_week_may() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    first = week_of(actor, person, ports).week
    assert first is not None
    done = [{"exercise": item.exercise} for item in first.days[0].session.items]
    note(actor, person, "practised", {"exercises": done}, ports)
    wednesday = later(ports, days=2)
    note(actor, person, "wished", {"wishes": {"minutes": 30}}, wednesday)
    second = week_of(actor, person, wednesday).week
    assert second is not None
    exercises = ports.known.catalogue.exercises
    learnt = {item["exercise"] for item in done} | _exercises(actor, person, wednesday)
    new = [key for key in learnt if not exercises[key].familiar]
    assert len(new) <= ports.known.catalogue.parameters.new_things_first_week


def test_a_workout_of_which_nothing_was_done_counts_as_none_unless_it_hurt() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    skipped = {"exercises": [{"exercise": "easy-walk", "outcome": "skipped"}]}
    note(actor, person, "practised", {**skipped, "ended": "stopped"}, ports)
    found = today(actor, person, ports)
    assert found.workout is not None
    assert found.standing.state.workouts == 0
    note(actor, person, "practised", {**skipped, "ended": "hurt"}, ports)
    assert today(actor, person, ports).workout is None


@pytest.mark.parametrize("content", [
    {"a": 1},
    {"monday": "no day", "plan": {}},
    {"monday": "2026-03-02", "plan": {"sessions": [{"day": "x", "items": 5}]}},
    {"monday": "2026-03-02", "plan": []},
], ids=range(4))  # fmt: skip
def test_what_came_in_as_a_plan_and_is_none_leaves_a_clinician_without_a_week(content: dict[str, object]) -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    assert week_of(actor, person, ports).week is not None
    clinician = clinician_of(person)
    assert week_of(clinician, person, ports).week is not None
    data = {"what": "plan", "catalogue": "c", "software": "s", "content": content}
    note(actor, person, "advised", data, ports, happened_at=ports.clock.now() + timedelta(minutes=1))
    assert week_of(clinician, person, ports).week is None


def test_days_that_were_over_before_the_plan_was_given_are_asked_of_nobody() -> None:
    thursday = later(ports_at(), days=3)
    actor, person = moved_in(thursday, "desk-worker")
    week = week_of(actor, person, thursday).week
    assert week is not None
    assert [day.status for day in week.days] == [DayStatus.BEFORE, DayStatus.BEFORE, DayStatus.AHEAD]
    assert week.next is not None
