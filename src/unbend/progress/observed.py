"""What a record says over time: numbers with their days, workouts, walks and moves, in the order they happened."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from unbend.assessment.outcomes import OutcomeError, Score, score
from unbend.catalogue.measure import Measure
from unbend.progress.planned import planned_in
from unbend.progress.span import monday
from unbend.record.course import AFTER, BEFORE, NEXT_DAY, PAINS, SEVERITY, Outcome
from unbend.record.entry import Entry
from unbend.record.fold import counted
from unbend.record.kinds import Data
from unbend.record.kinds.advised import Advised
from unbend.record.kinds.answered import Answered
from unbend.record.kinds.measured import Measured
from unbend.record.kinds.moved import Moved
from unbend.record.kinds.next_day import NextDay
from unbend.record.kinds.practised import Practised
from unbend.record.kinds.tested import Tested
from unbend.record.kinds.walked import Walked
from unbend.record.seen import Seen

_DONE = (Outcome.DONE, Outcome.PART)
_ANY_ZONE = timedelta(days=1)
"""A day begins somewhere on earth less than this before it begins in UTC."""


@dataclass(frozen=True)
class Reading:
    """A number on a day. None: it was asked and not answered."""

    day: date
    value: float | None


@dataclass(frozen=True)
class Scored:
    """A questionnaire on a day."""

    day: date
    score: Score


@dataclass(frozen=True)
class Result:
    """A self-test on a day."""

    day: date
    tested: Tested


@dataclass(frozen=True)
class Workout:
    """A workout on a day; None: how long it took was not written down."""

    day: date
    seconds: int | None


@dataclass(frozen=True)
class Walk:
    """A walk on a day."""

    day: date
    minutes: float


@dataclass(frozen=True)
class Move:
    """A workout taken from its day and put on another, or on none; `day` is when that was said."""

    day: date
    taken_from: date
    put_on: date | None


@dataclass(frozen=True)
class Sight:
    """An exercise that the camera saw on a day: how many repetitions it was as the person says, and what it saw."""

    day: date
    exercise: str
    repetitions: int | None
    seen: Seen


Timed = Reading | Scored | Result | Workout | Walk
"""What has its day."""


@dataclass(frozen=True)
class Observed:
    """Everything in a record that has a course over time. Each list is in order of time; `plans` has the planned days
    of each week by its Monday."""

    pain: Mapping[str, list[Reading]] = field(default_factory=lambda: {name: [] for name in PAINS})
    scores: dict[str, list[Scored]] = field(default_factory=dict)
    results: dict[str, list[Result]] = field(default_factory=dict)
    workouts: list[Workout] = field(default_factory=list)
    walks: list[Walk] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    plans: dict[date, tuple[date, ...]] = field(default_factory=dict)
    sights: list[Sight] = field(default_factory=list)

    def days(self) -> Iterable[date]:
        """The first day of each list: the earliest of them is the first of all."""
        lists: list[Sequence[Timed]] = [*self.pain.values(), *self.scores.values(), *self.results.values()]
        return (timed[0].day for timed in (*lists, self.workouts, self.walks) if timed)


def observed(
    entries: Iterable[Entry],
    measures: Mapping[str, Measure],
    *,
    until: date,
    since: date | None = None,
    zone: tzinfo | None = None,
) -> Observed:
    """What the entries say from one day to another. Corrected entries do not count; days are those of `zone`, or else
    of the zone that each entry was written in."""
    found = Observed()
    earliest = None if since is None else datetime.combine(since - _ANY_ZONE, time(), UTC)
    for entry in counted(entries, since=earliest):
        day = (entry.happened_at if zone is None else entry.happened_at.astimezone(zone)).date()
        if day <= until and (since is None or day >= since):
            _take_in(found, day, entry.data, measures)
    return found


def _take_in(found: Observed, day: date, data: Data, measures: Mapping[str, Measure]) -> None:
    """What was asked or measured; all else is what was done."""
    match data:
        case Answered():
            _take_in_severity(found, day, data)
        case NextDay():
            found.pain[NEXT_DAY].append(Reading(day, data.pain))
        case Measured():
            _take_in_score(found, day, data, measures)
        case Tested():
            found.results.setdefault(data.test, []).append(Result(day, data))
        case _:
            _take_in_done(found, day, data)


def _take_in_done(found: Observed, day: date, data: Data) -> None:
    match data:
        case Practised():
            _take_in_workout(found, day, data)
        case Walked():
            found.walks.append(Walk(day, data.minutes))
        case Moved():
            found.moves.append(Move(day, data.day, data.to))
        case Advised():
            _take_in_plan(found, day, data)


def _take_in_severity(found: Observed, day: date, data: Answered) -> None:
    value = data.findings.get(SEVERITY)
    if isinstance(value, float | int):
        found.pain[SEVERITY].append(Reading(day, value))


def _take_in_workout(found: Observed, day: date, data: Practised) -> None:
    """A workout of which nothing was done was none."""
    if any(done.outcome in _DONE for done in data.exercises):
        found.pain[BEFORE].append(Reading(day, data.pain_before))
        found.pain[AFTER].append(Reading(day, data.pain_after))
        found.workouts.append(Workout(day, data.seconds))
    seen = ((done.exercise, done.repetitions, done.camera) for done in data.exercises if done.outcome in _DONE)
    found.sights.extend(Sight(day, exercise, count, camera) for exercise, count, camera in seen if camera is not None)


def _take_in_plan(found: Observed, day: date, data: Advised) -> None:
    """A plan holds from the day it is given; what the one before it said of the days until then stays."""
    days = planned_in(data)
    if days:
        before = found.plans.get(monday(days[0]), ())
        kept = [planned for planned in before if planned < day]
        found.plans[monday(days[0])] = (*kept, *(planned for planned in days if planned >= day))


def _take_in_score(found: Observed, day: date, data: Measured, measures: Mapping[str, Measure]) -> None:
    """Too few answers to be a score are missing, and never 0."""
    with suppress(OutcomeError):
        scored = score(measures[data.measure], data.answers, submitted=True)
        found.scores.setdefault(data.measure, []).append(Scored(day, scored))
