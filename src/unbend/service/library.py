"""The library: every exercise, none hidden, with what keeps it back for this person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from unbend.catalogue.exercise import Exercise, ExerciseText
from unbend.catalogue.knowledge import Source
from unbend.planning.plan import Why
from unbend.service.knowledge import Knowledge
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import standing
from unbend.service.why_not import Limits
from unbend.service.wording import sentence

OWNS_NOTHING = "none"
"""The choice of equipment that stands for: with what every home has."""


@dataclass(frozen=True)
class Filter:
    """What to look for; an empty text, or False, asks for nothing. `mine`: only what may be done now."""

    text: str = ""
    need: str = ""
    muscle: str = ""
    position: str = ""
    thing: str = ""
    place: str = ""
    rung: str = ""
    kind: str = ""
    mine: bool = False


@dataclass(frozen=True)
class Card:
    """An exercise in a list. `code` says what keeps it back, such as `restriction` or `not-earned`."""

    exercise: Exercise
    words: ExerciseText
    code: str | None
    why_not: str | None


@dataclass(frozen=True)
class Shelf:
    """A ladder with those of its exercises that were asked for, easiest first."""

    ladder: str
    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Library:
    """The shelves; how many exercises there are on them and in all. `closed`: why nothing may be started now."""

    shelves: tuple[Shelf, ...]
    found: int
    all: int
    closed: str | None


@dataclass(frozen=True)
class Page:
    """All there is about one exercise, and the steps on either side of it; what the person said of it, and whether the
    last plan held it."""

    card: Card
    closed: str | None
    doses: tuple[str, str] | None
    ladder: tuple[Card, ...]
    easier: Card | None
    harder: Card | None
    sources: tuple[Source, ...]
    declined: bool
    declined_why: str | None
    kept: bool
    in_plan: bool


def library(actor: Actor, person: str, wanted: Filter, ports: Ports) -> Library:
    """What is asked for, in order of how well it fits. Raises NotAllowed."""
    limits, known = Limits(standing(actor, person, ports), ports), ports.known
    scores = known.index.found(wanted.text)
    exercises = [e for e in known.catalogue.exercises.values() if not e.retired]
    cards = {
        exercise.id: card
        for exercise in exercises
        if _fits(exercise, wanted) and (scores is None or exercise.id in scores)
        and ((card := _card(exercise, limits)).code is None or not wanted.mine)
    }  # fmt: skip
    shelves = sorted(_shelves(cards, known), key=lambda shelf: -_best(shelf, scores or {}))
    return Library(tuple(shelves), len(cards), len(exercises), limits.closed)


def exercise_page(actor: Actor, person: str, exercise: str, ports: Ports) -> Page | None:
    """Everything about one exercise; None where there is no such. Raises NotAllowed."""
    here, catalogue = standing(actor, person, ports), ports.known.catalogue
    facts, limits = catalogue.exercises.get(exercise), Limits(here, ports)
    if facts is None:
        return None
    easier, harder = catalogue.easier(facts), catalogue.harder(facts)
    return Page(
        card=_card(facts, limits),
        closed=limits.closed,
        doses=limits.doses(facts),
        ladder=tuple(_card(step, limits) for step in catalogue.ladders[facts.ladder] if not step.retired),
        easier=None if easier is None else _card(easier, limits),
        harder=None if harder is None else _card(harder, limits),
        sources=tuple(catalogue.sources[source] for source in facts.sources),
        declined=facts.id in here.state.declined,
        declined_why=here.state.declined.get(facts.id),
        kept=facts.id in here.state.kept,
        in_plan=bool(here.state.planned) and facts.id in here.state.planned[max(here.state.planned)].exercises,
    )


def decline(
    actor: Actor,
    person: str,
    exercise: str,
    ports: Ports,
    *,
    again: bool = False,
    why: str = "",
    id_: str | None = None,
) -> None:
    """Note "not this one", or with `again` that it is welcome. Raises NotAllowed, BadInput."""
    said = {"exercise": exercise, **({"again": True} if again else {}), **({"why": why} if why else {})}
    note(actor, person, "declined", said, ports, id_=id_)


def _card(exercise: Exercise, limits: Limits) -> Card:
    why = limits.why_not(exercise)
    return Card(exercise, limits.texts.exercises[exercise.id], _code(why), _said(why, limits))


def _code(why: Why | None) -> str | None:
    return None if why is None else why.code


def _said(why: Why | None, limits: Limits) -> str | None:
    return None if why is None else sentence(why, limits.texts)


def _fits(exercise: Exercise, wanted: Filter) -> bool:
    muscles = (*exercise.muscles.primary, *exercise.muscles.secondary)
    return all(
        (
            not wanted.need or wanted.need in exercise.needs,
            not wanted.muscle or wanted.muscle in muscles,
            not wanted.position or wanted.position == exercise.position,
            not wanted.place or wanted.place in exercise.places,
            not wanted.rung or wanted.rung == str(exercise.rung),
            not wanted.kind or wanted.kind == exercise.kind,
            not wanted.thing or _is_done_with(exercise, wanted.thing),
        )
    )


def _is_done_with(exercise: Exercise, thing: str) -> bool:
    return not exercise.equipment if thing == OWNS_NOTHING else thing in (*exercise.equipment, *exercise.household)


def _shelves(cards: Mapping[str, Card], known: Knowledge) -> Iterator[Shelf]:
    names = known.texts.names["ladder"]
    for ladder, steps in known.catalogue.ladders.items():
        found = tuple(cards[step.id] for step in steps if step.id in cards)
        if found:
            yield Shelf(ladder, names[ladder], found)


def _best(shelf: Shelf, scores: Mapping[str, int]) -> int:
    return max(scores.get(card.exercise.id, 0) for card in shelf.cards)
