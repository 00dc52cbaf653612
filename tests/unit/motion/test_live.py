"""The coach as the browser calls it: strings and numbers, whatever wraps them, one sentence for a bad call."""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from support.coaching import frames_of, recorded
from support.references import reference
from unbend.motion import live
from unbend.motion.plain import points_from
from unbend.motion.pose import PoseFrame
from unbend.motion.reference_json import as_json

SHARE = 0.45
Point = tuple[float, float, float, float]
SQUAT = json.dumps(as_json(reference("squat-full")))


class JsProxy:
    """A typed array as it comes from a page: only `to_py` gives its numbers."""

    def __init__(self, numbers: list[float]) -> None:
        self.numbers = numbers

    def to_py(self) -> memoryview:
        return memoryview(array("f", self.numbers))


@pytest.fixture
def handle() -> Iterator[str]:
    made = live.begin(SQUAT, "both")
    yield made
    if made in live._sessions:
        live.end(made)


def flat(frame: PoseFrame, of: str = "image") -> list[float]:
    return [value for point in getattr(frame, of) for value in point]


def fed(handle: str, frame: PoseFrame, **changes: Any) -> dict[str, Any]:
    given = {"image": flat(frame), "world": flat(frame, "world"), **changes}
    told = live.feed(handle, frame.time, given["image"], given["world"], frame.width, frame.height)
    found: dict[str, Any] = json.loads(told)
    return found


def half_way(points: Sequence[Point] | None, start: Sequence[Point] | None) -> list[Point]:
    """The landmarks of somebody who goes from the start not quite half as far."""
    return [
        (x + SHARE * (a - x), y + SHARE * (b - y), z + SHARE * (c - z), sure)
        for (x, y, z, sure), (a, b, c, _) in zip(start or (), points or (), strict=True)
    ]


@pytest.mark.parametrize("exercise", ["squat-full", "hip-hinge", "clamshell", "bird-dog", "wall-angel"])
def test_whoever_goes_not_quite_half_of_the_way_is_not_counted_and_the_page_sees_that_they_go(exercise: str) -> None:
    frames = frames_of(recorded(exercise))
    first, handle = frames[0], live.begin(json.dumps(as_json(reference(exercise))), "right")
    half = [
        replace(frame, image=half_way(frame.image, first.image), world=half_way(frame.world, first.world))
        for frame in frames
    ]
    shown = [fed(handle, frame) for frame in half]
    live.end(handle)
    assert {(one["seen"], one["count"], one["took"]) for one in shown} == {("seen", 0, None)}
    away = [one["progress"] for one in shown]
    assert max(away) > 0.4, "frontend/src/coach/swings.ts waits for 0.35 of the way"
    assert away[-1] < 0.1


def test_squats_are_counted_shown_and_summed_up(handle: str) -> None:
    shown = [fed(handle, frame) for frame in frames_of(recorded("squat-full"))]
    assert set(shown[0]) == {
        "seen", "missing", "count", "side", "progress", "took", "holding", "hold", "angle", "cue", "praise",
    }  # fmt: skip
    assert shown[-1]["count"] == 2
    assert all(0.0 <= one["progress"] <= 1.0 for one in shown)
    assert max(one["progress"] for one in shown) > 0.9
    assert [one["count"] for one in shown] == sorted(one["count"] for one in shown)
    told = json.loads(live.end(handle))
    assert [shown[0]["took"], shown[-1]["took"]] == [
        None, pytest.approx(told["repetitions"][-1]["end"] - told["repetitions"][-1]["start"], abs=0.01),
    ]  # fmt: skip
    assert (len(told["repetitions"]), told["count"], told["corrected"]) == (2, 2, False)
    assert all({"start", "end", "side", "range", "form"} <= set(one) for one in told["repetitions"])


def test_how_far_somebody_goes_is_looked_at_only_where_that_is_asked_for() -> None:
    parts = []
    for given in ((), (0,), (1,)):
        handle = live.begin(SQUAT, "both", *given)
        for frame in frames_of(recorded("squat-full")):
            fed(handle, frame)
        parts.append({"range" in done["parts"] for done in json.loads(live.end(handle))["repetitions"]})
    assert parts == [{False}, {False}, {True}]


def test_an_angle_is_a_range_that_holds_its_error(handle: str) -> None:
    for frame in frames_of(recorded("squat-full"))[:8]:
        angle = fed(handle, frame)["angle"]
    assert angle["measure"] == "knee flexion"
    assert 10 <= angle["high"] - angle["low"] <= 20
    assert angle["low"] <= 5 <= angle["high"] + 10


