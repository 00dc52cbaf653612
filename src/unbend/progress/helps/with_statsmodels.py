"""The only place that knows statsmodels: how much two sorts of mornings differ, everything else held still.

It comes with the extra `helps`, and is loaded when it is first needed: with what it stands on it takes a second and
some 130 MB.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

WAVE = 28
"""Pain and habits rise and fall over weeks, each for its own reasons. So slow waves, each half of which lasts two weeks
or longer, are taken out: only what changes from day to day is compared."""

APART = 0.25
"""So much of how a thing comes and goes must be its own: what mostly follows the waves or another thing, such as an
exercise that came to stay, cannot be told apart from them."""

FREE = 14
"""Mornings beyond the numbers to be estimated, below which an estimate of its error is worth little."""

_NOTHING = 1e-6


@dataclass(frozen=True)
class Difference:
    """How much pain differs with a thing from without it, and between what the difference is likely to be."""

    points: float
    low: float
    high: float


class NotApart(Exception):
    """The thing comes and goes with what else is held still, or never does."""


def installed() -> bool:
    """Whether the extra is there."""
    return find_spec("statsmodels") is not None


def difference(
    pain: Sequence[float],
    thing: Sequence[bool],
    held: Sequence[Sequence[float]],
    days: Sequence[int],
    *,
    chance: float,
) -> Difference | None:
    """The difference in pain between mornings with the thing and without, at the same values of what is `held` and of
    the slow waves over `days` (whole numbers, rising); the interval misses the truth with this `chance`. None where
    there are too few mornings for all that, or pain hardly varies. Raises NotApart, and ImportError without the extra.

    Ordinary least squares; of the classical interval and that of HC3, by t, the wider. Newey and West's errors were
    tried and found too narrow for so few mornings (docs/explanation/what-helps.md).
    """
    import numpy as np
    from statsmodels.regression.linear_model import OLS

    still = np.column_stack([np.ones(len(days)), *(np.asarray(column, float) for column in held), *_waves(days)])
    column = np.asarray(thing, float)
    if len(days) - still.shape[1] - 1 < FREE or np.linalg.matrix_rank(still) < still.shape[1]:
        return None
    if OLS(column, still).fit().ssr < APART * len(days) * column.var() + _NOTHING:
        raise NotApart
    return _estimate(OLS(np.asarray(pain, float), np.column_stack([column, still])).fit(), chance)


def _waves(days: Sequence[int]) -> list[Any]:
    import numpy as np

    spread = days[-1] - days[0] + 1
    place = (np.asarray(days, float) - days[0] + 0.5) / spread
    return [np.cos(np.pi * number * place) for number in range(1, 2 * spread // WAVE + 1)]


def _estimate(fitted: Any, chance: float) -> Difference | None:
    """The first number that was fitted. A morning that alone decides one of them has no error to learn from."""
    import numpy as np

    leverage = (np.linalg.qr(fitted.model.exog)[0] ** 2).sum(axis=1)
    if fitted.ssr < _NOTHING * fitted.nobs or leverage.max() > 1 - _NOTHING:
        return None
    robust = fitted.get_robustcov_results("HC3", use_t=True)
    intervals = [found.conf_int(alpha=chance)[0] for found in (fitted, robust)]
    low, high = min(one[0] for one in intervals), max(one[1] for one in intervals)
    return Difference(float(fitted.params[0]), float(low), float(high))
