"""How near to the path of the exercise the body was over the last while: small, asked for at each repetition."""

from collections.abc import Sequence
from dataclasses import dataclass

from unbend.motion.measures import Reading

BIN = 0.25  # seconds that are kept as one
KEPT = 160  # bins: longer than any repetition
FAR_AWAY = 4.0  # as far as one frame can be, in allowed differences


@dataclass(frozen=True, slots=True)
class Bin:
    """So many frames from `start` on, how many of them were off the path, and the sum of how far away they were;
    `values` are what the first of them read."""

    start: float
    frames: int = 0
    off: int = 0
    away: float = 0.0
    values: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The bins of the last while; `now` is the one that is being filled."""

    past: tuple[Bin, ...] = ()
    now: Bin | None = None

    def off_share(self, start: float, end: float) -> float:
        """The share of frames off the path between two times in seconds; 1.0 where nothing was seen."""
        bins = self.between(start, end)
        frames = sum(b.frames for b in bins)
        return sum(b.off for b in bins) / frames if frames else 1.0

    def away(self, start: float, end: float) -> float:
        """How far away it was on average; far, where nothing was seen."""
        bins = self.between(start, end)
        frames = sum(b.frames for b in bins)
        return sum(b.away for b in bins) / frames if frames else FAR_AWAY

    def covered(self, start: float, end: float) -> float:
        """For how many seconds between two times it was seen at all."""
        return BIN * len(self.between(start, end))

    def between(self, start: float, end: float) -> list[Bin]:
        """The bins between two times in seconds."""
        return [b for b in (*self.past, *((self.now,) if self.now else ())) if start - BIN < b.start <= end]


EMPTY = Ledger()


def entered(ledger: Ledger, time: float, values: Sequence[Reading], *, off: bool, away: float | None) -> Ledger:
    """The ledger with one more frame, which read this and was so far away from the path; None: nothing could be
    told."""
    far = FAR_AWAY if away is None else away
    now = ledger.now
    if now is None or time - now.start >= BIN:
        past = (*ledger.past, now)[-KEPT:] if now is not None else ledger.past
        return Ledger(past, Bin(time, 1, int(off), far, tuple(values)))
    return Ledger(ledger.past, Bin(now.start, now.frames + 1, now.off + int(off), now.away + far, now.values))
