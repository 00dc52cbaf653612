"""The words that scripts in the browser show and say, in the language of the page."""

import json
from functools import cache
from pathlib import Path

from django.utils.translation import get_language, gettext

FILE = Path(__file__).parent / "words.en.json"
Words = dict[str, dict[str, str]]


def words() -> Words:
    """All words by part and key, through gettext."""
    return _translated(get_language() or "en")


@cache
def _translated(_language: str) -> Words:
    parts: Words = json.loads(FILE.read_text(encoding="utf-8"))
    return {part: {key: gettext(text) for key, text in texts.items()} for part, texts in parts.items()}
