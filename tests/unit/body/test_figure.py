"""The pictures: well-formed, self-contained, inside their box, small, and smooth when they move."""

import gzip
import re
from math import cos, pi, radians
from xml.etree import ElementTree

import pytest

from unbend.body.angles import ANGLES, angles_of
from unbend.body.build import BUILDS, SLENDER, Build
from unbend.body.figure.animate import animate
from unbend.body.figure.draw import bounds, draw
from unbend.body.figure.ink import CLASSES, PRINT, SCREEN, STYLESHEET, Ink
from unbend.body.figure.shape import UNITS, Kind, Outline, path
from unbend.body.figure.view import VIEWS, View
from unbend.body.frame import Frame, Load, Push, Strand
from unbend.body.prop import SIZES, Carried, Prop, Thing
from unbend.body.skeleton import place
from unbend.body.vector import Vector, about

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+")
POSES: dict[str, tuple[float, dict[str, float]]] = {
    "standing": (0, {}),
    "squat": (35, {"hip flexion": 110, "knee flexion": 120, "ankle dorsiflexion": 25, "shoulder flexion": 90}),
    "all fours": (90, {"hip flexion": 90, "knee flexion": 90, "shoulder flexion": 90, "wrist flexion": -80}),
    "supine": (-90, {"hip flexion": 45, "knee flexion": 90}),
    "rounded": (60, {"lumbar flexion": 60, "thoracic flexion": 50, "neck flexion": 60, "finger flexion": 90}),
    "arched": (90, {"lumbar flexion": -45, "thoracic flexion": -35, "neck flexion": -60}),
}
MUSCLES = ("gluteus-maximus", "erector-spinae", "deep-abdominals", "quadriceps", "neck", "pelvic-floor")


def frame(pose: str = "standing", *, build: Build = SLENDER, share: float = 1.0, push: bool = False) -> Frame:
    pitch, told = POSES[pose]
    angles = [0.0] * len(ANGLES)
    for name, degrees in told.items():
        for i in angles_of(name):
            angles[i] = degrees * share
    turned = about((0.0, 0.0, 1.0), radians(-pitch * share))
    placed = place(build, (0.0, 0.9, 0.0), turned, [radians(a) for a in angles])
    pushes = (Push((0.2, 1.0, 0.0), (1.0, 0.0, 0.0)),) if push else ()
    return Frame(build, placed, tuple(angles), share, pushes=pushes)


def furnished() -> Frame:
    bare = frame("squat")
    props = tuple(Prop(thing, (0.3 * i - 1.5, 0.0, 0.2), 20.0 * i, SIZES[thing], thing.value)
                  for i, thing in enumerate(Thing))  # fmt: skip
    strands = tuple(Strand(thing, ((0.0, 1.0, 0.0), (0.5, 1.2, 0.3), (0.9, 1.0, 0.0))) for thing in Carried)
    loads = tuple(Load(thing, (0.3, 0.7, 0.3), (1.0, 0.0, 0.0)) for thing in Carried)
    return Frame(bare.build, bare.placed, bare.angles, props=props, strands=strands, loads=loads)


def picture(shown: Frame, *, view: str = "side", ink: Ink = SCREEN, trail: tuple[Vector, ...] = ()) -> str:
    return draw(shown, view=VIEWS[view], ink=ink, title="A & B", description="C < D", worked=MUSCLES, trail=trail)


def animation(*, ink: Ink = SCREEN, pushing: bool = False) -> str:
    shares = [(1 - cos(2 * pi * i / 10)) / 2 for i in range(11)]
    frames = [frame("squat", share=share, push=pushing and share > 0.5) for share in shares]
    times = [i * 0.4 for i in range(11)]
    return animate(
        frames, times=times, seconds=4.0, view=VIEWS["side"], ink=ink, title="t", description="d", worked=MUSCLES
    )


@pytest.mark.parametrize("ink", [CLASSES, SCREEN, PRINT])
def test_a_picture_is_well_formed_has_words_and_no_style_attribute(ink: Ink) -> None:
    root = ElementTree.fromstring(picture(furnished(), ink=ink, trail=((0.0, 1.0, 0.0), (0.4, 1.3, 0.0))))
    assert root.get("role") == "img"
    assert [root[0].tag, root[0].text, root[1].tag, root[1].text] == [f"{SVG}title", "A & B", f"{SVG}desc", "C < D"]
    assert not any("style" in element.attrib or "id" in element.attrib for element in root.iter())


