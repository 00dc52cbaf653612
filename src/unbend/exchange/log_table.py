"""A person's whole log as a flat table for spreadsheets: one row for each value that an entry holds."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

COLUMNS = ("id", "kind", "version", "happened_at", "path", "value")
BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets take every letter outside English for two others."""

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_lines(written: Iterable[str]) -> Iterator[str]:
    """The lines of the table, with its heading."""
    yield BYTE_ORDER_MARK + _line(COLUMNS)
    for text in written:
        entry = json.loads(text)
        head = [_cell(entry.get(key)) for key in COLUMNS[:4]]
        for path, value in _values({key: entry[key] for key in ("corrects", "data") if key in entry}, ()):
            yield _line([*head, _safe(".".join(path)), _cell(value)])


def _values(raw: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Each value that holds no others, with the way to it. What is empty is a value too."""
    inside = list(raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ())
    if not inside:
        yield path, raw
    for key, value in inside:
        yield from _values(value, (*path, str(key)))


def _cell(value: object) -> str:
    """Texts as they are, everything else as JSON writes it."""
    return _safe(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _safe(text: str) -> str:
    """The text, with a quote before what a spreadsheet would take for a formula and run."""
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS_A_FORMULA) else text


def _line(cells: Iterable[str]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\r\n").writerow(cells)
    return made.getvalue()
