"""What the camera saw, in an entry: it is taken as it is, or refused in one line, and is part of what folds."""

import json
from typing import Any

import pytest

from support.people import catalogue, entry
from support.schema_check import breaks
from unbend.motion.measures import MEASURES
from unbend.record.errors import BadInput
from unbend.record.fold import fold
from unbend.record.log import log_of
from unbend.record.schema_entry import entry_schema
from unbend.record.seen import Range, Seen, SeenSide, read_seen
from unbend.store.snapshot import decode, encode

WHOLE: dict[str, Any] = {
    "repetitions": 15,
    "seconds": 2.5,
    "range": {"low": 85, "high": 95},
    "form": 0.83,
    "measure": "knee flexion",
    "sides": {"left": {"repetitions": 8}, "right": {"repetitions": 7, "form": 0.8}},
    "faults": ["knees-fall-in"],
}


def workout(camera: object) -> dict[str, Any]:
    done = [{"exercise": "glute-bridge", "outcome": "done", "repetitions": 8, "camera": camera}]
    return entry("w", "practised", 1, {"exercises": done})


def test_what_was_seen_is_kept_as_it_was() -> None:
    seen = read_seen(WHOLE, "camera")
    sides = {"left": SeenSide(repetitions=8), "right": SeenSide(repetitions=7, form=0.8)}
    assert seen == Seen(15, 2.5, Range(85, 95), 0.83, "knee flexion", sides, ("knees-fall-in",))
    assert read_seen({}, "camera") == Seen()


def test_the_state_knows_what_was_seen_and_what_the_person_said_and_survives_being_kept() -> None:
    state = fold(log_of([workout(WHOLE)], catalogue()))
    latest = state.practised["glute-bridge"].tries[-1]
    assert (latest.repetitions, latest.camera) == (8, read_seen(WHOLE, ""))
    assert decode(encode(state), catalogue()) == state


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"picture": "data:image/png;base64,AAAA"}, "unknown key"),
        ({"landmarks": [[0, 0, 0, 1]]}, "unknown key"),
        ({"repetitions": -1}, "out of range"),
        ({"repetitions": 2.5}, "not a whole number"),
        ({"form": 1.2}, "out of range"),
        ({"range": {"low": 95, "high": 85}}, "is more than"),
        ({"range": {"low": 95}}, "not a number"),
        ({"sides": {"both": {}}}, "unknown key"),
        ({"measure": "<script>alert(1)</script>"}, "no measure"),
        ({"measure": "knee flexion\n"}, "no measure"),
        ({"measure": "knee \u202eflexion"}, "no measure"),
        ({"measure": "knee  flexion"}, "no measure"),
        ({"measure": ""}, "no measure"),
        ({"measure": 7}, "no measure"),
        ({"measure": "a" * 61}, "no measure"),
        ({"faults": ["<b>"]}, "not an id"),
        ({"faults": ["a\n"]}, "not an id"),
        ({"faults": ["a", "a"]}, "twice"),
        ({"faults": "a"}, "not a list"),
        ({"faults": [f"f{n}" for n in range(30)]}, "there are 30 ids"),
        ([], "not an object"),
    ],
)
def test_what_is_no_sight_is_refused_in_one_line(wrong: object, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        read_seen(wrong, "camera")
    assert "\n" not in str(refused.value)


def test_the_schema_takes_what_the_record_takes_and_no_picture() -> None:
    schema = entry_schema(catalogue())
    assert list(breaks(json.loads(json.dumps(workout(WHOLE))), schema, schema)) == []
    assert list(breaks(workout({"picture": "x"}), schema, schema)) != []


def test_every_measure_that_the_coach_knows_may_be_written_down() -> None:
    schema = entry_schema(catalogue())
    for measure in MEASURES:
        assert read_seen({"measure": measure.name}, "camera").measure == measure.name
        assert list(breaks(workout({"measure": measure.name}), schema, schema)) == []
    assert list(breaks(workout({"measure": "<b>"}), schema, schema)) != []


@pytest.mark.parametrize("version", [1, 2, 3])
@pytest.mark.parametrize("newer", [{"camera": WHOLE}, {"camera": {}}, {"repetitions": 8}])
def test_an_entry_of_a_version_before_the_camera_cannot_hold_what_it_saw(version: int, newer: dict[str, Any]) -> None:
    old = entry("w", "practised", 1, {"exercises": [{"exercise": "glute-bridge"}, {"exercise": "plank", **newer}]})
    with pytest.raises(
        BadInput, match=r"exercises\[1\]: versions before 4 do not know '(camera|repetitions)'; write it"
    ):
        log_of([{**old, "version": version}], catalogue())


@pytest.mark.parametrize("data", [None, [], {"exercises": 3}, {"exercises": [None, "camera"]}])
def test_data_of_an_older_version_that_is_none_is_refused_as_always(data: object) -> None:
    with pytest.raises(BadInput):
        log_of([{**entry("w", "practised", 1, {}), "version": 3, "data": data}], catalogue())


def test_an_entry_of_before_the_camera_reads_as_it_did() -> None:
    old = entry("w", "practised", 1, {"exercises": [{"exercise": "glute-bridge"}]})
    latest = fold(log_of([{**old, "version": 3}], catalogue())).practised["glute-bridge"].tries[-1]
    assert (latest.repetitions, latest.camera) == (None, None)
