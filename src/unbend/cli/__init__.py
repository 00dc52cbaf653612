"""The command line: it parses, calls one use case and shows what came back."""

import errno
import os
import sys
from typing import Annotated, NoReturn

import typer

from unbend.catalogue.load import CatalogueError
from unbend.cli import (
    account,
    assess,
    backup,
    catalogue,
    check,
    doctor,
    erase,
    export,
    figure,
    helps,
    import_log,
    migrate,
    motion,
    plan,
    restore,
    schema,
    serve,
    up,
    why,
)
from unbend.record.errors import BadInput, one_line

app = typer.Typer(
    help="An exercise programme for a sore or stiff lower back that first looks for reasons to see somebody.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("up")(up.up)
app.command("check")(check.check)
app.command("plan")(plan.plan)
app.command("demo")(plan.demo)
app.command("figure")(figure.figure)
app.command("tests")(assess.offered)
app.command("score")(assess.score)
app.command("schema")(schema.schema)
app.command("backup")(backup.backup)
app.command("restore")(restore.restore)
app.command("migrate")(migrate.migrate)
app.command("serve")(serve.serve)
app.command("export")(export.export)
app.command("import")(import_log.import_log)
app.command("erase")(erase.erase)
app.command("why")(why.why)
app.command("helps")(helps.helps)
app.command("doctor")(doctor.doctor)
app.add_typer(account.app, name="account")
app.add_typer(catalogue.app, name="catalogue")
app.add_typer(motion.app, name="motion")


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"unbend {version('unbend')}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")]


@app.callback()
def _unbend(shown: Version = False) -> None:
    """Parse the options that stand before any command."""


INTERRUPTED = 130
"""The exit code of whatever Ctrl-C stops."""


def main() -> None:
    """Run the command line. Bad input gets one line and exit 2; a bug keeps its traceback."""
    try:
        code = _run(sys.argv[1:])
    except (BadInput, CatalogueError) as error:
        _stop(str(error), 2)
    except (typer.Abort, KeyboardInterrupt, EOFError):
        _stop("stopped", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has gone, as `head` does; there is nobody left to tell.
        _give_up_output()
        code = 0
    except OSError as error:
        _not_written(error)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        _misused(error.format_message())
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    """Run it without the ways in which Typer itself would end: there every failure has one line, and a pipe none."""
    command = typer.main.get_command(app)
    try:
        with command.make_context("unbend", arguments) as context:
            command.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()
    return 0


_CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOSPC)


def _not_written(error: OSError) -> NoReturn:
    """A folder that cannot be written, or no room for the output; any other failure is a bug of ours."""
    if error.filename is not None and error.errno in _CLOSED:
        _stop(f"{error.filename}: {(error.strerror or 'closed').lower()}; make room or give yourself the right to", 2)
    if error.errno not in (errno.ENOSPC, errno.EIO):
        raise error
    _give_up_output()
    _stop(f"the output: {(error.strerror or 'cannot be written').lower()}; send it where there is room", 2)


def _give_up_output() -> None:
    """What is still waiting to be written goes nowhere, so that the end of the program does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _misused(message: str) -> NoReturn:
    """A command line that cannot be read. Without a message the help has just been shown: nothing was wrong."""
    if not message:
        sys.exit(0)
    _stop(f"{message.rstrip('.')}; `unbend --help` lists what there is", 2)


def _stop(message: str, code: int) -> NoReturn:
    if code == INTERRUPTED and sys.stderr.isatty():
        print(file=sys.stderr)  # the terminal shows ^C and stays on that line
    print(f"unbend: {one_line(message, most=1000)}", file=sys.stderr)
    sys.exit(code)
