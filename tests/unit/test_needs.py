"""What a back needs: everyone's weight, raised by causes and tests, and never by silence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from support.effort import examples
from support.people import Json, answers, catalogue
from unbend.assessment.needs import MOST, causes_of, wants
from unbend.catalogue.condition import Person, Value
from unbend.record.state import TestResult as Result
from unbend.record.values import values_of

CATALOGUE = catalogue()
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def of(audit: Json | None = None, findings: Json | None = None) -> Person:
    values: dict[str, Value] = {
        **values_of(audit or {}, CATALOGUE.audit, where="audit"),
        **values_of(findings or {}, CATALOGUE.safety.findings, where="findings"),
    }
    return Person(values, CATALOGUE.safety.worrying)


def test_of_somebody_who_said_nothing_only_everyones_weight_is_known() -> None:
    for need, want in wants(CATALOGUE, of(), {}).items():
        base = CATALOGUE.needs[need].base
        assert want.weight == 2.0 * base
        assert [reason.code for reason in want.reasons] == (["base"] if base else [])


def test_a_cause_raises_exactly_what_it_names() -> None:
    before, after = (wants(CATALOGUE, of(audit), {}) for audit in ({}, {"desk-hours": 10}))
    causes = causes_of(CATALOGUE.causes, of({"desk-hours": 10}))
    assert causes
    raised = {need for need in after if after[need].weight > before[need].weight}
    assert raised == {need for cause in causes for need in cause.raises}
    for need in raised:
        assert {r.by for r in after[need].reasons if r.code == "cause"} <= {cause.id for cause in causes}


def test_a_test_beyond_its_error_raises_its_need_and_names_its_sources() -> None:
    result = Result("hip-rotation", NOW, left=80, right=50)
    want = wants(CATALOGUE, of(), {"hip-rotation": result})["hip-rotation"]
    reason = next(r for r in want.reasons if r.code == "test")
    assert (reason.by, reason.sources) == ("hip-rotation", CATALOGUE.tests["hip-rotation"].sources)
    assert reason.weight >= CATALOGUE.tests["hip-rotation"].raises["hip-rotation"]


def test_a_weak_test_counts_half() -> None:
    result = Result("side-plank", NOW, left=0, right=90)
    test = CATALOGUE.tests["side-plank"]
    weights = []
    for weak in (True, False):
        known = replace(CATALOGUE, tests={test.id: replace(test, weak=weak)})
        reasons = wants(known, of(), {test.id: result})["side-core"].reasons
        weights += [reason.weight for reason in reasons if reason.code == "test"]
    assert weights[0] == weights[1] / 2 > 0


def test_a_test_within_its_error_raises_nothing() -> None:
    result = Result("hip-rotation", NOW, left=60, right=50)
    assert wants(CATALOGUE, of(), {"hip-rotation": result}) == wants(CATALOGUE, of(), {})


@pytest.mark.parametrize("cause", CATALOGUE.causes, ids=lambda cause: cause.id)
def test_no_cause_is_taken_for_granted(cause: object) -> None:
    assert cause not in causes_of(CATALOGUE.causes, of())


@examples(150, soak=10_000)
@given(answers(CATALOGUE.audit), answers(CATALOGUE.safety.findings))
def test_no_need_weighs_more_than_the_most_and_each_has_its_reasons_in_order(audit: Json, findings: Json) -> None:
    found = wants(CATALOGUE, of(audit, findings), {})
    assert set(found) == set(CATALOGUE.needs)
    for want in found.values():
        weights = [reason.weight for reason in want.reasons]
        assert weights == sorted(weights, reverse=True)
        assert all(weight > 0 for weight in weights)
        assert want.weight == min(MOST, sum(weights))
        assert all(set(reason.sources) <= set(CATALOGUE.sources) and reason.sources for reason in want.reasons)
