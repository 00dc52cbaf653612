"""`unbend why`: the decisions behind a plan that was given, and what each of them rests on."""

from typing import TYPE_CHECKING, Annotated

import typer

from unbend.cli.house import Data
from unbend.cli.own import Person, own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from unbend.planning.plan import Why
    from unbend.service.ports import Ports
    from unbend.service.why import Explained, Reasons


def why(
    asked: Annotated[
        str | None,
        typer.Argument(
            metavar="[ENTRY|EXERCISE|phase]",
            help="An entry's id, an exercise's id, or phase. Without one: all that is other this week.",
        ),
    ] = None,
    person: Person = None,
    data: Data = None,
) -> None:
    """Say why the latest plan is as it is: each decision, its rule with the sources, and the entries it rests on."""
    from unbend.service.why import why as explained

    here = own(data, person)
    _show(explained(here.actor, here.person, asked, here.ports), here.ports, is_all=asked is None)


def _show(found: "Explained", ports: "Ports", *, is_all: bool) -> None:
    from unbend.cli.paper import heading, line, paper
    from unbend.service.wording import in_groups, sentence

    console, texts, advised = paper(), ports.known.texts, found.advised
    heading(console, f"The plan given on {found.at:%Y-%m-%d}: {sentence(found.phase, texts)}")
    known = "the catalogue of today" if advised.catalogue == ports.known.catalogue.hash else "another catalogue"
    basis = f"entry: {found.entry}; software: {advised.software}; {known} ({advised.catalogue}); seed: {advised.seed}"
    line(console, basis, indent=2, style="dim")
    _show_behind(console, [found.phase], found, ports)
    for told in in_groups(found.because, texts):
        heading(console, "; ".join(told.names) or "This week")
        line(console, f"- {told.text}", indent=2)
        _show_behind(console, told.whys, found, ports)
    if is_all and not found.because:
        heading(console, "Nothing is other this week than it was.")
    for reasons in found.exercises:
        _show_one(console, reasons, found, ports)


def _show_one(console: "Console", reasons: "Reasons", found: "Explained", ports: "Ports") -> None:
    from unbend.cli.paper import heading, line
    from unbend.service.wording import sentence

    texts, days = ports.known.texts, ", ".join(day.capitalize() for day in reasons.days)
    heading(console, f"{texts.exercises[reasons.exercise].name}: {'not in this week' if reasons.left_out else days}")
    for because in reasons.why:
        line(console, f"- {sentence(because, texts)}", indent=2)
        _show_behind(console, [because], found, ports)
    if not reasons.why:
        line(console, "- No reason was written down for this exercise.", indent=2)


def _show_behind(console: "Console", whys: "Sequence[Why]", found: "Explained", ports: "Ports") -> None:
    """What the same decision rests on, its rule, what of it nobody read anywhere, and the sources."""
    from unbend.cli.paper import line
    from unbend.service.wording import rule_in_words

    if said := found.evidence.of(*whys):
        line(console, f"It rests on: {' '.join(said)}", indent=6)
    if (rule := rule_in_words(whys[0], ports.known.texts)) is not None:
        line(console, f"Rule: {rule}", indent=6, style="dim")
    if whys[0].unverified:
        line(console, f"Unverified: {whys[0].unverified}.", indent=6, style="dim")
    for source in whys[0].sources:
        known = ports.known.catalogue.sources.get(source)
        line(console, f"{source}: {known.title if known else 'not in the catalogue of today'}", indent=6, style="dim")
