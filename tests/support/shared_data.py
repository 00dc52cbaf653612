"""Data sets that are not part of the project: tests that need one name it when it is not there."""

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[2].parent / "shared" / "data"


def shared(name: str) -> Path:
    """The path of a file of the shared data: in the folder that `UNBEND_SHARED_DATA` names, else beside the project."""
    path = Path(os.environ.get("UNBEND_SHARED_DATA") or BESIDE) / name
    if not path.exists():
        pytest.skip(f"not run without {name}; set UNBEND_SHARED_DATA to the folder that has it")
    return path
