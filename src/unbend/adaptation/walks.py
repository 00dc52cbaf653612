"""Walks that grow: towards thirty minutes on five days, by a little after each calm week, never after a sore one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median_low

from unbend.adaptation.reason import Reason
from unbend.adaptation.response import Answer, Response, responses
from unbend.adaptation.usual import days_of, usual_pain
from unbend.catalogue.adaptation import Adaptation
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Position
from unbend.record.course import Outcome, Walk
from unbend.record.state import State

RULE = "walks-grow"
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class WalkAim:
    """How long the walks of a week are, in minutes, and on how many days; and what made it so."""

    minutes: int
    days: int
    why: Reason | None = None


def walk_aim(state: State, catalogue: Catalogue, *, now: datetime) -> WalkAim | None:
    """The walks for this week, by those of the last week that had some and by how the back took that week; less after
    weeks without any. Walks inside workouts count as days. None while no walk was noted before this week."""
    numbers = catalogue.adaptation
    this_monday = now.date() - timedelta(days=now.weekday())
    before = [walk for walk in state.walks if _day(walk.at, now) < this_monday]
    if not before:
        return None
    last = _day(before[-1].at, now)
    monday = last - timedelta(days=last.weekday())
    longest = _longest_of_days([walk for walk in before if _day(walk.at, now) >= monday], now)
    days = len({*longest, *(day for day in _in_workouts(state, catalogue, now) if monday <= day < monday + WEEK)})
    aim = _after_week(longest, days, _Calm(state, numbers, now, monday).verdict(), catalogue)
    return _after_days_away(aim, (this_monday - last).days, longest[last].entry, numbers)


def _day(at: datetime, now: datetime) -> date:
    return at.astimezone(now.tzinfo).date()


def is_walk(exercise: Exercise) -> bool:
    """Whether it is walking, and not only as brisk as a walk."""
    return exercise.kind is Kind.AEROBIC and exercise.position is Position.WALKING


def _in_workouts(state: State, catalogue: Catalogue, now: datetime) -> Iterator[date]:
    """The days of the last workouts that had a walk in them."""
    for key, practice in state.practised.items():
        if key in catalogue.exercises and is_walk(catalogue.exercises[key]):
            yield from (_day(one.at, now) for one in practice.tries if one.outcome in (Outcome.DONE, Outcome.PART))


def _longest_of_days(walks: Sequence[Walk], now: datetime) -> Mapping[date, Walk]:
    """The longest walk of each day: a stroll beside it makes nobody's walks shorter."""
    found: dict[date, Walk] = {}
    for walk in walks:
        day = _day(walk.at, now)
        if day not in found or walk.minutes > found[day].minutes:
            found[day] = walk
    return found


@dataclass(frozen=True)
class _Verdict:
    """How the back took a week, and the entries that told it."""

    answer: Answer
    entries: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Calm:
    """How the back took the week of a Monday."""

    state: State
    numbers: Adaptation
    now: datetime
    monday: date

    def verdict(self) -> _Verdict:
        """The worst answer to a workout of that week, or a bad one since; without any, the pain that was told beside
        what is usual. What was not told counts as unknown."""
        found = self._responses()
        for answer in (Answer.TOO_MUCH, Answer.STAY, Answer.UNKNOWN, Answer.WELL):
            if alike := [one for one in found if one.answer is answer]:
                return _Verdict(answer, _entries(alike))
        return self._by_pain()

    def _responses(self) -> list[Response]:
        """The answers to the workouts of that week. Of those since only what asks for less: the others may yet come."""
        answers = responses(self.state.recent, self.numbers)
        found = [(_day(one.at, self.now), answers[one.entry]) for one in self.state.recent]
        return [
            answer
            for day, answer in found
            if day >= self.monday and (day < self.monday + WEEK or answer.answer in (Answer.TOO_MUCH, Answer.STAY))
        ]

    def _by_pain(self) -> _Verdict:
        days = days_of(self.state.pains, zone=self.now.tzinfo)
        usual = usual_pain(days, self.numbers, until=self.monday)
        told = [day for day in days if day.day >= self.monday]
        if usual is None or not told:
            return _Verdict(Answer.UNKNOWN)
        worst = max(told, key=lambda day: day.pain)
        calm = worst.pain < usual + self.numbers.next_day_stay
        return _Verdict(Answer.WELL if calm else Answer.STAY, (worst.entry,))


def _entries(answers: Sequence[Response]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for answer in answers for entry in answer.entries))


def _after_week(walks: Mapping[date, Walk], days: int, verdict: _Verdict, catalogue: Catalogue) -> WalkAim:
    """A step more after enough days with a walk in a calm week, a step less after what was too much, else the same."""
    numbers, parameters = catalogue.adaptation, catalogue.parameters
    most = parameters.walking_target_minutes
    entries = (*(walk.entry for walk in walks.values()), *verdict.entries)
    minutes = min(most, median_low(walk.minutes for walk in walks.values()))
    same = min(max(days, numbers.walk_days_first), parameters.walking_target_days)
    params = {"days": str(days), "last": str(minutes)}
    if verdict.answer is Answer.TOO_MUCH:
        shorter = max(1, minutes - numbers.walk_minutes_step)
        return WalkAim(shorter, same, Reason("walk-less", RULE, entries, params))
    if verdict.answer is Answer.WELL and days >= numbers.walk_days_to_grow:
        longer = min(most, minutes + numbers.walk_minutes_step)
        more = min(same + 1, parameters.walking_target_days)
        code = "walk-grows" if longer > minutes or more > same else "walk-there"
        return WalkAim(longer, more, Reason(code, RULE, entries, params))
    return WalkAim(minutes, same, Reason("walk-stays", RULE, entries, params))


def _after_days_away(aim: WalkAim, away: int, entry: str, numbers: Adaptation) -> WalkAim:
    """Shorter, the longer no walk was noted before this week, and on as many days as at the beginning."""
    steps = max((steps for least, steps in numbers.away if away >= least), default=0)
    if steps == 0:
        return aim
    why = Reason("walk-after-break", "back-after-a-break", (entry,), {"days": str(away)})
    return WalkAim(max(1, aim.minutes - steps * numbers.walk_minutes_step), numbers.walk_days_first, why)
