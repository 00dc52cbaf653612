"""Two thousand people who do not exist, each at one exercise, watched by the coach for it and by one for another."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from random import Random

from bench.coach_model.others import is_alike
from bench.coach_model.sequences import sequence
from bench.coach_model.simple import peaks
from bench.coach_model.trace import Body, Stretch, Trace, fits, trace
from bench.coach_model.watched import Watched, watch

from unbend.body.angles import Side
from unbend.body.build import BUILDS
from unbend.body.movement import Movement
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.load import load_catalogue
from unbend.catalogue.load_movements import load_movements
from unbend.motion.reference import Reference
from unbend.service.references import compiled

SEED = 6
HEIGHTS = (1.50, 1.95)
EACH = 6  # sequences of a body: to pose it costs more than to play it
WITHIN = 0.3  # seconds in which a hold must be told
TRIES = 20  # bodies of which one must fit the things of the exercise
SHORTEST = 2.0  # seconds; a shorter true hold is a pause of a movement, which nobody times


@dataclass(frozen=True)
class Task:
    """One body at one exercise, so many times; in so many of them the coach for another exercise looks on as well."""

    number: int
    exercise: str
    view: str
    times: int
    others: int


@dataclass(frozen=True)
class Outcome:
    """One sequence: what was true, what the coach said, what the peak detector said. `holds` are the errors of the
    told holds in seconds, None for one that was not told; `other` the exercise whose coach looked on, whether that is
    an easier or harder form of this one, and what it counted."""

    exercise: str
    is_counted: bool
    seed: int
    rate: float
    frames: int
    truth: int
    count: int
    simple: int
    holds: tuple[float | None, ...]
    is_hold: bool
    other: str | None
    is_sibling: bool
    false: int
    false_simple: int
    seconds: float
    seen: str


@cache
def movements() -> Mapping[str, Movement]:
    return load_movements()


@cache
def countable() -> Mapping[str, Movement]:
    return {key: one for key, one in movements().items() if one.camera.counts is not None}


@cache
def exercises() -> Mapping[str, Exercise]:
    return load_catalogue().exercises


def ladder(exercise: str) -> str:
    """The ladder that an exercise is a rung of."""
    return exercises()[exercise].ladder


@cache
def reference(exercise: str) -> Reference:
    return compiled(movements()[exercise], movements())


def tasks(sequences: int, others: int, *, exercises: int | None = None, looking_on: int = 3) -> list[Task]:
    """So many sequences over all countable exercises (or so many of them), and so many of exercises that are not
    counted, before the coaches of others."""
    chance, found = Random(SEED), list[Task]()  # noqa: S311
    for kind, wanted in ((sorted(countable()), sequences), (sorted(set(movements()) - set(countable())), others)):
        chance.shuffle(kind)
        names = kind[:exercises]
        for i in range(0, wanted, EACH):
            name = names[(i // EACH) % len(names)]
            view = movements()[name].camera.view if name in countable() else chance.choice(("side", "front"))
            times = min(EACH, wanted - i)
            found.append(Task(len(found), name, view, times, looking_on if name in countable() else times))
    return found


def outcomes(work: Sequence[Task], *, processes: int) -> Iterator[Outcome]:
    """The outcomes of all tasks; the same whatever the number of processes."""
    if processes == 1:
        for task in work:
            yield from done(task)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        for found in pool.map(done, work, chunksize=2):
            yield from found


def done(task: Task) -> list[Outcome]:
    """The sequences of one body."""
    chance = Random(SEED * 100_003 + task.number)  # noqa: S311
    movement = movements()[task.exercise]
    drawn = (Body(chance.choice(sorted(BUILDS)), chance.uniform(*HEIGHTS)) for _ in range(TRIES))
    own = Body(movement.person, BUILDS[movement.person].height)
    body = next((body for body in drawn if fits(movement, body)), own)
    played = trace(movement, view=task.view, body=body, side=chance.choice(list(Side)))
    others = [_other(played, chance) if i < task.others else None for i in range(task.times)]
    return [_outcome(played, task.number * EACH + i, other) for i, other in enumerate(others)]


def _outcome(played: Trace, seed: int, other: str | None) -> Outcome:
    made = sequence(played, seed=seed)
    false = watch(made.frames, reference(other), side="both") if other else None
    is_counted = played.exercise in countable()
    seen = watch(made.frames, reference(played.exercise), side=_side(played)) if is_counted else None
    counted = reference(played.exercise).counted if is_counted else None
    is_hold = counted is not None and counted.hold
    truth = len(made.holds) if is_hold else len(made.repetitions)
    return Outcome(
        exercise=played.exercise,
        is_counted=is_counted,
        seed=seed,
        rate=made.rate,
        frames=len(made.frames),
        truth=truth,
        count=seen.repetitions if seen else 0,
        simple=peaks(seen.counted, made.rate) if seen else 0,
        holds=tuple(_hold_errors(made.holds, seen)) if seen else (),
        is_hold=is_hold,
        other=other,
        is_sibling=other is not None and ladder(other) == ladder(played.exercise),
        false=false.repetitions if false else 0,
        false_simple=peaks(false.counted, made.rate) if false else 0,
        seconds=seen.seconds if seen else 0.0,
        seen=seen.state.seen if seen else "",
    )


def _side(played: Trace) -> str:
    counted = reference(played.exercise).counted
    return played.side if counted is not None and counted.sided and not counted.alternates else "both"


def _hold_errors(truth: Sequence[Stretch], seen: Watched) -> Iterator[float | None]:
    """Told minus true seconds of each hold; the told one that overlaps it most."""
    for hold in truth:
        if hold.end - hold.start < SHORTEST:
            continue
        told = [one for one in seen.state.holds if one.start < hold.end and one.end > hold.start]
        yield sum(one.seconds for one in told) - (hold.end - hold.start) if told else None


def _other(played: Trace, chance: Random) -> str | None:
    """Another exercise, seen from the same side of the room, that this one is not."""
    names = [name for name, one in countable().items() if name != played.exercise and one.camera.view == played.view]
    chance.shuffle(names)
    return next((name for name in names if not is_alike(played, reference(name))), None)


__all__ = ["EACH", "WITHIN", "Outcome", "Task", "countable", "done", "outcomes", "tasks"]
