"""Why a plan that was given is as it is: read from the advice as it was written then, with what each decision rests on.

Asked about a plan, one exercise, the phase, or an entry that decisions rest on; or about all that is other this week.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from unbend.planning.codec import plan_from_json
from unbend.planning.different import EXERCISE
from unbend.planning.plan import Plan, Why
from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.kinds.advised import Advice, Advised
from unbend.record.values import shown
from unbend.service.access import Right
from unbend.service.evidence import Evidence, evidence_for, whys_of
from unbend.service.ports import Actor, Ports
from unbend.service.standing import Standing, standing

PHASE = "phase"
"""What is asked for the stage of the programme; no exercise is called so."""

ALLOWED = (
    "give the id of an exercise (`unbend catalogue list`) or of an entry, or `phase`, or nothing for all that changed"
)


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
    """The advice: its entry, when it was given and what it stood on; why this phase; what is other in its week, as far
    as it was asked for; the exercises asked about; and what the reasons rest on."""

    entry: str
    at: datetime
    advised: Advised
    phase: Why
    because: tuple[Why, ...]
    exercises: tuple[Reasons, ...]
    evidence: Evidence


def why(actor: Actor, person: str, asked: str | None, ports: Ports) -> Explained:
    """Why the plan in entry `asked` holds its exercises; or, of the latest plan: why it holds an exercise or does not,
    why its phase is what it is, what rests on another entry, or, where nothing is asked, all that is other this week.
    Raises NotAllowed, and BadInput where there is nothing to explain."""
    here = standing(actor, person, ports, right=Right.SEE)
    if asked is None or asked == PHASE:
        return _of_week(_latest(here, ports), here, ports, all_of_it=asked is None)
    if asked in ports.known.catalogue.exercises:
        return _explained(_latest(here, ports), here, ports, only=asked)
    found = ports.store.entry(person, asked)
    if found is None:
        raise BadInput("why", f"{shown(asked)} is not known", ALLOWED)
    if isinstance(found.data, Advised):
        return _explained(found, here, ports)
    return _resting_on(found, here, ports)


def _latest(here: Standing, ports: Ports) -> Entry:
    given = here.state.given.get(Advice.PLAN)
    entry = ports.store.entry(here.person, given.entry) if given else None
    if entry is None:
        raise BadInput("why", "no plan was given yet", "look at the plan first")
    return entry


def _of_week(entry: Entry, here: Standing, ports: Ports, *, all_of_it: bool) -> Explained:
    advised, plan = _read(entry, ports)
    because = plan.because if all_of_it else tuple(why for why in plan.because if EXERCISE not in why.params)
    return _told(entry, advised, plan, here, ports, because=because)


def _resting_on(entry: Entry, here: Standing, ports: Ports) -> Explained:
    """What the latest plan decided because of an entry."""
    plan_entry = _latest(here, ports)
    advised, plan = _read(plan_entry, ports)
    whys = tuple(why for why in _decisions(plan) if entry.id in why.entries)
    if not whys and entry.id not in plan.phase_why.entries:
        raise BadInput("why", f"nothing in the latest plan rests on {shown(entry.id)}", ALLOWED)
    return _told(plan_entry, advised, plan, here, ports, because=whys)


def _decisions(plan: Plan) -> tuple[Why, ...]:
    """Every decision of a plan that names entries, each once; of those about an exercise it is named."""
    about = (_named(why, name) for name in _names(plan) for why in _reasons(plan, name).why)
    left = (_named(left.because, left.exercise) for left in plan.left_out)
    found = (why for why in (*plan.because, *about, *left) if why.entries)
    return tuple({(why.code, tuple(sorted(why.params.items())), why.entries): why for why in found}.values())


def _named(why: Why, exercise: str) -> Why:
    return replace(why, params={**why.params, EXERCISE: exercise})


def _explained(entry: Entry, here: Standing, ports: Ports, *, only: str | None = None) -> Explained:
    """The plan of the entry: why this exercise, or without one why each that it holds."""
    advised, plan = _read(entry, ports)
    names = (only,) if only else _names(plan)
    return _told(entry, advised, plan, here, ports, exercises=tuple(_reasons(plan, name) for name in names))


def _told(
    entry: Entry,
    advised: Advised,
    plan: Plan,
    here: Standing,
    ports: Ports,
    *,
    because: tuple[Why, ...] = (),
    exercises: tuple[Reasons, ...] = (),
) -> Explained:
    whys = (plan.phase_why, *because, *(why for reasons in exercises for why in reasons.why))
    evidence = evidence_for(whys, here, ports)
    return Explained(entry.id, entry.happened_at, advised, plan.phase_why, because, exercises, evidence)


def _read(entry: Entry, ports: Ports) -> tuple[Advised, Plan]:
    advised = entry.data
    if not isinstance(advised, Advised) or advised.what is not Advice.PLAN:
        raise BadInput("why", f"{shown(entry.id)} is no plan", "give the id of an entry that holds one")
    plan = _plan_in(advised.content)
    if plan is None or not _is_known(plan, ports):
        raise BadInput("why", "this plan cannot be read", "use the version of Unbend that made it")
    return advised, plan


def _plan_in(content: Mapping[str, Any]) -> Plan | None:
    try:
        return plan_from_json(content["plan"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _is_known(plan: Plan, ports: Ports) -> bool:
    """Whether its reasons and exercises have words here: a file from elsewhere may have brought in anything."""
    whys, texts = tuple(whys_of(plan)), ports.known.texts
    about = {why.params[EXERCISE] for why in whys if EXERCISE in why.params}
    return all(why.code in texts.reasons for why in whys) and texts.exercises.keys() >= {*_names(plan), *about}


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
