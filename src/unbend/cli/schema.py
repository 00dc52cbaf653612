"""`unbend schema`: what may come in from outside, as JSON Schema."""

import json
from typing import Annotated

import typer

from unbend.record.errors import BadInput


def schema(name: Annotated[str, typer.Argument(metavar="profile|entry|findings")]) -> None:
    """Print the JSON Schema of a profile, an entry of the log, or a file of findings."""
    from unbend.catalogue.load import load_catalogue
    from unbend.record.schema import NAMES
    from unbend.record.schema import schema as made

    if name not in NAMES:
        raise BadInput(name, "no such schema", f"write one of {', '.join(NAMES)}")
    typer.echo(json.dumps(made(name, load_catalogue()), ensure_ascii=False, indent=2))
