"""Charts: what is drawn, how it is named, and that nothing overlaps or is invented."""

import re
from calendar import month_abbr
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

import unbend
from support.people import catalogue
from support.records import long_record
from unbend.catalogue.condition import Person
from unbend.exchange.chart import (
    NARROW,
    WIDE,
    Bar,
    BarChart,
    Dot,
    Dumbbell,
    Forest,
    Ink,
    Interval,
    Line,
    LineChart,
    Pair,
    Words,
    bar_table,
    draw_bars,
    draw_dumbbell,
    draw_forest,
    draw_line,
    dumbbell_table,
    figure,
    forest_table,
    line_table,
    multiples,
)
from unbend.exchange.chart.dates import day_ticks
from unbend.exchange.chart.labels import LETTER, STRONG_LETTER, Label, draw_labels
from unbend.exchange.chart.of_progress import Named, line_chart, sides_chart, workouts_chart
from unbend.exchange.chart.scale import rounded_up, ticks
from unbend.progress import Window, progress_of

CATALOGUE = catalogue()
CSS = (Path(unbend.__file__).parent / "web" / "design" / "css" / "chart.css").read_text()
MONTHS = tuple(month_abbr[1:])
WORDS = Words(MONTHS, "Left", "Right", "L", "R", "Day", "Test", "How they compare", "Nothing here yet")
FIRST, LAST = date(2025, 12, 15), date(2026, 3, 5)
SVG = "{http://www.w3.org/2000/svg}"


def dot(days: int, value: float) -> Dot:
    return Dot(FIRST + timedelta(days=days), value, value, value)


def chart(*runs: tuple[Dot, ...], second: tuple[tuple[Dot, ...], ...] | None = None) -> LineChart:
    lines = (Line("Left", runs), *(() if second is None else (Line("Right", second),)))
    return LineChart(
        "pain", "Pain", "Pain over twelve weeks", lines, FIRST, LAST, 0, 10, band=(3, 5), band_label="about the same"
    )


CASES = {
    "nothing": chart(),
    "one point": chart((dot(3, 4),)),
    "two points": chart((dot(3, 4), dot(9, 6))),
    "all equal": chart(tuple(dot(days, 5) for days in range(0, 80, 4))),
    "gaps": chart((dot(1, 3), dot(3, 2)), (dot(40, 6),), (dot(60, 1), dot(62, 10))),
    "two lines": chart((dot(1, 3), dot(70, 2)), second=((dot(1, 3), dot(70, 2)),)),
}


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def of_class(svg: str, name: str) -> list[ElementTree.Element]:
    return [node for node in tree(svg).iter() if name in node.get("class", "").split()]


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("case", CASES)
def test_everything_is_drawn_inside_the_picture(case: str, width: int) -> None:
    svg = draw_line(CASES[case], WORDS, width=width)
    for node in tree(svg).iter():
        for key in ("x", "x1", "x2", "cx"):
            assert 0 <= float(node.get(key, 0)) <= width
        for key in ("y", "y1", "y2", "cy"):
            assert 0 <= float(node.get(key, 0)) <= 200


@pytest.mark.parametrize("first", [FIRST, date(2026, 2, 16)])
def test_no_day_on_the_axis_is_cut_off_at_the_edge(first: date) -> None:
    ending_on_a_tick = replace(CASES["nothing"], band=None, band_label="", first=first, last=date(2026, 3, 2))
    for text in of_class(draw_line(ending_on_a_tick, WORDS, width=NARROW), "chart-tick"):
        if text.get("text-anchor") == "middle":
            half = LETTER * len(text.text or "") / 2
            assert half - 0.1 <= float(text.get("x", "")) <= NARROW - half + 0.1


@pytest.mark.parametrize("case", CASES)
def test_a_chart_says_its_name_and_what_it_shows(case: str) -> None:
    root = tree(draw_line(CASES[case], WORDS, width=WIDE))
    assert root.get("role") == "img"
    texts = {node.get("id"): node.text for node in root.iter() if node.get("id")}
    assert texts[root.get("aria-labelledby")] == "Pain"
    assert texts[root.get("aria-describedby")] == "Pain over twelve weeks"


def test_a_gap_is_a_gap_in_the_line() -> None:
    svg = draw_line(CASES["gaps"], WORDS, width=WIDE)
    assert len(of_class(svg, "chart-line")) == 2  # a lone value has a mark and no line
    assert len(of_class(svg, "chart-mark")) == 5


def test_without_a_value_nothing_is_drawn_but_words() -> None:
    svg = draw_line(CASES["nothing"], WORDS, width=WIDE)
    assert not of_class(svg, "chart-mark")
    assert [node.text for node in of_class(svg, "chart-nothing")] == ["Nothing here yet"]


def test_pain_is_always_on_its_whole_scale() -> None:
    svg = draw_line(CASES["all equal"], WORDS, width=WIDE)
    assert {"0", "5", "10"} <= {node.text for node in of_class(svg, "chart-tick")}


