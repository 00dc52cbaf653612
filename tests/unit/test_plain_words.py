"""What people read is plain: short sentences, common words, and nothing that frightens about bodies."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from unbend.catalogue.load import root

# Grade 7 of the Flesch-Kincaid formula is a reading age of about 12.
GRADE = 7.0
FRIGHTENING = re.compile(r"\b(degenerat\w*|crumbl\w*|worn|should have|wear and tear|failure)\b", re.IGNORECASE)
WORDS = Path(str(root())) / "text" / "en"


def lessons() -> dict[str, str]:
    """The text of each lesson."""
    content = tomllib.loads((WORDS / "lessons.toml").read_text())
    return {name: " ".join(lesson["body"]) for name, lesson in content.items()}


@pytest.mark.parametrize("name", lessons())
def test_a_lesson_can_be_read_at_twelve(name: str) -> None:
    assert grade(lessons()[name]) <= GRADE


def test_no_words_that_frighten() -> None:
    found = {
        f"{path.relative_to(WORDS)}: {match[0]}"
        for path in sorted(WORDS.rglob("*.toml"))
        for sentence in _texts(tomllib.loads(path.read_text()))
        for match in FRIGHTENING.finditer(sentence)
    }
    assert found == set()


def test_the_grade_of_known_sentences() -> None:
    assert grade("The cat sat on the mat. It was warm.") < 2
    assert grade("Interdisciplinary biopsychosocial rehabilitation necessitates considerable organisation.") > 15


def grade(text: str) -> float:
    """The Flesch-Kincaid grade: years of schooling needed, from the lengths of sentences and words."""
    sentences = [part for part in re.split(r"[.!?:]+(?:\s|$)", text) if part.strip()]
    words = re.findall(r"[a-z']+", text.lower())
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    """Groups of vowels, without the silent endings of English."""
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouysxzgc]es$", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)) - bool(silent))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _texts(one)
