"""What counts in the browser is what was tested here: the same Python gives the same numbers in Pyodide.

Each file in in_browser/ is a check: `inputs()` gives JSON, made here, and `outputs(given)` is run here and there. What
`summaries` and `figures` give is held against the golden files besides.
"""

from pathlib import Path

import pytest
from tools import assets

from golden.in_browser.summaries import RATES
from golden.test_golden import stands_on_file
from golden.test_readme_figures import ROOT, SHOWN
from support.in_pyodide import Outcome, differences, here, in_pyodide

HERE = Path(__file__).parent
CHECKS = sorted((HERE / "in_browser").glob("*.py"))


@pytest.fixture(scope="session")
def there() -> Outcome:
    """All checks in one Pyodide: to start it takes seconds."""
    assets.build()
    return in_pyodide(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_the_browsers_python_gives_the_same_as_this_one(check: Path, there: Outcome) -> None:
    found = here(check)
    assert found, "a check that gives nothing checks nothing"
    assert list(differences(found, there.outputs[check.stem])) == []


@pytest.mark.parametrize("exercise", RATES)
def test_the_browsers_python_sees_what_stands_on_file(exercise: str, there: Outcome) -> None:
    assert there.platform == "emscripten"
    stands_on_file(HERE / "motion" / f"{exercise}.json", there.outputs["summaries"][exercise]["told"])


@pytest.mark.parametrize(("file", "exercise"), [shown[1:] for shown in SHOWN])
def test_the_browsers_python_draws_what_the_readme_shows(file: str, exercise: str, there: Outcome) -> None:
    stands_on_file(ROOT / file, there.outputs["figures"][exercise])


def test_a_difference_of_a_millionth_would_be_seen() -> None:
    one = {"a": [1.0, 2, None], "b": "c"}
    assert list(differences(one, {"a": [1.0 + 1e-12, 2.0, None], "b": "c"})) == []
    assert len(list(differences(one, {"a": [1.0 + 1e-6, 2, None], "b": "c"}))) == 1
    assert len(list(differences(one, {"a": [1.0, 2], "b": "d"}))) == 2
    assert len(list(differences({"a": 0}, {"a": False}))) == 1
