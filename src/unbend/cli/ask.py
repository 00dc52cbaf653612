"""Asking in the terminal: a few questions at a time, with room for "not sure"."""

import re
import sys

import typer
from rich.console import Console

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.condition import Value, Values
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.text import SafetyTexts
from unbend.catalogue.words import Answer, FindingType, Worrying
from unbend.cli.paper import heading, line, paper
from unbend.record.errors import BadInput
from unbend.record.values import value_of
from unbend.service.interview import Screen, next_screen

_HOW = 'Type the numbers that are true for you, such as "1 3"; "2?" if you are not sure; "none" if none is.'


def ask(knowledge: SafetyKnowledge, texts: SafetyTexts) -> Values:
    """The answers of the person at the keyboard. Raises BadInput when nobody is there to ask."""
    if not sys.stdin.isatty():
        raise BadInput("unbend check", "there is nobody to ask", "run it in a terminal, or name a file of findings")
    console, values = paper(), dict[str, Value]()
    while screen := next_screen(knowledge, values):
        values.update(_answers(console, screen, texts))
    return values


def _answers(console: Console, screen: Screen, texts: SafetyTexts) -> dict[str, Value]:
    first = screen.findings[0]
    if first.type is not FindingType.ANSWER:
        value = _single(console, first, texts)
        return {} if value is None else {first.id: value}
    return _ticked(console, screen, texts)


def _ticked(console: Console, screen: Screen, texts: SafetyTexts) -> dict[str, Value]:
    """Yes for what was ticked, unsure where marked, and no for exactly the others on this screen."""
    heading(console, "Is any of this true for you?")
    for number, finding in enumerate(screen.findings, start=1):
        words = texts.findings[finding.id]
        line(console, f"{number}. {words.question}", indent=2)
        if words.help:
            line(console, words.help, indent=5, style="dim")
    ticks = _read_ticks(len(screen.findings))
    given = {f.id: ticks.get(number, Answer.NO) for number, f in enumerate(screen.findings, start=1)}
    return {key: _surer(console, key, value, texts) for key, value in given.items()}


def _read_ticks(most: int) -> dict[int, Answer]:
    while True:
        typed = typer.prompt(f"\n{_HOW}\n").strip().lower()
        ticks = _parsed_ticks(typed, most)
        if ticks is not None:
            return ticks
        typer.echo(f'That was not clear: numbers from 1 to {most}, or "none".')


def _parsed_ticks(typed: str, most: int) -> dict[int, Answer] | None:
    """What was ticked; None where it is not clear. Just pressing Enter is not clear: it might be a slip."""
    if typed == "none":
        return {}
    words = re.split(r"[\s,]+", typed)
    if not all(re.fullmatch(r"\d+\??", word) and 1 <= int(word.rstrip("?")) <= most for word in words):
        return None
    return {int(word.rstrip("?")): Answer.UNSURE if word.endswith("?") else Answer.YES for word in words}


def _surer(console: Console, finding: str, value: Answer, texts: SafetyTexts) -> Answer:
    """One concrete question more for what alone would be an emergency. Still unsure stays unsure, and counts as yes."""
    follow_up = texts.findings[finding].follow_up
    if value is not Answer.UNSURE or follow_up is None:
        return value
    line(console, follow_up, indent=2)
    while True:
        typed = typer.prompt("yes, no or unsure").strip().lower()
        if typed in tuple(Answer):
            return Answer(typed)


def _single(console: Console, finding: Finding, texts: SafetyTexts) -> Value | None:
    words = texts.findings[finding.id]
    heading(console, words.question)
    if words.help:
        line(console, words.help, indent=2, style="dim")
    skippable = not finding.gate and finding.worrying is Worrying.NEITHER
    while True:
        typed = typer.prompt(_allowed(finding, skippable=skippable)).strip().lower()
        if skippable and typed == "skip":
            return None
        try:
            return value_of(_as_json(typed, finding), finding, where=words.label)
        except BadInput as error:
            typer.echo(str(error))


def _allowed(finding: Finding, *, skippable: bool) -> str:
    unit = f" in {finding.unit}" if finding.unit else ""
    asked = f"a number{unit}" if finding.type is FindingType.NUMBER else ", ".join(finding.options)
    return asked + (' (or "skip")' if skippable else "")


def _as_json(typed: str, finding: Finding) -> object:
    if finding.type is FindingType.NUMBER:
        try:
            return float(typed)
        except ValueError:
            return typed
    return re.split(r"[\s,]+", typed) if finding.type is FindingType.CHOICES else typed
