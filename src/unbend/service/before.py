"""What is other in a week's plan than in the plan of the week before, written down when the plan is given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from unbend.planning.codec import plan_from_json
from unbend.planning.different import EXERCISE, by_weight, differences
from unbend.planning.plan import Plan, Why
from unbend.record.kinds.advised import Advised
from unbend.service.ports import Ports
from unbend.service.standing import Standing


def with_differences(plan: Plan, monday: date, here: Standing, ports: Ports) -> Plan:
    """The plan for the week of `monday` that says what is other in it; of what an earlier plan of the same week said
    that too which holds on."""
    planned = here.state.planned
    earlier = max((day for day in planned if day < monday), default=None)
    before = None if earlier is None else _plan_of(planned[earlier].entry, here, ports)
    same_week = _plan_of(planned[monday].entry, here, ports) if monday in planned else None
    because = differences(plan, before)
    kept = () if same_week is None else (why for why in same_week.because if _holds_on(why, same_week, plan, because))
    return replace(plan, because=by_weight((*kept, *because)))


def _holds_on(why: Why, earlier: Plan, plan: Plan, because: Sequence[Why]) -> bool:
    """Whether what an earlier plan of the week said is true of a later one, and is not said by it anyway."""
    if why.code.startswith("phase-"):
        return earlier.phase is plan.phase and why.code not in {other.code for other in because}
    exercise = why.params.get(EXERCISE)
    if exercise is None or exercise in {other.params.get(EXERCISE) for other in because}:
        return False
    return _steps(earlier).get(exercise) == _steps(plan).get(exercise)


def _steps(plan: Plan) -> Mapping[str, int]:
    return {item.exercise: item.step for session in plan.sessions for item in session.items}


def _plan_of(entry: str, here: Standing, ports: Ports) -> Plan | None:
    """The plan that an entry holds; None where it cannot be read any more."""
    found = ports.store.entry(here.person, entry)
    if found is None or not isinstance(found.data, Advised):
        return None
    try:
        raw = found.data.content["plan"]
        return plan_from_json(raw) if isinstance(raw, Mapping) else None
    except (KeyError, TypeError, ValueError):
        return None
