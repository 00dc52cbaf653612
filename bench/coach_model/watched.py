"""The engine over a recording as it works live: measures, One Euro, coach; with how long it took."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from unbend.motion.coach import CoachState, advance, begin, ended
from unbend.motion.gate import SEEN
from unbend.motion.measures import Reading, measured
from unbend.motion.pose import PoseFrame
from unbend.motion.reference import Reference
from unbend.motion.smooth import filters_for, smooth
from unbend.motion.view import sight


@dataclass(frozen=True)
class Watched:
    """What the coach knows at the end, the counted measure as it was read (its better seen side), seconds of work in
    all, and the share of the frames behind which its gate was open."""

    state: CoachState
    counted: tuple[float | None, ...]
    seconds: float
    open: float

    @property
    def repetitions(self) -> int:
        return self.state.count


def watch(frames: Sequence[PoseFrame], reference: Reference, *, side: str) -> Watched:
    """A coach for this reference that looks at these frames one by one."""
    state = begin(reference, side=side)
    filters = filters_for(reference)
    rows: list[tuple[Reading, ...]] = []
    begun, is_open = time.process_time(), 0
    for frame in frames:
        read = measured(frame, reference.measures, source=reference.sources)
        filters, calm = smooth(filters, reference, read, frame.time)
        state = advance(state, sight(frame, reference), calm, frame.time)
        is_open += state.seen == SEEN
        rows.append(calm)
    state = ended(state)
    share = is_open / max(len(rows), 1)
    return Watched(state, _counted(rows, reference), time.process_time() - begun, share)


def _counted(rows: Sequence[tuple[Reading, ...]], reference: Reference) -> tuple[float | None, ...]:
    if reference.counted is None:
        return ()
    at = reference.measures.index(reference.counted.measure)
    sign = 1.0 if reference.counted.target > reference.counted.start else -1.0
    return tuple(value * sign if (value := row[at][0]) is not None else None for row in rows)
