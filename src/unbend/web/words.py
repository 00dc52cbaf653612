"""The words that scripts in the browser show and say, in the language of the page."""

import json
from functools import lru_cache
from pathlib import Path

from django.utils.translation import get_language, gettext

from unbend.web.templatetags.design import asset_file

Words = dict[str, dict[str, str]]


def words() -> Words:
    """All words by part and key, through gettext; none before any build."""
    file = asset_file("words.json")
    return {} if file is None else _translated(file, get_language() or "en")


@lru_cache(maxsize=8)
def _translated(file: Path, _language: str) -> Words:
    parts: Words = json.loads(file.read_text(encoding="utf-8"))
    return {part: {key: gettext(text) for key, text in texts.items()} for part, texts in parts.items()}
