"""The skeleton: lengths, signs and mirror images of the joint angles."""

import re
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbend.body import angles
from unbend.body import build as build_module
from unbend.body.angles import ANGLES, INDEX, LIMB, MIRRORED, TRUNK, angles_of
from unbend.body.build import BUILDS, SLENDER, Build
from unbend.body.point import points
from unbend.body.posture import Posture, mirrored
from unbend.body.skeleton import LINK, LINK_NAMES, links, place
from unbend.body.vector import IDENTITY, Vector, length
from unbend.catalogue.load import load_catalogue

STANDING = Posture((0.0, 0.9, 0.0), IDENTITY, (0.0,) * len(ANGLES))

postures = st.tuples(*(st.floats(a.low, a.high) for a in ANGLES)).map(
    lambda angles: Posture((0.1, 0.9, 0.2), IDENTITY, angles)
)


def bent(name: str, degrees: float) -> Posture:
    angles = tuple(degrees if i in angles_of(name) else 0.0 for i in range(len(ANGLES)))
    return Posture(STANDING.at, IDENTITY, angles)


def moved(name: str, degrees: float, point: str) -> Vector:
    """How far a point goes forward, up and to the right when one joint bends."""
    at, before = (points(SLENDER)[point].of(p.placed(SLENDER)) for p in (bent(name, degrees), STANDING))
    return at[0] - before[0], at[1] - before[1], at[2] - before[2]


@given(postures)
def test_every_link_keeps_its_length_in_every_posture(posture: Posture) -> None:
    placed = posture.placed(SLENDER)
    for i, link in enumerate(links(SLENDER)[1:], start=1):
        assert dist(placed.origins[i], placed.origins[link.parent]) == pytest.approx(length(link.offset), abs=1e-9)


@given(postures)
def test_a_mirrored_posture_is_the_mirror_image(posture: Posture) -> None:
    here, there = posture.placed(SLENDER), mirrored(posture).placed(SLENDER)
    for i, name in enumerate(LINK_NAMES):
        twin = name.replace("right", "LEFT").replace("left", "right").replace("LEFT", "left")
        x, y, z = there.origins[LINK[twin]]
        assert (x, y, -z) == pytest.approx(here.origins[i], abs=1e-9)


@given(postures)
def test_mirroring_twice_changes_nothing(posture: Posture) -> None:
    assert mirrored(mirrored(posture)) == posture


@pytest.mark.parametrize(
    ("angle", "point", "axis", "sign"),
    [
        ("lumbar flexion", "head back", 0, 1),
        ("thoracic flexion", "head back", 0, 1),
        ("neck flexion", "forehead", 1, -1),
        ("lumbar side bend", "crown", 2, 1),
        ("lumbar rotation", "right shoulder", 0, -1),
        ("neck rotation", "forehead", 2, 1),
        ("shoulder flexion", "right grip", 0, 1),
        ("shoulder abduction", "right grip", 2, 1),
        ("shoulder abduction", "left grip", 2, -1),
        ("elbow flexion", "right grip", 0, 1),
        ("shoulder girdle elevation", "right shoulder", 1, 1),
        ("shoulder girdle protraction", "right shoulder", 0, 1),
        ("wrist flexion", "right fingertips", 2, -1),
        ("wrist flexion", "left fingertips", 2, 1),
        ("hip flexion", "right knee", 0, 1),
        ("hip abduction", "right heel", 2, 1),
        ("hip abduction", "left heel", 2, -1),
        ("hip rotation", "right ball", 2, -1),
        ("hip rotation", "left ball", 2, 1),
        ("knee flexion", "right heel", 0, -1),
        ("ankle dorsiflexion", "right ball", 1, 1),
        ("toe extension", "right toes", 1, 1),
    ],
)
def test_positive_angles_go_the_way_their_names_say(angle: str, point: str, axis: int, sign: int) -> None:
    assert moved(angle, 20.0, point)[axis] * sign > 0.005


def test_a_full_shoulder_flexion_points_the_arm_up() -> None:
    placed = bent("shoulder flexion", 180).placed(SLENDER)
    assert points(SLENDER)["right grip"].of(placed)[1] > placed.origins[LINK["head"]][1] + 0.2


@pytest.mark.parametrize("build", BUILDS.values(), ids=BUILDS)
def test_a_standing_body_is_as_tall_as_its_build_says(build: Build) -> None:
    placed = STANDING.placed(build)
    tall = points(build)["crown"].of(placed)[1] - points(build)["right heel"].of(placed)[1]
    assert tall == pytest.approx(build.height, abs=0.03)


def test_every_angle_has_a_range_round_standing_and_a_twin() -> None:
    assert all(angle.low <= 0 <= angle.high for angle in ANGLES)
    assert len(INDEX) == len(ANGLES) == len(TRUNK) + 2 * len(LIMB)
    assert all(MIRRORED[MIRRORED[i][0]][0] == i for i in range(len(ANGLES)))


def test_the_origin_carries_the_whole_body() -> None:
    here = place(SLENDER, (0.0, 0.9, 0.0), IDENTITY, (0.0,) * len(ANGLES))
    there = place(SLENDER, (1.0, 0.9, 0.5), IDENTITY, (0.0,) * len(ANGLES))
    for a, b in zip(here.origins, there.origins, strict=True):
        assert (b[0] - a[0], b[1] - a[1], b[2] - a[2]) == pytest.approx((1.0, 0.0, 0.5))


def test_every_source_of_a_length_or_range_is_in_the_catalogue() -> None:
    told = f"{angles.__doc__}{build_module.__doc__}"
    cited = re.findall(r"`([a-z]+[a-z-]*-[a-z0-9-]+)`", told)
    assert len(cited) > 10
    assert set(cited) <= set(load_catalogue().sources)
