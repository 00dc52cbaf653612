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
from unbend.catalogue.words import Urgency
from unbend.cli.days import Today, day_of
from unbend.record.errors import BadInput, one_line
from unbend.safety import SafetyAnswer
from unbend.safety import check as checked
from unbend.service.check import answer_as_json, check_profile, findings_in, is_profile, profile_with
from unbend.service.files import read_json, refuse_unwritable, write_text

File = Annotated[
    str | None,
    typer.Argument(
        metavar="[FINDINGS.json]", help="An object of findings, or a profile that holds them; - reads standard input."
    ),
]


def check(
    file: File = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
    letter: Annotated[Path | None, typer.Option(help="Also write a letter for a clinician to this file.")] = None,
    save: Annotated[
        Path | None, typer.Option(help="Also write the answers to this file, which `unbend plan` takes too.")
    ] = None,
    today: Today = None,
) -> None:
    """Look for reasons to see somebody. Without a file it asks, a few questions at a time."""
    day, knowledge, texts = day_of(today), load_safety(), load_safety_texts()
    _refuse_clashes(file, letter, save)
    raw = None if file is None else read_json(file)
    answer, values = _asked(knowledge, texts, as_json=as_json) if file is None else _of(raw, knowledge, day)
    _show(answer, texts, as_json=as_json)
    if letter is not None:
        _write(letter, _letter(answer, values, raw, knowledge, texts, day))
    if file is None and save is None and not as_json and answer.urgency.rank < Urgency.URGENT.rank:
        save = _offered_file(texts)
    if save is not None:
        _write(save, json.dumps(profile_with(values, today=day), ensure_ascii=False, indent=2) + "\n")
        if file is None:
            next_step = texts.messages["ask_next_plan" if answer.may_plan else "ask_next_letter"]
            typer.echo(next_step.format(file=one_line(str(save))), err=True)


def _refuse_clashes(file: str | None, letter: Path | None, save: Path | None) -> None:
    """Before anything is asked: outputs that cannot be written, or would overwrite each other or what is read."""
    named = [path for path in (letter, save) if path is not None]
    for path in named:
        refuse_unwritable(path)
    whole = [path.resolve() for path in named] + ([Path(file).resolve()] if file and named else [])
    if len(set(whole)) < len(whole):
        raise BadInput("--letter, --save", "one file is named twice", "name a file of its own for each")


def _of(raw: object, knowledge: SafetyKnowledge, today: date) -> tuple[SafetyAnswer, Values]:
    if is_profile(raw):
        from unbend.catalogue.load import load_catalogue

        return check_profile(raw, load_catalogue(), today=today)
    values = findings_in(raw, knowledge)
    return checked(knowledge, values), values


def _asked(knowledge: SafetyKnowledge, texts: SafetyTexts, *, as_json: bool) -> tuple[SafetyAnswer, Values]:
    import sys

    from unbend.cli.ask import ask
    from unbend.cli.paper import paper

    values = ask(knowledge, texts, paper(err=as_json or sys.stdout is None or not sys.stdout.isatty()))
    return checked(knowledge, values), values


def _show(answer: SafetyAnswer, texts: SafetyTexts, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(answer_as_json(answer, texts), ensure_ascii=False, indent=2))
        return
    from unbend.cli.show_check import show_answer

    show_answer(answer, texts)


def _letter(
    answer: SafetyAnswer, values: Values, raw: object, knowledge: SafetyKnowledge, texts: SafetyTexts, today: date
) -> str:
    """The letter; for a profile with a log also how it has gone."""
    from unbend.exchange.letter import NOTHING_SO_FAR, letter

    lately = NOTHING_SO_FAR
    if is_profile(raw):
        from unbend.catalogue.load import load_catalogue
        from unbend.catalogue.load_text import load_texts
        from unbend.service.letter_course import so_far_of

        lately = so_far_of(raw, load_catalogue(), load_texts(), today=today)
    return letter(answer, values, knowledge, texts, today=today, so_far=lately).text()


def _offered_file(texts: SafetyTexts) -> Path | None:
    """A file to keep the answers in, when the person names one that can be written. It is asked after the answer
    was shown, so leaving here costs nothing."""
    typer.echo("\n" + texts.messages["ask_save"], err=True)
    try:
        while typed := typer.prompt(">", prompt_suffix=" ", default="", show_default=False, err=True).strip():
            try:
                refuse_unwritable(Path(typed))
            except BadInput as error:
                typer.echo(str(error), err=True)
            else:
                return None if typed in ("no", "none", "skip") else Path(typed)
    except typer.Abort:
        typer.echo(err=True)
    return None


def _write(path: Path, text: str) -> None:
    write_text(path, text)
    typer.echo(f"Written: {one_line(str(path))}", err=True)
