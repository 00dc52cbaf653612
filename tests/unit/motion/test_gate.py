"""Whether it is this exercise: the gate follows what lasts and not what flickers; the distance is of the posture."""

from dataclasses import replace
from math import cos, pi, sin

import pytest

from support.coaching import frames_of, recorded
from support.references import reference
from unbend.motion.analysis import analyse
from unbend.motion.gate import CLOSED, FAR, NEAR, NOBODY, OTHER, SEEN, Gate, distance, is_lopsided, nearest, pass_gate
from unbend.motion.lane import Plan, plan_of
from unbend.motion.ledger import EMPTY, FAR_AWAY, KEPT, entered
from unbend.motion.measures import MEASURE, Reading
from unbend.motion.pose import Landmark, PoseFrame


def passed(found: list[str], *, step: float = 0.1) -> list[str]:
    gate, seen = CLOSED, []
    for i, code in enumerate(found):
        gate = pass_gate(gate, code, i * step)
        seen.append(gate.seen)
    return seen


def plan(exercise: str = "squat-full") -> Plan:
    return plan_of(reference(exercise), None)


def readings(of: Plan, pose: int) -> tuple[Reading, ...]:
    return tuple((value, 0.98) for value in of.reference.keys[pose].values)


def test_what_is_found_first_is_taken_at_once() -> None:
    assert passed([SEEN]) == [SEEN]
    assert passed([OTHER]) == [OTHER]


def test_a_moment_of_something_else_changes_nothing() -> None:
    assert set(passed([SEEN] * 5 + [OTHER] * 5 + [SEEN] * 5)) == {SEEN}
    assert passed([SEEN] * 5 + [OTHER] * 12)[-1] == OTHER


def test_one_reason_after_another_is_still_a_reason_to_close() -> None:
    assert passed([SEEN] * 3 + [NOBODY, OTHER] * 8)[-1] in {NOBODY, OTHER}


def test_opening_again_needs_a_while_too() -> None:
    seen = passed([OTHER] * 3 + [SEEN] * 6)
    assert seen[3:5] == [OTHER, OTHER]
    assert seen[-1] == SEEN


def test_a_model_that_loses_every_second_frame_still_sees_somebody() -> None:
    assert passed([NOBODY] + [SEEN, NOBODY] * 10)[-1] == SEEN
    assert passed([NOBODY] + [SEEN] + [NOBODY] * 10 + [SEEN])[-1] == NOBODY


def test_only_what_is_counted_gone_to_the_end_is_not_the_exercise() -> None:
    press = plan("single-leg-press-lying")
    counted = press.counted
    assert counted is not None
    start, target = readings(press, 0), readings(press, 1)
    alone = tuple(target[i] if i == counted else reading for i, reading in enumerate(start))
    found, whole = distance(press, alone), distance(press, target)
    assert found is not None
    assert whole is not None
    assert whole[0] < NEAR < found[0]


def test_each_key_pose_is_on_the_path_and_lying_down_is_not() -> None:
    squat = plan()
    for pose in range(len(squat.reference.keys)):
        found = distance(squat, readings(squat, pose))
        assert found is not None
        assert found[0] < NEAR / 4
    lying = list(readings(squat, 0))
    for name in ("trunk tilt", "right thigh tilt", "right shank tilt"):
        lying[squat.reference.measures.index(MEASURE[name])] = (90.0, 0.98)
    found = distance(squat, lying)
    assert found is not None
    assert found[0] > FAR


def test_looking_near_where_it_was_finds_the_same() -> None:
    squat = plan()
    for pose in range(len(squat.reference.keys)):
        whole = distance(squat, readings(squat, pose))
        assert whole is not None
        for around in range(len(squat.stations)):
            near = distance(squat, readings(squat, pose), around=around)
            assert near is not None
            assert near[0] <= max(whole[0], 0.5)


def test_what_is_hardly_seen_says_little_and_nothing_says_nothing() -> None:
    squat = plan()
    off = [(value + 40.0 if value is not None else None, 0.98) for value, _ in readings(squat, 0)]
    sure, guessed = distance(squat, off), distance(squat, [(value, 0.2) for value, _ in off])
    assert sure is not None
    assert guessed is not None
    assert guessed[0] < sure[0]
    assert distance(squat, [(None, 0.0)] * len(off)) is None
    assert nearest(squat, squat.stations, [(None, 0.0)] * len(off)) is None


