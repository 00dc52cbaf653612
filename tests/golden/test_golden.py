"""The whole answer for the five people in examples/: what `check` and `plan` print, as JSON and as pages.

A difference is not a fault by itself, but somebody has to have read it: `UNBEND_REWRITE_GOLDEN=1 pytest tests/golden`
writes the files anew, and the change is then seen in the diff.
"""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json"))
REWRITE = os.environ.get("UNBEND_REWRITE_GOLDEN") == "1"
TODAY = "2026-03-02"

_SECONDS = re.compile(r'(?<="seconds": )\d+\.[\d.e-]+|\b\d+\.\d+(?= s\b)')
"""How long solving took on this machine, as JSON (where all other seconds are whole) and on the page."""

COMMANDS = {
    "check.json": ("check", "{findings}", "--json"),
    "check.txt": ("check", "{findings}"),
    "plan.json": ("plan", "{profile}", "--json", "--today", TODAY),
    "plan.txt": ("plan", "{profile}", "--explain", "--today", TODAY),
}


def test_there_are_five_examples() -> None:
    assert len(NAMES) == 5


@pytest.mark.parametrize("what", COMMANDS)
@pytest.mark.parametrize("name", NAMES)
def test_the_answer_is_the_one_on_file(name: str, what: str, tmp_path: Path) -> None:
    stands_on_file(HERE / name / what, printed(name, what, tmp_path))


def test_no_golden_file_is_left_of_an_example_that_is_gone() -> None:
    answers = (path for path in HERE.glob("*/*") if path.suffix in (".json", ".txt") and path.parent.name != "motion")
    kept = {path.relative_to(HERE).as_posix() for path in answers}
    assert kept == {f"{name}/{what}" for name in NAMES for what in COMMANDS}


def stands_on_file(file: Path, answer: str) -> None:
    """The answer is the one on file, where it is not to be written anew."""
    if REWRITE:
        file.parent.mkdir(exist_ok=True)
        file.write_text(answer, encoding="utf-8")
    assert file.exists(), f"there is no {file}: run UNBEND_REWRITE_GOLDEN=1 pytest tests/golden"
    assert answer.splitlines() == file.read_text(encoding="utf-8").splitlines()


def printed(name: str, what: str, folder: Path) -> str:
    """What the command prints, with the times of the machine left out."""
    profile = EXAMPLES / f"{name}.json"
    findings = folder / "findings.json"
    findings.write_text(json.dumps(json.loads(profile.read_text(encoding="utf-8"))["findings"]), encoding="utf-8")
    arguments = [part.format(findings=findings, profile=profile) for part in COMMANDS[what]]
    done = subprocess.run(
        [sys.executable, "-c", "from unbend.cli import main; main()", *arguments],
        capture_output=True,
        check=True,
        env={**environment(), "COLUMNS": "100", "PYTHONUTF8": "1"},
        timeout=60,
    )
    return _SECONDS.sub("0.0", done.stdout.decode("utf-8").replace("\r\n", "\n"))


@cache
def environment() -> dict[str, str]:
    """The machine's own, without what colours a page or makes it another width."""
    return {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "NO_COLOR", "TERM")}
