"""Faults by the movement's rules: each must last before it is one, and be gone for a while before it is mended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from unbend.motion.lane import Plan
from unbend.motion.measures import MEASURES, Reading, Unit
from unbend.motion.reference import Bound, KeyReading, SeenFault

LASTS, MENDED = 0.7, 0.7  # seconds
SURE = 0.5  # a reading less sure than this accuses nobody
# How far beyond its bound a measure must be: what a camera may err by, in degrees and in trunk lengths.
MARGIN = {Unit.DEGREES: 4.0, Unit.TRUNKS: 0.06}
AT_POSE = 0.25  # of the way: so near to a pose one is in it


@dataclass(frozen=True, slots=True)
class FaultSeen:
    """A fault that was there from `start` to `end`, in seconds, on a side."""

    id: str
    start: float
    end: float
    side: str


@dataclass(frozen=True, slots=True)
class Watch:
    """What is known of one fault: since when it shows or does not, and since when it is one (None while it is not)."""

    showing: bool = False
    since: float = 0.0
    begun: float | None = None
    last: float = 0.0


def watch(state: Watch, *, shows: bool | None, time: float) -> tuple[Watch, tuple[float, float] | None]:
    """The state after a frame in which the fault shows, does not show, or cannot be told (None); and the stretch of a
    fault that is now mended."""
    if shows is None:
        return replace(state, showing=False, since=time) if state.begun is None else state, None
    if shows != state.showing:
        state = replace(state, showing=shows, since=time)
    if shows:
        begun = state.since if state.begun is None and time - state.since >= LASTS else state.begun
        return replace(state, begun=begun, last=time), None
    if state.begun is not None and time - state.last >= MENDED:
        return Watch(since=time), (state.begun, state.last)
    return state, None


def showing(plan: Plan, values: Sequence[Reading], share: float | None) -> Iterator[tuple[SeenFault, bool | None]]:
    """For each fault that a frame can show, whether this one does; None where it cannot be told."""
    for fault in plan.faults:
        yield fault, _shows(fault, plan, values, share)


def _shows(fault: SeenFault, plan: Plan, values: Sequence[Reading], share: float | None) -> bool | None:
    assert fault.measure is not None and fault.value is not None  # noqa: PT018, S101 - of faults that are measured
    value, confidence = values[plan.reference.measures.index(fault.measure)]
    if value is None or confidence < SURE:
        return None
    if fault.pose is not None and not _is_at(fault.pose, plan, values, share):
        return False
    beyond = value - fault.value if fault.bound is Bound.ABOVE else fault.value - value
    return beyond > MARGIN[MEASURES[fault.measure].unit]


def _is_at(pose: str, plan: Plan, values: Sequence[Reading], share: float | None) -> bool:
    """Whether somebody is in this key pose: by how far on the way they are, else by which key pose is nearest."""
    key = next((key for key in plan.reference.keys if key.name == pose), None)
    if key is None:
        return False
    if share is not None and plan.reference.counted is not None and plan.counted is not None:
        there = plan.share(key.values[plan.counted])
        return there is not None and abs(share - there) <= AT_POSE
    return key is min(plan.reference.keys, key=lambda other: _off(other, plan, values))


def _off(key: KeyReading, plan: Plan, values: Sequence[Reading]) -> float:
    return sum(
        abs(value - wanted) / allowed
        for (value, _), wanted, allowed in zip(values, key.values, plan.allowed, strict=True)
        if value is not None and wanted is not None
    )