@pytest.mark.parametrize("wrap", [JsProxy, lambda v: array("f", v), lambda v: memoryview(array("d", v)), tuple, list])
def test_numbers_come_in_any_wrapping(handle: str, wrap: Any) -> None:
    frame = frames_of(recorded("squat-full"))[0]
    assert fed(handle, frame, image=wrap(flat(frame)), world=None)["seen"] == "seen"


def test_rows_of_four_do_as_well() -> None:
    frame = frames_of(recorded("squat-full"))[0]
    assert frame.image is not None
    assert points_from([list(point) for point in frame.image], "image") == list(frame.image)


def test_nothing_and_no_numbers_are_nobody(handle: str) -> None:
    frame = frames_of(recorded("squat-full"))[0]
    jsnull = type("JsNull", (), {})()
    assert fed(handle, frame, image=None, world=jsnull)["seen"] == "nobody"
    assert points_from([float("nan")] * 132, "image") is None
    assert points_from([None] * 132, "image") is None
    one_gone = [float("nan")] * 4 + flat(frame)[4:]
    points = points_from(one_gone, "image")
    assert points is not None
    assert points[0][3] == 0.0


def test_a_frame_that_is_not_later_changes_nothing(handle: str) -> None:
    frames = frames_of(recorded("squat-full"))
    later = fed(handle, frames[5])
    assert fed(handle, frames[2]) == later
    assert live._sessions[handle].state.time == frames[5].time


def test_a_person_may_correct_the_count_and_what_comes_is_added(handle: str) -> None:
    frames = frames_of(recorded("squat-full"))
    first = next(i for i, frame in enumerate(frames) if fed(handle, frame)["count"] == 1)
    live.correct(handle, 5)
    assert [fed(handle, frame)["count"] for frame in frames[first + 1 :]][-1] == 6
    told = json.loads(live.end(handle))
    assert (told["count"], told["corrected"], len(told["repetitions"])) == (6, True, 2)


def test_the_persons_own_count_stands_where_a_hold_is_left_at_once() -> None:
    handle = live.begin(json.dumps(as_json(reference("side-plank"))), "both")
    frames = frames_of(recorded("side-plank"))
    held = next(i for i, frame in enumerate(frames) if fed(handle, frame)["count"] == 1)
    live.correct(handle, 3)
    back = [replace(frame, time=frames[held].time + frame.time + 0.1) for frame in frames[:12]]
    assert {fed(handle, frame)["count"] for frame in back} == {3}
    told = json.loads(live.end(handle))
    assert (told["count"], told["holds"]) == (3, [])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda _: live.begin("{", "both"), "JSON"),
        (lambda _: live.begin("[]", "both"), "reference"),
        (lambda _: live.begin(SQUAT, "up"), "side"),
        (lambda _: live.begin(SQUAT.replace('"squat-full"', "7"), "both"), "exercise"),
        (lambda _: live.feed("coach-0", 0.0, None, None, 640, 480), "coach-0"),
        (lambda h: live.feed(h, float("nan"), None, None, 640, 480), "seconds"),
        (lambda h: live.feed(h, None, None, None, 640, 480), "seconds"),
        (lambda h: live.feed(h, 0.0, [1.0] * 131, None, 640, 480), "132"),
        (lambda h: live.feed(h, 0.0, "x" * 132, None, 640, 480), "image"),
        (lambda h: live.feed(h, 0.0, ["x"] * 132, None, 640, 480), "image"),
        (lambda h: live.feed(h, 0.0, 3, None, 640, 480), "image"),
        (lambda h: live.feed(h, 0.0, None, None, 0, 480), "width"),
        (lambda h: live.correct(h, -1), "count"),
        (lambda h: live.correct(h, 1.5), "count"),
        (lambda _: live.end("gone"), "gone"),
    ],
)
def test_a_bad_call_is_one_sentence(handle: str, call: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says) as wrong:
        call(handle)
    assert "\n" not in str(wrong.value)
    assert 10 < len(str(wrong.value)) < 200


def test_an_ended_coach_is_gone_and_too_many_are_refused() -> None:
    made = [live.begin(SQUAT, "both") for _ in range(live.MOST - len(live._sessions))]
    with pytest.raises(ValueError, match="end one first"):
        live.begin(SQUAT, "both")
    for one in made:
        live.end(one)
    with pytest.raises(ValueError, match="begin one first"):
        live.end(made[0])
    assert live.begin(SQUAT, "both") not in made
    live.end(list(live._sessions)[-1])
