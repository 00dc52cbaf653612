"""When a body came to rest, from the joints in the picture together with the measures."""

from collections.abc import Sequence
from statistics import pstdev

from unbend.motion.arrival import BIN, Arrival, Fit, Seen, Still, arrival_of, fits
from unbend.motion.picture import Places, gone
from unbend.motion.way import Way, gone_at

# In how many allowed differences the whole way in the picture is counted; and what the measures are worth beside it:
# they are made of the same joints, so that most of what they say is said twice.
LONG, SAID = 2.5, 0.25


def with_joints(
    seen: Seen, places: Sequence[Places | None], way: Way, laid: Sequence[Fit], first: Arrival, until: float
) -> Arrival:
    """How somebody came, by the joints as well: `laid` and `first` are what the measures say, `places` is where the
    joints are in each row of what was seen, `until` is when the pose ends at the latest. It is `first` where the
    picture does not show it."""
    joints = _seen(seen, places, way, first, until) if way.whole else None
    by_joints = fits(joints, _way(way)) if joints is not None else []
    if not by_joints:
        return first
    return arrival_of(
        [(one + SAID * other, rest, pace) for (one, rest, pace), (other, _, _) in zip(by_joints, laid, strict=True)]
    )


def _way(way: Way) -> Way:
    """The same way as one measure, of how far the whole body is."""
    return Way((LONG,), way.seconds, tuple((LONG * one,) for one in way.whole))


def _seen(seen: Seen, places: Sequence[Places | None], way: Way, guess: Arrival, until: float) -> Seen | None:
    """How far the body is in each row, as one measure; None when the picture does not show it."""
    times = [(seen.first + i + 0.5) * BIN for i in range(len(places))]
    shares = [(guess.rest - time) / (way.seconds * guess.pace) for time in times]
    held = [share <= 0.0 and time < until for share, time in zip(shares, times, strict=True)]
    expected = [
        gone_at(way, share) if is_held or 0.0 < share <= 1.0 else None
        for share, is_held in zip(shares, held, strict=True)
    ]
    far = gone(places, expected, held)
    if far is None:
        return None
    still = [LONG * one for one, is_held in zip(far, held, strict=True) if one is not None and is_held]
    rows = tuple((LONG * one if one is not None else None,) for one in far)
    return Seen((Still(0.0, pstdev(still)),), seen.first, rows, seen.earliest, seen.latest)
