"""A settled posture rests where it must, changes as little as it may, and never sinks into anything."""

from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unbend.body.angles import ANGLES, INDEX
from unbend.body.build import BUILDS, SLENDER, Build
from unbend.body.check import stretched, sunk
from unbend.body.contact import Ground, Rest
from unbend.body.frame import Frame
from unbend.body.linear import solve
from unbend.body.point import points
from unbend.body.posture import Posture
from unbend.body.prop import SIZES, Prop, Thing, solids
from unbend.body.settle import settle
from unbend.body.surface import FLOOR, surfaces
from unbend.body.vector import IDENTITY

FEET = ("right heel", "right ball", "left heel", "left ball")
CHAIR = Prop(Thing.CHAIR, (0.0, 0.0, 0.0), 0.0, SIZES[Thing.CHAIR], "chair")


def bent(**degrees: float) -> Posture:
    angles = [0.0] * len(ANGLES)
    for name, value in degrees.items():
        for side in ("right", "left"):
            angles[INDEX[f"{side} {name.replace('_', ' ')}"]] = value
    return Posture((0.0, 0.8, 0.0), IDENTITY, tuple(angles))


def on_the_floor(build: Build) -> Ground:
    return Ground(tuple(Rest(points(build)[name], FLOOR) for name in FEET))


@settings(max_examples=60, deadline=None)
@given(
    knee=st.floats(0, 110),
    more_hip=st.floats(-15, 15),
    ankle=st.floats(-10, 30),
    build=st.sampled_from(list(BUILDS.values())),
)
def test_feet_come_to_the_floor_from_any_squat(knee: float, more_hip: float, ankle: float, build: Build) -> None:
    wish = bent(knee_flexion=knee, hip_flexion=0.8 * knee + more_hip, ankle_dorsiflexion=ankle)
    settled = settle(wish, on_the_floor(build), build)
    placed = settled.placed(build)
    assert max(abs(points(build)[name].of(placed)[1]) for name in FEET) < 0.01
    for angle, value in zip(ANGLES, settled.angles, strict=True):
        assert angle.low - 0.01 <= value <= angle.high + 0.01
    frame = Frame(build, placed, settled.angles)
    assert list(stretched(frame)) == []
    assert list(sunk(frame)) == []


def test_what_rests_already_is_left_as_it_is() -> None:
    ground = on_the_floor(SLENDER)
    once = settle(bent(), ground, SLENDER)
    again = settle(once, ground, SLENDER)
    assert again.at == pytest.approx(once.at, abs=0.002)
    assert again.angles == pytest.approx(once.angles, abs=0.5)


def test_a_planted_foot_stays_where_it_is_while_the_knees_bend() -> None:
    standing = settle(bent(), on_the_floor(SLENDER), SLENDER)
    before = standing.placed(SLENDER)
    planted = Ground(
        tuple(Rest(points(SLENDER)[name], FLOOR, points(SLENDER)[name].of(before)) for name in FEET),
        told=frozenset({INDEX["right knee flexion"], INDEX["left knee flexion"]}),
    )
    wish = Posture(standing.at, standing.rotation, bent(knee_flexion=60, hip_flexion=50, ankle_dorsiflexion=25).angles)
    settled = settle(wish, planted, SLENDER)
    after = settled.placed(SLENDER)
    assert all(dist(points(SLENDER)[n].of(before), points(SLENDER)[n].of(after)) < 0.005 for n in FEET)
    assert settled.at[1] < standing.at[1] - 0.05
    assert settled.angles[INDEX["right knee flexion"]] == pytest.approx(60, abs=10)


def test_settling_is_the_same_on_both_sides() -> None:
    settled = settle(bent(knee_flexion=70, hip_flexion=60), on_the_floor(SLENDER), SLENDER)
    for name in ("hip flexion", "knee flexion", "ankle dorsiflexion", "hip abduction"):
        assert settled.angles[INDEX[f"right {name}"]] == pytest.approx(settled.angles[INDEX[f"left {name}"]], abs=0.5)


def test_a_body_does_not_sink_into_a_chair() -> None:
    sitting = bent(hip_flexion=90, knee_flexion=85)
    low = Posture((-0.03, 0.44, 0.0), IDENTITY, sitting.angles)
    seat = surfaces((CHAIR,))["chair"]
    rests = (*on_the_floor(SLENDER).rests, *(Rest(points(SLENDER)[f"{s} sit bone"], seat) for s in ("right", "left")))
    settled = settle(low, Ground(rests, solids(CHAIR)), SLENDER)
    frame = Frame(SLENDER, settled.placed(SLENDER), settled.angles, props=(CHAIR,))
    assert list(sunk(frame)) == []


def test_what_cannot_be_reached_is_come_near_to_and_nothing_breaks() -> None:
    far = Rest(points(SLENDER)["right grip"], FLOOR, (5.0, 5.0, 5.0))
    settled = settle(bent(), Ground((*on_the_floor(SLENDER).rests, far)), SLENDER)
    assert all(a.low - 0.01 <= v <= a.high + 0.01 for a, v in zip(ANGLES, settled.angles, strict=True))


@given(st.lists(st.lists(st.floats(-3, 3), min_size=4, max_size=4), min_size=3, max_size=3))
def test_the_solver_solves(rows: list[list[float]]) -> None:
    matrix = [
        [sum(a * b for a, b in zip(r, s, strict=True)) + (1.0 if i == j else 0.0) for j, s in enumerate(rows)]
        for i, r in enumerate(rows)
    ]
    found = solve(matrix, [1.0, -2.0, 0.5])
    back = [sum(m * x for m, x in zip(row, found, strict=True)) for row in matrix]
    assert back == pytest.approx([1.0, -2.0, 0.5], abs=2e-3)
