"""Smoothing while somebody moves: one filter for each measure, stronger where a landmark is mostly guessed."""

from collections.abc import Sequence

from unbend.motion.filters import BETA, BETA_TRUNKS, MINIMUM_CUTOFF, OneEuro
from unbend.motion.measures import MEASURES, Reading, Unit
from unbend.motion.reference import Reference

Filters = tuple[OneEuro, ...]

# What is less sure than this is mostly guessed, trembles more than any exercise moves, and is smoothed more (Hz).
GUESSED, CUTOFF_GUESSED = 0.6, 0.7


def filters_for(reference: Reference) -> Filters:
    """The filters of a reference's measures before the first frame."""
    return (OneEuro(),) * len(reference.measures)


def smooth(
    filters: Filters, reference: Reference, readings: Sequence[Reading], time: float
) -> tuple[Filters, tuple[Reading, ...]]:
    """The filters after a frame, and its readings smoothed. What was not seen stays unseen."""
    after = tuple(
        one.step(
            time,
            value,
            beta=BETA_TRUNKS if MEASURES[measure].unit is Unit.TRUNKS else BETA,
            minimum_cutoff=MINIMUM_CUTOFF if confidence >= GUESSED else CUTOFF_GUESSED,
        )
        for one, measure, (value, confidence) in zip(filters, reference.measures, readings, strict=True)
    )
    calm = tuple(
        (one.value if value is not None else None, confidence)
        for one, (value, confidence) in zip(after, readings, strict=True)
    )
    return after, calm
