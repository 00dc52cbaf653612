"""Offering self-tests, and scoring questionnaires."""

from datetime import date

from unbend.adaptation.phase import phase_now
from unbend.assessment.offer import Offer, offered_tests
from unbend.assessment.outcomes import Change, OutcomeError, Score, change, rated_change, score
from unbend.assessment.start import start
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person
from unbend.catalogue.measure import Measure
from unbend.catalogue.words import Phase
from unbend.record.errors import BadInput
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.today import audit_on
from unbend.record.values import at, object_at, shown
from unbend.safety import SafetyAnswer
from unbend.service.check import check_state
from unbend.service.plan import end_of
from unbend.service.ports import Ports
from unbend.service.standing import Standing


def tests_for(raw: object, catalogue: Catalogue, *, today: date) -> tuple[SafetyAnswer, tuple[Offer, ...]]:
    """The self-tests for a profile; none while a plan may not be made either. Raises BadInput."""
    state = fold(profile_of(raw, catalogue, today=today).entries)
    safety, values = check_state(state, catalogue.safety, today=today)
    if not safety.may_plan:
        return safety, ()
    person = Person({**audit_on(state), **values}, catalogue.safety.worrying)
    begun = start(catalogue, person, allows=safety.allows)
    phase = phase_now(state, begun, catalogue.adaptation, now=end_of(today)).phase
    return safety, offered_tests(catalogue, person, phase=phase, restrictions=safety.restrictions)


def phase_of(here: Standing, ports: Ports) -> Phase | None:
    """The phase of the person's programme; None where no plan may be made."""
    if not here.safety.may_plan:
        return None
    begun = start(ports.known.catalogue, here.about, allows=here.safety.allows)
    return phase_now(here.state, begun, ports.known.catalogue.adaptation, now=here.now).phase


def score_of(raw: object, measure: Measure, *, where: str) -> Score:
    """The score of answers in a JSON object, item by item. Raises BadInput."""
    answers = object_at(raw, where="", keys=measure.items) if not measure.own_items else _own(raw)
    for item, value in answers.items():
        if isinstance(value, bool) or not isinstance(value, int):
            allowed = f"write a whole number from {measure.item_minimum} to {measure.item_maximum}"
            raise BadInput(at(where, item), f"{shown(value)} is not a whole number", allowed)
    try:
        return score(measure, {key: int(str(value)) for key, value in answers.items()}, submitted=True)
    except OutcomeError as error:
        raise BadInput(where, str(error), f"`unbend catalogue show {measure.id}` tells what it takes") from None


def change_of(measure: Measure, before: Score | None, after: Score) -> Change | None:
    """The change between two scores, or the one a person rated; None where there is nothing to compare."""
    if measure.is_change:
        return rated_change(measure, after)
    return None if before is None else change(measure, before, after)


def _own(raw: object) -> dict[str, object]:
    if not isinstance(raw, dict):
        raise BadInput("the file", f"{shown(raw)} is not an object", 'write {"what I do": number}')
    return raw
