"""For how much of the last while the body was on the path of the exercise: small, and asked for at each repetition."""

from dataclasses import dataclass, replace

BIN = 0.25  # seconds that are kept as one
KEPT = 160  # bins: longer than any repetition


@dataclass(frozen=True, slots=True)
class Bin:
    """So many frames from `start` on, and how many of them were off the path."""

    start: float
    frames: int = 0
    off: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """The bins of the last while; `now` is the one that is being filled."""

    past: tuple[Bin, ...] = ()
    now: Bin | None = None

    def off_share(self, start: float, end: float) -> float:
        """The share of frames off the path between two times in seconds; 1.0 where nothing was seen."""
        bins = [b for b in (*self.past, *((self.now,) if self.now else ())) if start - BIN < b.start <= end]
        frames = sum(b.frames for b in bins)
        return sum(b.off for b in bins) / frames if frames else 1.0


EMPTY = Ledger()


def entered(ledger: Ledger, time: float, *, off: bool) -> Ledger:
    """The ledger with one more frame."""
    now = ledger.now
    if now is None or time - now.start >= BIN:
        past = (*ledger.past, now)[-KEPT:] if now is not None else ledger.past
        return Ledger(past, Bin(time, 1, int(off)))
    return replace(ledger, now=Bin(now.start, now.frames + 1, now.off + int(off)))
