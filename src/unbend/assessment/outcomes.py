"""Scoring outcome measures, and saying whether two scores differ by more than chance and small change."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from unbend.catalogue.measure import ImportantChange, Measure, Scoring

_HAIR = 1e-9
"""Means of whole numbers are not exact: a border counts as reached within this."""


class Fault(StrEnum):
    """Why answers or scores cannot be used."""

    UNKNOWN_ITEM = "unknown-item"
    MISSING_ITEM = "missing-item"
    NOT_A_WHOLE_NUMBER = "not-a-whole-number"
    OUT_OF_RANGE = "out-of-range"
    OTHER_MEASURE = "other-measure"
    OTHER_ITEMS = "other-items"
    IS_A_CHANGE = "is-a-change"
    IS_NO_CHANGE = "is-no-change"


class OutcomeError(ValueError):
    """Answers or scores that cannot be used: a code, the measure, and the item or measure it is about."""

    def __init__(self, fault: Fault, *, measure: str, about: str) -> None:
        self.fault, self.measure, self.about = fault, measure, about
        super().__init__(f"{measure}: {fault}: {about}")


class Verdict(StrEnum):
    """What a change means for the person. `NOT_KNOWN`: nobody has measured which change of this measure matters."""

    BETTER = "better"
    WORSE = "worse"
    WITHIN_NOISE = "within-noise"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True)
class Score:
    """The number of one filled-in measure, and which items it rests on."""

    measure: str
    value: float
    answered: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """`points` is after minus before; `share` is the same as a share of the score before, None when that was 0."""

    measure: str
    points: float
    share: float | None
    verdict: Verdict


def score(measure: Measure, answers: Mapping[str, int | None], *, submitted: bool = False) -> Score:
    """The score of these answers. An item that is absent or None is missing and never 0.

    Only where the measure says so, and the form was `submitted`, does a line left blank count as 0.
    Raises OutcomeError when an item is unknown or out of range, or too few are answered.
    """
    items = _items(measure, answers)
    given = {item: _checked(measure, item, answers.get(item)) for item in items}
    if measure.blank_is_zero and submitted:
        given = {item: value or 0 for item, value in given.items()}
    known = {item: value for item, value in given.items() if value is not None}
    if len(known) < (measure.fewest or len(measure.items)):
        missing = next((item for item, value in given.items() if value is None), measure.items[0])
        raise OutcomeError(Fault.MISSING_ITEM, measure=measure.id, about=missing)
    total = sum(known.values())
    value = total / len(known) if measure.scoring is Scoring.MEAN else float(total)
    return Score(measure.id, value, tuple(known))


def _items(measure: Measure, answers: Mapping[str, int | None]) -> tuple[str, ...]:
    """The items asked about: those of the measure, or in order of the alphabet those that the person named."""
    if measure.own_items:
        return tuple(sorted(answers))
    for item in answers:
        if item not in measure.items:
            raise OutcomeError(Fault.UNKNOWN_ITEM, measure=measure.id, about=item)
    return measure.items


def change(measure: Measure, before: Score, after: Score) -> Change:
    """How much `after` differs from `before`, and whether that is more than noise.

    Raises OutcomeError when the scores are of another measure, rest on other items, or are changes themselves.
    """
    for one in (before, after):
        _same_measure(measure, one)
    if measure.is_change:
        raise OutcomeError(Fault.IS_A_CHANGE, measure=measure.id, about=measure.id)
    if before.answered != after.answered:
        about = ", ".join(sorted(set(before.answered) ^ set(after.answered)))
        raise OutcomeError(Fault.OTHER_ITEMS, measure=measure.id, about=about)
    points = after.value - before.value
    share = points / before.value if before.value else None
    return Change(measure.id, points, share, _verdict(measure, points, share, items=len(after.answered)))


def rated_change(measure: Measure, rating: Score) -> Change:
    """The change that a person rated in one number. Raises OutcomeError when the measure asks for a state instead."""
    _same_measure(measure, rating)
    if not measure.is_change:
        raise OutcomeError(Fault.IS_NO_CHANGE, measure=measure.id, about=measure.id)
    verdict = _verdict(measure, rating.value, None, items=len(rating.answered))
    return Change(measure.id, rating.value, None, verdict)


def _checked(measure: Measure, item: str, value: int | None) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise OutcomeError(Fault.NOT_A_WHOLE_NUMBER, measure=measure.id, about=item)
    if not measure.item_minimum <= value <= measure.item_maximum:
        raise OutcomeError(Fault.OUT_OF_RANGE, measure=measure.id, about=item)
    return value


def _same_measure(measure: Measure, given: Score) -> None:
    if given.measure != measure.id:
        raise OutcomeError(Fault.OTHER_MEASURE, measure=measure.id, about=given.measure)


def _verdict(measure: Measure, points: float, share: float | None, *, items: int) -> Verdict:
    if measure.important is None:
        return Verdict.NOT_KNOWN
    if not _matters(measure.important, abs(points), None if share is None else abs(share), items=items):
        return Verdict.WITHIN_NOISE
    return Verdict.BETTER if (points > 0) == measure.higher_is_better else Verdict.WORSE


def _matters(important: ImportantChange, points: float, share: float | None, *, items: int) -> bool:
    """By points, or by share. One step of one answer is never more than noise, however large its share."""
    needed = important.points
    if items == 1 and important.points_of_one is not None:
        needed = important.points_of_one
    by_points = needed is not None and points >= needed - _HAIR
    by_share = important.share is not None and share is not None and share >= important.share - _HAIR
    return by_points or (by_share and points > 1 + _HAIR)
