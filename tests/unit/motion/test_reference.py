"""A movement is its own reference: what is counted goes from start to target, as the camera sees it."""

import json
from dataclasses import replace
from typing import Any

import pytest

from support.movements import movements, performance
from support.references import reference
from unbend.body.angles import INDEX
from unbend.body.movement import Movement
from unbend.body.performance import Performance
from unbend.motion.measures import MEASURE, MEASURES, MIRRORED_MEASURE, Source, Unit
from unbend.motion.reference import Bound, Reference
from unbend.motion.reference_json import as_json, reference_from
from unbend.motion.reference_of import reference_of

# Every exercise is held to what a camera says of it elsewhere; here some of each kind.
COUNTED = sorted(name for name, movement in movements().items() if movement.camera.counts)[::9]
# What is counted must go at least this far, or a pose model's tremble (2 to 7 degrees) is counted.
LEAST = {Unit.DEGREES: 10.0, Unit.TRUNKS: 0.1}


def changed(movement: Movement, **changes: Any) -> Reference:
    played = performance(movement.exercise)
    return reference_of(Performance(replace(movement, **changes), played.build), view="side")


@pytest.mark.parametrize("exercise", COUNTED)
def test_what_is_counted_goes_somewhere_and_is_measured_in_every_frame(exercise: str) -> None:
    found = reference(exercise)
    counted = found.counted
    assert counted is not None
    assert abs(counted.target - counted.start) >= LEAST[MEASURES[counted.measure].unit]
    assert 0.0 < counted.tolerance <= 0.4 * abs(counted.target - counted.start)
    assert counted.measure in found.measures
    target = next(key for key in found.keys if key.name == found.target)
    assert target.values[found.measures.index(counted.measure)] == counted.target
    assert reference_from(json.loads(json.dumps(as_json(found)))).counted is not None


def test_a_squat_from_the_side_is_counted_by_its_near_knee() -> None:
    found = reference("squat-full", "side")
    assert found.counted is not None
    assert MEASURES[found.counted.measure].full_name == "right knee flexion"
    assert found.counted.start < 10.0
    assert found.counted.target > 110.0
    assert not found.counted.sided
    assert not found.counted.alternates
    assert found.sources[found.measures.index(found.counted.measure)] is Source.IMAGE


def test_sides_are_told() -> None:
    one = reference("bird-dog").counted
    assert one is not None
    assert one.sided
    turns = reference("dead-bug").counted
    assert turns is not None
    assert turns.alternates
    assert not turns.sided
    assert reference("dead-bug").seconds == pytest.approx(performance("dead-bug").seconds / 2)


def test_every_measure_has_its_twin_beside_it_and_there_are_not_too_many() -> None:
    for exercise in ("squat-full", "bird-dog", "open-book", "wall-angel"):
        found = reference(exercise)
        assert {MIRRORED_MEASURE[i][0] for i in found.measures} == set(found.measures)
        assert len(found.measures) <= 14
        assert len(found.measures) == len(found.sources) == len(found.tolerances)
        assert all(len(values) == len(found.measures) for values in found.path)


def test_a_fault_lies_as_far_from_the_reference_as_from_the_anatomical_angle() -> None:
    found = reference("glute-bridge", "side")
    fault = next(f for f in found.faults if f.id == "hips-low")
    assert fault.measure == MEASURE["right hip flexion"]
    assert fault.bound is Bound.ABOVE
    up = next(key for key in found.keys if key.name == fault.pose)
    read = up.values[found.measures.index(fault.measure)]
    played = performance("glute-bridge")
    names = [pose.name for pose in played.movement.poses]
    body = played.keys[names.index(up.name)].posture.angles
    told = next(f for f in played.movement.faults if f.id == "hips-low")
    assert read is not None
    assert fault.value is not None
    assert told.above is not None
    assert fault.value - read == pytest.approx(told.above - body[INDEX["right hip flexion"]])


def test_the_movements_own_tempo_rule_is_kept() -> None:
    fault = next(f for f in reference("sit-to-stand").faults if f.quicker_than is not None)
    assert fault.measure is None
    assert fault.quicker_than == 2.0


def test_the_same_movement_is_measured_elsewise_where_it_goes_towards_the_camera() -> None:
    front = reference("squat-full", "front")
    knee = MEASURE["right knee flexion"]
    assert front.sources[front.measures.index(knee)] is Source.WORLD


def test_where_a_camera_counts_nothing_there_is_still_a_pose_to_know() -> None:
    movement = movements()["squat-full"]
    only_time = replace(movement.camera, counts=None, because="free-form")
    found = changed(movement, camera=only_time)
    assert found.counted is None
    assert found.measures
    assert found.keys


def test_an_unknown_view_is_refused() -> None:
    with pytest.raises(KeyError):
        reference("squat-full", "from-below")


def broken(**changes: Any) -> dict[str, Any]:
    return {**as_json(reference("squat-full", "side")), **changes}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ([], "a reference: a JSON object is needed, not list"),
        (broken(version=99), "version: 99 is not known here; this program reads version 1"),
        (broken(exercise=""), "exercise: a text is needed, not ''"),
        (broken(measures=["left tail wag"]), "measures: 'left tail wag' is not known"),
        (broken(tolerances=[1.0]), "tolerances: 1 values given"),
        (broken(target="no such pose"), "target: 'no such pose' is no key pose; there are "),
        (broken(seconds=-1), "seconds: -1.0 is not more than 0"),
        (broken(seconds=float("nan")), "seconds: a number is needed, not nan"),
        (
            broken(counted={"measure": "trunk side bend", "start": 0, "target": 1, "tolerance": 1}),
            "hold: true or false",
        ),
        (broken(faults=[{"id": "a", "measure": "trunk tilt", "value": 1}]), "no bound or value; it needs both"),
        (broken(faults=[{"id": "a", "measure": "trunk tilt", "bound": "above"}]), "no bound or value; it needs both"),
        (broken(needs="knee"), "needs: a list is needed, not str"),
        (broken(turned=[1]), "turned: two numbers are needed, not 1"),
        (broken(sources=["sound"]), "sources: 1 values given|sources: 'sound' is not known"),
    ],
)
def test_bad_json_is_refused_with_one_sentence(data: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says) as caught:
        reference_from(data)
    assert "\n" not in str(caught.value)
