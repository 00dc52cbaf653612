"""How a source is shown: its title, who wrote it and when, how to find it, and how much of it was read."""

from dataclasses import dataclass

from unbend.catalogue.knowledge import Source
from unbend.catalogue.text import Texts


@dataclass(frozen=True)
class ShownSource:
    """`address` leads to it where it has one; `read` says in words how much of it was read."""

    title: str
    by: str
    address: str | None
    printed: str | None
    read: str


def shown(source: Source, texts: Texts) -> ShownSource:
    """The source as a page shows it."""
    address = f"https://doi.org/{source.doi}" if source.doi else source.url
    by = source.authors if source.year is None else f"{source.authors}, {source.year}"
    return ShownSource(source.title, by, address, source.printed, texts.names["read"][source.read])
