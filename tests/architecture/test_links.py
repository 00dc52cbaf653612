"""What the documentation links to is there: files, and headings within them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_page_or_a_heading_leads_somewhere(page: Path) -> None:
    assert list(broken(page)) == []


def broken(page: Path) -> Iterator[str]:
    for target, heading in LINK.findall(without_code(page)):
        file = (page.parent / target).resolve() if target else page
        if not file.exists():
            yield target
        elif heading and heading not in set(headings(file)):
            yield f"{target}#{heading}"


def headings(file: Path) -> Iterator[str]:
    """As a page on the web names them."""
    for title in re.findall(r"^#+ (.+)$", without_code(file), re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def without_code(file: Path) -> str:
    return re.sub(r"^```.*?^```", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
