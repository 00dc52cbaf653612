"""What the record adds up to: the answers, tests, wishes and clearances that hold now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from unbend.catalogue.condition import Value
from unbend.catalogue.words import Allows, Place
from unbend.record.course import PhaseGiven, Practice, Reading, Walk, Workout
from unbend.record.planned import PlannedWeek


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
    """Everything known of one person, each by its catalogue id. `taken_well`: how many of the workouts were.

    Of what was told over time the latest is kept, as much as decisions look at: `recent` holds the last workouts and
    those that a kept try names, `pains` some ten weeks, `walks` some four, `planned` what each of the last weeks asked
    for (by its Monday), `phases` the last runs of plans in one phase. `checked`: when the safety check was last gone
    through to its end.
    """

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
    kept: tuple[str, ...] = ()
    recent: tuple[Workout, ...] = ()
    pains: tuple[Reading, ...] = ()
    walks: tuple[Walk, ...] = ()
    planned: Mapping[date, PlannedWeek] = field(default_factory=dict)
    phases: tuple[PhaseGiven, ...] = ()
    workouts: int = 0
    taken_well: int = 0
    next_day: Known | None = None
    measured: Mapping[str, datetime] = field(default_factory=dict)
    lessons: Mapping[str, datetime] = field(default_factory=dict)
    set_aside: Mapping[str, datetime] = field(default_factory=dict)
    preferences: Preferences = field(default_factory=Preferences)
    given: Mapping[str, Given] = field(default_factory=dict)
    checked: datetime | None = None

    @property
    def last_workout(self) -> Workout | None:
        """The last workout, whatever was done of it."""
        return self.recent[-1] if self.recent else None

    def workout(self, entry: str) -> Workout | None:
        """The workout of an entry, while it is kept."""
        return next((workout for workout in self.recent if workout.entry == entry), None)