def test_arms_are_held_as_one_likes_in_an_exercise_of_the_legs() -> None:
    squat = plan()
    crossed = list(readings(squat, 0))
    for name in ("right elbow flexion", "left elbow flexion"):
        crossed[squat.reference.measures.index(MEASURE[name])] = (120.0, 0.98)
    assert distance(squat, crossed) == pytest.approx(distance(squat, readings(squat, 0)))


def test_further_than_asked_is_still_the_exercise() -> None:
    mini = plan("mini-squat")
    start, target = (readings(mini, pose) for pose in (0, 1))
    deeper = [
        (b[0] + 0.7 * (b[0] - a[0]) if a[0] is not None and b[0] is not None else None, 0.98)
        for a, b in zip(start, target, strict=True)
    ]
    found = distance(mini, deeper)
    assert found is not None
    assert found[0] < NEAR


def test_the_ledger_knows_how_much_was_off_and_how_far() -> None:
    ledger = EMPTY
    for i in range(100):
        ledger = entered(ledger, i * 0.1, (), off=i >= 50, away=0.2 if i < 50 else 2.0)
    assert ledger.off_share(0.0, 4.5) == 0.0
    assert ledger.off_share(5.3, 9.0) == 1.0
    assert ledger.off_share(2.5, 7.4) == pytest.approx(0.5, abs=0.06)
    assert ledger.away(0.0, 4.5) == pytest.approx(0.2)
    assert ledger.away(20.0, 21.0) == FAR_AWAY
    assert ledger.off_share(20.0, 21.0) == 1.0


def test_the_ledger_knows_for_how_long_somebody_was_seen() -> None:
    ledger = EMPTY
    for i in range(100):
        if not 20 <= i < 80:
            ledger = entered(ledger, i * 0.1, (), off=False, away=0.1)
    assert ledger.covered(0.0, 10.0) == pytest.approx(4.0, abs=0.5)
    assert ledger.covered(3.0, 7.0) == 0.0


def test_one_leg_that_does_something_else_is_not_an_exercise_of_both() -> None:
    squat = plan("mini-squat")
    bent = list(readings(squat, 0))
    assert not is_lopsided(squat, bent)
    bent[squat.reference.measures.index(MEASURE["right knee flexion"])] = (100.0, 0.9)
    assert is_lopsided(squat, bent)
    bent[squat.reference.measures.index(MEASURE["left knee flexion"])] = (5.0, 0.3)
    assert not is_lopsided(squat, bent), "a leg that is only guessed is not held against the other"
    assert not is_lopsided(plan("bird-dog"), list(readings(plan("bird-dog"), 1)))


def test_the_ledger_stays_small() -> None:
    ledger = EMPTY
    for i in range(10_000):
        ledger = entered(ledger, i * 0.3, (), off=False, away=None)
    assert len(ledger.past) <= KEPT


def test_the_gate_before_the_first_frame_has_seen_nobody() -> None:
    assert Gate().seen == NOBODY
    assert replace(CLOSED) == Gate()


def turning(frame: PoseFrame, seconds: float) -> PoseFrame:
    """The same body, turned about its upright axis once in six seconds."""
    angle = 2.0 * pi * seconds / 6.0
    assert frame.image is not None
    assert frame.world is not None
    middle = sum(x for x, _, _, _ in frame.image) / len(frame.image)

    def turned(x: float, y: float, z: float, visibility: float) -> Landmark:
        return (x * cos(angle) - z * sin(angle), y, x * sin(angle) + z * cos(angle), visibility)

    picture = [turned(x - middle, y, z, v) for x, y, z, v in frame.image]
    return PoseFrame(
        seconds,
        [(x + middle, y, z, v) for x, y, z, v in picture],
        [turned(*point) for point in frame.world],
        frame.width,
        frame.height,
    )


@pytest.mark.parametrize("exercise", ["sit-to-stand", "dead-bug"])
def test_who_turns_round_before_the_camera_and_does_nothing_else_is_not_counted(exercise: str) -> None:
    first = frames_of(recorded(exercise))[0]
    seen = analyse([turning(first, i / 20) for i in range(280)], reference(exercise))
    assert seen.state.count == 0
    assert {"turn-to-side", "turn-to-front"} & set(seen.gates)
