"""The sheet of all exercises in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.browser import Watched
from unbend.catalogue.load import load_catalogue
from unbend.catalogue.load_text import load_texts
from unbend.service.figure import open_studio

# How far a picture's content may stand out of its view box, in the picture's units: 2 mm of the body. The shade on the
# floor fades out where it likes.
EDGE = 1
OUTSIDE = """
() => [...document.querySelectorAll('article')].flatMap(article =>
  [...article.querySelectorAll('svg')].flatMap(svg => {
    const view = svg.viewBox.baseVal
    const boxes = [...svg.querySelectorAll('path:not(.uf-floor)')]
      .filter(p => p.getClientRects().length).map(p => p.getBBox())
    const over = Math.max(...boxes.map(b => Math.max(view.x - b.x, view.y - b.y,
      b.x + b.width - view.x - view.width, b.y + b.height - view.y - view.height)))
    return over > EDGE ? [`${article.id}: ${over.toFixed(1)}`] : []
  }))
""".replace("EDGE", str(EDGE))


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = load_texts()
    file = tmp_path_factory.mktemp("sheet") / "sheet.html"
    file.write_text(open_studio(texts).sheet(title=texts.safety.messages["figures_title"]), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def drawn(sheet: Path, watched_by_all: Watched) -> Watched:
    """The sheet, opened once: drawing all its pictures takes a browser seconds."""
    watched_by_all.open(sheet)
    return watched_by_all


@pytest.fixture
def page(drawn: Watched) -> Iterator[Page]:
    """The sheet as it looks by day, with motion."""
    yield drawn.page
    drawn.page.emulate_media(color_scheme="null", reduced_motion="null")


def test_every_exercise_is_on_the_sheet_with_its_name_and_id(page: Page) -> None:
    shown = page.eval_on_selector_all("article", "cards => cards.map(c => [c.id, c.querySelector('h3').innerText])")
    names = {id_: text.name for id_, text in load_texts().exercises.items()}
    assert {id_ for id_, _ in shown} == set(load_catalogue().exercises)
    assert all(names[id_] in heading and id_ in heading for id_, heading in shown)
    fewest = page.eval_on_selector_all(
        "article", "cards => Math.min(...cards.map(c => c.querySelectorAll('svg').length))"
    )
    assert fewest >= 3


def test_the_sheet_asks_for_nothing_and_complains_of_nothing(sheet: Path, drawn: Watched) -> None:
    assert drawn.requests == [sheet.as_uri()]
    assert drawn.complaints == []


def test_every_picture_has_a_title_and_a_description(page: Page) -> None:
    bare = page.evaluate(
        """() => [...document.querySelectorAll('article svg')].filter(svg =>
           !svg.querySelector('title')?.textContent || !svg.querySelector('desc')?.textContent
           || svg.getAttribute('role') !== 'img').length"""
    )
    assert bare == 0


def test_no_element_has_a_style_attribute(page: Page) -> None:
    assert page.locator("svg [style], svg[style]").count() == 0


def test_every_figure_stands_inside_its_picture(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(OUTSIDE) == []


def test_animations_move_and_stand_still_when_less_motion_is_asked_for(page: Page) -> None:
    shown = "sel => getComputedStyle(document.querySelector(sel)).display !== 'none'"
    picture = "#glute-bridge svg:has(.moving)"
    assert page.evaluate(shown, f"{picture} .moving")
    assert not page.evaluate(shown, f"{picture} .still")
    reach = """sel => [0, 2.9].map(time => {
      const svg = document.querySelector(sel); svg.pauseAnimations(); svg.setCurrentTime(time)
      return svg.querySelector('.moving').getBBox().height }) """
    low, high = page.evaluate(reach, picture)
    assert abs(high - low) > 5
    page.emulate_media(reduced_motion="reduce")
    assert not page.evaluate(shown, f"{picture} .moving")
    assert page.evaluate(shown, f"{picture} .still")


def test_figures_take_other_colours_in_the_dark(page: Page) -> None:
    fills = """() => [...document.querySelectorAll('#glute-bridge svg')][0].querySelectorAll('path').values()
      .map(p => getComputedStyle(p).fill).toArray()"""
    light = page.evaluate(fills)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(fills) != light
