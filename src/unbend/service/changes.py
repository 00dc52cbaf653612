"""What a person changes in their week: an easier or harder exercise, not this one, not today, another day."""

from dataclasses import dataclass
from datetime import date

from unbend.planning.bars import bar
from unbend.planning.plan import Why
from unbend.planning.swap import Neighbours, Refused, neighbours, with_swaps, without
from unbend.record.errors import BadInput
from unbend.service.access import Right, require
from unbend.service.planning import WeekPlan, brief_now, week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import Standing


@dataclass(frozen=True)
class Changed:
    """Whether a change was made; where not, why."""

    refused: Why | None = None


def steps_beside(here: Standing, exercise: str, ports: Ports) -> Neighbours:
    """The easier and harder exercise, each with what keeps this person from it."""
    return neighbours(ports.known.catalogue.exercises[exercise], brief_now(here, ports))


def swap(actor: Actor, person: str, exercise: str, to: str, ports: Ports, *, entry: str) -> Changed:
    """Put another step of the ladder in the place of an exercise of the week, if no hard rule speaks against it. The
    same exercise takes an exchange back. Raises NotAllowed, BadInput."""
    here, week = _week(actor, person, ports)
    original = next((old for old, new in here.state.swaps.items() if new == exercise), exercise)
    if to not in (original, *_names(steps_beside(here, exercise, ports))):
        raise BadInput("to", f'"{to}" is no step beside "{exercise}"', "choose the easier or the harder one")
    if to != original:
        changed = with_swaps(week.plan, brief_now(here, ports), {exercise: to})
        if isinstance(changed, Refused):
            return Changed(changed.because)
    note(actor, person, "swapped", {"exercise": original, "to": to}, ports, id_=entry)
    return Changed()


def decline(
    actor: Actor, person: str, exercise: str, why: str | None, ports: Ports, *, again: bool, entry: str
) -> None:
    """Never this one, or after all again. Raises NotAllowed, BadInput."""
    said = {"exercise": exercise, **({"why": why} if why else {}), **({"again": True} if again else {})}
    note(actor, person, "declined", said, ports, id_=entry)


def keep(actor: Actor, person: str, exercise: str, ports: Ports, *, no_longer: bool, entry: str) -> Changed:
    """Keep this one when it would be time for another, or no longer. It is a wish: where something stands in the way
    of the exercise, such as a restriction, a rest, or "not this one", it is refused. Raises NotAllowed, BadInput."""
    facts = ports.known.catalogue.exercises.get(exercise)
    if facts is not None and not no_longer:
        here, _planned = _week(actor, person, ports)
        if (why := bar(facts, brief_now(here, ports))) is not None:
            return Changed(why)
    said = {"exercise": exercise, **({"no_longer": True} if no_longer else {})}
    note(actor, person, "kept", said, ports, id_=entry)
    return Changed()


def put_off(actor: Actor, person: str, exercise: str, ports: Ports, *, entry: str) -> Changed:
    """Not today; refused where the workout would lose its warm-up, its bracing or its end. Raises NotAllowed."""
    here, week = _week(actor, person, ports)
    day = week.today or week.next
    if day is not None:
        changed = without(week.as_it_stands, brief_now(here, ports), {exercise}, day=day.session.day)
        if isinstance(changed, Refused):
            return Changed(changed.because)
    note(actor, person, "put-off", {"exercise": exercise}, ports, id_=entry, happened_at=here.now)
    return Changed()


def move(actor: Actor, person: str, planned: date, to: date | None, ports: Ports, *, entry: str) -> None:
    """Put a workout of this week on another of its days, or leave it out. Raises NotAllowed, BadInput."""
    here, week = _week(actor, person, ports)
    if planned not in [day.planned for day in week.days]:
        raise BadInput("from", f"no workout is planned for {planned}", "choose a day of this week's plan")
    if to is not None and not here.today <= to <= _last_day(week):
        raise BadInput("to", f"{to} cannot be chosen", f"choose a day from {here.today} to {_last_day(week)}")
    if to is not None and to in [day.on for day in week.days if day.planned != planned and not day.is_only_offered]:
        raise BadInput("to", f"there is a workout on {to} already", "choose a day without one")
    data = {"from": planned.isoformat(), **({} if to is None else {"to": to.isoformat()})}
    note(actor, person, "moved", data, ports, id_=entry)


def _week(actor: Actor, person: str, ports: Ports) -> tuple[Standing, WeekPlan]:
    require(actor, person, Right.WRITE, ports)
    found = week_of(actor, person, ports)
    if found.week is None:
        raise BadInput("plan", "there is no plan now", "finish the check first")
    return found.standing, found.week


def _names(steps: Neighbours) -> list[str]:
    return [step.exercise for step in (steps.easier, steps.harder) if step is not None]


def _last_day(week: WeekPlan) -> date:
    return week.monday.fromordinal(week.monday.toordinal() + 6)
