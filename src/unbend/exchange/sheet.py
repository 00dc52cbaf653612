"""All exercises on one page: start, end, moving, with name and id."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from unbend.exchange.markup import Html, element, page, raw

STYLE = """
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.4; }
body { margin: 1.5rem; background: Canvas; color: CanvasText; }
h2 { margin: 2rem 0 0.5rem; }
article { display: inline-block; vertical-align: top; margin: 0 1rem 1.5rem 0; padding: 0.5rem;
  border: 1px solid #8884; border-radius: 0.5rem; break-inside: avoid; }
article h3 { margin: 0 0 0.25rem; font-size: 1rem; }
article h3 small { font-weight: normal; opacity: 0.7; margin-left: 0.5rem; }
figure { display: inline-block; margin: 0; width: 15rem; }
figure svg { width: 100%; height: 12rem; }
figcaption { font-size: 0.8rem; opacity: 0.7; text-align: center; }
"""


@dataclass(frozen=True)
class Card:
    """One exercise of the sheet: its pictures as SVG, each with its caption."""

    ladder: str
    id: str
    name: str
    pictures: tuple[tuple[str, str], ...]


def sheet(cards: Iterable[Card], *, title: str, figure_style: str) -> str:
    """The page of all cards, one heading a ladder."""
    groups = groupby(cards, key=lambda card: card.ladder)
    body = [part for ladder, group in groups for part in _ladder(ladder, group)]
    return page(title, STYLE + figure_style, element("h1", title), *body)


def _ladder(ladder: str, cards: Iterable[Card]) -> Iterator[Html]:
    yield element("h2", ladder)
    for card in cards:
        figures = (element("figure", raw(svg), element("figcaption", caption)) for caption, svg in card.pictures)
        yield element("article", element("h3", card.name, element("small", card.id)), *figures, id=card.id)
