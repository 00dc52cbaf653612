"""`unbend import`: a log that was exported elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unbend.cli.house import Data
from unbend.cli.own import Person, own
from unbend.record.errors import BadInput, one_line

if TYPE_CHECKING:
    from unbend.service.import_log import Report

MOST_SHOWN = 20


def import_log(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON lines that an export wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Take in what can be taken without asking.")] = False,
    person: Person = None,
    data: Data = None,
) -> None:
    """Take in a log that was exported elsewhere. It says first what it would do; doing it twice changes nothing."""
    from unbend.service.import_log import MOST_BYTES, check_import
    from unbend.service.import_log import import_log as imported

    content = _content(file, MOST_BYTES)
    here = own(data, person)
    report = check_import(here.actor, here.person, content, here.ports)
    _show(report)
    if report.new == 0:
        typer.echo("Nothing to do.")
    elif yes or typer.confirm("Take in what is fine?", default=False):
        done = imported(here.actor, here.person, content, here.ports)
        typer.echo(f"{_entries(done.new)} taken in.")
    else:
        typer.echo("Nothing was changed.")


def _content(file: Path, most: int) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        what = (error.strerror or "cannot be read").lower()
        raise BadInput(str(file), what, "name a file that can be read") from None


def _show(report: "Report") -> None:
    already = f", of which {report.already} are there already" if report.already else ""
    typer.echo(f"{_entries(report.fine)} fine{already}; {len(report.not_taken)} cannot be taken.")
    for one in report.not_taken[:MOST_SHOWN]:
        typer.echo(f"  line {one.line}: {one_line(one.why, most=300)}")
    if len(report.not_taken) > MOST_SHOWN:
        typer.echo(f"  and {len(report.not_taken) - MOST_SHOWN} more")
    if report.other:
        typer.echo("It was exported from another record. It will become part of this one.")


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
