"""How it went over time: exercises tried, workouts with the pain around them, pain told, walks, and phases given.

The log holds all of it; a state keeps the latest, as much as decisions look at.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from unbend.catalogue.words import Phase
from unbend.record.seen import Seen

MOST_TRIES = 10
"""Tries of an exercise that are kept: those of a week with a workout each day, and those before it that earned it."""

MOST_WORKOUTS = 24
PAINS_FOR = timedelta(days=70)
"""Six weeks without improvement are seen in readings of six weeks and of the two weeks before them."""

WALKS_FOR = timedelta(days=28)
MOST_PHASES = 8
MOST_WEEKS = 12

NEXT_DAY, SEVERITY, BEFORE, AFTER = "next-day", "severity", "before", "after"
PAINS = (NEXT_DAY, SEVERITY, BEFORE, AFTER)
"""What a pain was told about: the day after a workout, the check, just before and just after a workout."""

DAYS_AFTER = timedelta(hours=66)
"""So long after a workout an answer still is about the morning after it: two days, whatever the hour."""

HOURS_BEFORE = timedelta(hours=4)
"""Sooner after a workout no night lies between: the answer is about the workout before that one."""


class Outcome(StrEnum):
    """How one exercise of a workout went."""

    DONE = "done"
    PART = "part"
    SKIPPED = "skipped"
    HURT = "hurt"


class Ended(StrEnum):
    """How a workout ended: to its end, stopped by choice, because it hurt, or because help was needed."""

    FINISHED = "finished"
    STOPPED = "stopped"
    HURT = "hurt"
    HELP = "help"


class PainSort(StrEnum):
    """Pain of which any amount is too much: sharp or new, or moving into the leg or further down it."""

    SHARP = "sharp"
    TRAVELS = "travels"


@dataclass(frozen=True)
class Try:
    """One time an exercise was tried: in which workout (its entry), at which step of the dose of which phase, how it
    went and felt, how many sets, seconds and repetitions, and what the camera saw. None was not said."""

    workout: str
    at: datetime
    outcome: Outcome = Outcome.DONE
    felt: str | None = None
    phase: Phase | None = None
    step: int | None = None
    sets: int | None = None
    seconds: int | None = None
    repetitions: int | None = None
    camera: Seen | None = None


@dataclass(frozen=True)
class Practice:
    """How an exercise has gone so far: times done in workouts that the back took well, when first and last at all, the
    last few tries in order, and the latest try of each phase."""

    times: int
    first_at: datetime
    last_at: datetime
    tries: tuple[Try, ...] = ()
    in_phase: Mapping[Phase, Try] = field(default_factory=dict)


@dataclass(frozen=True)
class Morning:
    """How the back was on the day after, after getting up: the worst that was told, and by which entry."""

    entry: str
    at: datetime
    pain: int
    compared: str | None = None


@dataclass(frozen=True)
class Workout:
    """A workout: its entry, when, the script it followed, the pain before, during and after it and what sort of pain,
    its effort, how it ended, and the day after. `taken_well`: pain did not rise in it, after it, or by the next day."""

    entry: str
    at: datetime
    script: str | None = None
    phase: Phase | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_sort: tuple[PainSort, ...] = ()
    effort: int | None = None
    ended: Ended | None = None
    next_day: Morning | None = None
    taken_well: bool = True
    did: bool = True


@dataclass(frozen=True)
class Reading:
    """A pain from 0 to 10 that was told: when, about what (one of `PAINS`), by which entry, and on a day after how the
    back was beside the day before; None was not said."""

    at: datetime
    pain: float
    about: str
    entry: str
    compared: str | None = None


@dataclass(frozen=True)
class PhaseGiven:
    """A run of plans in one phase: the rule that chose it, when the first and the last of them were given, and the
    entry of the first."""

    phase: Phase
    rule: str
    since: datetime
    until: datetime
    entry: str


@dataclass(frozen=True)
class Walk:
    """A walk outside any workout."""

    entry: str
    at: datetime
    minutes: int


def with_reading(kept: tuple[Reading, ...], *new: Reading) -> tuple[Reading, ...]:
    """The readings with later ones, without those that have grown old."""
    return tuple(_recent((*kept, *new), PAINS_FOR))


def with_walk(kept: tuple[Walk, ...], new: Walk) -> tuple[Walk, ...]:
    """The walks with a later one, without those that have grown old."""
    return tuple(_recent((*kept, new), WALKS_FOR))


def with_workout(kept: tuple[Workout, ...], new: Workout, named: Iterable[str]) -> tuple[Workout, ...]:
    """The workouts with a later one: the last of them, and before these all that are `named`."""
    every, names = (*kept, new), set(named)
    older = every[:-MOST_WORKOUTS]
    return (*(workout for workout in older if workout.entry in names), *every[-MOST_WORKOUTS:])


def with_phase(kept: tuple[PhaseGiven, ...], new: PhaseGiven) -> tuple[PhaseGiven, ...]:
    """The runs of phases with a plan given later: it goes on with the last run, or begins another."""
    if kept and kept[-1].phase is new.phase and kept[-1].rule == new.rule:
        return (*kept[:-1], replace(kept[-1], until=new.until))
    return (*kept, new)[-MOST_PHASES:]


class _Timed(Protocol):
    @property
    def at(self) -> datetime:
        """When."""


_T = TypeVar("_T", bound=_Timed)


def _recent(timed: tuple[_T, ...], span: timedelta) -> Iterator[_T]:
    """What is no older than `span` beside the last."""
    return (one for one in timed if timed[-1].at - one.at <= span)
