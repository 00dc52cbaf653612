"""A set that was sore is not longer the next time, also where the worse side did more of them than the other."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from support.briefs import brief_for
from support.people import catalogue, person
from unbend.adaptation.level import Level, Levels
from unbend.planning.options import options
from unbend.record.course import Try


@pytest.mark.parametrize("sets", [1, 2, 3])
@pytest.mark.parametrize("extra", [0, 1])
def test_the_time_of_both_sides_with_more_for_the_worse_is_not_taken_for_a_longer_set(sets: int, extra: int) -> None:
    exercise = catalogue().exercises["hip-rotation-step"]
    brief = next(found for seed in range(20) if (found := brief_for(person(seed))) is not None)
    tempo = exercise.tempo_seconds or 0
    worked = 5 * tempo * (2 * sets + extra)
    last = Try("w", datetime(2026, 1, 5, tzinfo=UTC), sets=sets, seconds=worked)
    level = Level(step=4, most_sets=sets, last=last, most_seconds=-(-worked // (2 * sets)))
    sore = replace(brief, levels=Levels({exercise.id: level}, {}))
    given = [option.dose.repetitions or 0 for option in options(exercise, sore, worse_side=bool(extra))]
    assert given
    assert max(given) == 5
