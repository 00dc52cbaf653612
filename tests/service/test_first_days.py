"""Whoever comes in the middle of a week, or at its end, is offered a first workout all the same."""

from datetime import timedelta

import pytest

from support.examples import MONDAY, moved_in, ports_at
from unbend.service.planning import week_of
from unbend.service.record import note
from unbend.service.today import today
from unbend.service.workout import Addresses, NoWorkout, script_now
from unbend.workout.script import Variant

pytestmark = pytest.mark.django_db
SOMEWHERE = Addresses("letter", lambda exercise, side, what: f"{exercise}-{side}-{what}", lambda exercise: exercise)


@pytest.mark.parametrize("days", [5, 6])
def test_whoever_comes_at_the_weekend_can_start_at_once(days: int) -> None:
    house = ports_at(MONDAY + timedelta(days=days))
    actor, person = moved_in(house, "desk-worker")
    found = today(actor, person, house)
    assert (found.workout, found.next) == (None, None)
    assert found.first is not None
    assert not isinstance(script_now(actor, person, Variant.PLANNED, SOMEWHERE, house), NoWorkout)


def test_whoever_has_begun_is_not_offered_a_first_workout_again() -> None:
    house = ports_at(MONDAY + timedelta(days=6))
    actor, person = moved_in(house, "desk-worker")
    week = week_of(actor, person, house).week
    assert week is not None
    done = [{"exercise": item.exercise} for item in week.days[0].session.items]
    note(actor, person, "practised", {"exercises": done}, house, happened_at=house.clock.now() - timedelta(days=3))
    assert today(actor, person, house).first is None
