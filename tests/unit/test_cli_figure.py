"""`unbend figure` and `unbend plan --html` as they are typed."""

import json
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from support.command import DESK, TODAY, run

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*arguments: object) -> ET.Element:
    done = run("figure", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return ET.fromstring(done.stdout)


def test_a_figure_is_an_svg_with_title_and_description() -> None:
    picture = drawn("glute-bridge")
    assert picture.tag == f"{SVG}svg"
    assert picture.findtext(f"{SVG}title") == "Bridge"
    assert len(picture.findtext(f"{SVG}desc") or "") > 20


def test_start_and_end_are_different_pictures_of_one_size() -> None:
    start, middle, end = (drawn("glute-bridge", "--at", at) for at in (0, 0.5, 1))
    assert start.get("viewBox") == middle.get("viewBox") == end.get("viewBox")
    assert len({ET.tostring(picture) for picture in (start, middle, end)}) == 3


def test_a_standalone_figure_needs_no_stylesheet(tmp_path: Path) -> None:
    file = tmp_path / "bridge.svg"
    assert run("figure", "glute-bridge", "--out", file).returncode == 0
    text = file.read_text()
    assert "style=" not in text
    paths = ET.fromstring(text).findall(f"{SVG}path")
    assert paths
    assert all(path.get("fill") and path.get("class") is None for path in paths)


def test_the_other_side_is_the_mirror_image() -> None:
    right, left = drawn("side-plank"), drawn("side-plank", "--side", "left")
    x, _, width, _ = (float(v) for v in (right.get("viewBox") or "").split())
    mirrored, _, same_width, _ = (float(v) for v in (left.get("viewBox") or "").split())
    assert (mirrored, same_width) == pytest.approx((-(x + width), width), abs=1)
    assert ET.tostring(right) != ET.tostring(left)


def test_everybody_asked_for_is_drawn_differently() -> None:
    assert len({ET.tostring(drawn("sit-to-stand", "--person", p)) for p in ("slender", "sturdy", "pregnant")}) == 3


def test_what_works_is_tinted_only_when_asked() -> None:
    assert ET.tostring(drawn("glute-bridge")) != ET.tostring(drawn("glute-bridge", "--worked"))


def test_an_animation_moves() -> None:
    assert drawn("glute-bridge", "--animated").findall(f".//{SVG}animate")


def test_landmarks_come_with_the_truth(tmp_path: Path) -> None:
    file = tmp_path / "squat.json"
    done = run(
        "figure", "mini-squat", "--landmarks", file, "--reps", 5, "--noise", 0.01, "--view", "front", "--fps", 30
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    told = json.loads(file.read_text())
    assert len(told["repetitions"]) == 5
    assert told["view"] == "front"
    assert len(told["world"][0]) == 33
    assert told["t"][30] == pytest.approx(1.0)


def test_landmarks_may_be_arrays(tmp_path: Path) -> None:
    file = tmp_path / "squat.npz"
    assert run("figure", "mini-squat", "--landmarks", file, "--reps", 1).returncode == 0
    with zipfile.ZipFile(file) as archive:
        assert {"t.npy", "image.npy", "world.npy", "repetitions.npy"} <= set(archive.namelist())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "EXERCISE: is missing; name an exercise, or ask for --sheet FILE.html"),
        (("glute-brige",), 'EXERCISE: "glute-brige" is not known; did you mean "glute-bridge"?'),
        (("nonsense",), 'EXERCISE: "nonsense" is not known; `unbend catalogue list` names them all'),
        (("glute-bridge", "--at", "2"), "--at: 2 is out of range; write a number from 0 to 1"),
        (("glute-bridge", "--at", "up"), '--at: "up" is not a number; write a number from 0 to 1'),
        (("glute-bridge", "--at", "nan"), "--at: nan is not a number; write a number from 0 to 1"),
        (("glute-bridge", "--side", "both"), '--side: "both" is not allowed; write "right" or "left"'),
        (("glute-bridge", "--ink", "red"), '--ink: "red" is not allowed; write "screen" or "print"'),
        (
            ("glute-bridge", "--person", "giant"),
            '--person: "giant" is not allowed; write "slender", "sturdy" or "pregnant"',
        ),
        (
            ("glute-bridge", "--view", "below"),
            '--view: "below" is not allowed; write "side", "front", "back", "above" or "three-quarter"',
        ),
        (("glute-bridge", "--reps", "0"), "--reps: 0 is out of range; write a whole number from 1 to 100"),
        (("--sheet", "s.html", "--out", "a.svg"), "--out: needs an exercise; name one, such as glute-bridge"),
        (
            ("glute-bridge", "--out", "no-such-folder/a.svg"),
            "no-such-folder/a.svg: there is no such folder; name a file that can be written",
        ),
    ],
)
def test_bad_input_is_told_in_one_line(arguments: tuple[str, ...], message: str) -> None:
    done = run("figure", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"unbend: {message}\n"


def test_the_week_is_written_as_a_page(tmp_path: Path) -> None:
    file = tmp_path / "week.html"
    done = run("plan", DESK, *TODAY, "--html", file)
    assert done.returncode == 0
    text = file.read_text()
    assert text.startswith("<!doctype html>")
    assert text.count("<svg") >= 6
    assert "style=" not in text
    assert "Get help now" in text


def test_without_a_plan_the_page_says_what_to_do_instead(tmp_path: Path) -> None:
    person, file = tmp_path / "me.json", tmp_path / "week.html"
    person.write_text('{"findings": {"saddle-numbness": "yes"}}')
    assert run("plan", person, *TODAY, "--html", file).returncode == 0
    text = file.read_text()
    assert "Please get emergency help now." in text
    assert "<svg" not in text


def test_a_page_that_cannot_be_written_is_told_before_anything_is_planned(tmp_path: Path) -> None:
    done = run("plan", DESK, *TODAY, "--html", tmp_path / "nowhere" / "week.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no such folder" in done.stderr
