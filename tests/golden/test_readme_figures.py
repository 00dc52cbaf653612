"""The README shows the figures that the program really draws."""

import re
from pathlib import Path

import pytest

from golden.test_golden import stands_on_file
from support.command import run

ROOT = Path(__file__).resolve().parent.parent.parent
SHOWN = re.findall(r"!\[([^\]]+)\]\((docs/figures/([\w-]+)\.svg)\)", (ROOT / "README.md").read_text())


def test_the_readme_shows_three_figures() -> None:
    assert len(SHOWN) == 3


@pytest.mark.parametrize(("name", "file", "exercise"), SHOWN)
def test_a_figure_of_the_readme_is_what_the_program_draws(name: str, file: str, exercise: str) -> None:
    drawn = run("figure", exercise).stdout
    stands_on_file(ROOT / file, drawn)
    assert f"<title>{name}</title>" in drawn
