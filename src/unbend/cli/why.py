"""`unbend why`: the reasons behind a plan that was given."""

from typing import TYPE_CHECKING, Annotated

import typer

from unbend.cli.house import Data
from unbend.cli.own import Person, own

if TYPE_CHECKING:
    from rich.console import Console

    from unbend.service.ports import Ports
    from unbend.service.why import Explained, Reasons


def why(
    asked: Annotated[str, typer.Argument(metavar="ENTRY|EXERCISE", help="A plan's entry, or an exercise's id.")],
    person: Person = None,
    data: Data = None,
) -> None:
    """Say why a plan holds its exercises, or why the latest plan holds one of them or does not, with the sources."""
    from unbend.service.why import why as explained

    here = own(data, person)
    _show(explained(here.actor, here.person, asked, here.ports), here.ports)


def _show(found: "Explained", ports: "Ports") -> None:
    from unbend.cli.paper import heading, line, paper
    from unbend.service.wording import sentence

    console, texts, advised = paper(), ports.known.texts, found.advised
    heading(console, f"The plan given on {found.at:%Y-%m-%d}: {sentence(found.phase, texts)}")
    known = "the catalogue of today" if advised.catalogue == ports.known.catalogue.hash else "another catalogue"
    basis = f"entry: {found.entry}; software: {advised.software}; {known} ({advised.catalogue}); seed: {advised.seed}"
    line(console, basis, indent=2, style="dim")
    for reasons in found.exercises:
        _show_one(console, reasons, ports)


def _show_one(console: "Console", reasons: "Reasons", ports: "Ports") -> None:
    from unbend.cli.paper import heading, line
    from unbend.service.wording import sentence

    texts, sources = ports.known.texts, ports.known.catalogue.sources
    days = ", ".join(day.capitalize() for day in reasons.days)
    heading(console, f"{texts.exercises[reasons.exercise].name}: {'not in this week' if reasons.left_out else days}")
    for because in reasons.why:
        doubt = f" (unverified: {because.unverified})" if because.unverified else ""
        line(console, f"- {sentence(because, texts)}{doubt}", indent=2)
    if not reasons.why:
        line(console, "- No reason was written down for this exercise.", indent=2)
    for source in reasons.sources:
        title = sources[source].title if source in sources else "not in the catalogue of today"
        line(console, f"{source}: {title}", indent=6, style="dim")
