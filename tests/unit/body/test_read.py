"""Bad movement data gets an error that names file, exercise, pose and joint or key, and what is allowed."""

from copy import deepcopy
from typing import Any

import pytest

from unbend.body.angles import INDEX
from unbend.body.movement import BECAUSE, CameraUse, Contact
from unbend.body.prop import Thing
from unbend.body.read import MovementError, from_dict, stances_from_dict

STANCES = stances_from_dict(
    [
        {"id": "standing", "rests": ["heel on floor", "ball on floor"], "angles": {"elbow flexion": 8}},
        {
            "id": "sitting",
            "rests": ["sit bone on chair"],
            "props": [{"thing": "chair", "at": [0.0, 0.0]}],
            "angles": {"hip flexion": 90, "knee flexion": 90},
        },
    ],
    file="stances.toml",
)
GOOD: dict[str, Any] = {
    "id": "squat",
    "stance": "standing",
    "count": {"angle": "knee flexion", "tolerance": 10},
    "camera": {"view": "side", "counts": "knee flexion", "judges": ["range", "faults"]},
    "faults": [{"id": "too-fast", "quicker_than": 2}],
    "pose": [{"name": "up"}, {"name": "down", "angles": {"knee flexion": 80, "right knee flexion": 70}}],
}


def read(data: dict[str, Any]) -> object:
    return from_dict(data, STANCES, file="movements/squat.toml")


def changed(**keys: Any) -> dict[str, Any]:
    return {**deepcopy(GOOD), **keys}


def with_pose(**keys: Any) -> dict[str, Any]:
    return changed(pose=[{"name": "up"}, {"name": "down", **keys}])


def test_a_name_with_its_side_says_more_than_the_name_for_both() -> None:
    movement = from_dict(GOOD, STANCES, file="f")
    told = movement.poses[1].told
    assert (told[INDEX["right knee flexion"]], told[INDEX["left knee flexion"]]) == (70, 80)


def test_a_name_without_a_side_stands_for_both() -> None:
    movement = from_dict(GOOD, STANCES, file="f")
    assert movement.poses[0].contacts == tuple(
        Contact(f"{side} {point}", "floor") for point in ("heel", "ball") for side in ("right", "left")
    )


def test_a_point_that_comes_off_or_is_added_changes_only_itself() -> None:
    movement = from_dict(with_pose(lifts=["right heel"], adds=["palm on thigh front"]), STANCES, file="f")
    points = {c.point: c.on for c in movement.poses[1].contacts}
    assert points == {
        "left heel": "floor", "right ball": "floor", "left ball": "floor",
        "right palm": "right thigh front", "left palm": "left thigh front",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            with_pose(angles={"knee flexon": 80}),
            "pose 'down': knee flexon: no joint angle has this name; did you mean 'knee flexion'?",
        ),
        (
            with_pose(angles={"knee flexion": 200}),
            "pose 'down': knee flexion: 200 degrees; allowed are -5 to 160",
        ),
        (
            with_pose(angles={"hip flexion": "much"}),
            "pose 'down': hip flexion: 'much' is no number",
        ),
        (
            with_pose(rests=["heel at floor"]),
            "pose 'down': rests: 'heel at floor': write 'POINT on SURFACE' or 'POINT slides on SURFACE'",
        ),
        (
            with_pose(rests=["heal on floor"]),
            "pose 'down': rests: 'heal on floor': 'heal' is no point of the body; did you mean 'heel'?",
        ),
        (
            with_pose(rests=["heel on chair"]),
            (
                "pose 'down': rests: 'heel on chair': 'chair' is neither a surface here nor a point of the body; "
                "did you mean 'chin'?"
            ),
        ),
        (
            with_pose(lifts=["right knee"]),
            (
                "pose 'down': lifts: 'right knee' rests on nothing here; "
                "what rests: left ball, left heel, right ball, right heel"
            ),
        ),
        (
            with_pose(like="side"),
            "pose 'down': like: 'side' is no earlier pose; known are up",
        ),
        (
            with_pose(breath="hold"),
            "pose 'down': breath: 'hold' is no breath; known are in, out",
        ),
        (
            with_pose(at=[1, 2]),
            "pose 'down': at: [1, 2]; give three numbers: forward, up, right",
        ),
        (with_pose(angels={}), "pose 'down': angels: unknown key; did you mean 'angles'?"),
        (
            changed(pose=[{"name": "up"}, {"name": "up"}]),
            "pose 'up': another pose has this name",
        ),
        (changed(pose=[]), "has no pose; write [[movement.pose]]"),
        (
            changed(stance="standng"),
            "stance: 'standng' is no stance; did you mean 'standing'?",
        ),
        (
            changed(views=["left"]),
            "views: 'left' is no view; known are side, front, back, above, three-quarter",
        ),
        (
            changed(props=[{"thing": "sofa"}]),
            f"props: thing: 'sofa' is no thing; known are {', '.join(thing.value for thing in Thing)}",
        ),
        (changed(target="low"), "target: 'low' is no pose; known are up, down"),
        (
            changed(faults=[{"id": "odd", "angle": "hip flexion"}]),
            "faults: odd: give an angle with 'below' or 'above', or 'quicker_than' seconds",
        ),
        (changed(flows=1), "flows: must be true or false"),
        (
            changed(camera={"view": "above", "counts": "knee flexion"}),
            "camera: view: 'above' is no view of a camera; known are side, front, back, three-quarter",
        ),
        (
            {key: value for key, value in GOOD.items() if key != "camera"},
            "camera: missing; say from where a camera sees it, and what it counts or why not",
        ),
        (
            changed(camera={"view": "side"}),
            "camera: give 'counts' with a measure, or 'because' with the reason why it only keeps the time",
        ),
        (
            changed(camera={"view": "side", "counts": "knee flexion", "because": "too-small"}),
            "camera: give 'counts' with a measure, or 'because' with the reason why it only keeps the time",
        ),
        (
            changed(camera={"view": "side", "because": "dull"}),
            f"camera: because: 'dull' is no reason; known are {', '.join(BECAUSE)}",
        ),
        (
            changed(camera={"view": "side", "counts": "knee flexion", "judges": ["mood"]}),
            "camera: judges: 'mood' is no code; known are range, tempo, position, sides, faults",
        ),
    ],
)
def test_bad_data_is_told_with_its_place(data: dict[str, Any], message: str) -> None:
    with pytest.raises(MovementError) as error:
        read(data)
    assert str(error.value) == f"movements/squat.toml: squat: {message}"


def test_what_a_camera_can_make_of_it_is_read() -> None:
    told = {"view": "front", "counts": "knee flexion", "judges": ["range", "sides"], "unseen": ["back-shape"]}
    movement = from_dict(changed(camera=told), STANCES, file="f")
    assert movement.camera == CameraUse("front", "knee flexion", ("range", "sides"), ("back-shape",), None)


def test_a_movement_without_an_id_is_told_too() -> None:
    with pytest.raises(MovementError, match=r"^movements/squat\.toml: None: id: missing; give a word$"):
        read(changed(id=None))


def test_numbers_that_are_no_numbers_are_refused() -> None:
    for value in (float("nan"), float("inf"), True, None, [1]):
        with pytest.raises(MovementError, match="is no number"):
            read(with_pose(angles={"hip flexion": value}))


def test_a_bad_stance_is_told_with_its_place() -> None:
    with pytest.raises(MovementError, match=r"^stances\.toml: leaning: lying: 'askew' is no lying; known are upright"):
        stances_from_dict([{"id": "leaning", "lying": "askew"}], file="stances.toml")
