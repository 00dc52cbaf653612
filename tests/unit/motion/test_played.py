"""One repetition as its reference sees it: from what each measure is taken, and how far it strays with the phone."""

from functools import cache

import pytest

from support.movements import performance
from unbend.motion.measures import MEASURE, MEASURES, MIRRORED_MEASURE, Source, Unit
from unbend.motion.played import Played, play
from unbend.motion.reference_of import reference_of


@cache
def played(exercise: str, view: str) -> Played:
    return play(performance(exercise), view)


@pytest.mark.parametrize(("exercise", "view"), [("squat-full", "side"), ("hip-rotation-seated", "front")])
def test_both_sides_are_taken_from_the_same_source(exercise: str, view: str) -> None:
    sources = played(exercise, view).sources
    assert all(sources[i] is sources[MIRRORED_MEASURE[i][0]] for i in range(len(MEASURES)))


def test_distances_are_taken_in_space_and_what_lies_in_the_picture_from_it() -> None:
    sources = played("squat-full", "side").sources
    assert all(sources[i] is Source.WORLD for i, m in enumerate(MEASURES) if m.unit is Unit.TRUNKS or m.deep)
    for name in ("right knee flexion", "right hip flexion", "right thigh tilt", "trunk lean"):
        assert sources[MEASURE[name]] is Source.IMAGE


def test_what_goes_towards_the_camera_is_taken_in_space() -> None:
    sources = played("squat-full", "front").sources
    for name in ("right knee flexion", "right hip flexion"):
        assert sources[MEASURE[name]] is Source.WORLD


def test_what_lies_in_the_picture_hardly_strays_and_what_points_at_the_phone_does() -> None:
    side, front = played("squat-full", "side").strays, played("hip-rotation-chair", "front").strays
    assert side[MEASURE["right knee flexion"]] < 10.0
    assert front[MEASURE["right thigh tilt"]] > 35.0


def test_what_strays_is_not_looked_at_to_know_the_exercise_or_gets_more_room() -> None:
    found = reference_of(performance("hip-rotation-chair"), view="front")
    assert MEASURE["right thigh tilt"] not in found.measures
    strays = played("hip-rotation-chair", "front").strays
    for measure, tolerance in zip(found.measures, found.tolerances, strict=True):
        assert tolerance >= strays[measure]
        assert tolerance >= 0.25


def test_the_moments_of_a_repetition_begin_and_end_where_the_movement_does() -> None:
    found = played("squat-full", "side")
    knee = MEASURE["right knee flexion"]
    first, target = found.readings[found.keys][knee], found.readings[found.target][knee]
    assert first is not None
    assert target is not None
    assert first == pytest.approx(found.of_keys(knee)[0], abs=1.0)
    assert max(found.over_time(knee)) == pytest.approx(target, abs=3.0)
