"""Asking in the terminal: a few questions at a time, with room for "not sure" and a way back."""

import sys
from collections.abc import Callable
from typing import TypeVar

from rich.console import Console

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.condition import Value, Values
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.text import SafetyTexts
from unbend.catalogue.words import Answer, FindingType, Worrying
from unbend.cli.paper import heading, line
from unbend.cli.typed import answer_in, ticks_in, value_in
from unbend.record.errors import BadInput
from unbend.service.interview import Screen, next_screen

T = TypeVar("T")


class _Back(Exception):
    """The person wants to see the page before."""


def ask(knowledge: SafetyKnowledge, texts: SafetyTexts, console: Console) -> Values:
    """The answers of the person at the keyboard. Raises BadInput when nobody is there to ask."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput("standard input", "there is nobody to ask", "run it in a terminal, or name a file of findings")
    line(console, texts.messages["ask_begin"])
    values, skipped = dict[str, Value](), frozenset[str]()
    before: list[tuple[dict[str, Value], frozenset[str]]] = []
    while screen := next_screen(knowledge, values, skipped):
        try:
            given = _answers(console, screen, texts, page=len(before) + 1)
        except _Back:
            values, skipped = before.pop() if before else (values, skipped)
            continue
        before.append((values, skipped))
        values, skipped = {**values, **given}, skipped | {f.id for f in screen.findings if f.id not in given}
    return values


def _answers(console: Console, screen: Screen, texts: SafetyTexts, *, page: int) -> dict[str, Value]:
    first = screen.findings[0]
    if first.type is not FindingType.ANSWER:
        value = _single(console, first, texts, page)
        return {} if value is None else {first.id: value}
    if len(screen.findings) == 1:
        _question(console, first, texts, f"{page}. ")
        return {first.id: _surer(console, first.id, _yes_or_no(console, texts), texts)}
    return _ticked(console, screen, texts, page)


def _ticked(console: Console, screen: Screen, texts: SafetyTexts, page: int) -> dict[str, Value]:
    """Yes for what was ticked, unsure where marked, and no for exactly the others on this screen."""
    heading(console, f"{page}. {texts.messages['ask_which']}")
    for number, finding in enumerate(screen.findings, start=1):
        words = texts.findings[finding.id]
        line(console, f"{number}. {words.question}", indent=2, hang=3)
        if words.help:
            line(console, words.help, indent=5, style="dim")
    most = len(screen.findings)
    ticks = _until_clear(
        console,
        texts.messages["ask_ticks"],
        lambda typed: ticks_in(typed, most),
        texts.messages["ask_unclear"].format(most=most),
    )
    given = {f.id: ticks.get(number, Answer.NO) for number, f in enumerate(screen.findings, start=1)}
    return {key: _surer(console, key, value, texts) for key, value in given.items()}


def _surer(console: Console, finding: str, value: Answer, texts: SafetyTexts) -> Answer:
    """One concrete question more for what alone would be an emergency. Still unsure stays unsure, and counts as yes."""
    follow_up = texts.findings[finding].follow_up
    if value is not Answer.UNSURE or follow_up is None:
        return value
    console.print()
    line(console, follow_up, indent=2)
    return _yes_or_no(console, texts)


def _yes_or_no(console: Console, texts: SafetyTexts) -> Answer:
    messages = texts.messages
    return _until_clear(console, messages["ask_yes_or_no"], answer_in, messages["ask_unclear_answer"])


def _single(console: Console, finding: Finding, texts: SafetyTexts, page: int) -> Value | None:
    """One number or choice. None where it was skipped, which only an answer that worries nobody may be."""
    _question(console, finding, texts, f"{page}. ")
    for number, option in enumerate(finding.options, start=1):
        line(console, f"{number}. {option.replace('-', ' ')}", indent=2)
    skippable = not finding.gate and finding.worrying is Worrying.NEITHER
    while True:
        typed = _read(console, _wanted(finding, texts, skippable=skippable))
        if skippable and typed in ("", "skip"):
            return None
        try:
            return value_in(typed, finding, where=texts.findings[finding.id].label)
        except BadInput as error:
            line(console, str(error))


def _question(console: Console, finding: Finding, texts: SafetyTexts, number: str) -> None:
    words = texts.findings[finding.id]
    heading(console, number + words.question)
    if words.help:
        line(console, words.help, indent=2, style="dim")


def _wanted(finding: Finding, texts: SafetyTexts, *, skippable: bool) -> str:
    messages = texts.messages
    if finding.type is FindingType.NUMBER:
        unit = "" if finding.unit is None or finding.unit[0].isdigit() else f" ({finding.unit})"
        wanted = messages["ask_days"] if finding.unit == "days" else messages["ask_number"].format(unit=unit)
    else:
        wanted = messages["ask_choices" if finding.type is FindingType.CHOICES else "ask_choice"]
    return f"{wanted} {messages['ask_skip']}" if skippable else wanted


def _until_clear(console: Console, wanted: str, read: Callable[[str], T | None], unclear: str) -> T:
    """What was typed, asked for until it is clear. Pressing Enter alone is not: it might be a slip."""
    while True:
        found = read(_read(console, wanted))
        if found is not None:
            return found
        line(console, unclear)


def _read(console: Console, wanted: str) -> str:
    """A line from the keyboard. Raises _Back when that is what was typed."""
    console.print()
    line(console, wanted, style="dim")
    console.print("> ", end="")
    try:
        typed = input().strip().lower()
    except UnicodeDecodeError:
        return "?"
    if typed == "back":
        raise _Back
    return typed
