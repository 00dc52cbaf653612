"""How another exercise reads to the coach for one: what that coach's repetitions must not be more like."""

from collections.abc import Sequence
from dataclasses import replace

from unbend.body.camera import camera
from unbend.body.performance import Performance
from unbend.motion.lane import plan_of
from unbend.motion.measures import MIRRORED_MEASURE, Reading, measured
from unbend.motion.played import MOMENTS, seen_by
from unbend.motion.reference import Lookalike, Reference

Readings = Sequence[Reading]
PLACES = 3  # so that a body that is alike on both sides is known to be


def with_lookalikes(reference: Reference, others: Sequence[Performance]) -> Reference:
    """The reference, with these as what could be taken for it."""
    return replace(reference, lookalikes=tuple(lookalike_of(reference, other) for other in others))


def lookalike_of(reference: Reference, other: Performance) -> Lookalike:
    """One round of another exercise before the reference's camera, done on either side, as the reference's own lanes
    read it."""
    bodies = [other.at(other.seconds * i / MOMENTS) for i in range(MOMENTS)]
    lens = camera(bodies, view=reference.view)
    rows = [measured(seen_by(body, lens), reference.measures, source=reference.sources) for body in bodies]
    lane = plan_of(reference, None).lanes[0]
    both = [lane.values(row) for side in (rows, [_mirrored(row, reference) for row in rows]) for row in side]
    path = (tuple(round(value, PLACES) if value is not None else None for value, _ in row) for row in both)
    return Lookalike(other.movement.exercise, tuple(dict.fromkeys(path)))


def _mirrored(row: Readings, reference: Reference) -> tuple[Reading, ...]:
    """The same with left and right exchanged, before the same camera: each side is seen as well as it was."""
    place = {measure: i for i, measure in enumerate(reference.measures)}
    found: list[Reading] = []
    for measure, (_, confidence) in zip(reference.measures, row, strict=True):
        twin, sign = MIRRORED_MEASURE[measure]
        value = row[place[twin]][0] if twin in place else None
        found.append((value * sign if value is not None else None, confidence))
    return tuple(found)
