"""Safety again: what asks for the check and what is said of the log, over generated weeks of answers (hard rule 5)."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from support.course import NOW, at, checked, morning, silent, state_of
from support.effort import examples
from support.people import catalogue
from unbend.adaptation.look_again import look_again_now
from unbend.adaptation.reason import Reason
from unbend.adaptation.signs import signs_told
from unbend.adaptation.usual import days_of
from unbend.record.entry import Entry
from unbend.record.kinds.next_day import COMPARED, NextDay
from unbend.record.kinds.practised import Done, Practised

NUMBERS = catalogue().adaptation
CALM_WEEKS = catalogue().parameters.calm_weeks_most
TOLD = ("look-again-mornings", "look-again-severe")


@st.composite
def weeks(draw: st.DrawFn) -> list[Entry]:
    """Up to ten weeks: some mornings, some workouts with the pain before and after, now and then a check."""
    made: list[Entry] = []
    level = draw(st.integers(0, 9))
    for day in range(draw(st.integers(1, 70)), 0, -1):
        happens = draw(st.integers(0, 9))
        pain = max(0, min(10, level + draw(st.integers(-2, 3))))
        if happens < 4:
            made.append(morning(day, pain, draw(st.sampled_from([None, *COMPARED]))))
        elif happens < 6:
            done = Practised((Done("glute-bridge"),), pain_before=pain, pain_after=draw(st.integers(0, 10)))
            made.append(Entry(f"workout-{day}", "practised", at(day, 18), done))
        elif happens == 6 and draw(st.integers(0, 5)) == 0:
            made += checked(day, pain=pain)
    return made


def asked(entries: list[Entry]) -> Reason | None:
    return look_again_now(state_of(entries), NUMBERS, calm_weeks=CALM_WEEKS, now=NOW)


def said(entries: list[Entry]) -> dict[str, Reason]:
    days = days_of(state_of(entries).pains, zone=NOW.tzinfo)
    return dict(signs_told(days, NUMBERS, today=NOW.date()))


@examples(300, soak=30_000)
@given(weeks(), st.integers(0, 10), st.sampled_from([None, *COMPARED]))
def test_no_later_answer_takes_a_look_again_back(log: list[Entry], pain: int, compared: str | None) -> None:
    assume(asked(log) is not None)
    assert asked([*log, morning(0, pain, compared)]) is not None


@examples(300, soak=30_000)
@given(weeks())
def test_a_morning_that_was_worse_after_two_asks_for_the_check(log: list[Entry]) -> None:
    worse = [Entry(f"w{n}", "next-day", NOW - timedelta(hours=n), NextDay(5, "worse")) for n in (56, 32, 8)]
    assume(not any(entry.kind == "advised" and entry.happened_at > worse[0].happened_at for entry in log))
    assert asked([*log, *worse]) is not None


@examples(300, soak=30_000)
@given(weeks(), st.sets(st.integers(1, 60), max_size=12))
def test_what_was_not_told_counts_neither_as_better_nor_as_worse(log: list[Entry], untold: set[int]) -> None:
    with_gaps = [*log, *(replace(silent(day), id=f"silent-{day}") for day in untold)]
    assert asked(with_gaps) == asked(log)
    assert said(with_gaps) == said(log)


@examples(200, soak=20_000)
@given(weeks(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(log: list[Entry], chance: object) -> None:
    shuffled = list(log)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert (asked(shuffled), said(shuffled)) == (asked(log), said(log))


@examples(300, soak=30_000)
@given(weeks())
def test_every_reason_names_entries_of_the_log_and_a_rule_with_its_sources(log: list[Entry]) -> None:
    rules = {rule.id: rule for rule in catalogue().adaptation_rules}
    for reason in (asked(log), *said(log).values()):
        if reason is not None:
            assert reason.entries
            assert set(reason.entries) <= {entry.id for entry in log}
            assert rules[reason.rule].sources


@examples(300, soak=30_000)
@given(weeks())
def test_a_check_to_its_end_always_opens_the_way_again(log: list[Entry]) -> None:
    assert asked([*log, *checked(0, hour=19)]) is None


@examples(300, soak=30_000)
@given(st.integers(0, 8), st.sets(st.integers(0, 55), max_size=30), st.data())
def test_steady_pain_with_one_bad_day_is_never_called_growing(pain: int, told: set[int], data: st.DataObject) -> None:
    bad = data.draw(st.sampled_from(sorted(told) or [0]))
    log = [morning(day, 10 if day == bad else pain) for day in sorted(told, reverse=True)]
    assert "getting-worse" not in said(log)
