"""A look at the pages' files: whether they were built, and whether all of them are there."""

import json
from pathlib import Path

import pytest

from unbend.service.backup import Database
from unbend.settings import doctor
from unbend.settings.environment import Environment


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of built files, which is still to be filled."""
    monkeypatch.setattr(doctor, "MANIFEST", tmp_path / "manifest.json")
    return tmp_path


def pages(folder: Path) -> doctor.Look:
    def never() -> Database:
        raise AssertionError("there is no database to open")

    return next(look for look in doctor.examine(Environment(data=folder / "none"), never) if look.what == "pages")


def test_it_sees_whether_the_pages_files_were_built(built: Path) -> None:
    assert not pages(built).well
    (built / "manifest.json").write_text(json.dumps({"page.js": {"file": "page-1.js"}}))
    (built / "page-1.js").write_text("")
    assert pages(built).well


def test_it_names_a_file_that_is_missing_and_says_what_to_do(built: Path) -> None:
    named = {"page.js": {"file": "page-1.js"}, "pyodide.mjs": {"file": "pyodide-1/pyodide.mjs"}}
    (built / "manifest.json").write_text(json.dumps(named))
    (built / "page-1.js").write_text("")
    look = pages(built)
    assert (look.well, look.found) == (False, "1 of 2 files are missing: pyodide.mjs")
    assert look.do is not None
    assert "tools/assets.py" in look.do
