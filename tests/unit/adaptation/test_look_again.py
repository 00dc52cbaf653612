"""When the check comes before the next workout, and when it does not."""

from datetime import timedelta

import pytest

from support.course import NOW, checked, morning, mornings, silent, state_of, workout
from support.people import catalogue
from unbend.adaptation.look_again import look_again_now
from unbend.catalogue.words import Phase
from unbend.record.course import PainSort
from unbend.record.entry import Entry
from unbend.record.kinds.advised import Advice, Advised

NUMBERS = catalogue().adaptation
CALM_WEEKS = catalogue().parameters.calm_weeks_most
CHECKED = checked(14)


def code(*entries: Entry) -> str | None:
    """Why the check comes first, as a code."""
    found = look_again_now(state_of(entries), NUMBERS, calm_weeks=CALM_WEEKS, now=NOW)
    return None if found is None else found.code


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        ({9: 2, 7: 3, 4: 4, 2: 5}, "look-again-mornings"),
        ({9: 2, 7: 3, 4: 4}, None),
        ({9: 2, 7: 3, 4: 3, 2: 4, 1: 5}, None),
        ({9: 2, 7: 6, 4: 2, 2: 2}, None),
        ({12: 2, 7: 3, 5: 4, 3: 5}, None),
        ({12: 2, 7: 3, 5: 4, 3: 5, 1: 6}, "look-again-mornings"),
    ],
    ids=["three worse", "only two", "a stay between", "one bad day", "days too far apart", "near enough then"],
)
def test_three_mornings_worse_than_the_one_before_ask_for_the_check(
    pains: dict[int, int], expected: str | None
) -> None:
    assert code(*CHECKED, *mornings(pains)) == expected


def test_what_is_called_worse_counts_as_worse_whatever_its_number() -> None:
    assert code(*CHECKED, *(morning(day, 3, "worse") for day in (6, 4, 2))) == "look-again-mornings"
    assert code(*CHECKED, *(morning(day, 3, "same") for day in (6, 4, 2))) is None


@pytest.mark.parametrize("sort", list(PainSort))
def test_new_or_travelling_pain_in_a_workout_asks_for_the_check_until_it_is_done(sort: PainSort) -> None:
    ended = workout(3, pain_sort=(sort,))
    assert code(*CHECKED, ended) == "look-again-new-pain"
    assert code(*CHECKED, ended, morning(2, 1)) == "look-again-new-pain"
    assert code(*CHECKED, ended, *checked(1)) is None
    assert code(*CHECKED, silent(3)) is None


def test_the_check_ends_it_and_only_what_is_told_after_it_counts_anew() -> None:
    worse = mornings({9: 2, 7: 3, 4: 4, 2: 5})
    assert code(*CHECKED, *worse, *checked(1)) is None
    assert code(*CHECKED, *worse, *checked(2, hour=12), *mornings({1: 6, 0: 7})) is None
    assert code(*CHECKED, *worse, *checked(3), *mornings({1: 6, 0: 7})) == "look-again-mornings"


def test_a_better_morning_does_not_take_it_back() -> None:
    assert code(*CHECKED, *mornings({9: 2, 7: 3, 4: 4, 2: 5, 1: 1})) == "look-again-mornings"


def test_three_days_of_severe_pain_ask_for_the_check() -> None:
    assert code(*CHECKED, *mornings({5: 8, 3: 9, 1: 8})) == "look-again-severe"
    assert code(*CHECKED, *mornings({5: 8, 3: 7, 1: 8})) is None
    assert code(*CHECKED, *mornings({12: 8, 6: 8, 1: 8})) is None


def test_who_usually_has_severe_pain_is_asked_each_week_and_not_after_every_three_days() -> None:
    before = mornings(dict.fromkeys((20, 18, 16, 15), 8))
    assert code(*checked(6), *before, *mornings({4: 8, 2: 8, 1: 8})) is None
    assert code(*checked(8), *before, *mornings({4: 8, 2: 8, 1: 8})) == "look-again-severe"


def plan(days_ago: int, phase: Phase, by: str) -> Entry:
    """A plan that was given."""
    content = {"monday": "2026-05-04", "plan": {"phase": phase, "phase_why": {"params": {"by": by}}, "sessions": []}}
    at = NOW - timedelta(days=days_ago)
    return Entry(f"plan-{days_ago}", "advised", at, Advised(Advice.PLAN, "c", "s", content))


@pytest.mark.parametrize(
    ("phase", "by", "days", "expected"),
    [
        (Phase.CALM, "calm-irritable", 14, "look-again-calm"),
        (Phase.CALM, "calm-irritable", 13, None),
        (Phase.CALM, "alongside-a-clinician", 15, None),
        (Phase.RESTORE, "restore-otherwise", 15, None),
    ],
)
def test_two_calm_weeks_are_the_most_without_asking(phase: Phase, by: str, days: int, expected: str | None) -> None:
    assert code(*checked(16), plan(days, phase, by)) == expected


def test_calm_weeks_without_a_check_are_not_forgotten_when_another_stage_follows() -> None:
    calm, after = plan(18, Phase.CALM, "flare-kinder-than-none"), plan(4, Phase.RESTORE, "restore-otherwise")
    assert code(*checked(19), calm, after) == "look-again-calm"
    assert code(*checked(19), calm, after, *checked(1)) is None
    assert code(*checked(19), calm, plan(10, Phase.RESTORE, "restore-otherwise")) is None


def test_a_check_in_between_begins_the_two_calm_weeks_anew() -> None:
    assert code(*checked(20), plan(19, Phase.CALM, "calm-irritable"), *checked(7)) is None


def test_after_three_weeks_without_a_check_it_comes_first() -> None:
    assert code(*checked(21), silent(3)) == "look-again-weeks"
    assert code(*checked(20), silent(3)) is None


def test_advice_that_was_only_looked_at_again_is_no_check() -> None:
    looked = Entry("looked", "advised", NOW - timedelta(days=2), Advised(Advice.SAFETY, "c", "s", {}))
    assert code(*checked(22), looked) == "look-again-weeks"


def test_who_never_came_to_the_check_is_asked_for_it_by_the_gate_and_not_here() -> None:
    assert code(silent(3)) is None
