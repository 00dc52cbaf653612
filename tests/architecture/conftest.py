"""What the architecture tests look at: the project's own files, as text and as syntax trees."""

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", ".hypothesis", "build", "dist", "node_modules"}


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the whole project."""
    return ROOT


@pytest.fixture(scope="session")
def source() -> Mapping[str, ast.Module]:
    """Every module of the package, by its path below `src/unbend`."""
    folder = ROOT / "src" / "unbend"
    return {path.relative_to(folder).as_posix(): ast.parse(path.read_text()) for path in sorted(folder.rglob("*.py"))}


@pytest.fixture(scope="session")
def own_files(project: Path) -> list[Path]:
    """Every file of the project that somebody wrote, and none that a tool left behind."""
    return [
        path for path in sorted(project.rglob("*")) if path.is_file() and not _left_behind(path.relative_to(project))
    ]


def _left_behind(path: Path) -> bool:
    return any(part in NOT_OURS or part.endswith(("_cache", "__pycache__")) for part in path.parts)
