"""The command line: it parses, calls one use case and shows what came back."""

import os
import sys
from typing import Annotated

import typer

from unbend.catalogue.load import CatalogueError
from unbend.cli import assess, catalogue, check, plan, schema
from unbend.record.errors import BadInput

app = typer.Typer(
    help="An exercise programme for a sore or stiff lower back that first looks for reasons to see somebody.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("check")(check.check)
app.command("plan")(plan.plan)
app.command("demo")(plan.demo)
app.command("tests")(assess.offered)
app.command("score")(assess.score)
app.command("schema")(schema.schema)
app.add_typer(catalogue.app, name="catalogue")


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"unbend {version('unbend')}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")]


@app.callback()
def _unbend(
    shown: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Parse the options that stand before any command."""


def main() -> None:
    """Run the command line. Bad input gets one line and exit 2; a bug keeps its traceback."""
    try:
        code = app(standalone_mode=False)
    except (BadInput, CatalogueError) as error:
        _stop(str(error), 2)
    except typer.Abort:
        _stop("stopped", 130)
    except BrokenPipeError:
        # Whoever read our output has gone, as `head` does; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        _stop(f"{error.format_message()} (`unbend --help` lists what there is)", 2)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _stop(message: str, code: int) -> None:
    print("unbend: " + " ".join(message.split()), file=sys.stderr)
    sys.exit(code)
