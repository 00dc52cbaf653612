"""One page with every component: each can be shown, alone and in another language's direction.

To look at it: `pytest tests/web/test_style_guide.py --basetemp=FOLDER`, then open FOLDER/*/style-guide.html beside the
style sheet.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.utils import translation

from unbend.web.templatetags.design import WEB

FOLDER = WEB / "design" / "templates" / "design"
PAGES = {"base", "bare", "print", "error"}
# What other templates are made of; nobody else includes them.
PARTS = {"head", "wordmark", "mark", "navigation", "nav-link", "nav-rest", "page-notes", "footer"}
PARTS |= {"control-attributes", "body-map-spot", "legend", "picture"}
EMPTY = {"meta", "link", "img", "input", "br", "hr", "source"}


class Wishes(forms.Form):
    """A form with each kind of control."""

    name = forms.CharField(help_text="As you like to be called.")
    about = forms.CharField(required=False, widget=forms.Textarea)
    voice = forms.BooleanField(required=False, label="Say it aloud")
    place = forms.ChoiceField(choices=[("floor", "On the floor"), ("chair", "On a chair")], widget=forms.RadioSelect)
    days = forms.MultipleChoiceField(choices=[("1", "Monday"), ("2", "Tuesday")], widget=forms.CheckboxSelectMultiple)


OPTIONS = [{"value": "no", "label": "No"}, {"value": "yes", "label": "Yes", "help": "Even a little."}]
ROWS = {"columns": [{"label": "Week"}, {"label": "Pain", "number": True}], "rows": [["1", 6], ["2", None]]}
REASONS = [{"text": "It warms you up.", "sources": [{"title": "A trial", "address": "https://example.org/"}]}]
SAMPLES: dict[str, dict[str, object]] = {
    "badge": {"text": "18 minutes", "symbol": "clock", "kind": "good"},
    "body-map": {"name": "where", "legend": "Where?", "options": [{"value": "low-back", "label": "Low back"}]},
    "button": {"label": "Save", "symbol": "check", "name": "what", "value": "save", "large": True},
    "card": {"title": "This week", "overline": "Three workouts", "body": "Words"},
    "chart-frame": {"title": "Pain by week", "said": "It went down.", "body": "", **ROWS},
    "choice-list": {"name": "numb", "legend": "Is it numb?", "options": OPTIONS, "chosen": "no", "row": True},
    "definition-list": {"items": [{"name": "Workouts", "value": "9"}]},
    "dose": {"dose": "2 sets of 8", "sides": "each side", "minutes": "3 minutes"},
    "empty-state": {"title": "No test yet", "text": "Four minutes.", "symbol": "stopwatch", "href": "#", "label": "Go"},
    "exercise-card": {"name": "Bridge", "href": "#", "figure": "bridge.svg", "figure_dark": "bridge-dark.svg",
                      "dose": "2 sets of 8", "badges": [{"text": "Floor"}], "reasons": REASONS},
    "feature": {"title": "Loosen and hold", "figure": "bridge.svg", "badges": [{"text": "18 minutes"}], "body": ""},
    "field": {"name": "mail", "label": "E-mail", "type": "email", "error": "An address has an @ in it."},
    "figure": {"src": "bridge.svg", "alt": "Hips high, feet on the floor", "caption": "The end"},
    "help-card": {"title": "Get help now", "now": ["Go now."], "same_day": ["Or ring."], "letter": "#",
                  "numbers": [{"who": "Emergency", "number": "112"}], "look_again": "Look again in a week."},
    "link-button": {"label": "Start", "href": "#", "symbol": "play"},
    "notice": {"kind": "warn", "title": "Left out", "text": "Not for you now.", "live": True},
    "number-with-steppers": {"name": "long", "label": "Minutes", "value": 20, "min": 0, "max": 60, "unit": "minutes"},
    "page-header": {"title": "Your week", "overline": "Week 3", "lead": "Three workouts.", "back": "#"},
    "pagination": {"page": Paginator(range(30), 10).page(2), "query": ""},
    "progress-steps": {"step": 2, "steps": 7, "label": "Safety check"},
    "scale-0-10": {"name": "pain", "legend": "Pain now", "low": "no pain", "high": "the worst", "value": 0},
    "table": {"caption": "Pain, week by week", **ROWS},
    "tabs-as-links": {"label": "Views", "tabs": [{"label": "Pain", "href": "#", "current": True}]},
    "why-list": {"reasons": REASONS, "open": True},
}  # fmt: skip


class Balance(HTMLParser):
    """Finds tags that are not closed in turn, and ids that stand twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def shown(component: str, /, **parameters: object) -> str:
    """The component with these parameters."""
    return render_to_string(f"design/{component}.html", parameters)


