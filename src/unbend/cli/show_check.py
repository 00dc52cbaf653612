"""The safety answer as a page in the terminal."""

from rich.console import Console

from unbend.catalogue.text import SafetyTexts
from unbend.catalogue.words import Allows, Urgency
from unbend.cli.paper import heading, line, paper
from unbend.safety import Reason, SafetyAnswer
from unbend.service.check import headline, safety_net

_STYLE = {
    Urgency.SELF_CARE: "bold green",
    Urgency.SEE_CLINICIAN: "bold yellow",
    Urgency.URGENT: "bold red",
    Urgency.EMERGENCY: "bold red",
}

MOST_REASONS = 3
"""Reasons told in full; the rest are named in a line each, so that the first thing to do is not lost among them."""


def show_answer(answer: SafetyAnswer, texts: SafetyTexts, *, console: Console | None = None) -> None:
    """What to do, why, what is still open, and when to get help."""
    console = console or paper()
    console.print()
    if answer.complete or answer.urgency is not Urgency.SELF_CARE:
        line(console, headline(answer.urgency, texts), style=_STYLE[answer.urgency])
    else:
        line(console, texts.messages["incomplete_so_far"], style=_STYLE[Urgency.SEE_CLINICIAN])
    _show_reasons(console, answer, texts)
    if answer.missing:
        _show_missing(console, answer, texts)
    _show_allowed(console, answer, texts)
    heading(console, "When to get help")
    line(console, safety_net(texts), indent=2)
    line(console, texts.messages["not_a_diagnosis"], indent=2, style="dim")


def _show_reasons(console: Console, answer: SafetyAnswer, texts: SafetyTexts) -> None:
    pressing = [r for r in answer.reasons if r.urgency is answer.urgency and not r.cleared_by]
    others = [r for r in answer.reasons if r not in pressing and r.urgency is not Urgency.SELF_CARE]
    for reason in pressing[:MOST_REASONS]:
        _show_reason(console, reason, texts)
    if rest := (*pressing[MOST_REASONS:], *others):
        heading(console, "Also noted")
        for reason in rest:
            cleared = " (cleared)" if reason.cleared_by else ""
            line(console, f"- {texts.rules[reason.rule].why}{cleared}", indent=2)


def _show_reason(console: Console, reason: Reason, texts: SafetyTexts) -> None:
    words = texts.rules[reason.rule]
    console.print()
    line(console, words.why, indent=2)
    line(console, words.advice, indent=2)
    line(console, f"because of: {_because(reason, texts)}; sources: {', '.join(reason.sources)}", indent=2, style="dim")
    if reason.unverified:
        line(console, f"unverified: {reason.unverified}", indent=2, style="dim")


def _because(reason: Reason, texts: SafetyTexts) -> str:
    return ", ".join(texts.findings[finding].label for finding in reason.because)


def _show_missing(console: Console, answer: SafetyAnswer, texts: SafetyTexts) -> None:
    heading(console, texts.messages["incomplete"])
    for finding in answer.missing:
        line(console, f"- {texts.findings[finding].label} ({finding})", indent=2)


def _show_allowed(console: Console, answer: SafetyAnswer, texts: SafetyTexts) -> None:
    if answer.urgency.rank >= Urgency.URGENT.rank:
        line(console, "\n" + texts.messages["no_plan_urgency"])
    elif answer.complete and answer.allows is Allows.NONE:
        line(console, "\n" + texts.messages["no_plan_see_clinician"])
    elif answer.complete and answer.urgency is Urgency.SEE_CLINICIAN:
        allowed = "gentle_plan" if answer.allows is Allows.GENTLE else "plan_alongside"
        line(console, "\n" + texts.messages[allowed])
