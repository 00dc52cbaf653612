"""Every string that a person reads in a template goes through gettext, so that a language is a file and no hunt."""

import re
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

WEB = Path(__file__).parents[2] / "src" / "unbend" / "web"
# One holds nothing but the attributes of a control.
TEMPLATES = sorted(set(WEB.glob("*/templates/**/*.html")) - {WEB / "design/templates/design/control-attributes.html"})
SAID_BY_ATTRIBUTES = re.compile(r'\b(?:alt|title|placeholder|aria-label|label)="([^"{]*[A-Za-z]{2}[^"{]*)"')
SAME_EVERYWHERE = {
    "Unbend",
    "JavaScript",
    "iPhone",
    "Android",
    "Windows",
    "macOS",
    "Linux",
    "Firefox",
    "Chrome",
    "JSON",
    "CSV",
}


def naked(template: Path) -> list[str]:
    """The words of a template that stand outside any translation."""
    found: list[str] = []
    translated = commented = False
    markup = ""
    for token in Lexer(template.read_text()).tokenize():
        if token.token_type is TokenType.BLOCK:
            name = token.contents.split()[0]
            translated = name == "blocktranslate" or (translated and name != "endblocktranslate")
            commented = name == "comment" or (commented and name != "endcomment")
        if token.token_type is TokenType.TEXT and not translated and not commented:
            markup += token.contents
        elif token.token_type is TokenType.VAR and not translated and not commented:
            markup += "{}"
    found += SAID_BY_ATTRIBUTES.findall(markup)
    text = re.sub(r"<(script|style|svg|code)\b.*?</\1>|<[^>]*>|&\w+;", " ", markup, flags=re.DOTALL)
    found += [word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in SAME_EVERYWHERE]
    return found


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(WEB).as_posix())
def test_no_word_stands_outside_a_translation(template: Path) -> None:
    assert naked(template) == []


def test_the_hunt_finds_words_and_attributes_and_spares_what_is_translated(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<p title="Hover here">Naked</p>{% blocktranslate %}Dressed{% endblocktranslate %}{{ value }}')
    assert naked(page) == ["Hover here", "Naked"]
