"""A clinician's clearance lifts only what it names, never what is urgent, new or worse (hard rules 1 and 3)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.people import TODAY, Json, catalogue, findings, gates_done
from support.safety import FINDINGS, GROWN_UP, KNOWLEDGE, WORRYING, answer, worried
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import Allows, Urgency, Worrying
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.record.state import Clearance
from unbend.safety import SafetyAnswer
from unbend.safety.clearance import cleared_findings
from unbend.service.check import check_state


@st.composite
def cleared_people(draw: st.DrawFn) -> tuple[Json, dict[str, Clearance]]:
    raw = draw(findings())
    covers = draw(st.sets(st.sampled_from(sorted(raw) or ["age"])))
    allows = draw(st.sampled_from(list(Allows)))
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return raw, {key: Clearance("c", "somebody", at, tuple(sorted(covers)), allows) for key in covers}


@examples(400, soak=50_000)
@given(cleared_people())
def test_a_clearance_lifts_only_what_it_may(case: tuple[Json, dict[str, Clearance]]) -> None:
    """Never emergency or urgent, never a worry it does not name, and never a restriction."""
    raw, cleared = case
    before, after = answer(raw), answer(raw, cleared)
    if before.urgency.rank >= Urgency.URGENT.rank:
        assert (after.urgency, after.allows) == (before.urgency, Allows.NONE)
    assert after.restrictions == before.restrictions
    for reason in after.reasons:
        if reason.cleared_by:
            worries = {key for key in reason.because if FINDINGS[key].worrying is not Worrying.NEITHER}
            assert reason.urgency is Urgency.SEE_CLINICIAN
            assert (worries or set(reason.because)) <= set(cleared)


def told(days_ago: int, key: str, kind: str, data: Json) -> Json:
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC) - timedelta(days=days_ago)
    return {"id": key, "kind": kind, "happened_at": at.isoformat(), "data": data}


def on_record(log: list[Json], answered: str = "2026-01-01", found: Json | None = None) -> SafetyAnswer:
    raw = {"findings": found or {}, "answered-on": answered, "log": log}
    state = fold(profile_of(raw, catalogue(), today=TODAY).entries)
    return check_state(state, KNOWLEDGE, today=TODAY)[0]


CLEARED = {"by": "Dr A", "covers": ["not-better-after-6-weeks"], "allows": "plan"}
LONG = gates_done(GROWN_UP) | {"duration-days": 60}


def test_a_clearance_lifts_what_was_there_before_it_and_says_so() -> None:
    seen = [told(10, "a", "answered", {"findings": LONG}), told(0, "b", "answered", {"findings": LONG})]
    worry = told(9, "w", "answered", {"findings": {"not-better-after-6-weeks": "yes"}})
    held = [r for r in on_record([*seen, worry]).reasons if r.because == ("not-better-after-6-weeks",)]
    after = on_record([*seen, worry, told(5, "c", "cleared", CLEARED)])
    lifted = [r for r in after.reasons if r.because == ("not-better-after-6-weeks",)]
    assert {r.cleared_by for r in held} == {None}
    assert {r.cleared_by for r in lifted if r.urgency is Urgency.SEE_CLINICIAN} == {"c"}


@pytest.mark.parametrize("finding", [f for f in WORRYING if f.lapses_after_days is None])
def test_a_clearance_never_covers_a_finding_newer_than_itself(finding: Finding) -> None:
    cleared = told(5, "c", "cleared", {"by": "Dr A", "covers": [finding.id], "allows": "plan"})
    new = told(1, "n", "answered", {"findings": worried({}, finding)})
    everything = told(2, "e", "answered", {"findings": gates_done(GROWN_UP)})
    assert [r.rule for r in on_record([everything, cleared, new]).reasons if r.cleared_by] == []


@pytest.mark.parametrize("finding", [f for f in WORRYING if f.lapses_after_days is None])
def test_a_clearance_lapses_when_what_it_covers_goes_and_comes_back_or_grows_surer(finding: Finding) -> None:
    base = [told(30, "e", "answered", {"findings": gates_done(GROWN_UP) | {finding.id: "unsure"}})]
    cleared = told(20, "c", "cleared", {"by": "Dr A", "covers": [finding.id], "allows": "plan"})
    worse = told(1, "w", "answered", {"findings": worried({}, finding)})
    assert [r.rule for r in on_record([*base, cleared, worse]).reasons if r.cleared_by] == []


@pytest.mark.parametrize("said", ["severity", "duration-days"])
def test_a_clearance_lapses_when_a_covered_number_rises_and_not_when_it_falls(said: str) -> None:
    def covered(after: int) -> bool:
        log = [
            told(6, "e", "answered", {"findings": {said: 5}}),
            told(4, "c", "cleared", {"by": "Dr A", "covers": [said], "allows": "plan"}),
            told(1, "n", "answered", {"findings": {said: after}}),
        ]
        state = fold(profile_of({"findings": {}, "log": log}, catalogue(), today=TODAY).entries)
        return said in cleared_findings(state, TODAY)

    assert (covered(4), covered(5), covered(6)) == (True, True, False)
