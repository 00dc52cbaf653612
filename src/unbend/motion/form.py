"""Form: how near a repetition or a hold was to the movement, from 0 to 1, made of parts that can be told one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unbend.motion.lane import Plan
from unbend.motion.measures import Reading

RANGE, POSITION, TEMPO, FAULTS, STEADY = "range", "position", "tempo", "faults", "steady"
# How much each part weighs; what is not judged drops out and the others share its weight. By judgement.
WEIGHTS: Mapping[str, float] = {RANGE: 0.35, POSITION: 0.3, FAULTS: 0.2, STEADY: 0.15, TEMPO: 0.15}
SURE = 0.5  # a reading less sure than this is not judged
# Of its tolerances: so far off is nothing like it. In between it goes down evenly.
WORST = 3.0
# Of the movement's own time: a repetition done in less is hurried, one done in `HASTE` of that gets nothing for it.
BRISK, HASTE = 0.7, 0.2
# How much of its tolerance a held value may waver, and where nothing is left.
CALM, RESTLESS = 0.35, 1.5
EACH_FAULT = 0.5  # every fault halves what is given for having none


@dataclass(frozen=True, slots=True)
class Form:
    """The whole and its parts, each from 0 to 1."""

    whole: float
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Furthest:
    """The moment of a repetition at which it was furthest, with all that was read then."""

    share: float
    values: tuple[Reading, ...]


def form_of(parts: Mapping[str, float | None], judged: Sequence[str]) -> Form | None:
    """The form of these parts, without what is not judged; None when nothing is. How quietly a pose is held goes with
    whatever else is judged."""
    kept = {
        name: min(max(value, 0.0), 1.0)
        for name, value in parts.items()
        if value is not None and (name in judged or (name == STEADY and judged))
    }
    weight = sum(WEIGHTS[name] for name in kept)
    if weight <= 0.0:
        return None
    whole = sum(WEIGHTS[name] * value for name, value in kept.items()) / weight
    return Form(whole, tuple(kept.items()))


def reached(plan: Plan, share: float) -> float:
    """How much of the range was used: all of it within the tolerance of the target."""
    return share / plan.pose.edge


def position(plan: Plan, values: Sequence[Reading]) -> float | None:
    """How much what else is seen looks like the target pose; None when nothing else is."""
    near = [
        _nearness(abs(value - wanted) / tolerance)
        for i, ((value, confidence), wanted, tolerance) in enumerate(
            zip(values, plan.target.values, plan.reference.tolerances, strict=True)
        )
        if value is not None and wanted is not None and confidence >= SURE
        if i in plan.compared and i != plan.counted and tolerance > 0.0
    ]
    return sum(near) / len(near) if near else None


def tempo(plan: Plan, seconds: float) -> float:
    """Whether it had its time: hurrying is marked down, slowness is not, nor a shorter hold."""
    moving = plan.reference.seconds - sum(key.hold for key in plan.reference.keys)
    share = seconds / moving if moving > 0.0 else 1.0
    return (share - HASTE) / (BRISK - HASTE)


def faultless(faults: int) -> float:
    """What is left of having no faults."""
    return EACH_FAULT**faults


def steadiness(wavered: float, tolerance: float) -> float:
    """How quietly a pose was held."""
    return 1.0 - (wavered / tolerance - CALM) / (RESTLESS - CALM) if tolerance > 0.0 else 1.0


def _nearness(off: float) -> float:
    return 1.0 if off <= 1.0 else max(1.0 - (off - 1.0) / (WORST - 1.0), 0.0)
