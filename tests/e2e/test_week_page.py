"""The printed week in a real browser: it says everything, asks for nothing, and prints on A4."""

import re
from datetime import date
from pathlib import Path

import pytest

from support.browser import Watched
from unbend.catalogue.load import load_catalogue
from unbend.catalogue.load_text import load_texts
from unbend.planning.solvers.cpsat import CpSat
from unbend.service.figure import open_studio
from unbend.service.files import read_json
from unbend.service.plan import Advice, plan_for
from unbend.service.week_page import week_as_html

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.json"))
A4 = (595, 842)


@pytest.fixture(scope="module", params=EXAMPLES)
def week(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Advice]:
    catalogue, texts = load_catalogue(), load_texts()
    advice = plan_for(read_json(str(ROOT / "examples" / f"{request.param}.json")), catalogue, CpSat(), today=TODAY)
    file = tmp_path_factory.mktemp("week") / "week.html"
    file.write_text(
        week_as_html(advice, catalogue, texts, open_studio(texts, catalogue), today=TODAY), encoding="utf-8"
    )
    return file, advice


def test_every_exercise_stands_there_with_its_picture_dose_and_sources(
    week: tuple[Path, Advice], watched: Watched
) -> None:
    file, advice = week
    page = watched.open(file)
    assert watched.requests == [file.as_uri()]
    assert watched.complaints == []
    items = [item for session in advice.plan.sessions for item in session.items] if advice.plan else []
    names = load_texts().exercises
    shown = page.locator("article").all_inner_texts()
    for item in items:
        assert any(names[item.exercise].name in text for text in shown), item.exercise
    whole = page.evaluate(
        """() => [...document.querySelectorAll('article')].every(a =>
           a.querySelector('svg title') && a.querySelector('.dose').innerText && a.querySelector('.why').innerText
           && a.querySelector('.sources').innerText.length > 10)"""
    )
    assert whole


def test_every_source_that_is_named_is_listed(week: tuple[Path, Advice], watched: Watched) -> None:
    page = watched.open(week[0])
    named = {
        source
        for line in page.locator("article .sources").all_inner_texts()
        for source in line.split(": ", 1)[1].split(", ")
    }
    listed = set(page.eval_on_selector_all("li[id^=source-]", "items => items.map(i => i.id.slice(7))"))
    assert named <= listed


def test_help_comes_before_the_first_exercise(week: tuple[Path, Advice], watched: Watched) -> None:
    page = watched.open(week[0])
    text = page.inner_text("body")
    assert "Get help now" in text
    first = page.locator("article").first
    if first.count():
        assert text.index("Get help now") < text.index(first.locator("h3").inner_text())


def test_it_prints_on_a4_and_no_exercise_is_torn(week: tuple[Path, Advice], watched: Watched) -> None:
    page = watched.open(week[0])
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = {
        tuple(round(float(v)) for v in box.split()[2:])
        for box in re.findall(r"/MediaBox \[([^\]]+)\]", pdf.decode("latin-1"))
    }
    assert sizes == {A4}
    tallest = page.eval_on_selector_all("article", "a => Math.max(0, ...a.map(x => x.getBoundingClientRect().height))")
    assert tallest < 900, "taller than a page, so that it would be torn"
