"""`unbend catalogue`: look at what Unbend knows, and check it."""

import json
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from unbend.catalogue.load import CatalogueError, load_catalogue, root
from unbend.catalogue.load_text import load_texts
from unbend.record.errors import BadInput

app = typer.Typer(help="Look at what Unbend knows, and check it.", no_args_is_help=True)

At = Annotated[Path | None, typer.Option("--at", help="A folder with `data` and `text` instead of our own catalogue.")]


@app.command()
def lint(at: At = None) -> None:
    """Check every file of the catalogue: each fault with its file, line and key. Exit 1 when there is one."""
    from unbend.catalogue.lint import lint as faults_of

    faults = faults_of(_folder(at))
    for fault in faults:
        typer.echo(str(fault))
    typer.echo(f"Faults in the catalogue: {len(faults)}")
    raise typer.Exit(1 if faults else 0)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Such as glute-bridge or saddle-numbness.")], at: At = None
) -> None:
    """Show all that is known under one id: facts, words and sources."""
    from unbend.cli.catalogue_page import pages_of, print_page

    for page in pages_of(_folder(at), name):
        print_page(page)


@app.command("list")
def listed() -> None:
    """List every exercise: its id and its name."""
    texts = load_texts()
    for exercise in load_catalogue().exercises.values():
        if not exercise.retired:
            typer.echo(f"{exercise.id:32} {texts.exercises[exercise.id].name}")


@app.command()
def coverage(
    file: Annotated[Path, typer.Argument(help="A TOML file of tables, each with rows.")], at: At = None
) -> None:
    """List the rows of FILE that no item covers. Exit 1 when there is one."""
    from unbend.catalogue.coverage import compare

    try:
        found = compare(_folder(at), file)
    except (OSError, UnicodeDecodeError, CatalogueError) as error:
        what = "this is not text in UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        what = (error.strerror or "") if isinstance(error, OSError) else what
        raise BadInput(
            str(file), what or "cannot be read", 'give a TOML file of tables with "<source>.<row>" keys'
        ) from None
    for row in found.missing:
        typer.echo(f"{row.table}: {row.id}: {row.says}")
    for stray in found.stray:
        typer.echo(f"covered by an item, but no row of the file: {stray}")
    typer.echo(f"{len(found.rows) - len(found.missing)} of {len(found.rows)} rows are covered.")
    raise typer.Exit(1 if found.missing or found.stray else 0)


@app.command()
def export(as_json: Annotated[bool, typer.Option("--json", help="As JSON, the only form there is.")] = False) -> None:
    """Print the whole catalogue, facts and words together."""
    if not as_json:
        raise BadInput("unbend catalogue export", "says no form", "write --json")
    from unbend.catalogue.export import export as exported

    typer.echo(json.dumps(exported(load_catalogue(), load_texts()), ensure_ascii=False, indent=2))


@app.command()
def schema(kind: Annotated[str, typer.Argument(help="Such as exercises, or exercises-words for their words.")]) -> None:
    """Print the JSON Schema of one kind of file, for editors."""
    from unbend.catalogue.schema import json_schema, schema_names

    if kind not in schema_names():
        raise BadInput(kind, "no such kind of file", f"write one of {', '.join(schema_names())}")
    typer.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))


def _folder(at: Path | None) -> Traversable:
    if at is None:
        return root()
    if not (at / "data").is_dir():
        raise BadInput(str(at), "no folder with a catalogue", "name the folder that holds `data` and `text`")
    return at
