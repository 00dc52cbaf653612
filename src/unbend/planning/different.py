"""What is other in a week than in the one before, each with its reason, the most important first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from unbend.planning.plan import Plan, Why

EXERCISE = "exercise"
"""The parameter that names which exercise a reason is about."""

AS_BEFORE = ("stay-", "small-", "walk-stays", "walk-there", "walk-most", "phase-start", "kept", "stays", "changed-for")
"""What the codes of reasons begin with that say: it is as it was, or it is told of another exercise already."""

GOES_ON = ("up-rung", "back-")
"""What the codes begin with of what goes on for weeks: it is told in the first of them."""

ORDER = ("phase", "rest", "down", "back", "smaller", "fewer", "growing", "full", "time-for", "up-rung", "up", "walk")
"""What the codes begin with: less comes before a change, and a change before more."""


def differences(plan: Plan, before: Plan | None) -> tuple[Why, ...]:
    """The phase where it moved, what the last weeks changed about the size of the week, and what was decided about an
    exercise, named by the parameter `exercise`. What the plan of the week before told already is not told again."""
    told = set() if before is None else {_key(why) for why in _about_exercises(before)}
    held = None if before is None else _held(before)
    new = (why for why in _about_exercises(plan) if _key(why) not in told and _is_missed(why, plan, held))
    phase = [plan.phase_why] if _is_told(plan.phase_why) and not _is_same_phase(plan, before) else []
    week = (why for why in plan.because if EXERCISE not in why.params and not why.code.startswith("phase"))
    found = {_key(why): why for why in (*phase, *week, *new)}
    return by_weight(found.values())


def by_weight(whys: Iterable[Why]) -> tuple[Why, ...]:
    """The most important first; reasons of the same weight stay as they stood, in the order of the workout."""
    return tuple(sorted(whys, key=_rank))


def _about_exercises(plan: Plan) -> Iterator[Why]:
    """What was decided about single exercises, in the week or left out of it."""
    for session in plan.sessions:
        yield from (_of(item.exercise, why) for item in session.items for why in item.why if _is_told(why))
    yield from (_of(small.exercise, small.why) for small in plan.between if _is_told(small.why))
    yield from (_of(left.exercise, left.because) for left in plan.left_out if _is_told(left.because))


def is_decided(why: Why) -> bool:
    """Whether the log, or the weeks gone by, decided it."""
    return bool(why.entries) or why.code in ("time-for-a-change", "kept")


def _is_told(why: Why) -> bool:
    """Whether it was decided, and is a change."""
    return is_decided(why) and not why.code.startswith(AS_BEFORE)


def _of(exercise: str, why: Why) -> Why:
    return replace(why, params={**why.params, EXERCISE: exercise})


def _is_missed(why: Why, plan: Plan, held: frozenset[str] | None) -> bool:
    """Whether the person notices: what is left out counts only where the week before held it."""
    exercise = why.params[EXERCISE]
    return held is None or exercise in held or exercise in _held(plan)


def _held(plan: Plan) -> frozenset[str]:
    workouts = (item.exercise for session in plan.sessions for item in session.items)
    return frozenset((*workouts, *(small.exercise for small in plan.between)))


def _is_same_phase(plan: Plan, before: Plan | None) -> bool:
    return before is not None and before.phase is plan.phase and before.phase_why.code == plan.phase_why.code


def _key(why: Why) -> tuple[object, ...]:
    """What makes a decision another one: the entries too, but where each further workout only says it once more."""
    entries = () if why.code.startswith(GOES_ON) else why.entries
    params = ((key, value) for key, value in why.params.items() if key != "days")
    return why.code, tuple(sorted(params)), entries


def _rank(why: Why) -> int:
    return next((number for number, code in enumerate(ORDER) if why.code.startswith(code)), len(ORDER))
