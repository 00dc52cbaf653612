"""`unbend schema`: what may come in from outside, the script of a workout, and the export, as JSON Schema."""

import json
from typing import Annotated

import typer

from unbend.record.errors import BadInput


def schema(name: Annotated[str, typer.Argument(metavar="profile|entry|findings|script|export")]) -> None:
    """Print the JSON Schema of a profile, an entry, a file of findings, a workout's script, or a line of an export."""
    from unbend.catalogue.load import load_catalogue
    from unbend.exchange import log_file
    from unbend.record.schema import NAMES
    from unbend.record.schema import schema as made
    from unbend.workout.schema import NAME, script_schema

    others = {NAME: script_schema, log_file.NAME: log_file.export_schema}
    if name not in (*NAMES, *others):
        raise BadInput(name, "no such schema", f"write one of {', '.join((*NAMES, *others))}")
    catalogue = load_catalogue()
    found = others[name](catalogue) if name in others else made(name, catalogue)
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
