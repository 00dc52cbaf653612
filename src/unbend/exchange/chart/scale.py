"""Scales: from values to places, with few round ticks."""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

_HAIR = 1e-9


@dataclass(frozen=True)
class Scale:
    """From values between `low` and `high` to places between `start` and `end`; a lone value stands in the middle."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def days(first: date, last: date, start: float, end: float) -> Scale:
    """A scale of days, by their ordinal."""
    return Scale(first.toordinal(), last.toordinal(), start, end)


def ticks(low: float, high: float, *, most: int = 5, whole: bool = False) -> tuple[float, ...]:
    """At most so many round values from low to high, zero among them where it lies between."""
    step = _step((high - low) / max(most - 1, 1))
    step = max(step, 1.0) if whole else step
    first, last = ceil(low / step - _HAIR), floor(high / step + _HAIR)
    return tuple(round(number * step, 9) + 0.0 for number in range(first, last + 1))


def rounded_up(value: float, *, most: int = 5, whole: bool = False) -> float:
    """The next value on which a tick from zero can stand."""
    step = _step(value / max(most - 1, 1))
    step = max(step, 1.0) if whole else step
    return ceil(value / step - _HAIR) * step


def _step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is not below."""
    if least <= 0:
        return 1.0
    power = 10.0 ** floor(log10(least))
    return next(power * one for one in (1, 2, 5, 10) if power * one >= least - _HAIR)
