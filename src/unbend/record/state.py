"""What the record adds up to: the answers, tests, wishes and clearances that hold now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

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
    """How an exercise has gone so far: times done, times it felt easy, when first and last."""

    times: int
    easy_times: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class State:
    """Everything known of one person, each by its catalogue id."""

    findings: Mapping[str, Known] = field(default_factory=dict)
    audit: Mapping[str, Known] = field(default_factory=dict)
    tests: Mapping[str, TestResult] = field(default_factory=dict)
    wishes: Wishes = field(default_factory=Wishes)
    clearances: tuple[Clearance, ...] = ()
    practised: Mapping[str, Practice] = field(default_factory=dict)
    declined: Mapping[str, str | None] = field(default_factory=dict)
