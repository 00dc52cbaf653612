"""`unbend export`: everything that is kept of a person."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from unbend.cli.house import Data
from unbend.cli.own import Person, own
from unbend.exchange.export_format import Format
from unbend.record.errors import BadInput
from unbend.service.files import refuse_unwritable


def export(
    format_: Annotated[
        Format, typer.Option("--format", help="jsonl can be imported again; csv is for spreadsheets; zip holds both.")
    ] = Format.LINES,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it there, for its owner only.")] = None,
    person: Person = None,
    data: Data = None,
) -> None:
    """Write everything that is kept of a person: each entry as it was written."""
    from unbend.service.export import export as exported

    if to is not None:
        refuse_unwritable(to)
    elif format_ is Format.BOTH and sys.stdout.isatty():
        raise BadInput("--to", "a zip is nothing for the terminal", "name a file")
    here = own(data, person)
    found = exported(here.actor, here.person, format_, here.ports)
    if to is None:
        _print(found.content)
    else:
        _write(found.content, to)
        typer.echo(f"Written: {to}")


def _print(content: Iterator[bytes]) -> None:
    for part in content:
        sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()


def _write(content: Iterator[bytes], to: Path) -> None:
    """All of it or nothing: what stood there before stays until the new file is whole."""
    beside = to.with_name(f".{to.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for part in content:
                file.write(part)
        beside.replace(to)
    finally:
        beside.unlink(missing_ok=True)
