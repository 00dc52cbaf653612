"""Every movement, every frame, both sides: nothing bends too far, floats, sinks, stretches or jumps."""

from functools import lru_cache

import pytest

from support.movements import movements, performance
from support.people import catalogue
from unbend.body.angles import ANGLES
from unbend.body.build import BUILDS
from unbend.body.check import faults, faults_of
from unbend.body.frame import Frame
from unbend.body.mirror import other_side

A_SECOND = 12.0
EXERCISES = sorted(movements())


@pytest.fixture(scope="module", params=EXERCISES)
def exercise(request: pytest.FixtureRequest) -> str:
    """Each in turn with all that is asked of it, so that its frames are settled once."""
    return str(request.param)


@lru_cache(maxsize=1)
def frames_of(exercise: str, person: str | None = None) -> tuple[list[Frame], float]:
    """A round frame by frame, the last as the first, and the seconds between them."""
    performed = performance(exercise, person)
    count = max(4, round(performed.seconds * A_SECOND))
    return [performed.at(performed.seconds * i / count) for i in range(count + 1)], performed.seconds / count


def test_every_exercise_has_its_movement() -> None:
    assert set(EXERCISES) == set(catalogue().exercises)


def test_every_frame_is_sound_on_both_sides(exercise: str) -> None:
    frames, seconds = frames_of(exercise)
    performed = performance(exercise)
    assert list(faults(performed, frames=frames, seconds=seconds)) == []
    mirrored = [other_side(frame) for frame in frames]
    assert list(faults_of(mirrored, seconds=seconds)) == []


def test_a_round_ends_as_it_began(exercise: str) -> None:
    performed = performance(exercise)
    first, last = performed.at(0.0), performed.at(performed.seconds)
    assert last.angles == pytest.approx(first.angles, abs=0.5)


def test_a_movement_never_shows_its_own_faults_and_is_at_least_twice_as_slow_as_too_quick(exercise: str) -> None:
    performed = performance(exercise)
    targets = {key.key.name: key.posture.angles for key in performed.keys}
    frames, _ = frames_of(exercise)
    for fault in performed.movement.faults:
        if fault.quicker_than is not None:
            repetition = performed.seconds / (2 if performed.movement.alternates else 1)
            assert repetition >= 2 * fault.quicker_than, fault.id
        elif fault.pose is not None:
            assert not fault.shown_by(targets[fault.pose]), fault.id
        else:
            assert not any(fault.shown_by(frame.angles) for frame in frames), fault.id


def test_what_is_counted_moves_enough_to_be_counted(exercise: str) -> None:
    performed = performance(exercise)
    count = performed.movement.count
    if count is None:
        return
    values = [frame.angles[count.angle] for frame in frames_of(exercise)[0]]
    if not count.hold:
        assert max(values) - min(values) > 2 * count.tolerance, ANGLES[count.angle].full_name


def test_a_movement_keeps_the_tempo_of_its_exercise(exercise: str) -> None:
    tempo = catalogue().exercises[exercise].tempo_seconds
    performed = performance(exercise)
    moving = sum(leg.end - leg.start for leg in performed.legs if leg.here != leg.there)
    if performed.movement.alternates and tempo is not None and moving > tempo * 1.5:
        moving /= 2  # a repetition is one side of it
    if tempo is not None:
        assert tempo / 1.5 <= moving <= tempo * 1.5


@pytest.mark.parametrize("person", BUILDS)
@pytest.mark.parametrize("exercise", ["glute-bridge", "sit-to-stand", "cat-cow", "side-lying-leg-raise", "brisk-walk"])
def test_people_of_every_build_can_do_it(exercise: str, person: str) -> None:
    frames, seconds = frames_of(exercise, person)
    assert list(faults(performance(exercise, person), frames=frames, seconds=seconds)) == []
