"""The look keeps its promises: contrast, logical sides, no inline styles, type that is ours to ship."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from support.people import catalogue
from unbend.body.figure.ink import STYLESHEET
from unbend.web.templatetags.design import ICONS, WEB

DESIGN = WEB / "design"
SHEETS = sorted((DESIGN / "css").glob("*.css"))
TEMPLATES = sorted(WEB.glob("*/templates/**/*.html"))

GROUNDS = ("ground", "surface", "surface-2")
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-soft", "accent", "danger", "warn") for ground in (*GROUNDS, "figure")),
    ("ink", "accent-soft"),
    ("ink-soft", "accent-soft"),
    ("accent", "accent-soft"),
    ("accent-strong", "surface-2"),
    ("accent-ink", "accent"),
    ("accent-ink", "accent-strong"),
    *((ink, f"{kind}-soft") for kind in ("warn", "danger", "good") for ink in (kind, "ink")),
]
SHAPES = [("line-strong", ground) for ground in GROUNDS] + [("focus", ground) for ground in GROUNDS]
SHAPES += [("accent", "line"), ("accent", "accent-soft"), ("focus", "accent-soft"), ("accent", "surface")]


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--color-([\w-]+): (#[0-9a-f]{6});", block))


def _modes() -> Iterator[tuple[str, Mapping[str, str]]]:
    light, dark = (DESIGN / "css" / "tokens.css").read_text().split("prefers-color-scheme: dark")
    yield "light", _colours(light)
    yield "dark", {**_colours(light), **_colours(dark)}
    paper = (DESIGN / "css" / "print.css").read_text()
    yield "paper", {**_colours(light), **_colours(paper)}


def _lightness(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How much lighter one colour is than the other, as WCAG counts it."""
    low, high = sorted((_lightness(one), _lightness(other)))
    return (high + 0.05) / (low + 0.05)


MODES = list(_modes())


@pytest.mark.parametrize(("mode", "colours"), MODES)
def test_words_stand_out_from_what_they_stand_on(mode: str, colours: Mapping[str, str]) -> None:
    found = {f"{ink} on {ground}": contrast(colours[ink], colours[ground]) for ink, ground in TEXT}
    assert {pair: round(value, 2) for pair, value in found.items() if value < 4.5} == {}, mode


@pytest.mark.parametrize(("mode", "colours"), MODES)
def test_edges_of_controls_and_the_focus_stand_out(mode: str, colours: Mapping[str, str]) -> None:
    found = {f"{ink} on {ground}": contrast(colours[ink], colours[ground]) for ink, ground in SHAPES}
    assert {pair: round(value, 2) for pair, value in found.items() if value < 3.0} == {}, mode


def test_contrast_counts_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_knows_no_left_and_right_and_forces_nothing(sheet: Path) -> None:
    text = sheet.read_text()
    physical = (
        r"(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|top|bottom|width|height):"
    )
    assert re.findall(rf"!important|float:|{physical}|text-align: (?:left|right)", text) == []


def test_the_main_sheet_takes_in_every_other() -> None:
    named = re.findall(r'@import "\./([\w-]+\.css)";', (DESIGN / "css" / "main.css").read_text())
    assert sorted([*named, "main.css"]) == [sheet.name for sheet in SHEETS]


def test_every_variable_that_is_used_is_declared() -> None:
    whole = "".join(sheet.read_text() for sheet in SHEETS)
    assert set(re.findall(r"var\((--[\w-]+)[,)]", whole)) - set(re.findall(r"(--[\w-]+):", whole)) == set()


def test_figures_inside_pages_are_coloured_as_the_body_says() -> None:
    text = (DESIGN / "css" / "figure.css").read_text()
    inside = text[text.index("@layer components {") + len("@layer components {") : text.rindex("}")]
    assert inside.split() == STYLESHEET.split()


# This one is handed out alone, before the device trusts any other address to fetch a style sheet from.
ALONE = WEB / "accounts" / "templates" / "accounts" / "trust.html"


@pytest.mark.parametrize(
    "template", [path for path in TEMPLATES if path != ALONE], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_a_template_holds_no_style_and_no_script_of_its_own(template: Path) -> None:
    text = template.read_text()
    assert re.findall(r'\sstyle=|<style|\son\w+="|<script(?![^>]*\b(?:src|type="application/json"))', text) == []
    assert re.findall(r'(?:href|action|src)="/', text) == []


def test_type_weighs_little_and_carries_its_licence() -> None:
    fonts = DESIGN / "fonts"
    assert sum(font.stat().st_size for font in fonts.glob("*.woff2")) < 250_000
    families = {font.name.partition("-latin")[0] for font in fonts.glob("*.woff2")}
    assert families == {licence.name.removesuffix(".LICENSE.txt") for licence in fonts.glob("*.txt")}
    for licence in fonts.glob("*.txt"):
        assert "SIL Open Font License, Version 1.1" in licence.read_text()


@pytest.mark.parametrize("drawing", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_lines_of_the_colour_of_its_words(drawing: Path) -> None:
    root = ElementTree.parse(drawing).getroot()
    assert root.attrib["viewBox"] == "0 0 24 24"
    assert root.attrib["stroke"] == "currentColor"
    assert len(root) > 0


def test_every_icon_that_a_template_names_is_there() -> None:
    whole = "".join(template.read_text() for template in TEMPLATES)
    named = set(re.findall(r'(?:\{% icon |\bsymbol(?:_after)?=)"([\w-]+)"', whole))
    assert named - {drawing.stem for drawing in ICONS.glob("*.svg")} == set()


def test_the_body_to_tap_has_each_place_of_the_question_and_no_other() -> None:
    picture = (DESIGN / "templates" / "design" / "body-map.html").read_text()
    assert set(re.findall(r'spot="([\w-]+)"', picture)) == set(catalogue().safety.findings["where"].options)
