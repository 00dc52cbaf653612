"""Where a person begins: phase, rung, and the way of moving that eases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.people import Json, answers, catalogue
from unbend.assessment.start import Start, start
from unbend.catalogue.condition import Person, Value
from unbend.catalogue.words import Allows, Phase
from unbend.record.values import values_of

CATALOGUE = catalogue()


def begun(said: Json, *, allows: Allows = Allows.PLAN) -> Start:
    findings = {key: value for key, value in said.items() if key in CATALOGUE.safety.findings}
    audit = {key: value for key, value in said.items() if key in CATALOGUE.audit}
    values: dict[str, Value] = {
        **values_of(findings, CATALOGUE.safety.findings, where=""),
        **values_of(audit, CATALOGUE.audit, where=""),
    }
    return start(CATALOGUE, Person(values, CATALOGUE.safety.worrying), allows=allows)


@pytest.mark.parametrize(
    ("said", "phase"),
    [
        ({}, Phase.RESTORE),
        ({"severity": 5, "duration-days": 100}, Phase.RESTORE),
        ({"severity": 9, "duration-days": 100}, Phase.RESTORE),
        ({"severity": 7, "duration-days": 20}, Phase.CALM),
        ({"muscle-spasm": "yes"}, Phase.CALM),
        ({"severity": 5, "duration-days": 20, "constant": "yes"}, Phase.CALM),
        ({"severity": 5, "duration-days": 20, "constant": "no"}, Phase.RESTORE),
        ({"severity": 1}, Phase.STRENGTHEN),
        ({"severity": 3, "exercise": "regularly", "duration-days": 30}, Phase.STRENGTHEN),
        ({"severity": 3, "exercise": "sometimes", "duration-days": 30}, Phase.RESTORE),
    ],
)
def test_the_phase(said: Json, phase: Phase) -> None:
    assert begun(said).phase is phase


@pytest.mark.parametrize(
    ("said", "rung"),
    [
        ({}, 2),
        ({"age": 80, "exercise": "never"}, 1),
        ({"age": 80, "exercise": "regularly", "severity": 2}, 2),
        ({"age": 40, "exercise": "regularly", "severity": 2}, 3),
        ({"age": 40, "exercise": "regularly", "severity": 5}, 2),
        ({"age": 40, "exercise": "regularly"}, 2),
        ({"exercise": "regularly", "severity": 2}, 2),
    ],
)
def test_the_rung(said: Json, rung: int) -> None:
    assert begun(said).rung == rung


@pytest.mark.parametrize(
    ("said", "direction"),
    [
        ({"better-bending": "yes"}, ("eases-by-bending",)),
        ({"worse-bending": "yes", "worse-sitting": "yes"}, ("eases-by-arching",)),
        ({"worse-bending": "yes"}, ()),
        ({"worse-bending": "yes", "worse-sitting": "no"}, ()),
        ({}, ()),
    ],
)
def test_the_direction_that_eases_comes_first(said: Json, direction: tuple[str, ...]) -> None:
    assert tuple(rule.id for rule in begun(said).directions) == direction


def test_alongside_a_clinician_it_is_calm_and_gentle_however_fit_somebody_is() -> None:
    fit = {"age": 30, "exercise": "regularly", "severity": 1, "duration-days": 30}
    gentle = begun(fit, allows=Allows.GENTLE)
    assert (gentle.phase, gentle.rung) == (Phase.CALM, CATALOGUE.parameters.gentle_rung)
    assert (begun(fit).phase, begun(fit).rung) == (Phase.STRENGTHEN, 3)


@examples(200, soak=10_000)
@given(answers(CATALOGUE.safety.findings), answers(CATALOGUE.audit), st.sampled_from((Allows.PLAN, Allows.GENTLE)))
def test_everybody_begins_somewhere_and_nobody_high_up_or_at_the_end(
    findings: Json, audit: Json, allows: Allows
) -> None:
    where = begun(findings | audit, allows=allows)
    assert where.phase is not Phase.MAINTAIN
    assert 1 <= where.rung <= 3
    assert begun(findings | audit, allows=Allows.GENTLE).rung <= CATALOGUE.parameters.gentle_rung


def test_every_rule_can_be_reached_because_the_last_always_holds() -> None:
    for rules in (CATALOGUE.phases, CATALOGUE.starts):
        last = rules[-1].when
        assert (last.all, last.any, last.of) == ((), (), ())
