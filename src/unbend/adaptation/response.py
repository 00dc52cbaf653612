"""How the back answered a workout: pain during, after and on the next day, and the effort."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from unbend.catalogue.adaptation import Adaptation
from unbend.record.course import DAYS_AFTER, Ended, Workout

ANOTHER_DAY = timedelta(hours=10)
"""So long after a workout the pain before another one tells of the morning after, where nobody was asked about it."""


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


def responses(workouts: Sequence[Workout], numbers: Adaptation) -> Mapping[str, Response]:
    """The answer to each workout, by its entry, in order of time."""
    following: Iterable[Workout | None] = (*workouts[1:], None)
    return {one.entry: response(one, after, numbers) for one, after in zip(workouts, following, strict=True)}


def response(workout: Workout, following: Workout | None, numbers: Adaptation) -> Response:
    """How the back answered. Whatever was not said earns nothing; nothing that was not said is taken for worse."""
    own = (workout.entry,)
    if (code := _too_much_in_it(workout, numbers)) is not None:
        return Response(Answer.TOO_MUCH, code, own)
    morning, told_by = _morning(workout, following)
    entries = own if told_by is None else (*own, told_by)
    if _rose(workout.pain_before, morning, numbers.next_day_down):
        return Response(Answer.TOO_MUCH, "next-day-up", entries, by_morning=True)
    worse = workout.next_day is not None and workout.next_day.compared == "worse"
    if worse or _rose(workout.pain_before, morning, numbers.next_day_stay):
        return Response(Answer.STAY, "next-day-a-little", entries, by_morning=True)
    if workout.effort is not None and workout.effort >= numbers.hard_effort:
        return Response(Answer.STAY, "hard-work", entries)
    if None in (workout.pain_before, workout.pain_after, workout.effort, morning):
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
    above = worst > numbers.stop_pain and (before is None or worst > before)
    return "pain-rose" if above or (told and _rose(before, worst, numbers.stop_rise)) else None


def _rose(before: int | None, after: int | None, by: int) -> bool:
    return before is not None and after is not None and after >= before + by


def _morning(workout: Workout, following: Workout | None) -> tuple[int | None, str | None]:
    """The pain on the day after, and the entry that told it: an answer, or else the pain before the next workout."""
    if workout.next_day is not None:
        return workout.next_day.pain, workout.next_day.entry
    if following is None or not ANOTHER_DAY <= following.at - workout.at <= DAYS_AFTER:
        return None, None
    return following.pain_before, None if following.pain_before is None else following.entry
