"""The project says everything in its own words: no run of eight words of a source document stands in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

RUN = 8
SUFFIXES = {".py", ".toml", ".md", ".json", ".html", ".txt", ".yaml", ".yml", ".ts"}


def test_no_eight_words_of_a_source_document(project: Path, own_files: list[Path]) -> None:
    documents = sorted((project.parent / "shared" / "seeds").glob("*.txt"))
    if not documents:
        pytest.skip("the source documents are not beside this clone")
    theirs = {run for document in documents for run in _runs(document)}
    assert len(theirs) > 1000
    ours = [path for path in own_files if path.suffix in SUFFIXES]
    copied = {str(path.relative_to(project)): runs for path in ours if (runs := theirs & set(_runs(path)))}
    assert {name: " / ".join(map(" ".join, sorted(runs))) for name, runs in copied.items()} == {}


def _runs(path: Path) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", path.read_text(errors="replace").lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)