def test_left_and_right_differ_in_shape_and_not_in_colour_alone() -> None:
    svg = draw_line(CASES["two lines"], WORDS, width=WIDE)
    assert {node.tag for node in of_class(svg, "chart-mark")} == {"circle", "rect"}


def test_each_mark_says_what_day_and_how_much() -> None:
    svg = draw_line(CASES["two lines"], WORDS, width=WIDE)
    titles = [node[0].text for node in of_class(svg, "chart-mark")]
    assert "Pain, Left, 16 Dec 2025: 3" in titles
    assert "Pain, Right, 23 Feb 2026: 2" in titles


@pytest.mark.parametrize("at", [0, 100, 200])
def test_labels_never_cover_each_other_nor_leave_the_picture(at: float) -> None:
    labels = [Label(text, "chart-label", at) for text in ("Before 3", "After 3", "about the same", "Right 4")]
    drawn = draw_labels(Ink.SCREEN, labels, x=0, top=0, bottom=200)
    heights = [float(tree(text).get("y", "")) for text in drawn]
    assert all(after - before >= 14.9 for before, after in pairwise(heights))
    assert 0 < min(heights) <= max(heights) <= 200


@pytest.mark.parametrize("days", [1, 6, 20, 83, 200, 364, 1000, 3640, 9000])
@pytest.mark.parametrize("most", [1, 3, 5, 9])
def test_an_axis_of_days_has_a_few_ticks_and_at_least_one(days: int, most: int) -> None:
    found = day_ticks(FIRST, FIRST + timedelta(days=days), most=most, words=WORDS)
    assert 1 <= len(found) <= most
    assert all(FIRST <= tick.day <= FIRST + timedelta(days=days) for tick in found)


def test_scales_have_round_ticks_with_zero_among_them() -> None:
    assert ticks(0, 10) == (0, 5, 10)
    assert ticks(-5, 5) == (-5, 0, 5)
    assert ticks(0, 1, whole=True) == (0, 1)
    assert rounded_up(2, most=4, whole=True) == 2
    assert rounded_up(71) == 80


def test_the_table_says_the_same_and_where_something_is_missing() -> None:
    two = chart((dot(1, 3), dot(3, 2.5)), second=((dot(3, 4),),))
    table = line_table(two, WORDS)
    assert table.headings == ("Day", "Left", "Right")
    assert table.rows == (("18 Dec 2025", "2.5", "4"), ("16 Dec 2025", "3", "–"))  # noqa: RUF001


def test_a_week_with_a_range_tells_it_in_the_table() -> None:
    week = LineChart("a", "Pain", "", (Line("", ((Dot(FIRST, 4, 2, 7),),)),), FIRST, LAST, 0, 10)
    assert line_table(week, WORDS).rows == (("15 Dec 2025", "4 (2 to 7)"),)


def test_what_is_not_known_has_no_bar_and_is_no_0_in_the_table() -> None:
    bars = BarChart("w", "Walks", "", (Bar(FIRST, None), Bar(FIRST + timedelta(days=7), 30)), "Minutes")
    assert len(of_class(draw_bars(bars, WORDS, width=WIDE), "chart-bar")) == 1
    assert bar_table(bars, WORDS).rows == (("22 Dec 2025", "30"), ("15 Dec 2025", "–"))  # noqa: RUF001


def test_what_was_planned_is_a_line_of_its_own_and_a_column() -> None:
    bars = BarChart("w", "Workouts", "", (Bar(FIRST, 2, 3),), "Done", "Planned")
    assert len(of_class(draw_bars(bars, WORDS, width=NARROW), "chart-planned")) == 1
    assert bar_table(bars, WORDS).headings == ("Day", "Done", "Planned")


@pytest.mark.parametrize(("left", "right"), [(50, 50), (3, 80), (80, 3), (0, 0), (100, 100)])
def test_the_values_of_two_sides_stand_outside_their_marks(left: float, right: float) -> None:
    sides = Dumbbell("s", "Sides", "", (Pair("Reach", left, right, 0, 100, "cm", "the same"),))
    svg = draw_dumbbell(sides, WORDS, width=NARROW)
    at = {node.text or "": (float(node.get("x", 0)), node.get("text-anchor")) for node in of_class(svg, "chart-value")}
    (x_left, anchor_left), (x_right, anchor_right) = at[f"L {left}"], at[f"R {right}"]
    assert {anchor_left, anchor_right} == {"start", "end"}
    assert (x_left < x_right) == (left <= right)
    longest = STRONG_LETTER * max(map(len, at))
    assert longest < min(x_left, x_right) < max(x_left, x_right) < NARROW - longest
    assert dumbbell_table(sides, WORDS).rows == (("Reach", f"{left} cm", f"{right} cm", "the same"),)


def test_on_paper_a_chart_brings_its_own_colours_and_no_classes() -> None:
    for case in CASES.values():
        svg = draw_line(case, WORDS, width=WIDE, ink=Ink.PRINT)
        assert tree(svg).tag == f"{SVG}svg"
        assert not re.findall(r'class="|style="|var\(', svg)


