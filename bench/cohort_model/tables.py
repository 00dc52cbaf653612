"""The cohort in tables: a middle and how far it reaches, by drawing the people again and again."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
from statistics import fmean, quantiles

from bench.cohort_model.cohort import Outcome, Solves
from bench.cohort_model.measures import Measured
from bench.cohort_model.numbers import rows
from bench.cohort_model.simulate import ARMS

DRAWS = 400
Share = Callable[[Sequence[Measured]], float | None]


def ratio(top: Iterable[float], bottom: Iterable[float]) -> float | None:
    """One sum by the other; None where there is nothing to divide by."""
    whole = sum(bottom)
    return sum(top) / whole if whole else None


MEASURES: dict[str, tuple[Share, str]] = {
    "workouts done a week": (lambda ms: ratio((m.workouts for m in ms), (m.weeks for m in ms)), "{:.2f}"),
    "over-dosed, of main exercises": (lambda ms: ratio((m.over for m in ms), (m.judged for m in ms)), "{:.1%}"),
    "under-dosed, of main exercises": (lambda ms: ratio((m.under for m in ms), (m.judged for m in ms)), "{:.1%}"),
    "workouts ended by pain": (lambda ms: ratio((m.hurt for m in ms), (m.workouts for m in ms)), "{:.2%}"),
    "more after a worse morning": (
        lambda ms: ratio((len(m.raised) for m in ms), (m.after_worse for m in ms)),
        "{:.2%}",
    ),
    "ladders on a stable rung": (lambda ms: ratio(*_stable(ms)), "{:.1%}"),
    "weeks until then, mean": (lambda ms: _mean(week for m in ms for week in m.stable if week is not None), "{:.1f}"),
    "doses that turned, of those done again": (
        lambda ms: ratio((m.turns for m in ms), (m.repeats for m in ms)),
        "{:.1%}",
    ),
    "sides evened, of those that differed": (lambda ms: ratio(*_of(m.evened for m in ms)), "{:.1%}"),
    "more sets on the truly worse side": (
        lambda ms: ratio((m.more_on_worse for m in ms), (m.more_on_worse + m.more_on_better for m in ms)),
        "{:.1%}",
    ),
    "... and one side still gets more": (lambda ms: ratio(*_of(m.uneven_dose_at_end for m in ms)), "{:.1%}"),
    "flares a person": (lambda ms: fmean(m.flares for m in ms), "{:.2f}"),
    "pain in the first week": (lambda ms: fmean(m.pain_first for m in ms), "{:.2f}"),
    "pain in the last four weeks": (lambda ms: fmean(m.pain_last for m in ms), "{:.2f}"),
}


def _stable(ms: Sequence[Measured]) -> tuple[list[float], list[float]]:
    every = [week for m in ms for week in m.stable]
    return [float(week is not None) for week in every], [1.0] * len(every)


def _of(found: Iterable[dict[str, bool]]) -> tuple[list[float], list[float]]:
    every = [value for one in found for value in one.values()]
    return [float(value) for value in every], [1.0] * len(every)


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return fmean(known) if known else None


def comparison(found: Sequence[Outcome]) -> str:
    """All ways of dosing side by side. In brackets: 95 % of the draws of as many people."""
    lines = [f"| | {' | '.join(ARMS)} |", "|---|" + "---|" * len(ARMS)]
    for name, (share, form) in MEASURES.items():
        cells = [_cell([one.arms[arm] for one in found], share, form) for arm in ARMS]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(ms: Sequence[Measured], share: Share, form: str) -> str:
    value = share(ms)
    if value is None:
        return "-"
    chance = Random(1)  # noqa: S311
    drawn = (share(chance.choices(ms, k=len(ms))) for _ in range(DRAWS))
    known = [one for one in drawn if one is not None]
    cuts = quantiles(known, n=40)
    return f"{form.format(value)} ({form.format(cuts[0])} to {form.format(cuts[-1])})"


def safety(found: Sequence[Outcome]) -> str:
    """What must be nothing, and what the solver did."""
    solves = sum((one.solves for one in found), Solves())
    faults = [f"seed {one.seed}: {fault}" for one in found for fault in one.faults]
    raised = [f"seed {one.seed}: {case}" for one in found for case in one.arms["ours"].raised]
    plans = sum(one.plans for one in found)
    lines = [
        f"{len(found)} people, {plans} plans, {sum(one.without_plan for one in found)} weeks without one.",
        f"Workouts to solve: {solves.asked}; solved: {solves.solved}; remembered: {solves.asked - solves.solved}.",
        f"Solving: {solves.seconds:.0f} s of the processor, {solves.seconds / max(1, solves.solved):.3f} s each.",
        f"Hard rules broken: {len(faults)}. More after a worse morning: {len(raised)}.",
        *faults[:10],
        *raised[:10],
    ]
    return "\n".join(lines)


def parameters() -> str:
    """The numbers of the model."""
    lines = ["| number | value | what it is | source |", "|---|---|---|---|"]
    lines += [f"| `{name}` | {value:g} | {what} | {source} |" for name, value, what, source in rows()]
    return "\n".join(lines)
