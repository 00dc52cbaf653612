"""What is another exercise counts nothing where the catalogue says that a camera could take it for this one; and who
does the exercise in their own way is counted all the same."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from support.coaching import frames_of, looked_through, recorded
from support.movements import performance
from support.references import reference
from unbend.motion.analysis import analyse
from unbend.motion.lookalike import lookalike_of
from unbend.motion.measures import MEASURE
from unbend.motion.pose import LANDMARK, Landmark, PoseFrame
from unbend.motion.reference_json import as_json, reference_from

ARMS = tuple(LANDMARK[f"{side} {part}"] for side in ("right", "left") for part in ("elbow", "wrist"))


@pytest.mark.parametrize(
    ("exercise", "other"),
    [("prone-on-elbows", "plank"), ("standing-hamstring-curl", "single-leg-stand"), ("hip-hinge", "mini-squat")],
)
def test_a_lookalike_counts_nothing_and_would_if_the_catalogue_did_not_name_it(exercise: str, other: str) -> None:
    wanted, frames = reference(exercise), frames_of(recorded(other))
    assert other in {one.exercise for one in wanted.lookalikes}
    assert analyse(frames, wanted).state.count == 0
    assert analyse(frames, replace(wanted, lookalikes=())).state.count > 0


@pytest.mark.parametrize("exercise", ["prone-on-elbows", "hip-hinge-loaded", "figure-four-bridge", "mini-squat"])
def test_the_exercise_itself_counts_beside_its_lookalikes(exercise: str) -> None:
    counted = reference(exercise).counted
    assert counted is not None
    truth = recorded(exercise).holds if counted.hold else recorded(exercise).repetitions
    assert looked_through(exercise).state.count == len(truth)


@pytest.mark.parametrize(
    ("exercise", "person"),
    [("seated-bow", "sturdy"), ("side-plank-table", "sturdy"), ("hip-hinge", "pregnant"), ("plank", "slender")],
)
def test_nobodys_build_makes_a_lookalike_of_their_exercise(exercise: str, person: str) -> None:
    counted, made = reference(exercise).counted, recorded(exercise, person=person)
    assert counted is not None
    assert looked_through(exercise, person=person).state.count == len(made.holds if counted.hold else made.repetitions)


def test_one_leg_lifted_is_no_squat_even_where_nobody_thought_of_it() -> None:
    frames = frames_of(recorded("march-on-the-spot"))
    assert analyse(frames, replace(reference("mini-squat"), lookalikes=())).state.count == 0


def test_a_lookalike_is_known_on_either_side_and_survives_json() -> None:
    wanted = reference("bird-dog")
    other = lookalike_of(wanted, performance("thread-the-needle"))
    assert {len(values) for values in other.path} == {len(wanted.measures)}
    right, left = (wanted.measures.index(MEASURE[f"{side} hip flexion"]) for side in ("right", "left"))
    assert {values[right] for values in other.path} == {values[left] for values in other.path}
    whole = replace(wanted, lookalikes=(other,))
    read = reference_from(json.loads(json.dumps(as_json(whole))))
    assert [one.exercise for one in read.lookalikes] == ["thread-the-needle"]
    assert [len(one.path) for one in read.lookalikes] == [len(other.path)]


def test_a_reference_made_before_there_were_lookalikes_is_still_read() -> None:
    older = {key: value for key, value in as_json(reference("plank")).items() if key != "lookalikes"}
    assert reference_from(older).lookalikes == ()


def test_a_lookalike_of_other_measures_is_refused_by_name() -> None:
    data = as_json(reference("prone-on-elbows"))
    data["lookalikes"] = [{"exercise": "plank", "path": [[1.0]]}]
    with pytest.raises(ValueError, match=r"lookalikes: 'plank': 1 values given"):
        reference_from(data)


def overhead(frame: PoseFrame) -> PoseFrame:
    """The same body with both arms up."""
    return replace(frame, image=_up(frame.image), world=_up(frame.world))


def _up(marks: Sequence[Landmark] | None) -> tuple[Landmark, ...] | None:
    if marks is None:
        return None
    found = list(marks)
    for at in ARMS:
        side = "right" if at == ARMS[0] or at == ARMS[1] else "left"
        shoulder = marks[LANDMARK[f"{side} shoulder"]]
        x, y, z, seen = marks[at]
        found[at] = (2 * shoulder[0] - x, 2 * shoulder[1] - y, z, seen)
    return tuple(found)


@pytest.mark.parametrize("exercise", ["squat-full", "mini-squat", "sit-to-stand"])
def test_arms_held_overhead_do_not_make_it_another_exercise(exercise: str) -> None:
    frames = [overhead(frame) for frame in frames_of(recorded(exercise))]
    assert analyse(frames, reference(exercise)).state.count == len(recorded(exercise).repetitions)


@pytest.mark.parametrize("exercise", ["squat-full", "stand-and-reach", "bird-dog"])
def test_who_is_quicker_than_drawn_is_counted(exercise: str) -> None:
    """People squat in 1.4 s where the catalogue asks for nine, with a pause."""
    made = recorded(exercise, rate=60.0)
    quick = 1.4 / reference(exercise).seconds
    frames = [replace(frame, time=frame.time * quick) for frame in frames_of(made)]
    assert analyse(frames, reference(exercise)).state.count == len(made.repetitions)
