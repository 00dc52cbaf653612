"""Hard rule 7 for what stands so far: the fold knows no order of arrival, counts nothing twice, and corrects."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.logs import DATA, logs
from support.people import TODAY, Json, catalogue, entry, person
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import Answer, FindingType
from unbend.record import log as reading
from unbend.record.fold import counted, fold
from unbend.record.kinds import KINDS
from unbend.record.profile import profile_of
from unbend.record.state import State
from unbend.record.today import findings_on

CATALOGUE = catalogue()
FINDINGS = CATALOGUE.safety.findings


def test_every_kind_of_entry_is_tried() -> None:
    assert set(DATA) == set(KINDS)


@examples(150, soak=10_000)
@given(logs(), st.integers(0, 8))
def test_folding_on_from_a_kept_state_is_folding_everything(log: list[Json], at: int) -> None:
    entries = counted(reading.log_of(log, CATALOGUE))
    assert fold(entries[at:], onto=fold(entries[:at])) == fold(entries)


def state_of(log: list[Json]) -> State:
    return fold(reading.log_of(log, CATALOGUE))


@examples(250, soak=20_000)
@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_and_doubles_change_nothing(log: list[Json], chance: Random) -> None:
    arrived = [*log, *log[:3]]
    chance.shuffle(arrived)
    assert state_of(arrived) == state_of(log)


@examples(250, soak=20_000)
@given(logs(), st.integers(0, 8))
def test_merging_two_devices_is_the_same_both_ways(log: list[Json], at: int) -> None:
    one, two = log[: at + 2], log[at:]
    assert state_of([*one, *two]) == state_of([*two, *one]) == state_of(log)


@examples(150, soak=10_000)
@given(logs())
def test_a_corrected_entry_counts_as_if_it_had_never_been(log: list[Json]) -> None:
    corrected = {e.get("corrects") for e in log}
    left = [{key: said for key, said in e.items() if key != "corrects"} for e in log if e["id"] not in corrected]
    assert state_of(log) == state_of(left)


def test_a_correction_replaces_what_it_names_and_nothing_else() -> None:
    wrong = entry("a", "answered", 3, {"findings": {"fever": "yes", "age": 40}})
    right = entry("b", "answered", 2, {"findings": {"fever": "no"}}, corrects="a")
    state = state_of([right, wrong])
    assert {key: known.value for key, known in state.findings.items()} == {"fever": Answer.NO}


def test_an_exercise_said_no_to_and_welcomed_again() -> None:
    no = entry("a", "declined", 3, {"exercise": "plank", "why": "my wrist"})
    again = entry("b", "declined", 2, {"exercise": "plank", "again": True})
    assert state_of([no]).declined == {"plank": "my wrist"}
    assert state_of([again, no]).declined == {}


def test_the_same_moment_is_ordered_by_id() -> None:
    two = [entry(key, "wished", 0, {"wishes": {"minutes": n}}) for key, n in (("a", 10), ("b", 20))]
    assert state_of(two).wishes.minutes == state_of(two[::-1]).wishes.minutes == 20


def test_time_zones_are_compared_by_the_moment_not_by_the_digits() -> None:
    early = entry("z", "wished", 0, {"wishes": {"minutes": 10}}) | {"happened_at": "2026-03-02T09:00:00+09:00"}
    late = entry("a", "wished", 0, {"wishes": {"minutes": 20}}) | {"happened_at": "2026-03-02T01:00:00+00:00"}
    assert state_of([late, early]).wishes.minutes == 20


# Findings move with the date.


def known_on(found: Json, days_later: int) -> dict[str, object]:
    state = fold(profile_of({"findings": found}, CATALOGUE, today=TODAY).entries)
    return dict(findings_on(state, FINDINGS, TODAY + timedelta(days=days_later)))


@pytest.mark.parametrize(
    ("finding", "said", "days", "expected"),
    [
        ("duration-days", 10, 5, 15), ("weeks-pregnant", 20, 14, 22), ("weeks-pregnant", 20, 0, 20),
        ("age", 40, 366, 41), ("age", 40, 364, 40), ("months-since-birth", 1, 61, 3), ("severity", 5, 6, 5),
    ],
)  # fmt: skip
def test_findings_advance_with_the_date(finding: str, said: int, days: int, expected: float) -> None:
    assert known_on({finding: said}, days)[finding] == pytest.approx(expected, abs=0.01)


def test_a_pregnancy_past_its_end_is_no_longer_known() -> None:
    assert "weeks-pregnant" not in known_on({"weeks-pregnant": 40}, 60)


LAPSING = [f for f in FINDINGS.values() if f.lapses_after_days is not None]


@pytest.mark.parametrize("finding", LAPSING, ids=lambda f: f.id)
def test_an_answer_about_something_recent_lapses_to_not_known(finding: Finding) -> None:
    said = {finding.id: "no" if finding.type is FindingType.ANSWER else finding.minimum}
    last = finding.lapses_after_days or 0
    assert finding.id in known_on(said, last)
    assert finding.id not in known_on(said, last + 1)


def test_yesterdays_answer_given_again_keeps_since_when_it_holds() -> None:
    twice = [entry(key, "answered", days, {"findings": {"leg-pain": "yes"}}) for key, days in (("a", 9), ("b", 1))]
    known = state_of(twice).findings["leg-pain"]
    assert (known.since.date(), known.at.date()) == (TODAY - timedelta(days=9), TODAY - timedelta(days=1))


@examples(60, soak=3_000)
@given(st.integers(0, 2**32 - 1))
def test_every_generated_person_can_be_taken_in_and_is_the_same_twice(seed: int) -> None:
    one, two = (fold(profile_of(person(seed), CATALOGUE, today=TODAY).entries) for _ in range(2))
    assert one == two


@pytest.mark.parametrize(("answered", "log_days", "expected"), [(None, 5, 5), ("2026-02-20", 5, 10), (None, None, 0)])
def test_a_profile_is_from_its_date_or_the_start_of_its_log_or_today(
    answered: str | None, log_days: int | None, expected: int
) -> None:
    raw: Json = {"findings": {"age": 40}}
    raw |= {"answered-on": answered} if answered else {}
    raw |= {"log": [entry("a", "declined", log_days, {"exercise": "plank"})]} if log_days else {}
    known = fold(profile_of(raw, CATALOGUE, today=TODAY).entries).findings["age"]
    assert known.at.date() == TODAY - timedelta(days=expected)
    assert isinstance(known.at.date(), date)