def test_on_a_page_every_class_is_in_the_stylesheet_and_nothing_is_styled_by_hand() -> None:
    found: set[str] = set()
    for svg in all_pictures(WIDE):
        assert not re.findall(r'style="|fill=|stroke=', svg)
        found |= {name for names in re.findall(r'class="([^"]+)"', svg) for name in names.split()}
    assert found <= set(re.findall(r"\.(chart[a-z-]*)", CSS))
    assert len(found) > 12


def test_both_widths_have_names_of_their_own() -> None:
    html = figure(lambda width: draw_line(CASES["gaps"], WORDS, width=width))
    identities = re.findall(r'id="([^"]+)"', html)
    assert len(identities) == len(set(identities)) == 4
    assert "chart-narrow" in html
    assert html.count("<svg") == multiples([("a", html)]).count("<svg") == 2


def test_what_a_person_wrote_is_never_markup() -> None:
    named = LineChart("a", "<b>", "<i>", (Line("<u>", ((dot(1, 3),),)),), FIRST, LAST, 0, 10)
    svg = draw_line(named, WORDS, width=WIDE)
    assert not {node.tag for node in tree(svg).iter()} & {"b", "i", "u"}


@pytest.mark.parametrize("weeks", [3, 50, 520])
def test_a_whole_record_can_be_drawn(weeks: int) -> None:
    window = Window.TWELVE_WEEKS if weeks == 3 else Window.ALL
    person = Person({}, CATALOGUE.safety.worrying)
    found = progress_of(long_record(LAST, weeks=weeks), CATALOGUE, window=window, today=LAST, person=person)
    named = Named("Pain", "Pain over time", "about the same")
    pain = line_chart("pain", named, found.pain[:1], ("",), found.span, WORDS)
    assert pain.band is not None
    assert tree(draw_line(pain, WORDS, width=NARROW)).get("viewBox") == "0 0 340 200"
    workouts = workouts_chart("workouts", named, found.weeks, "Done", "Planned")
    assert len(workouts.bars) <= max(104, 121)
    sides = sides_chart(
        "sides", named, found.sides, [("Hip", found.sides[0].code)], replace(WORDS, units={"degrees": "°"})
    )
    assert sides.pairs[0].unit == "°"
    assert len(of_class(draw_dumbbell(sides, WORDS, width=WIDE), "chart-difference")) == 1


def all_pictures(width: int) -> list[str]:
    lines = [draw_line(case, WORDS, width=width) for case in CASES.values()]
    many = chart(tuple(Dot(FIRST + timedelta(days=n / 8), 5, 4, 6) for n in range(600)))
    sides = Dumbbell("s", "Sides", "", (Pair("Reach", 1, 2, 0, 100, "cm", "the same"),))
    bars = BarChart("w", "Workouts", "", (Bar(FIRST, 2, 3),), "Done", "Planned")
    return [
        *lines,
        draw_line(many, WORDS, width=width),
        draw_line(LineChart("m", "M", "", many.lines[:1], FIRST, LAST, 0, 10), WORDS, width=width),
        draw_dumbbell(sides, WORDS, width=width),
        draw_bars(bars, WORDS, width=width),
    ]


FOREST = Forest(
    "helps",
    "How much the mornings differ",
    "Less after workouts, more after much sitting",
    (Interval("Days with a workout", -1.2, -1.9, -0.5), Interval("Days with a lot of sitting, too", 0.9, 0.2, 1.6)),
    less="less pain",
    more="more pain",
    heading="Mornings after",
    value_heading="Points of pain",
)  # fmt: skip


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_difference_stands_on_its_side_of_none_with_its_interval_around_it(width: int) -> None:
    svg = draw_forest(FOREST, WORDS, width=width)
    none = float(of_class(svg, "chart-axis")[0].get("x1", ""))
    for row, mark, line in zip(
        FOREST.rows, of_class(svg, "chart-mark"), of_class(svg, "chart-difference"), strict=True
    ):
        low, high, place = (float(node.get(key, "")) for node, key in ((line, "x1"), (line, "x2"), (mark, "cx")))
        assert 0 < low < place < high < width
        assert (high < none) if row.value < 0 else (low > none)
    height = float(tree(svg).get("viewBox", "").split()[3])
    assert max(float(node.get(key, 0)) for node in tree(svg).iter() for key in ("y", "y2", "cy")) <= height


def test_the_table_of_differences_says_the_same_as_the_marks() -> None:
    minus = "\N{MINUS SIGN}"
    rows = ("Days with a workout", f"{minus}1.2 ({minus}1.9 to {minus}0.5)"), (FOREST.rows[1].label, "0.9 (0.2 to 1.6)")
    assert forest_table(FOREST, WORDS).rows == rows
    svg = draw_forest(FOREST, WORDS, width=WIDE)
    assert [mark[0].text for mark in of_class(svg, "chart-mark")] == [cells[1] for cells in rows]
