"""What the coach makes of eleven exercises done before a made-up camera, whole, and what a person reads of one of them.
Rewritten like the other golden files; what stands on file is held against the browser's Python in test_in_browser.py.
"""

from pathlib import Path

import pytest

from golden.in_browser.summaries import RATES, told
from golden.test_golden import stands_on_file
from support.coaching import frames_of, recorded
from support.command import run
from support.references import reference
from unbend.motion.analysis import analyse
from unbend.motion.reference_json import as_json, reference_from
from unbend.service.landmarks import as_npz

HERE = Path(__file__).parent / "motion"


def test_every_golden_file_is_of_an_exercise_that_is_looked_at() -> None:
    assert {file.stem for file in HERE.glob("*.json")} == set(RATES)


@pytest.mark.parametrize("exercise", RATES)
def test_the_coach_sees_what_stands_on_file(exercise: str) -> None:
    # A browser is sent the reference as JSON, with fewer digits.
    sent = reference_from(as_json(reference(exercise)))
    stands_on_file(
        HERE / f"{exercise}.json", told(analyse(frames_of(recorded(exercise, rate=RATES[exercise])), sent).state)
    )


def test_a_person_reads_what_stands_on_file(tmp_path: Path) -> None:
    recording = tmp_path / "knee.npz"
    recording.write_bytes(as_npz(recorded("knee-to-chest")))
    done = run("motion", "analyse", recording, "--exercise", "knee-to-chest")
    assert (done.returncode, done.stderr) == (0, "")
    stands_on_file(HERE / "knee-to-chest.txt", done.stdout)
