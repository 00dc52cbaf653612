"""`unbend tests` and `unbend score`: self-tests that suit a person now, and questionnaires."""

from typing import Annotated

import typer

from unbend.cli.days import Today, day_of
from unbend.record.errors import BadInput

# Everything else is imported where it is used, so that `unbend check` starts without it.


def offered(file: Annotated[str, typer.Argument(metavar="PROFILE.json")], today: Today = None) -> None:
    """List the self-tests that suit a person now, how to do them, and which wait and why."""
    from unbend.catalogue.load import load_catalogue
    from unbend.catalogue.load_text import load_texts
    from unbend.cli.paper import heading, line, paper
    from unbend.cli.show_check import show_answer
    from unbend.service.assessment import tests_for
    from unbend.service.files import read_json

    safety, offers = tests_for(read_json(file), load_catalogue(), today=day_of(today))
    texts, console = load_texts(), paper()
    if not offers:
        show_answer(safety, texts.safety, console=console)
    for offer in (o for o in offers if o.not_now is None):
        words = texts.tests[offer.test.id]
        heading(console, f"{words.name} ({offer.test.id})")
        for number, step in enumerate(words.steps, start=1):
            line(console, f"{number}. {step}", indent=2)
        line(console, f"{words.measure} Stop: {words.stop_if}", indent=2)
    if waiting := [o for o in offers if o.not_now is not None]:
        heading(console, texts.reasons["tests-waiting"])
        for offer in waiting:
            why = texts.reasons[f"test-not-now-{offer.not_now}"]
            line(console, f"- {texts.tests[offer.test.id].name}: {why}", indent=2)


def score(
    measure: Annotated[str, typer.Argument(help="Such as rmdq-24, peg, psfs or nrs-average.")],
    answers: Annotated[str, typer.Argument(metavar="ANSWERS.json", help="An object of items and numbers.")],
    before: Annotated[str | None, typer.Option(metavar="FILE", help="Earlier answers to compare with.")] = None,
) -> None:
    """Score a questionnaire, and say whether a change is more than noise."""
    from unbend.catalogue.load import load_catalogue
    from unbend.service.assessment import change_of, score_of
    from unbend.service.files import read_json

    catalogue = load_catalogue()
    if measure not in catalogue.measures:
        raise BadInput(measure, "no such measure", f"write one of {', '.join(catalogue.measures)}")
    asked = catalogue.measures[measure]
    now = score_of(read_json(answers), asked, where=answers)
    typer.echo(f"{measure}: {now.value:g} (from {asked.minimum:g} to {asked.maximum:g})")
    earlier = score_of(read_json(before), asked, where=before) if before else None
    if (changed := change_of(asked, earlier, now)) is not None:
        typer.echo(f"change: {changed.points:+g}, {changed.verdict.value}")
    typer.echo(asked.licence)
