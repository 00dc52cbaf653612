"""What the coach saw, as plain data: the same for a recording and after a workout."""

from collections.abc import Iterable, Mapping
from statistics import fmean

from unbend.motion.coach import CoachState
from unbend.motion.form import Form
from unbend.motion.judge import Done, Held
from unbend.motion.measures import MEASURES, Unit

SIDES = ("right", "left", "both")
DIGITS = 3


def report(state: CoachState) -> dict[str, object]:
    """All repetitions, holds and faults of a state, as JSON can say it: seconds, degrees, form from 0 to 1, None where
    it was not judged. `range` is how far the counted value went, None where that is no angle."""
    return {
        "exercise": state.plan.reference.exercise,
        "view": state.plan.reference.view,
        "counts": _name(state),
        "repetitions": [_repetition(one, state) for one in state.repetitions],
        "holds": [_hold(one) for one in state.holds],
        "sides": {side: told for side in SIDES if (told := _side(side, state))},
        "faults": [
            {"id": fault.id, "start": _round(fault.start), "end": _round(fault.end), "side": fault.side}
            for fault in sorted(state.faults, key=lambda fault: fault.start)
        ],
    }


def _name(state: CoachState) -> str | None:
    counted = state.plan.reference.counted
    return MEASURES[counted.measure].name if counted is not None else None


def _repetition(one: Done, state: CoachState) -> dict[str, object]:
    return {
        "start": _round(one.start),
        "end": _round(one.end),
        "side": one.side,
        "range": _range(one, state),
        "form": _whole(one.form),
        "parts": _parts(one.form),
    }


def _hold(one: Held) -> dict[str, object]:
    return {
        "start": _round(one.start),
        "end": _round(one.end),
        "side": one.side,
        "seconds": _round(one.seconds),
        "form": _whole(one.form),
        "parts": _parts(one.form),
    }


def _side(side: str, state: CoachState) -> Mapping[str, object]:
    """What one side did; empty when it did nothing."""
    done = [one for one in state.repetitions if one.side == side]
    held = [one for one in state.holds if one.side == side]
    if not done and not held:
        return {}
    forms = [*(one.form for one in done), *(one.form for one in held)]
    ranges = [value for one in done if (value := _range(one, state)) is not None]
    return {
        "repetitions": len(done),
        "holds": len(held),
        "hold_seconds": _round(sum(one.seconds for one in held)),
        "range": _mean(ranges),
        "form": _mean(form.whole for form in forms if form is not None),
    }


def _range(one: Done, state: CoachState) -> float | None:
    counted = state.plan.reference.counted
    if counted is None or MEASURES[counted.measure].unit is not Unit.DEGREES:
        return None
    return round(one.high - one.low, 1)


def _whole(form: Form | None) -> float | None:
    return _round(form.whole) if form is not None else None


def _parts(form: Form | None) -> dict[str, float]:
    return {name: _round(value) for name, value in form.parts} if form is not None else {}


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return _round(fmean(found)) if found else None


def _round(value: float) -> float:
    return round(value, DIGITS)
