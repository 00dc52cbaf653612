"""A chart in both widths: the page's stylesheet shows the one that fits."""

from collections.abc import Callable, Iterable

from unbend.exchange.markup import Html, element

NARROW, WIDE = 340, 680
"""Widths at which a letter of the chart is about as large as one of the page: on a phone, and beside nothing else."""


def figure(draw: Callable[[int], Html]) -> Html:
    """The chart for narrow and for wide pages. `draw` makes it in a given width."""
    return element(
        "div",
        element("div", draw(NARROW), class_="chart-narrow"),
        element("div", draw(WIDE), class_="chart-wide"),
        class_="chart",
    )


def multiples(charts: Iterable[tuple[str, Html]]) -> Html:
    """Small charts side by side, each under its name; draw them in the narrow width."""
    cells = (element("div", element("p", name, class_="chart-name"), chart) for name, chart in charts)
    return element("div", *cells, class_="chart-multiples")
