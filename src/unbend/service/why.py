"""Why an exercise stands in a plan that was given, or does not: read from the advice as it was written then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from unbend.planning.codec import plan_from_json
from unbend.planning.plan import Plan, Why
from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.kinds.advised import Advice, Advised
from unbend.record.values import shown
from unbend.service.access import Right, require
from unbend.service.ports import Actor, Ports


@dataclass(frozen=True)
class Reasons:
    """One exercise of a plan: the days it is on, and why. `left_out`: it is not in the week, for this reason, or for
    none that was written down."""

    exercise: str
    days: tuple[str, ...]
    why: tuple[Why, ...]
    left_out: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """What the reasons stand on."""
        return tuple(dict.fromkeys(source for why in self.why for source in why.sources))


@dataclass(frozen=True)
class Explained:
    """The advice: its entry, when it was given and what it stood on; the exercises asked about, and why this phase."""

    entry: str
    at: datetime
    advised: Advised
    phase: Why
    exercises: tuple[Reasons, ...]


def why(actor: Actor, person: str, asked: str, ports: Ports) -> Explained:
    """Why each exercise of the plan in entry `asked` is there; or, for an exercise, why the latest plan holds it or
    does not. Raises NotAllowed, and BadInput where there is nothing to explain."""
    require(actor, person, Right.SEE, ports)
    if asked in ports.known.catalogue.exercises:
        return _explained(_latest(person, ports), asked)
    found = ports.store.entry(person, asked)
    if found is None:
        allowed = "give the id of an entry, or of an exercise (`unbend catalogue list`)"
        raise BadInput("why", f"{shown(asked)} is not known", allowed)
    return _explained(found, None)


def _latest(person: str, ports: Ports) -> Entry:
    given = ports.store.state(person).given.get(Advice.PLAN)
    entry = ports.store.entry(person, given.entry) if given else None
    if entry is None:
        raise BadInput("why", "no plan was given yet", "look at the plan first")
    return entry


def _explained(entry: Entry, exercise: str | None) -> Explained:
    """The plan of the entry: why this exercise, or without one why each that it holds."""
    advised = entry.data
    if not isinstance(advised, Advised) or advised.what is not Advice.PLAN:
        raise BadInput("why", f"{shown(entry.id)} is no plan", "give the id of an entry that holds one")
    plan = _plan_in(advised.content)
    names = (exercise,) if exercise else _names(plan)
    return Explained(entry.id, entry.happened_at, advised, plan.phase_why, tuple(_reasons(plan, n) for n in names))


def _plan_in(content: Mapping[str, Any]) -> Plan:
    try:
        return plan_from_json(content["plan"])
    except (KeyError, TypeError, ValueError):
        raise BadInput("why", "this plan cannot be read", "use the version of Unbend that made it") from None


def _names(plan: Plan) -> tuple[str, ...]:
    workouts = [item.exercise for session in plan.sessions for item in session.items]
    return tuple(dict.fromkeys([*workouts, *(small.exercise for small in plan.between)]))


def _reasons(plan: Plan, exercise: str) -> Reasons:
    held = [(session.day, item) for session in plan.sessions for item in session.items if item.exercise == exercise]
    small = [small.why for small in plan.between if small.exercise == exercise]
    out = [left.because for left in plan.left_out if left.exercise == exercise]
    said = [*(why for _, item in held for why in item.why), *small] or out
    once = tuple(why for number, why in enumerate(said) if why not in said[:number])
    return Reasons(exercise, tuple(day for day, _ in held), once, left_out=not held and not small)
