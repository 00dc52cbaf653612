"""One id of the catalogue as a page in the terminal: what it is, its words, and where both come from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from unbend.catalogue.lint.fault import unknown
from unbend.catalogue.lint.reading import Item, Reading, read
from unbend.cli.paper import Paper
from unbend.record.errors import BadInput

_TITLES = ("name", "label", "title", "why", "rule")


@dataclass(frozen=True)
class Page:
    """What there is to show: the facts, their words in each language, and the sources they name."""

    fact: Item
    words: tuple[Item, ...]
    sources: tuple[Item, ...]


def pages_of(root: Traversable, name: str) -> tuple[Page, ...]:
    """A page for each kind of thing with this id. Raises BadInput when there is none."""
    reading = read(root)
    pages = tuple(_page(reading, fact) for fact in reading.facts if fact.id == name)
    if not pages:
        message = unknown("id", name, {item.id for item in reading.facts})
        raise BadInput("catalogue", message, "give the id of an exercise, a rule, a finding, a source or another item")
    return pages


def print_page(page: Page, console: Console | None = None) -> None:
    """Print it, with the files to mend it in below."""
    parts: list[RenderableType] = [part for words in page.words for part in (_table(words.raw), Text())]
    parts.append(_table(page.fact.raw))
    if page.sources:
        parts += [Text(), _sources(page.sources)]
    title = Text(f"{_title(page)} ({page.fact.kind.key} {page.fact.id})", style="bold")
    where = Text("  ".join(item.place for item in (page.fact, *page.words)), style="dim")
    (console or Paper()).print(Panel(Group(*parts), title=title, title_align="left", subtitle=where))


def _page(reading: Reading, fact: Item) -> Page:
    words = tuple(w for w in reading.words if (w.kind, w.id) == (fact.kind, fact.id))
    sources = reading.ids("sources")
    return Page(fact, words, tuple(sources[name] for name in fact.raw.get("sources", ()) if name in sources))


def _title(page: Page) -> str:
    said = [words.raw[key] for words in page.words for key in _TITLES if key in words.raw]
    return str(said[0] if said else page.fact.raw.get("title", page.fact.id))


def _table(values: Mapping[str, Any]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for key, value in values.items():
        if key not in ("id", "sources") and value not in ([], {}):
            table.add_row(_named(key), Text("\n".join(_lines(value))))
    return table


def _lines(value: Any) -> Iterator[str]:
    """A value in plain lines: short lists on one, sentences and tables on one each."""
    if isinstance(value, list) and all(isinstance(one, str) and " " in one for one in value):
        yield from (f"{number}. {one}" for number, one in enumerate(value, start=1))
    elif isinstance(value, list) and all(isinstance(one, dict) for one in value):
        yield from (_short(one) for one in value)
    elif isinstance(value, dict) and any(isinstance(one, dict | list) for one in value.values()):
        yield from (f"{_named(key)}: {_short(one)}" for key, one in value.items())
    else:
        yield _short(value)


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{_named(key)} {_short(one)}" for key, one in value.items())
    if isinstance(value, list):
        is_range = len(value) == 2 and all(isinstance(one, int) for one in value)
        return (" to " if is_range else ", ").join(dict.fromkeys(_short(one) for one in value))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _named(key: str) -> str:
    return key.replace("_", " ")


def _sources(sources: tuple[Item, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for source in sources:
        table.add_row(source.id, Text(_reference(source.raw)))
    return table


def _reference(source: Mapping[str, Any]) -> str:
    address = f"https://doi.org/{source['doi']}" if "doi" in source else source.get("url", "")
    return (
        f"{source.get('authors')} ({source.get('year', 'no year')}). {source.get('title')}\n"
        f"strength {source.get('strength')}, read: {source.get('read')}  {address}"
    )
