"""How near to the path of the exercise the body was over the last while: small, asked for at each repetition."""

from dataclasses import dataclass, replace

BIN = 0.25  # seconds that are kept as one
KEPT = 160  # bins: longer than any repetition
FAR_AWAY = 4.0  # as far as one frame can be, in allowed differences


@dataclass(frozen=True, slots=True)
class Bin:
    """So many frames from `start` on, how many of them were off the path, and the sum of how far away they were."""

    start: float
    frames: int = 0
    off: int = 0
    away: float = 0.0


@dataclass(frozen=True, slots=True)
class Ledger:
    """The bins of the last while; `now` is the one that is being filled."""

    past: tuple[Bin, ...] = ()
    now: Bin | None = None

    def off_share(self, start: float, end: float) -> float:
        """The share of frames off the path between two times in seconds; 1.0 where nothing was seen."""
        bins = self._between(start, end)
        frames = sum(b.frames for b in bins)
        return sum(b.off for b in bins) / frames if frames else 1.0

    def away(self, start: float, end: float) -> float:
        """How far away it was on average; far, where nothing was seen."""
        bins = self._between(start, end)
        frames = sum(b.frames for b in bins)
        return sum(b.away for b in bins) / frames if frames else FAR_AWAY

    def _between(self, start: float, end: float) -> list[Bin]:
        return [b for b in (*self.past, *((self.now,) if self.now else ())) if start - BIN < b.start <= end]


EMPTY = Ledger()


def entered(ledger: Ledger, time: float, *, off: bool, away: float | None) -> Ledger:
    """The ledger with one more frame, so far away from the path; None: nothing could be told."""
    far = FAR_AWAY if away is None else away
    now = ledger.now
    if now is None or time - now.start >= BIN:
        past = (*ledger.past, now)[-KEPT:] if now is not None else ledger.past
        return Ledger(past, Bin(time, 1, int(off), far))
    return replace(ledger, now=Bin(now.start, now.frames + 1, now.off + int(off), now.away + far))
