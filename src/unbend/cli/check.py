"""`unbend check`: is there a reason to see somebody?"""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.condition import Values
from unbend.catalogue.load import load_safety
from unbend.catalogue.load_text import load_safety_texts
from unbend.catalogue.text import SafetyTexts
from unbend.cli.days import Today, day_of
from unbend.record.errors import BadInput
from unbend.safety import SafetyAnswer
from unbend.safety import check as checked
from unbend.service.check import answer_as_json, findings_in
from unbend.service.files import read_json


def check(
    file: Annotated[
        str | None, typer.Argument(metavar="[FINDINGS.json]", help="A flat object of findings; - reads standard input.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
    letter: Annotated[Path | None, typer.Option(help="Also write a letter for a clinician to this file.")] = None,
    save: Annotated[Path | None, typer.Option(help="Also write the answers to this file.")] = None,
    today: Today = None,
) -> None:
    """Look for reasons to see somebody. Without a file it asks, a few questions at a time."""
    knowledge, texts = load_safety(), load_safety_texts()
    values = findings_in(read_json(file), knowledge) if file else _asked(knowledge, texts)
    answer = checked(knowledge, values)
    if as_json:
        typer.echo(json.dumps(answer_as_json(answer, texts), ensure_ascii=False, indent=2))
    else:
        _show(answer, texts)
    if letter:
        _write(letter, _letter(answer, values, knowledge, texts, day_of(today)))
    if save:
        _write(save, json.dumps(dict(values), ensure_ascii=False, indent=2) + "\n")


def _asked(knowledge: SafetyKnowledge, texts: SafetyTexts) -> Values:
    from unbend.cli.ask import ask

    return ask(knowledge, texts)


def _show(answer: SafetyAnswer, texts: SafetyTexts) -> None:
    from unbend.cli.show_check import show_answer

    show_answer(answer, texts)


def _letter(answer: SafetyAnswer, values: Values, knowledge: SafetyKnowledge, texts: SafetyTexts, today: date) -> str:
    from unbend.exchange.letter import letter

    return letter(answer, values, knowledge, texts, today=today).text()


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(str(path), (error.strerror or "cannot be written").lower(), "name a file that can be") from None
    typer.echo(f"Written: {path}", err=True)
