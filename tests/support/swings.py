"""Made-up numbers that go to and fro, for what counts them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi
from random import Random

from unbend.motion.counter import BEGIN, CounterState, Counting, Repetition, count

Sample = tuple[float, float | None]


@dataclass(frozen=True)
class Set:
    """So many repetitions from `start` to `target`, each so many seconds long, after and before a rest."""

    repetitions: int = 5
    start: float = 170.0
    target: float = 80.0
    seconds: float = 3.0
    hold: float = 0.5
    rest: float = 0.5
    rate: float = 30.0

    def samples(self, *, noise: float = 0.0, drift: float = 0.0, seed: int = 0) -> list[Sample]:
        """Times in seconds and values; `noise` and `drift` (the whole way) as shares of the range."""
        chance, span = Random(seed), self.target - self.start
        shares = list(self._shares())
        return [
            (i / self.rate, self.start + span * (share + drift * i / len(shares) + chance.gauss(0.0, noise)))
            for i, share in enumerate(shares)
        ]

    def _shares(self) -> Iterator[float]:
        yield from self._still(1.0, 0.0)
        for _ in range(self.repetitions):
            way = max(2, round(self.seconds / 2 * self.rate))
            yield from ((1 - cos(pi * i / way)) / 2 for i in range(way))
            yield from self._still(self.hold, 1.0)
            yield from ((1 + cos(pi * i / way)) / 2 for i in range(way))
            yield from self._still(self.rest, 0.0)
        yield from self._still(1.0, 0.0)

    def _still(self, seconds: float, share: float) -> Iterable[float]:
        return (share for _ in range(round(seconds * self.rate)))


def counted(samples: Sequence[Sample], counting: Counting) -> tuple[CounterState, list[Repetition]]:
    """The counter's last state, and every repetition it told."""
    state, found = BEGIN, list[Repetition]()
    for time, value in samples:
        before = state.count
        state = count(state, counting, time, value)
        if state.count > before and state.last is not None:
            found.append(state.last)
    return state, found
