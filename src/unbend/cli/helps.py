"""`unbend helps`: what goes together with how the back is in the morning."""

from unbend.cli.house import Data
from unbend.cli.own import Person, own


def helps(person: Person = None, data: Data = None) -> None:
    """Say what goes together with your pain in the morning, once there are enough mornings to tell."""
    from unbend.cli.paper import heading, line, paper
    from unbend.service.helps import about, sentence_of, silences
    from unbend.service.helps import helps as found_for

    here = own(data, person)
    found, texts, console = found_for(here.actor, here.person, here.ports), here.ports.known.texts, paper()
    heading(console, "What helps my back?")
    for one in found.told:
        line(console, f"- {sentence_of(one, texts)}", indent=2)
    if found.helps is not None and found.helps.look and not found.told:
        line(console, texts.progress["helps-nothing"], indent=2)
    for sentence in about(found, texts):
        line(console, sentence, indent=2, style="dim")
    for reason, names in silences(found, texts):
        line(console, f"- {', '.join(names)}: {reason}", indent=2)
