"""What the coach makes of ten exercises done before a made-up camera, whole, and what a person reads of one of them.
Rewritten like the other golden files."""

import json
from pathlib import Path

import pytest

from golden.test_golden import REWRITE
from support.coaching import looked_through, recorded
from support.command import run
from unbend.motion.report import report
from unbend.service.landmarks import as_npz

HERE = Path(__file__).parent / "motion"
EXERCISES = (
    "squat-full", "sit-to-stand", "glute-bridge", "bird-dog", "dead-bug", "side-plank", "hip-hinge", "knee-to-chest",
    "standing-leg-raise-side", "cat-cow",
)  # fmt: skip


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_coach_sees_what_stands_on_file(exercise: str) -> None:
    told = json.dumps(report(looked_through(exercise).state), indent=1) + "\n"
    file = HERE / f"{exercise}.json"
    if REWRITE:
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


def test_a_person_reads_what_stands_on_file(tmp_path: Path) -> None:
    recording = tmp_path / "knee.npz"
    recording.write_bytes(as_npz(recorded("knee-to-chest")))
    done = run("motion", "analyse", recording, "--exercise", "knee-to-chest")
    file = HERE / "knee-to-chest.txt"
    if REWRITE:
        file.write_text(done.stdout, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == file.read_text(encoding="utf-8")
