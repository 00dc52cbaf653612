"""Questionnaires of one person: asking, scoring, and saying what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unbend.assessment.outcomes import OutcomeError, Score, Verdict, change, rated_change, score
from unbend.catalogue.measure import Measure, MeasureText
from unbend.progress.compare import error_of
from unbend.record.entry import Entry
from unbend.record.kinds.measured import MOST_OWN_ITEMS, Measured
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import Standing, standing

OWN_ITEMS = 3
"""Lines for things of one's own that a form shows; more than these are kept when a device sends them."""

SHOWN = 6


@dataclass(frozen=True)
class Scored:
    """A score on its day. `verdict`: beside the first that rests on the same items, whose value is `before`; None for
    the first itself. `error`: the least change that counts."""

    day: date
    value: float
    verdict: Verdict | None
    before: float | None
    error: float | None


@dataclass(frozen=True)
class MeasureView:
    """A questionnaire, what it scored so far (the latest first), and the lines of one's own that were named last."""

    measure: Measure
    words: MeasureText
    scores: tuple[Scored, ...]
    own_items: tuple[str, ...]


class TooFew(Exception):
    """An answer is missing that the score cannot do without; `item` names it."""

    def __init__(self, item: str) -> None:
        self.item = item
        super().__init__(item)


def questionnaires(actor: Actor, person: str, ports: Ports) -> tuple[MeasureView, ...]:
    """Every questionnaire. Raises NotAllowed."""
    here = standing(actor, person, ports)
    entries = ports.store.entries(person, kinds=["measured"])
    return tuple(_view(measure, here, entries, ports) for measure in ports.known.catalogue.measures.values())


def questionnaire(actor: Actor, person: str, measure: str, ports: Ports) -> MeasureView | None:
    """One of them; None where there is no such. Raises NotAllowed."""
    return next((view for view in questionnaires(actor, person, ports) if view.measure.id == measure), None)


def submit(
    actor: Actor, person: str, measure: str, answers: Mapping[str, int], ports: Ports, *, id_: str | None = None
) -> None:
    """Store a filled-in form; what was left out stays out. Raises NotAllowed, TooFew, BadInput."""
    facts = ports.known.catalogue.measures[measure]
    _refuse_too_few(facts, answers)
    note(actor, person, "measured", {"measure": measure, "answers": dict(answers)}, ports, id_=id_)


def _refuse_too_few(measure: Measure, answers: Mapping[str, int]) -> None:
    """A blank line counts only where the measure says so."""
    if measure.own_items:
        if not answers:
            raise TooFew(measure.items[0])
        return
    missing = [item for item in measure.items if item not in answers]
    fewest = measure.fewest or len(measure.items)
    if not measure.blank_is_zero and len(measure.items) - len(missing) < fewest:
        raise TooFew(missing[0])


def _view(measure: Measure, here: Standing, entries: Sequence[Entry], ports: Ports) -> MeasureView:
    mine = [(entry, entry.data) for entry in entries if isinstance(entry.data, Measured)]
    filled = [(entry, data) for entry, data in mine if data.measure == measure.id]
    scores: list[tuple[date, Score]] = []
    for entry, data in filled:
        found = _score(measure, data)
        if found is not None:
            scores.append((entry.happened_at.astimezone(here.now.tzinfo).date(), found))
    told = tuple(_scored(day, one, scores, measure) for day, one in scores)
    own = tuple(filled[-1][1].answers) if measure.own_items and filled else ()
    return MeasureView(measure, ports.known.measures[measure.id], told[::-1][:SHOWN], own[:MOST_OWN_ITEMS])


def _score(measure: Measure, data: Measured) -> Score | None:
    """What cannot be scored is left out, and never 0."""
    try:
        return score(measure, data.answers, submitted=True)
    except OutcomeError:
        return None


def _scored(day: date, one: Score, scores: Sequence[tuple[date, Score]], measure: Measure) -> Scored:
    if measure.is_change:
        return Scored(day, one.value, rated_change(measure, one).verdict, None, error_of(measure, one.value))
    first = next(score for _, score in scores if score.answered == one.answered)
    verdict = None if first is one else change(measure, first, one).verdict
    error = error_of(measure, first.value, items=len(one.answered))
    return Scored(day, one.value, verdict, None if first is one else first.value, error)
