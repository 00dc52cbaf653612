"""Hard rule 1: worries only ever add up, and silence is never a no."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from support.effort import examples
from support.people import Json, answers, catalogue, findings, gates_done
from support.safety import FINDINGS, GROWN_UP, KNOWLEDGE, WORRYING, answer, calm, values, worried
from unbend.catalogue.condition import Person
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import Allows, FindingType, Urgency
from unbend.record.state import Clearance
from unbend.safety import SafetyAnswer
from unbend.safety.check import is_asked

GATES = [f for f in FINDINGS.values() if f.gate]
NOT_STABLE = {"spine-cancer"}
KNOWN_STABLE = [f.id for f in FINDINGS.values() if f.group == "known-conditions" and f.id not in NOT_STABLE] + [
    "osteoporosis", "diabetes", "high-blood-pressure", "heart-disease", "lung-disease", "kidney-disease",
    "brain-or-nerve-condition", "eye-pressure-or-retina", "psoriasis", "bowel-inflammation", "smoker", "stress-leak",
]  # fmt: skip


# Worries add up.


@examples(450, soak=100_000)
@given(findings(), st.sampled_from(WORRYING), st.sampled_from(("", "unsure")))
def test_a_worrying_finding_never_lowers_the_urgency_nor_allows_more(raw: Json, finding: Finding, said: str) -> None:
    after = answer(worried(raw, finding, said))
    for before in (answer(calm(raw, finding)), answer({k: v for k, v in raw.items() if k != finding.id})):
        assert after.urgency.rank >= before.urgency.rank
        assert after.allows.rank <= before.allows.rank
        assert set(after.restrictions) >= set(before.restrictions)


@examples(200, soak=20_000)
@given(findings(), answers({f.id: f for f in WORRYING}, most=6))
def test_several_worrying_findings_together_weigh_at_least_as_much_as_fewer(raw: Json, more: Json) -> None:
    after = {key: said for key, said in more.items() if said not in calm({}, FINDINGS[key]).values()}
    assume(all(raw.get(key, said) == said for key, said in after.items()))
    assert answer(raw | after).urgency.rank >= answer(raw).urgency.rank


@examples(200, soak=20_000)
@given(findings(), st.sampled_from(WORRYING))
def test_unsure_is_never_less_than_no_nor_more_than_yes(raw: Json, finding: Finding) -> None:
    no, yes = answer(calm(raw, finding)), answer(worried(raw, finding))
    unsure = answer(worried(raw, finding, "unsure"))
    assert no.urgency.rank <= unsure.urgency.rank <= yes.urgency.rank


def test_unsure_counts_as_yes_for_what_alone_is_an_emergency() -> None:
    grown_up = gates_done(GROWN_UP)
    alone = [f for f in WORRYING if answer(worried(grown_up, f)).urgency is Urgency.EMERGENCY]
    assert {"saddle-numbness", "urine-retention", "collapse", "tearing-pain", "chest-pain"} <= {f.id for f in alone}
    assert [f.id for f in alone if answer(grown_up | {f.id: "unsure"}).urgency is not Urgency.EMERGENCY] == []


# Silence is never a no.


@examples(250, soak=50_000)
@given(findings(), st.data())
def test_with_less_said_all_that_was_missing_is_still_missing(raw: Json, data: st.DataObject) -> None:
    forgotten = data.draw(st.sets(st.sampled_from(sorted(raw) or ["age"]), max_size=3))
    kept = {key: said for key, said in raw.items() if key not in forgotten}
    assert set(answer(kept).missing) >= set(answer(raw).missing)


@examples(250, soak=50_000)
@given(findings().map(gates_done), st.data())
def test_an_answer_left_out_is_asked_for_unless_no_answer_could_raise_anything(raw: Json, data: st.DataObject) -> None:
    gate = data.draw(st.sampled_from([f for f in GATES if f.id in raw]))
    without = {key: said for key, said in raw.items() if key != gate.id}
    safety = answer(without)
    if gate.id not in safety.missing:
        assert is_asked_of(without, gate) is False or not could_raise(without, gate, safety)


def is_asked_of(raw: Json, gate: Finding) -> bool:
    return is_asked(gate, Person(values(raw), KNOWLEDGE.worrying))


def could_raise(raw: Json, gate: Finding, now: SafetyAnswer) -> bool:
    """Whether some answer would raise the urgency or, where a plan is possible, allow less."""
    possible: tuple[Any, ...] = ("yes", "no", "unsure")
    if gate.type is not FindingType.ANSWER:
        possible = (0, 8, 14, 18, 20, 40, 60, 80)
    others = [answer(raw | {gate.id: said}) for said in possible if gate.maximum is None or said <= gate.maximum]
    return any(o.urgency.rank > now.urgency.rank or o.allows.rank < now.allows.rank for o in others)


@pytest.mark.parametrize("gate", [f.id for f in GATES if f.asked_when is None])
def test_each_gate_left_out_alone_is_missing_and_forbids_a_plan(gate: str) -> None:
    everything = gates_done(GROWN_UP)
    assert answer(everything).may_plan
    without = answer({key: said for key, said in everything.items() if key != gate})
    assert gate in without.missing
    assert not without.may_plan


@pytest.mark.parametrize("gate", [f.id for f in GATES if f.asked_when is not None and f.id != "weeks-pregnant"])
def test_each_gate_of_pregnancy_is_asked_of_whom_it_concerns_and_of_nobody_else(gate: str) -> None:
    pregnant = gates_done({"age": 30, "sex": "female", "pregnant": "yes", "weeks-pregnant": 20})
    assert answer(pregnant).may_plan
    assert answer({key: said for key, said in pregnant.items() if key != gate}).missing == (gate,)
    assert gate not in answer(GROWN_UP).missing


def test_weeks_pregnant_left_out_is_missing_and_never_0() -> None:
    pregnant = gates_done({"age": 30, "sex": "female", "pregnant": "yes"})
    assert answer(pregnant).missing == ("weeks-pregnant",)


def test_nothing_said_is_not_complete() -> None:
    nothing = answer({})
    assert not nothing.complete
    assert not nothing.may_plan
    assert nothing.reasons == ()


# Age and known conditions.


@examples(200, soak=20_000)
@given(findings(), st.integers(0, 17))
def test_under_18_nobody_gets_a_plan_whatever_is_cleared(raw: Json, age: int) -> None:
    young = raw | {"age": age}
    everything = {
        key: Clearance("c", "x", datetime(2026, 1, 1, tzinfo=UTC), tuple(young), Allows.PLAN) for key in young
    }
    safety = answer(young, everything)
    assert not safety.may_plan
    assert safety.allows is Allows.NONE


def test_under_18_with_nothing_else_is_to_see_a_clinician() -> None:
    assert answer(gates_done(GROWN_UP | {"age": 17})).urgency is Urgency.SEE_CLINICIAN
    assert answer(gates_done(GROWN_UP | {"age": 18})).urgency is Urgency.SELF_CARE


@pytest.mark.parametrize("condition", KNOWN_STABLE)
@pytest.mark.parametrize("sex", ["female", "male"])
def test_a_known_stable_condition_alone_stays_self_care(condition: str, sex: str) -> None:
    safety = answer(gates_done(GROWN_UP | {"sex": sex, "first-episode": "no", "age-at-onset": 30, condition: "yes"}))
    assert (safety.urgency, safety.allows) == (Urgency.SELF_CARE, Allows.PLAN)


@pytest.mark.parametrize("flag", ["night-pain", "worse-coughing"])
def test_one_weak_flag_alone_raises_nothing(flag: str) -> None:
    assert answer(gates_done(GROWN_UP | {flag: "yes"})).urgency is Urgency.SELF_CARE


@pytest.mark.parametrize(
    ("flags", "urgency"),
    [
        ({"leg-pain": "yes"}, Urgency.SELF_CARE),
        ({"leg-pain": "yes", "leg-pain-below-knee": "yes"}, Urgency.SEE_CLINICIAN),
        ({"leg-numbness": "yes"}, Urgency.SEE_CLINICIAN),
        ({"leg-weakness": "yes"}, Urgency.URGENT),
        ({"saddle-numbness": "yes"}, Urgency.EMERGENCY),
        ({"self-harm-thoughts": "yes"}, Urgency.EMERGENCY),
    ],
)
def test_what_the_issue_names_has_the_urgency_it_names(flags: Json, urgency: Urgency) -> None:
    safety = answer(gates_done(GROWN_UP | flags))
    assert safety.urgency is urgency
    assert safety.may_plan is (urgency.rank < Urgency.URGENT.rank)


@examples(200, soak=20_000)
@given(findings())
def test_every_reason_names_sources_that_exist_and_findings_that_were_answered(raw: Json) -> None:
    safety = answer(raw)
    for reason in safety.reasons:
        assert reason.sources
        assert set(reason.sources) <= set(catalogue().sources)
        assert reason.because
        assert set(reason.because) <= set(raw)
    assert safety.urgency is max((r.urgency for r in safety.reasons), key=lambda u: u.rank, default=Urgency.SELF_CARE)


@pytest.mark.parametrize("finding", WORRYING, ids=lambda f: f.id)
def test_no_urgent_rule_lets_anybody_exercise(finding: Finding) -> None:
    safety = answer(gates_done(GROWN_UP | {"sex": "female"}) | worried({}, finding))
    assert safety.urgency.rank < Urgency.URGENT.rank or safety.allows is Allows.NONE
