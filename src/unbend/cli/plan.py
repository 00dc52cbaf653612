"""`unbend plan`: a week of workouts that fits. `unbend demo`: the same on an example, and what to try next."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unbend.cli.days import Today, day_of
from unbend.cli.numbers import whole
from unbend.service.files import refuse_unwritable, write_text

if TYPE_CHECKING:
    from unbend.service.plan import Advice

# Everything else is imported where it is used, so that `unbend check` starts without what only planning needs.

File = Annotated[
    str, typer.Argument(metavar="PROFILE.json", help="What a person says of themselves; - reads standard input.")
]

Week = Annotated[
    int,
    typer.Option(metavar="1..52", parser=whole("--week", 1, 52), help="Which week, if all goes as planned until then."),
]
Seed = Annotated[
    int,
    typer.Option(
        metavar="NUMBER",
        parser=whole("--seed", 0, 2**31 - 1),
        help="Another seed may choose otherwise between workouts that are equally good.",
    ),
]

NEXT = """
What to try next
  unbend check                           answer the questions yourself
  unbend plan {file} --explain   why each exercise is in, or is not
  unbend plan {file} --week 6    how the weeks change
  unbend catalogue show glute-bridge     everything about one exercise
  unbend schema profile                  what a profile may hold

(`unbend` is in .venv/bin after `make run`.)"""


def plan(
    file: File,
    as_json: Annotated[bool, typer.Option("--json", help="The plan as JSON.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why for everything, in the plan or not.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Also write the week with its pictures, to print on A4.")
    ] = None,
    week: Week = 1,
    seed: Seed = 1,
    today: Today = None,
) -> None:
    """Check for reasons to see somebody, then plan a week of workouts that fits."""
    if html is not None:
        refuse_unwritable(html)
    advice = _advice(file, day_of(today), week, seed)
    _show(advice, as_json=as_json, explain=explain)
    if html is not None:
        _write_page(html, advice, day_of(today))


def demo(file: File, today: Today = None) -> None:
    """Plan a week for an example, and say what to try next."""
    _show(_advice(file, day_of(today), 1, 1), as_json=False, explain=False)
    typer.echo(NEXT.format(file=file))


def _show(advice: Advice, *, as_json: bool, explain: bool) -> None:
    from unbend.catalogue.load_text import load_texts
    from unbend.cli.show_plan import show_advice
    from unbend.service.plan_json import advice_as_json

    texts = load_texts()
    if as_json:
        typer.echo(json.dumps(advice_as_json(advice, texts), ensure_ascii=False, indent=2))
    else:
        show_advice(advice, texts, explain=explain)


def _write_page(path: Path, advice: Advice, today: date) -> None:
    from unbend.catalogue.load import load_catalogue
    from unbend.catalogue.load_text import load_texts
    from unbend.service.figure import open_studio
    from unbend.service.week_page import week_as_html

    texts, catalogue = load_texts(), load_catalogue()
    write_text(path, week_as_html(advice, catalogue, texts, open_studio(texts, catalogue), today=today))


def _advice(file: str, today: date, week: int, seed: int) -> Advice:
    from unbend.catalogue.load import load_catalogue
    from unbend.planning.solvers.when_needed import SolverWhenNeeded
    from unbend.service.files import read_json
    from unbend.service.plan import plan_for

    return plan_for(read_json(file), load_catalogue(), SolverWhenNeeded(), today=today, week=week, seed=seed)
