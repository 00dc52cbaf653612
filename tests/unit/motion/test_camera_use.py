"""What each exercise says of the camera holds before a made-up camera: it counts what it sees move, far above what a
pose model trembles, and accuses nobody of what it cannot see."""

import random
from functools import cache
from statistics import fmean, pstdev

import pytest

from support.movements import movements, performance
from unbend.body.camera import camera
from unbend.motion.measures import MEASURES, Reading, Unit, measured
from unbend.motion.played import Played, play
from unbend.motion.pose import PoseFrame
from unbend.motion.reference import Reference
from unbend.motion.reference_of import reference_of

COUNTED = sorted(exercise for exercise, movement in movements().items() if movement.camera.counts is not None)
FAULTY = sorted(
    exercise for exercise in COUNTED if any(fault.angle is not None for fault in movements()[exercise].faults)
)
TREMBLE = 0.01  # metres; what BlazePose shows from frame to frame of somebody who keeps still, and more
TIMES_THE_TREMBLE = 3.0
# What may be read 5 to 10 degrees wrong must cover more than that to say anything.
COVERS = {Unit.DEGREES: 12.0, Unit.TRUNKS: 0.15}
SEEN = 0.5


@cache
def reference(exercise: str) -> Reference:
    return reference_of(performance(exercise), view=movements()[exercise].camera.view)


@cache
def played(exercise: str) -> Played:
    return play(performance(exercise), movements()[exercise].camera.view)


def looks(exercise: str, measure: int, at: int) -> list[Reading]:
    """What a camera that trembles reads of one key pose, a dozen times."""
    one, chance = played(exercise), random.Random(7)
    lens = camera(one.bodies, view=movements()[exercise].camera.view)
    found: list[Reading] = []
    for _ in range(12):
        seen = lens.sees(one.bodies[at], noise=TREMBLE, chance=chance)
        frame = PoseFrame(0.0, seen.image, seen.world, lens.width, lens.height)
        found += measured(frame, (measure,), source=one.sources[measure])
    return found


def known(readings: list[Reading]) -> list[float]:
    return [value for value, _ in readings if value is not None]


@pytest.mark.parametrize("exercise", COUNTED)
def test_what_is_counted_goes_far_beyond_the_tremble(exercise: str) -> None:
    counted = reference(exercise).counted
    assert counted is not None
    covered = abs(counted.target - counted.start)
    assert covered >= COVERS[MEASURES[counted.measure].unit]
    tremble = fmean(pstdev(known(looks(exercise, counted.measure, at))) for at in (0, played(exercise).target))
    assert covered >= TIMES_THE_TREMBLE * tremble, f"{covered:.3g} of {tremble:.3g}"


@pytest.mark.parametrize("exercise", FAULTY)
def test_a_fault_is_measured_on_what_the_camera_sees(exercise: str) -> None:
    movement, seen = movements()[exercise], {fault.id: fault for fault in reference(exercise).faults}
    for fault in movement.faults:
        measure = seen[fault.id].measure
        if measure is None:
            continue
        names = [pose.name for pose in movement.poses]
        poses = [names.index(fault.pose)] if fault.pose else range(len(names))
        sure = max(fmean(c for _, c in looks(exercise, m, at)) for at in poses for m in _either_half(exercise, measure))
        assert sure >= SEEN, f"{fault.id}: {MEASURES[measure].full_name}"


def _either_half(exercise: str, measure: int) -> tuple[int, ...]:
    """Where the sides take turns, what is far in one half is near in the other."""
    name = MEASURES[measure].full_name
    if not movements()[exercise].alternates or MEASURES[measure].side is None:
        return (measure,)
    other = name.replace("left", "right") if name.startswith("left") else name.replace("right", "left")
    return measure, next(i for i, m in enumerate(MEASURES) if m.full_name == other)
