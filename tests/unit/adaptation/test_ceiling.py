"""No more than what was sore: case by case, from the log to the amount that a week gives."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from support.briefs import brief_for
from support.histories import BEGIN, History, done, morning, state_of, workout
from support.people import Json, catalogue, person
from unbend.adaptation.ceiling import seconds_in_one_go
from unbend.adaptation.level import Level
from unbend.adaptation.levels import levels_of
from unbend.catalogue.words import Phase
from unbend.planning.brief import Brief
from unbend.planning.dose import Dose
from unbend.planning.options import dose_of_try, options
from unbend.record.course import Try

SORE, FINE = 3, 2
"""Mornings after a workout with a pain of 2 before it."""


def went(day: int, phase: str, next_day: int | None, key: str = "seated-bow", **more: Any) -> list[Json]:
    """A workout with one exercise, and the morning after where it was told."""
    at = BEGIN + timedelta(days=day)
    answer = [] if next_day is None else [morning(f"w{day}", at, next_day)]
    return [workout(f"w{day}", at, done(key, **{"step": 0, "sets": 1, **more}), phase=phase), *answer]


def level(log: list[Json], *, days: int, phase: Phase, key: str = "seated-bow") -> Level:
    now = BEGIN + timedelta(days=days)
    return levels_of(state_of(History(tuple(log), now)), catalogue(), phase=phase, start_rung=2, now=now).by_exercise[
        key
    ]


def ceilings(log: list[Json], *, days: int, phase: Phase = Phase.RESTORE) -> list[str]:
    return [one.workout for one in level(log, days=days, phase=phase).ceilings]


def test_what_goes_well_allows_more_only_from_the_next_monday_on() -> None:
    """The week keeps the amounts it was given, so that what was taken well in it was the smaller amount."""
    log = [*went(2, "calm", SORE), *went(7, "restore", FINE)]
    assert ceilings(log, days=9) == ["w2"]
    assert ceilings(log, days=14) == []


def test_what_went_well_and_was_sore_in_one_week_is_not_more_in_the_next() -> None:
    log = [*went(2, "calm", SORE), *went(7, "restore", FINE), *went(9, "restore", SORE)]
    assert ceilings(log, days=14) == ["w2"]
    assert ceilings([*log, *went(14, "restore", FINE)], days=21) == []


def test_what_was_sore_after_it_had_grown_is_held_to_what_it_had_grown_to() -> None:
    log = [*went(2, "calm", SORE), *went(7, "restore", FINE), *went(14, "restore", SORE)]
    assert ceilings(log, days=21) == []


def test_what_was_sore_in_two_stages_is_no_more_than_in_either_in_a_third() -> None:
    """The second one was given no more than the first, whatever its stage has as its first amount."""
    log = [*went(2, "calm", SORE), *went(7, "restore", SORE)]
    assert ceilings(log, days=14, phase=Phase.STRENGTHEN) == ["w7", "w2"]


def test_silence_for_ten_workouts_does_not_forget_what_was_sore() -> None:
    silent = [entry for day in range(7, 18) for entry in went(day, "restore", None)]
    assert ceilings([*went(2, "calm", SORE), *silent], days=21) == ["w2"]


def test_a_short_day_that_was_sore_gives_no_more_sets_in_another_stage() -> None:
    log = [*went(0, "restore", FINE, sets=2), *went(2, "restore", SORE, sets=1)]
    assert level(log, days=7, phase=Phase.STRENGTHEN).most_sets == 1
    assert level(log[:2], days=7, phase=Phase.STRENGTHEN).most_sets == 2


@pytest.mark.parametrize(("seconds", "sets", "expected"), [(25, 1, 25), (26, 1, 30), (90, 2, 45), (416, 1, 420)])
def test_how_long_something_lasted_is_read_as_it_is_given(seconds: int, sets: int, expected: int) -> None:
    """In fives up to two minutes, else a hold of 25 seconds would be 60 the next time."""
    assert seconds_in_one_go(Try("w", BEGIN, sets=sets, seconds=seconds)) == expected


def brief_in(phase: Phase, key: str, found: Level) -> Brief:
    brief = next(brief for seed in range(40) if (brief := brief_for(person(seed))) is not None)
    levels = replace(brief.levels, by_exercise={key: found})
    return replace(brief, start=replace(brief.start, phase=phase), levels=levels, restricted_by={})


def most(phase: Phase, key: str, found: Level) -> Dose:
    return options(catalogue().exercises[key], brief_in(phase, key, found), worse_side=False)[-1].dose


def work(dose: Dose) -> int:
    """Seconds of work in one set."""
    each = (dose.tempo_seconds or 0) + (dose.hold_seconds or 0)
    return (dose.repetitions or 0) * each + (dose.duration_seconds or 0)


@pytest.mark.parametrize("key", ["seated-bow", "clamshell", "ankle-knee-to-wall", "bag-hold-standing", "easy-walk"])
@pytest.mark.parametrize(("before", "after"), [*pairwise(Phase), (Phase.STRENGTHEN, Phase.CALM)])
def test_a_new_stage_after_a_sore_morning_has_no_more_work_in_a_set(key: str, before: Phase, after: Phase) -> None:
    """Also where it is held now and was not, and where it goes by time."""
    given = most(before, key, Level())
    told = {"seconds": given.duration_seconds} if given.duration_seconds else {}
    log = went(2, before.value, SORE, key, **told)
    now = most(after, key, level(log, days=7, phase=after, key=key))
    assert 0 < work(now) <= work(given)


@pytest.mark.parametrize(("key", "seconds", "repetitions"), [("seated-bow", 30, 5), ("clamshell", 2 * 30, 6)])
def test_a_set_is_no_longer_than_the_sore_one_whatever_its_step_would_give(
    key: str, seconds: int, repetitions: int
) -> None:
    """What held it down may be so long ago that nobody knows of it any more; how long it took is in the record."""
    sore = level(went(2, "restore", SORE, key, seconds=seconds), days=7, phase=Phase.RESTORE, key=key)
    fine = level(went(2, "restore", FINE, key, seconds=seconds), days=7, phase=Phase.RESTORE, key=key)
    assert most(Phase.RESTORE, key, sore).repetitions == repetitions < (most(Phase.RESTORE, key, fine).repetitions or 0)


def test_what_was_given_up_after_a_moment_does_not_make_a_set_of_a_moment() -> None:
    given_up = went(2, "restore", SORE, outcome="part", seconds=6)
    assert level(given_up, days=7, phase=Phase.RESTORE).most_seconds is None


def test_what_hung_on_a_ceiling_is_not_called_less_the_next_time() -> None:
    log = [*went(2, "calm", SORE), *went(7, "restore", SORE)]
    found = level(log, days=14, phase=Phase.RESTORE)
    assert found.last is not None
    exercise, brief = catalogue().exercises["seated-bow"], brief_in(Phase.RESTORE, "seated-bow", found)
    assert options(exercise, brief, worse_side=False)[-1].dose == dose_of_try(exercise, found.last, brief)