def test_the_stylesheet_colours_every_class_that_a_picture_uses() -> None:
    used = set(re.findall(r"uf-[\w-]+", picture(furnished(), ink=CLASSES) + animation(ink=CLASSES)))
    defined = set(re.findall(r"\.(uf-[\w-]+)\{", STYLESHEET))
    assert used <= defined


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_every_pose_stays_in_its_bounds(pose: str, view: str) -> None:
    for build in BUILDS.values():
        shown = frame(pose, build=build)
        left, top, right, bottom = bounds(shown, view=VIEWS[view])
        for origin in shown.placed.origins:
            x, y, _ = VIEWS[view].project(origin)
            assert left <= x <= right
            assert top <= y <= bottom
        assert 0.3 < right - left < 2.6
        assert 0.3 < bottom - top < 2.6


def test_a_picture_is_small() -> None:
    assert len(gzip.compress(picture(frame("squat")).encode())) < 4096
    assert len(gzip.compress(picture(furnished()).encode())) < 8192


def test_the_box_decides_what_is_seen_and_mirroring_turns_it_over() -> None:
    box = (-1.0, -2.0, 0.5, 0.5)

    def seen(*, mirrored: bool) -> str:
        whole = draw(frame(), view=VIEWS["side"], ink=SCREEN, title="", description="", box=box, mirrored=mirrored)
        return str(ElementTree.fromstring(whole).get("viewBox"))

    assert seen(mirrored=False) == f"{-1 * UNITS} {-2 * UNITS} {1.5 * UNITS:.0f} {2.5 * UNITS:.0f}"
    assert seen(mirrored=True) == f"{-0.5 * UNITS:.0f} {-2 * UNITS} {1.5 * UNITS:.0f} {2.5 * UNITS:.0f}"


@pytest.mark.parametrize("pushing", [False, True])
def test_every_stage_of_an_animated_path_has_the_same_commands(pushing: bool) -> None:
    root = ElementTree.fromstring(animation(pushing=pushing))
    loops = list(root.iter(f"{SVG}animate"))
    assert len(loops) > 20
    for loop in loops:
        stages = (loop.get("values") or "").split(";")
        shapes = {(len(NUMBER.findall(stage)), re.sub(r"[-\d ]", "", stage)) for stage in stages}
        assert len(shapes) == 1
        times = [float(time) for time in (loop.get("keyTimes") or "").split(";")]
        assert times == sorted(times)
        assert (times[0], times[-1], len(times)) == (0.0, 1.0, len(stages))


def test_an_animation_holds_a_still_picture_for_those_who_want_less_motion() -> None:
    root = ElementTree.fromstring(animation())
    groups = {group.get("class"): group for group in root.iter(f"{SVG}g")}
    assert set(groups) == {"moving", "still"}
    assert not list(groups["still"].iter(f"{SVG}animate"))
    assert "prefers-reduced-motion" in "".join(root.itertext())
    assert "prefers-reduced-motion" in STYLESHEET


def test_an_animation_is_small() -> None:
    assert len(animation(ink=CLASSES)) < 100_000
    assert len(gzip.compress(animation().encode())) < 20_000


def test_the_nearer_arm_is_painted_later() -> None:
    parts = picture(frame("squat", build=SLENDER))
    far = SCREEN.area("skin far")
    assert parts.index(far) < parts.rindex(SCREEN.area("skin"))


def test_a_standing_person_seen_from_the_right_faces_right() -> None:
    assert View(90, 0).project((1.0, 2.0, 3.0)) == pytest.approx((1.0, -2.0, 3.0))
    assert View(0, 0).project((1.0, 2.0, 3.0)) == pytest.approx((-3.0, -2.0, 1.0))
    assert View(90, 90).project((1.0, 2.0, 3.0)) == pytest.approx((1.0, 3.0, 2.0))


def test_a_round_path_comes_back_to_where_it_began() -> None:
    corners = tuple((0.1 * cos(i), 0.2 * cos(2 * i) + 0.0013 * i) for i in range(9))
    numbers = [int(n) for n in NUMBER.findall(path(Outline(Kind.ROUND, corners)))]
    steps = [numbers[4:6], *(numbers[i : i + 2] for i in range(6, len(numbers), 2))]
    assert [sum(step[k] for step in steps) for k in (0, 1)] == [0, 0]