def problems(page: str) -> list[str]:
    """What is unbalanced, doubled or left over in the HTML."""
    found = Balance()
    found.feed(page)
    doubled = {one for one in found.ids if found.ids.count(one) > 1}
    return [*found.wrong, *found.open, *doubled, *re.findall(r"\{[%{#]|None\b", page)]


def components() -> Iterator[str]:
    yield from (path.stem for path in sorted(FOLDER.glob("*.html")) if path.stem not in PAGES | PARTS)


def test_the_guide_shows_every_component() -> None:
    assert set(components()) == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_component_is_whole_and_says_what_it_takes(name: str) -> None:
    assert problems(shown(name, **SAMPLES[name])) == []
    taken = (FOLDER / f"{name}.html").read_text().partition("{% endcomment %}")[0]
    unsaid = {parameter for parameter in SAMPLES[name] if not re.search(rf"\b{parameter}\b", taken)}
    assert unsaid == set()


def test_a_zero_is_shown_and_a_missing_number_is_not() -> None:
    assert 'value="0" checked' in shown("scale-0-10", **SAMPLES["scale-0-10"])
    assert "checked" not in shown("scale-0-10", **{**SAMPLES["scale-0-10"], "value": None})
    assert 'value="0"' in shown("number-with-steppers", name="floors", label="Floors", value=0)
    assert "value=" not in shown("number-with-steppers", name="floors", label="Floors", value=None)


def test_what_is_wrong_is_named_beside_the_control() -> None:
    page = shown("field", **SAMPLES["field"])
    assert 'aria-invalid="true" aria-describedby="id_mail_error"' in page
    assert 'id="id_mail_error"' in page


@pytest.mark.parametrize("name", ["name", "about", "voice", "place", "days"])
def test_a_bound_field_of_a_form_needs_nothing_else(name: str) -> None:
    form = Wishes({})
    component = "choice-list" if name in {"place", "days"} else "field"
    page = shown(component, field=form[name])
    assert problems(page) == []
    assert all(str(error) in page for error in form[name].errors)


def test_a_component_sees_nothing_of_the_page_round_it() -> None:
    source = '{% load design %}{% wrap "card" kind="quiet" %}{% component "button" label="Go" %}{% endwrap %}'
    page = engines["django"].from_string(source).render({"title": "of the page", "name": "of the page"})
    assert "of the page" not in page
    assert "card-quiet" in page


def test_words_of_people_are_never_markup() -> None:
    source = '{% load design %}{% wrap "card" title=words %}{{ words }}{% endwrap %}{% component "notice" text=words %}'
    page = engines["django"].from_string(source).render({"words": "<b>bold</b>"})
    assert "<b>" not in page
    assert page.count("&lt;b&gt;bold") == 3


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_says_its_language_and_direction(page: str, language: str, direction: str) -> None:
    with translation.override(language):
        html = shown(page, title="Today", what_to_do=["Go on."], area="today", safety_net="Get help now if it is numb.")
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert problems(html) == []
    assert "Get help now if it is numb." in html


def test_where_one_is_stands_out_in_the_ways_round() -> None:
    html = shown("base", area="plan")
    assert re.findall(r'href="([^"]*)" aria-current="page"', html) == ["/plan/"]


def test_the_guide_can_be_looked_at(tmp_path: Path) -> None:
    parts = "".join(f"<h2>{name}</h2>{shown(name, **SAMPLES[name])}" for name in components())
    page = shown("bare", title="Style guide").replace("</main>", f"{parts}</main>")
    (tmp_path / "style-guide.html").write_text(page)
    assert problems(page) == []
