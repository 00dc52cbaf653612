"""What the browser is sent for the camera coach is all there, is ours, and bears a hash in its name."""

import json
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tools import assets, coach

HASHED = re.compile(r"^[\w.-]+-[\w-]{8,}(\.\w+|/[\w.-]+)$")
NAMES = {
    "coach-pose.js", "coach-pose-worker.js", "coach-python.js", "coach-python-worker.js", "pose-full.task",
    "pose-lite.task", "vision.js", "vision.wasm", "pyodide.mjs", "unbend.zip",
}  # fmt: skip


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    """The names of the built files."""
    assets.build()
    return {name: one["file"] for name, one in json.loads((assets.BUILT / "manifest.json").read_text()).items()}


def test_all_parts_of_the_coach_are_in_the_manifest_under_names_that_bear_a_hash(built: dict[str, str]) -> None:
    assert NAMES - built.keys() == set()
    for name in NAMES:
        assert HASHED.match(built[name]), name
        assert (assets.BUILT / built[name]).is_file(), name


def test_the_parts_of_pyodide_lie_together_under_their_own_names(built: dict[str, str]) -> None:
    there = {path.name for path in (assets.BUILT / built["pyodide.mjs"]).parent.iterdir() if path.suffix != ".gz"}
    assert there == {*coach.PYODIDE_PARTS, coach.LOCK}
    lock = json.loads((assets.BUILT / built["pyodide.mjs"]).with_name(coach.LOCK).read_text())
    assert lock["packages"] == {}, "nothing may be fetched from elsewhere"


def test_no_page_is_made_to_keep_the_coachs_files_for_use_without_a_network(built: dict[str, str]) -> None:
    worker = (assets.BUILT / "service-worker.js").read_text()
    shell = re.search(r"addAll\(\[(.*?)\]", worker)
    later = re.search(r"later:\[(.*?)\]", worker)
    assert shell is not None
    assert later is not None
    for name in NAMES:
        assert built[name] not in shell[1], name
        assert built[name] in later[1], name
    assert built["player.js"] in shell[1]


def test_the_large_programs_have_packed_twins(built: dict[str, str]) -> None:
    for name in ("vision.wasm", "vision.js", "unbend.zip", "pyodide.mjs"):
        path = assets.BUILT / built[name]
        assert path.with_name(f"{path.name}.gz").stat().st_size < 0.5 * path.stat().st_size, name


def test_the_browsers_zip_holds_our_sources_and_nothing_else_and_comes_out_the_same() -> None:
    with zipfile.ZipFile(BytesIO(coach.packages())) as zipped:
        names = zipped.namelist()
    allowed = re.compile(r"^unbend/(__init__|(body|motion)/.+)\.py$")
    assert [name for name in names if not allowed.match(name)] == []
    assert {"unbend/__init__.py", "unbend/body/angles.py", "unbend/motion/live.py"} <= set(names)
    assert coach.packages() == coach.packages()


def test_the_zip_needs_nothing_but_the_standard_library(tmp_path: Path) -> None:
    (tmp_path / "packages.zip").write_bytes(coach.packages())
    with zipfile.ZipFile(tmp_path / "packages.zip") as zipped:
        names = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in zipped.namelist()]
    program = (
        "import sys, importlib; sys.path.insert(0, sys.argv[1]); [importlib.import_module(n) for n in sys.argv[2:]]"
    )
    command = [sys.executable, "-I", "-S", "-c", program, str(tmp_path / "packages.zip"), *names]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_decides_what_is_built_counts_when_it_is_asked_whether_the_build_is_current() -> None:
    deciding = {path.relative_to(assets.ROOT).as_posix() for path in assets.sources()}
    wanted = {
        "src/unbend/body/angles.py", "src/unbend/motion/live.py", "tools/pose_model.py", "tools/flatbuffer.py",
        "tools/coach.py", "frontend/package-lock.json", "frontend/src/coach/pose.ts",
    }  # fmt: skip
    assert wanted <= deciding


def test_a_part_that_is_missing_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coach, "VISION", tmp_path)
    with pytest.raises(coach.NotThere, match=r"vision_wasm_module_internal\.js is missing: `npm ci` in frontend/"):
        coach.put(tmp_path)


def test_a_fresh_clone_has_no_folder_yet_and_gets_the_same_files(
    built: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, folder = assets.BUILT, tmp_path / "static" / "built"
    monkeypatch.setattr(assets, "BUILT", folder)
    assert assets.build()
    assert not assets.build(), "the second time there is nothing to do"
    assert [path.name for path in folder.parent.iterdir()] == ["built"]
    for name in NAMES & built.keys():
        assert (folder / built[name]).read_bytes() == (there / built[name]).read_bytes(), name
