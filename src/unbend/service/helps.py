"""What helps my back: what goes together with the pain of a person's mornings, and how it is said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from unbend.catalogue.text import Texts
from unbend.progress.helps import Found, Helps, Kind, Mornings, Told, installed, mornings_of, what_helps
from unbend.progress.helps.things import LEAST
from unbend.service.access import Right, require
from unbend.service.ports import Actor, Ports
from unbend.service.standing import local

__all__ = ["Answer", "about", "helps", "installed", "sentence_of", "silences", "thing_of"]

_KINDS = ("next-day", "walked", "practised")
_NEVER_SAID = {
    Kind.SLEPT_WELL: "helps-never-said-slept",
    Kind.SLEPT_BADLY: "helps-never-said-slept",
    Kind.SAT_LITTLE: "helps-never-said-sat",
    Kind.SAT_MUCH: "helps-never-said-sat",
}
_NIGHTS = (Kind.SLEPT_WELL, Kind.SLEPT_BADLY)


@dataclass(frozen=True)
class Answer:
    """What was found; or that it cannot be looked for on this machine, since the part that does it is not there."""

    helps: Helps | None

    @property
    def told(self) -> tuple[Found, ...]:
        """The things of which something is told."""
        return tuple(one for one in self._found if one.difference is not None)

    @property
    def silent(self) -> tuple[Found, ...]:
        """The things of which nothing is."""
        return tuple(one for one in self._found if one.difference is None)

    @property
    def _found(self) -> tuple[Found, ...]:
        return self.helps.found if self.helps else ()


def helps(actor: Actor, person: str, ports: Ports) -> Answer:
    """What goes together with the pain of this person's mornings. Raises NotAllowed."""
    require(actor, person, Right.SEE, ports)
    return Answer(what_helps(_mornings(person, ports)) if installed() else None)


def _mornings(person: str, ports: Ports) -> Mornings:
    state = ports.store.state(person)
    zone = None if state.preferences.time_zone is None else ZoneInfo(state.preferences.time_zone)
    entries = ports.store.entries(person, kinds=_KINDS)
    return mornings_of(entries, until=local(ports.clock.now(), state).date(), zone=zone)


def about(answer: Answer, texts: Texts) -> tuple[str, ...]:
    """What is to be said beside the things, in paragraphs: what the answer is worth, and on how many mornings."""
    words, found = texts.progress, answer.helps
    if found is None:
        return (words["helps-install"],)
    count = words["helps-counts-one"] if found.count == 1 else words["helps-counts"].format(count=found.count)
    template = words["helps-first-look" if found.look is None else "helps-next-look"]
    look = template.format(look=found.look, next=found.next_look)
    return (*_worth(answer, words), f"{count} {words['helps-needs-two']} {look}")


def _worth(answer: Answer, words: Mapping[str, str]) -> Iterator[str]:
    if answer.told:
        night = any(one.thing.kind in _NIGHTS for one in answer.told)
        yield " ".join([words["helps-proves-nothing"], *([words["helps-night-and-pain"]] if night else [])])


def silences(answer: Answer, texts: Texts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Why nothing is told, each reason once, with the names of the things that it holds for."""
    reasons: dict[str, list[str]] = {}
    for one in answer.silent:
        reasons.setdefault(sentence_of(one, texts), []).append(thing_of(one, texts))
    return tuple((reason, tuple(names)) for reason, names in reasons.items())


def thing_of(found: Found, texts: Texts, *, after: bool = False) -> str:
    """What the thing is called; or which mornings those are that had it before them."""
    thing = found.thing
    code = f"{thing.kind}-more" if thing.kind is Kind.WALKED and thing.minutes else thing.kind.value
    exercise = "" if thing.exercise is None else texts.exercises[thing.exercise].name
    template = texts.progress[f"helps-after-{code}" if after else f"helps-{code}"]
    return template.format(exercise=exercise, minutes=thing.minutes)


def sentence_of(found: Found, texts: Texts) -> str:
    """What is told of the thing, or why nothing is."""
    words = texts.progress
    if found.difference is None:
        return words[_silence(found)].format(having=found.having, lacking=found.lacking, least=LEAST)
    low, high = sorted(abs(end) for end in (found.difference.low, found.difference.high))
    numbers = {"points": found.difference.points, "low": low, "high": high}
    named = {name: f"{abs(value):.1f}" for name, value in numbers.items()}
    return words[f"helps-{found.told}"].format(after=thing_of(found, texts, after=True), **named)


def _silence(found: Found) -> str:
    if found.told is Told.TOO_FEW and not found.having and not found.lacking and found.thing.kind in _NEVER_SAID:
        return _NEVER_SAID[found.thing.kind]
    is_exercise = found.thing.kind is Kind.EXERCISE
    return "helps-too-few-exercise" if found.told is Told.TOO_FEW and is_exercise else f"helps-{found.told}"
