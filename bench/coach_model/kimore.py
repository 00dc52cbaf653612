"""KIMORE: one signal a recording of somebody at one of five exercises, and where its repetitions begin, by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import isnan
from pathlib import Path

from bench.coach_model.files import numbers_by_id
from bench.coach_model.scores import Score
from bench.coach_model.simple import peaks

from unbend.motion import rhythm
from unbend.motion.counter import BEGIN, Counting, Repetition, count
from unbend.motion.rhythm import alone, calm, towards

FILES = ("kimore-repetitions",)
RATE = 30.0  # frames a second
SETTINGS = (0.1, 0.15, 0.2, 0.25), (0.02, 0.05, 0.1)
TOWARDS = (0, 1)  # marks among the labels: to which side the next repetitions go


@dataclass(frozen=True)
class Exercise:
    """One of the five: `falls`, the signal goes down on the way out; `both_ways`, each end of the way is a
    repetition."""

    number: int
    name: str
    falls: bool = False
    both_ways: bool = False


EXERCISES = (
    Exercise(1, "arms lifted"),
    Exercise(2, "trunk tilted to the sides", both_ways=True),
    Exercise(3, "trunk rotated"),
    Exercise(4, "pelvis rotated"),
    Exercise(5, "squat", falls=True),
)


@dataclass(frozen=True)
class Labelled:
    """A recording: values in the direction in which they grow on the way out, and the true repetitions (frames)."""

    name: str
    exercise: Exercise
    values: tuple[float | None, ...]
    truth: tuple[tuple[float, float], ...]

    @property
    def times(self) -> list[float]:
        return [i / RATE for i in range(len(self.values))]


def recordings(folder: Path, exercise: Exercise) -> Iterator[Labelled]:
    place = folder / FILES[0]
    signals = numbers_by_id(place / f"dists_Es{exercise.number}.csv")
    sign = -1.0 if exercise.falls else 1.0
    for name, labels in numbers_by_id(place / f"Es{exercise.number}_labels.csv").items():
        values = tuple(None if isnan(value) else sign * value for value in signals[name])
        yield Labelled(name, exercise, values, tuple(_truth(exercise, labels)))


def _truth(exercise: Exercise, labels: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Squats have a start and an end each; the others follow one another, after a mark of where to."""
    if exercise.number == 5:
        yield from zip(labels[::2], labels[1::2], strict=False)
        return
    runs: list[list[float]] = [[]]
    for label in labels:
        if exercise.number != 1 and label in TOWARDS:
            runs.append([])
        else:
            runs[-1].append(label)
    for run in runs:
        yield from pairwise(run)


def live(one: Labelled) -> list[Repetition]:
    """In one pass, frame by frame as it is, with nothing known."""
    ways = (True, False) if one.exercise.both_ways else (True,)
    return [found for rises in ways for found in _live(one, Counting(rises=rises))]


def _live(one: Labelled, counting: Counting) -> list[Repetition]:
    """What the counter told; what it has taken back is among the first of them."""
    state, found = BEGIN, list[Repetition]()
    for time, value in zip(one.times, one.values, strict=True):
        before, state = state, count(state, counting, time, value)
        if state.last is not None and state.last is not before.last:
            found.append(state.last)
    return found[len(found) - state.count :]


def recorded(one: Labelled) -> list[Repetition]:
    """Over the whole recording, with its own range and rhythm."""
    if not one.exercise.both_ways:
        return list(alone(one.times, one.values, rises=True))
    times, values = _seen(one)
    quiet = calm(times, values)
    return [*towards(times, quiet, rises=True), *towards(times, quiet, rises=False)]


def simple(one: Labelled) -> int:
    values = _seen(one)[1]
    return peaks(values, RATE) + (peaks([-value for value in values], RATE) if one.exercise.both_ways else 0)


def _seen(one: Labelled) -> tuple[list[float], list[float]]:
    pairs = [(time, value) for time, value in zip(one.times, one.values, strict=True) if value is not None]
    return [time for time, _ in pairs], [value for _, value in pairs]


def score(one: Labelled, told: int) -> Score:
    return Score(one.name, one.exercise.name, len(one.truth), told)


def within_labels(one: Labelled, found: Sequence[Repetition]) -> int:
    """How many have their height between the first and the last border that was labelled: some labels stop early."""
    if not one.truth:
        return 0
    first, last = one.truth[0][0] / RATE, one.truth[-1][1] / RATE
    return sum(first <= repetition.peak <= last for repetition in found)


def border_errors(one: Labelled, found: Sequence[Repetition]) -> Iterator[tuple[float, float]]:
    """Seconds between told and labelled start, and end, of each labelled repetition with a told height in it."""
    for start, end in one.truth:
        told = [repetition for repetition in found if start / RATE <= repetition.peak <= end / RATE]
        if told:
            yield abs(told[0].start - start / RATE), abs(told[-1].end - end / RATE)


def in_every_setting(folder: Path, exercise: Exercise) -> dict[str, list[Score]]:
    """The counts with each setting of what is smoothed away and what of the range may be jumps."""
    found: dict[str, list[Score]] = {}
    kept = rhythm.JUMPS, rhythm.OUTER
    given = list(recordings(folder, exercise))
    for rhythm.JUMPS, rhythm.OUTER in product(*SETTINGS):
        name = f"{rhythm.JUMPS}, {rhythm.OUTER}"
        found[name] = [score(one, len(recorded(one))) for one in given]
    rhythm.JUMPS, rhythm.OUTER = kept
    return found
