"""The catalogue's lint, on a small catalogue without faults into which each kind of fault is planted."""

import json
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from unbend.catalogue.lint import Fault, lint
from unbend.catalogue.lint.lines import key_lines, nearest_line
from unbend.catalogue.load import load_catalogue, root

SMALL = Path(__file__).parent.parent / "data" / "small-catalogue"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small catalogue. Its one rule of each file sets what the real rules set between them."""
    shutil.copytree(SMALL, tmp_path / "catalogue")
    _one_rule(tmp_path / "catalogue", "programme", {"avoid_first_hour": ["prone"]})
    _one_rule(tmp_path / "catalogue", "adaptation", {})
    return tmp_path / "catalogue"


def _one_rule(catalogue: Path, file: str, other: dict[str, object]) -> None:
    real = tomllib.loads((root() / "data" / f"{file}.toml").read_text())
    sets = {key: value for rule in real["rule"] for key, value in rule.get("sets", {}).items()}
    lines = [f"{key} = {_toml(value)}" for key, value in {**sets, **other}.items()]
    rule = ["[[rule]]", 'id = "all-of-it"', 'sources = ["a-trial"]', "[rule.sets]", *lines]
    (catalogue / "data" / f"{file}.toml").write_text("\n".join(rule) + "\n")
    words = '[all-of-it]\nrule = "All of it."\nchanges = "Everything."\n'
    (catalogue / "text" / "en" / f"{file}.toml").write_text(words)


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + " }"
    return json.dumps(value)


def test_the_small_catalogue_has_no_faults_and_loads(small: Path) -> None:
    assert lint(small) == ()
    assert load_catalogue(small).exercises.keys() == {"bridge", "one-leg-bridge"}


def test_our_own_catalogue_has_no_faults() -> None:
    assert [str(fault) for fault in lint(root())] == []


PLANTED = tomllib.loads((SMALL.parent / "planted-faults.toml").read_text())["fault"]


@pytest.mark.parametrize("planted", PLANTED, ids=[fault["name"] for fault in PLANTED])
def test_a_planted_fault_is_named_with_file_line_and_key(small: Path, planted: dict[str, str]) -> None:
    line = _plant(small, planted["file"], planted["old"], planted["new"], planted["line"])
    found = [fault for fault in lint(small) if (fault.key, fault.line) == (planted["key"], line)]
    assert [planted["message"] in fault.message for fault in found] == [True], lint(small)
    assert found[0].file == planted["file"]


def _plant(small: Path, file: str, old: str, new: str, on_line: str) -> int:
    """Put `new` in the place of the one `old`; the line, from 1, on which `on_line` then begins for the last time."""
    before = (small / file).read_text()
    assert before.count(old) >= 1, f"{old!r} is not in {file}"
    after = before.replace(old, new, 1)
    (small / file).write_text(after)
    return after[: after.rindex(on_line)].count("\n") + 1


def test_a_missing_file_is_a_fault(small: Path) -> None:
    (small / "data" / "lessons.toml").unlink()
    assert "data/lessons.toml:1: lesson: the file is missing; write [[lesson]] in it" in map(str, lint(small))


def test_a_file_of_no_known_kind_is_a_fault(small: Path) -> None:
    (small / "data" / "cause.toml").write_text("")
    (small / "text" / "en" / "cause.toml").write_text("")
    assert [fault.file for fault in lint(small)] == ["data/cause.toml", "text/en/cause.toml"]


def test_a_file_in_another_encoding_is_a_fault_on_the_line_where_it_shows(small: Path) -> None:
    path = small / "text" / "en" / "messages.toml"
    path.write_bytes(path.read_bytes() + 'late = "Trinkgefäß"\n'.encode("latin-1"))
    assert lint(small) == (Fault("text/en/messages.toml", 2, "file", "is not written in UTF-8"),)


def test_words_in_the_file_of_another_ladder_are_a_fault(small: Path) -> None:
    folder = small / "text" / "en" / "exercises"
    (folder / "bridge.toml").rename(folder / "plank.toml")
    assert {fault.message for fault in lint(small)} == {"these words belong in text/en/exercises/bridge.toml"}


def test_a_second_language_must_be_whole(small: Path) -> None:
    (small / "text" / "de").mkdir()
    (small / "text" / "de" / "causes.toml").write_text('[sitting]\nname = "Sitzen"\nwhat = "Viel."\ndo = "Auf."\n')
    faults = lint(small)
    assert Fault("data/lessons.toml", 1, "moving", "has no words in text/de/lessons.toml") in faults
    assert not [fault for fault in faults if fault.key == "sitting"]


def test_all_faults_are_named_at_once_in_the_order_of_the_files(small: Path) -> None:
    _plant(small, "data/needs.toml", "base = 3", 'base = "3"', "base")
    _plant(small, "data/causes.toml", '["moving"]', '["x", "y"]', "lessons")
    assert [(fault.file, fault.key) for fault in lint(small)] == [
        ("data/causes.toml", "sitting.lessons.0"),
        ("data/causes.toml", "sitting.lessons.1"),
        ("data/needs.toml", "glutes.base"),
    ]


TOML = """\
a.b = 1  # line 1
"c d" = { e = [
  1,
  { f = 2 }, # line 4
] }
[[g]]
h = 1
[g.i]
j = 1
[[g]] # line 10
[[g.k]]
l = 1
[[g.k]]
l = '''
2'''
"""

LINES = {
    ("a",): 1,
    ("a", "b"): 1,
    ("c d", "e", 0): 3,
    ("c d", "e", 1, "f"): 4,
    ("g", 0, "h"): 7,
    ("g", 0, "i", "j"): 9,
    ("g", 1): 10,
    ("g", 1, "k", 0, "l"): 12,
    ("g", 1, "k", 1, "l"): 14,
    ("g", 1, "missing"): 10,
    ("missing",): 1,
}


@pytest.mark.parametrize("path", LINES)
def test_the_line_of_each_key(path: tuple[str | int, ...]) -> None:
    assert nearest_line(key_lines(TOML), path) == LINES[path]


def test_every_key_of_our_own_files_has_a_line() -> None:
    text = (root() / "data" / "exercises" / "bridge.toml").read_text()
    assert set(_paths(tomllib.loads(text), ())) <= key_lines(text).keys()


def _paths(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    inner = value if isinstance(value, dict) else dict(enumerate(value)) if isinstance(value, list) else {}
    for key, below in inner.items():
        yield (*path, key)
        yield from _paths(below, (*path, key))
