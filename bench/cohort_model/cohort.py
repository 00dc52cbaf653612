"""Many people, one after the other or on several processes: what was measured of each, and what the solver did."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context

from bench.cohort_model.controllers.ours import EXACT
from bench.cohort_model.measures import Measured, measured
from bench.cohort_model.memo import Memo
from bench.cohort_model.simulate import ARMS, WEEKS, half_year

from unbend.planning.solvers.greedy import Greedy

SIMPLE = Memo(Greedy())
"""What is dosed how does not hang on which exercises were chosen: the simple solver does for most people, and is
ten times as quick."""


@dataclass(frozen=True)
class Solves:
    """Problems asked, those that had to be solved, and the seconds of the processor that took."""

    asked: int = 0
    solved: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Solves") -> "Solves":
        return Solves(self.asked + other.asked, self.solved + other.solved, self.seconds + other.seconds)


@dataclass(frozen=True)
class Outcome:
    """One person of the cohort: each way of dosing measured, and what was found wrong with our plans."""

    seed: int
    arms: dict[str, Measured]
    faults: tuple[str, ...]
    plans: int
    without_plan: int
    solves: Solves = Solves()


def outcome(seed: int, *, weeks: int = WEEKS, solver: Memo = EXACT) -> Outcome | None:
    """The person of a seed; None if they may have no plan."""
    before = Solves(solver.asked, solver.solves, solver.seconds)
    half = half_year(seed, weeks=weeks, solver=solver)
    if half is None:
        return None
    arms = {arm: measured(half, arm) for arm in ARMS}
    spent = Solves(solver.asked - before.asked, solver.solves - before.solved, solver.seconds - before.seconds)
    return Outcome(seed, arms, tuple(half.faults), half.plans, half.without_plan, spent)


def outcomes(
    seeds: Iterable[int], *, weeks: int = WEEKS, processes: int = 1, exact_every: int = 1
) -> Iterator[Outcome]:
    """The people of these seeds who may have a plan, in order; every so manieth seed with the exact solver."""
    one = partial(_outcome, weeks=weeks, exact_every=exact_every)
    if processes == 1:
        yield from (found for found in map(one, seeds) if found is not None)
        return
    with get_context("spawn").Pool(processes) as pool:
        yield from (found for found in pool.imap(one, seeds, chunksize=4) if found is not None)


def _outcome(seed: int, *, weeks: int, exact_every: int) -> Outcome | None:
    return outcome(seed, weeks=weeks, solver=EXACT if seed % exact_every == 0 else SIMPLE)


def without_clock(found: Outcome) -> Outcome:
    """The outcome without what the machine had to do with."""
    return replace(found, solves=Solves())
