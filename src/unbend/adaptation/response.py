"""How the back answered a workout: pain during, after and on the next day, and the effort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from unbend.catalogue.adaptation import Adaptation
from unbend.record.course import DAYS_AFTER, Ended, Workout

ANOTHER_DAY = timedelta(hours=10)
"""So long after a workout another one is of another day. The pain before that one tells of the morning after, where
nobody was asked about it; it can show that the workout was too much, but it earns nothing."""


class Answer(StrEnum):
    """`WELL` may earn a step up; `UNKNOWN` and `STAY` earn none; `TOO_MUCH` asks for less."""

    WELL = "well"
    UNKNOWN = "unknown"
    STAY = "stay"
    TOO_MUCH = "too-much"


@dataclass(frozen=True)
class Response:
    """The answer, the code of what decided it, and the entries it was read from. `by_morning`: the next day decided,
    so that every exercise of the workout may have had its part in it."""

    answer: Answer
    code: str
    entries: tuple[str, ...]
    by_morning: bool = False


@dataclass(frozen=True)
class _Morning:
    """The day after: its pain, whether the back was worse, and the entry that told it. `asked`: the person was asked
    about this very day; else it was told for another reason, and speaks only against more."""

    pain: int | None = None
    is_worse: bool = False
    entry: str | None = None
    asked: bool = False


def responses(workouts: Sequence[Workout], numbers: Adaptation) -> Mapping[str, Response]:
    """The answer to each workout, by its entry, in order of time."""
    return _responses(tuple(workouts), numbers)


@lru_cache(maxsize=8)
def _responses(workouts: tuple[Workout, ...], numbers: Adaptation) -> Mapping[str, Response]:
    """The same; whoever decides about stage, amounts, walks and week of one moment asks for it."""
    found = {one.entry: response(one, workouts[place:], numbers) for place, one in enumerate(workouts, start=1)}
    return MappingProxyType(found)


def response(workout: Workout, later: Sequence[Workout], numbers: Adaptation) -> Response:
    """How the back answered, the workouts after it in view. Whatever was not said earns nothing; nothing that was not
    said is taken for worse."""
    if (code := _too_much_in_it(workout, numbers)) is not None:
        return Response(Answer.TOO_MUCH, code, (workout.entry,))
    morning = _morning(workout, later)
    entries = (workout.entry,) if morning.entry is None else (workout.entry, morning.entry)
    if _rose(workout.pain_before, morning.pain, numbers.next_day_down):
        return Response(Answer.TOO_MUCH, "next-day-up", entries, by_morning=True)
    if morning.is_worse or _rose(workout.pain_before, morning.pain, numbers.next_day_stay):
        return Response(Answer.STAY, "next-day-a-little", entries, by_morning=True)
    if workout.effort is not None and workout.effort >= numbers.hard_effort:
        return Response(Answer.STAY, "hard-work", (workout.entry,))
    if not morning.asked or None in (workout.pain_before, workout.pain_after, workout.effort):
        return Response(Answer.UNKNOWN, "not-told", entries)
    return Response(Answer.WELL, "well", entries)


def _too_much_in_it(workout: Workout, numbers: Adaptation) -> str | None:
    """The code of what was too much during the workout or just after it."""
    if workout.pain_sort:
        return "new-pain"
    if workout.ended in (Ended.HURT, Ended.HELP):
        return "ended-by-pain"
    told = [pain for pain in (workout.pain_during, workout.pain_after) if pain is not None]
    worst, before = max(told, default=0), workout.pain_before
    above = worst > numbers.stop_pain and (before is None or before <= numbers.stop_pain)
    return "pain-rose" if above or (told and _rose(before, worst, numbers.stop_rise)) else None


def _rose(before: int | None, after: int | None, by: int) -> bool:
    return before is not None and after is not None and after >= before + by


def _morning(workout: Workout, later: Sequence[Workout]) -> _Morning:
    """The answer about the day after, which is one for all workouts of a day; or else the pain before the next one."""
    same_day = (one for one in later if one.at - workout.at < ANOTHER_DAY)
    for told in (one.next_day for one in (workout, *same_day)):
        if told is not None:
            return _Morning(told.pain, told.compared == "worse", told.entry, asked=True)
    following = next((one for one in later if one.at - workout.at >= ANOTHER_DAY), None)
    if following is None or following.pain_before is None or following.at - workout.at > DAYS_AFTER:
        return _Morning()
    return _Morning(following.pain_before, entry=following.entry)
