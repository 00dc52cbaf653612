"""`unbend schema`: what may come in from outside, and the script of a workout, as JSON Schema."""

import json
from typing import Annotated

import typer

from unbend.record.errors import BadInput


def schema(name: Annotated[str, typer.Argument(metavar="profile|entry|findings|script")]) -> None:
    """Print the JSON Schema of a profile, an entry of the log, a file of findings, or the script of a workout."""
    from unbend.catalogue.load import load_catalogue
    from unbend.record.schema import NAMES
    from unbend.record.schema import schema as made
    from unbend.workout.schema import NAME, script_schema

    if name not in (*NAMES, NAME):
        raise BadInput(name, "no such schema", f"write one of {', '.join((*NAMES, NAME))}")
    catalogue = load_catalogue()
    found = script_schema(catalogue) if name == NAME else made(name, catalogue)
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
