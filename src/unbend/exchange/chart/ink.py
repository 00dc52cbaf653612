"""How the parts of a chart get their look: by classes on a page, by attributes where no stylesheet goes along."""

from collections.abc import Mapping
from enum import StrEnum

from unbend.exchange.markup import Html, element


class Ink(StrEnum):
    """`SCREEN` leaves colours to the page's stylesheet; `PRINT` carries its own, for paper and files."""

    SCREEN = "screen"
    PRINT = "print"


_INK, _QUIET, _LINE, _FIRST, _SECOND, _PAPER = "#1c2430", "#55606e", "#c9d0d8", "#1f6f6b", "#9a4a1c", "#ffffff"
_FONT = "system-ui, 'Segoe UI', sans-serif"
_TEXT = {"font-family": _FONT, "font-size": "12", "fill": _QUIET}
_STRONG = {**_TEXT, "font-size": "13", "fill": _INK, "font-weight": "600"}
_HALO = {"stroke": _PAPER, "stroke-width": "6", "stroke-linejoin": "round", "paint-order": "stroke"}

_LOOK: Mapping[str, Mapping[str, str]] = {
    "chart-grid": {"stroke": _LINE, "stroke-width": "1"},
    "chart-axis": {"stroke": _QUIET, "stroke-width": "1"},
    "chart-tick": _TEXT,
    "chart-band": {"fill": _FIRST, "fill-opacity": "0.12"},
    "chart-band-label": _TEXT,
    "chart-range": {"fill": _FIRST, "fill-opacity": "0.2", "stroke": _FIRST, "stroke-opacity": "0.2"},
    "chart-line chart-first": {"fill": "none", "stroke": _FIRST, "stroke-width": "2", "stroke-linejoin": "round"},
    "chart-line chart-second": {
        "fill": "none", "stroke": _SECOND, "stroke-width": "2", "stroke-dasharray": "5 3", "stroke-linejoin": "round",
    },
    "chart-line chart-first chart-fine": {"fill": "none", "stroke": _FIRST, "stroke-width": "1.2"},
    "chart-line chart-second chart-fine": {"fill": "none", "stroke": _SECOND, "stroke-width": "1.2"},
    "chart-mark chart-first": {"fill": _FIRST, "stroke": _PAPER, "stroke-width": "1"},
    "chart-mark chart-second": {"fill": _PAPER, "stroke": _SECOND, "stroke-width": "2"},
    "chart-label chart-first": {**_STRONG, "fill": _FIRST},
    "chart-label chart-second": {**_STRONG, "fill": _SECOND},
    "chart-value chart-first": {**_STRONG, "fill": _FIRST, **_HALO},
    "chart-value chart-second": {**_STRONG, "fill": _SECOND, **_HALO},
    "chart-label": _STRONG,
    "chart-note": _TEXT,
    "chart-bar": {"fill": _FIRST},
    "chart-planned": {"stroke": _INK, "stroke-width": "2"},
    "chart-track": {"stroke": _LINE, "stroke-width": "2", "stroke-linecap": "round"},
    "chart-difference": {"stroke": _QUIET, "stroke-width": "4"},
    "chart-nothing": {**_TEXT, **_HALO},
}  # fmt: skip


def part(ink: Ink, name: str, look: str, *children: str, **attributes: str | float) -> Html:
    """One element of a chart that looks as its classes say."""
    look_attributes = {"class_": look} if ink is Ink.SCREEN else dict(_LOOK[look])
    placed = {key: value if isinstance(value, str) else short(value) for key, value in attributes.items()}
    return element(name, *children, **look_attributes, **placed)


def short(value: float) -> str:
    """The number to a tenth, which is finer than anybody sees."""
    return f"{round(value, 1) + 0:g}"


def drawing(ink: Ink, identity: str, title: str, description: str, *parts: str, width: float, height: float) -> Html:
    """The whole picture, with its name and description for those who do not see it."""
    place = {"xmlns": "http://www.w3.org/2000/svg"} if ink is Ink.PRINT else {"class_": "chart-drawing"}
    return element(
        "svg",
        element("title", title, id=f"{identity}-title"),
        element("desc", description, id=f"{identity}-description"),
        *parts,
        **place,
        viewBox=f"0 0 {short(width)} {short(height)}",
        role="img",
        aria_labelledby=f"{identity}-title",
        aria_describedby=f"{identity}-description",
    )
