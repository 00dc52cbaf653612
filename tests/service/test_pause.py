"""Who was away for long comes back to less than they left, and earns the rest again; a short break costs nothing."""

import pytest

from support.examples import example, later, moved_in, ports_at
from unbend.planning.plan import Plan
from unbend.service.planning import week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import standing

pytestmark = pytest.mark.django_db
WEEKS = 8


def plan_at(actor: Actor, person: str, house: Ports) -> Plan:
    """The plan, with the check done again that day."""
    note(actor, person, "answered", {"findings": {**example("desk-worker")["findings"], "severity": 2}}, house)
    week = week_of(actor, person, house).week
    assert week is not None
    return week.plan


def practised(actor: Actor, person: str, house: Ports) -> Plan:
    """One workout that went well; the plan it was of."""
    plan = plan_at(actor, person, house)
    done = [{"exercise": item.exercise, "felt": "easy"} for item in plan.sessions[0].items]
    note(actor, person, "practised", {"exercises": done, "pain_before": 2, "pain_after": 2}, house)
    return plan


@pytest.mark.parametrize(("days_away", "least", "most"), [(10, WEEKS, WEEKS + 1), (35, 4, 5), (90, 1, 2)])
def test_after_a_pause_the_programme_goes_on_lower_the_longer_it_was(days_away: int, least: int, most: int) -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    for week in range(WEEKS):
        for day in (0, 2, 4):
            house_then = later(house, days=7 * week + day)
            plan = practised(actor, person, house_then)
    assert plan.week == WEEKS
    back = later(house_then, days=days_away)
    assert least <= plan_at(actor, person, back).week <= most
    earned = standing(actor, person, back).state.practised
    practised(actor, person, back)
    next_day = later(back, days=1)
    assert least <= plan_at(actor, person, next_day).week <= most, "one workout does not bring it all back"
    assert set(earned) <= set(standing(actor, person, next_day).state.practised)


@pytest.mark.parametrize(("days_away", "least_down"), [(15, 1), (30, 2), (60, 3)])
def test_after_days_away_each_exercise_comes_back_at_a_lower_step(days_away: int, least_down: int) -> None:
    """The longer it was, the more; and what is done again is earned again from there."""
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    full = [
        {"exercise": item.exercise, "step": 4, "sets": 1} for item in plan_at(actor, person, house).sessions[0].items
    ]
    note(actor, person, "practised", {"exercises": full, "phase": "restore"}, house)
    back = plan_at(actor, person, later(house, days=days_away))
    known = {item["exercise"] for item in full}
    steps = {i.exercise: i.step or 0 for s in back.sessions for i in s.items if i.exercise in known}
    aerobic = {"easy-walk", "march-on-the-spot", "march-sitting", "brisk-walk"}
    assert steps
    assert all(step <= 4 - least_down for key, step in steps.items() if key not in aerobic)
    whys = {why.code for s in back.sessions for i in s.items if i.exercise in steps for why in i.why}
    assert whys & {"back-after-break", "small-after-break"}
