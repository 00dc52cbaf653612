"""`unbend catalogue`, as it is typed."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from unbend.cli.catalogue import app
from unbend.record.errors import BadInput

SMALL = Path(__file__).parent.parent / "data" / "small-catalogue"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_lint_prints_each_fault_and_exits_1(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "data" / "needs.toml").write_text("[[need]]\n")
    result = run("lint", "--at", tmp_path)
    assert result.exit_code == 1
    assert "data/needs.toml:1: need 1.sources: missing\n" in result.stdout


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("glute-bridge", ["Bridge", "gluteus-maximus", "text/en/exercises/bridge.toml:", "apta-2021"]),
        ("pregnant", ["finding pregnant", "worrying"]),
        ("s0", ["source s0", "document"]),
    ],
)
def test_show_has_facts_words_and_places(name: str, expected: list[str]) -> None:
    result = run("show", name)
    assert result.exit_code == 0
    assert [piece for piece in expected if piece not in result.stdout] == []


def test_coverage_lists_missing_rows_and_exits_1(tmp_path: Path) -> None:
    file = tmp_path / "coverage.toml"
    file.write_text('[exercises]\n"s0.bridge" = "lift"\n"s0.plank" = "hold"\n')
    result = run("coverage", file, "--at", SMALL)
    assert (result.exit_code, result.stdout) == (1, "exercises: s0.plank: hold\n1 of 2 rows are covered.\n")


def test_schema_is_json() -> None:
    assert json.loads(run("schema", "exercises").stdout)["properties"].keys() == {"exercise", "ladder"}


BAD_INPUT = {
    "an id that nothing has": (("show", "glute-brigde"), "did you mean 'glute-bridge'?"),
    "a kind of file that is none": (("schema", "recipes"), "no such kind of file"),
    "a folder that is no catalogue": (("lint", "--at", "nowhere"), "no folder with a catalogue"),
    "a file that is not there": (("coverage", "nowhere.toml"), "No such file"),
    "a folder for a file": (("coverage", "."), "directory"),
    "no form to export": (("export",), "write --json"),
}


@pytest.mark.parametrize("kind", BAD_INPUT)
def test_bad_input_is_said_in_one_line(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    arguments, message = BAD_INPUT[kind]
    error = run(*arguments).exception
    assert isinstance(error, BadInput)
    assert message in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("content", [b"", b"\xff", b"= 3", b"[exercises]\nx = 1", b"[[exercises]]"])
def test_a_coverage_file_of_another_form_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "coverage.toml"
    file.write_bytes(content)
    assert isinstance(run("coverage", file, "--at", SMALL).exception, BadInput)
