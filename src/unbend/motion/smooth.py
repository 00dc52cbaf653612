"""Smoothing while somebody moves: one filter for each measure, stronger where a landmark is mostly guessed."""

from collections.abc import Sequence
from functools import lru_cache

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
    after, calm = list(filters), list(readings)
    for i, ((value, confidence), beta) in enumerate(zip(readings, _betas(reference.measures), strict=True)):
        if value is not None:
            cutoff = MINIMUM_CUTOFF if confidence >= GUESSED else CUTOFF_GUESSED
            one = after[i] = filters[i].step(time, value, beta=beta, minimum_cutoff=cutoff)
            calm[i] = (one.value, confidence)
    return tuple(after), tuple(calm)


@lru_cache(maxsize=256)
def _betas(measures: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(BETA_TRUNKS if MEASURES[measure].unit is Unit.TRUNKS else BETA for measure in measures)
