"""What the record adds up to: the answers, tests, wishes and clearances that hold now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from unbend.catalogue.condition import Value
from unbend.catalogue.words import Allows, Place


@dataclass(frozen=True)
class Known:
    """An answer: `at` is when it was last given, `since` when it last became worse or other than before."""

    value: Value
    at: datetime
    since: datetime


@dataclass(frozen=True)
class TestResult:
    """One self-test in the test's own unit: a single `value`, or `left` and `right`. None was not measured."""

    test: str
    at: datetime
    value: float | None = None
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True)
class Wishes:
    """What a person asks of the programme. None means they did not say."""

    minutes: int | None = None
    days: int | tuple[str, ...] | None = None
    equipment: tuple[str, ...] | None = None
    positions: tuple[Place, ...] | None = None
    time_of_day: str | None = None
    shifts: str | None = None
    goal: str | None = None


@dataclass(frozen=True)
class Clearance:
    """A clinician's word: who gave it, when, for which findings, and what it allows."""

    entry: str
    by: str
    at: datetime
    covers: tuple[str, ...]
    allows: Allows


@dataclass(frozen=True)
class Practice:
    """How an exercise has gone so far: times done in workouts that the back took well, times it felt easy in them, when
    first and last at all."""

    times: int
    easy_times: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class Workout:
    """The last workout: its entry, when, the script it followed, the pain before and after it, and whether the back
    took it well: pain did not rise in it, after it, or by the next day."""

    entry: str
    at: datetime
    script: str | None = None
    pain_before: int | None = None
    pain_after: int | None = None
    taken_well: bool = True


@dataclass(frozen=True)
class Preferences:
    """How a person wants to be spoken to. None means they did not say."""

    units: str | None = None
    time_zone: str | None = None
    language: str | None = None
    country: str | None = None
    voice: bool | None = None
    beeps: bool | None = None


@dataclass(frozen=True)
class Given:
    """Where the latest advice of its sort stands in the log."""

    entry: str
    at: datetime


@dataclass(frozen=True)
class State:
    """Everything known of one person, each by its catalogue id. `taken_well`: how many of the workouts were."""

    findings: Mapping[str, Known] = field(default_factory=dict)
    audit: Mapping[str, Known] = field(default_factory=dict)
    tests: Mapping[str, TestResult] = field(default_factory=dict)
    wishes: Wishes = field(default_factory=Wishes)
    clearances: tuple[Clearance, ...] = ()
    practised: Mapping[str, Practice] = field(default_factory=dict)
    declined: Mapping[str, str | None] = field(default_factory=dict)
    swaps: Mapping[str, str] = field(default_factory=dict)
    put_off: Mapping[str, date] = field(default_factory=dict)
    moved: Mapping[date, date | None] = field(default_factory=dict)
    last_workout: Workout | None = None
    workouts: int = 0
    taken_well: int = 0
    next_day: Known | None = None
    measured: Mapping[str, datetime] = field(default_factory=dict)
    lessons: Mapping[str, datetime] = field(default_factory=dict)
    set_aside: Mapping[str, datetime] = field(default_factory=dict)
    preferences: Preferences = field(default_factory=Preferences)
    given: Mapping[str, Given] = field(default_factory=dict)
